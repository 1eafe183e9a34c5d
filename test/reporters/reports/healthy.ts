import type { Report } from "../../../schemas/generated/types.ts";
import { at, emptyReport, rows, ruledOut, test } from "./parts.ts";

/** Nothing is wrong, it is proved, and one thing was still not looked at. */
export const healthy: Report = {
  ...emptyReport,
  headline: "The connector on CONN-02 is sound, as far as its certificate, its ports and its service show.",
  outcome: "healthy",
  collectedAt: { to: "2026-11-20T14:05:38.123Z" },
  healthy: { rule: "connector-is-healthy", verdict: "matches" },
  summary: { rules: 7, matches: 3, doesNotMatch: 3, cannotTell: 1 },
  allClear: [
    {
      rule: "connector-is-healthy",
      title: "The connector is active, trusted and reaches the service",
      area: "connector",
      because: "Every condition that the pack knows for a working connector is met at once.",
      evidence: {
        kind: "all",
        truth: true,
        parts: [
          { kind: "rule", truth: true, rule: "trust-is-sound", expected: "matches", found: "matches" },
          {
            ...rows("network.probes", "8 of 8 required hosts answer on port 443", {
              truth: true,
              row: { host: "*.msappproxy.example", port: "443", account: "network-service", result: "ok" },
              at: [at("probes", "3")],
            }),
            kind: "every",
          },
          test("service.state", "running", at("services", "2")),
        ],
      },
    },
    {
      rule: "trust-is-sound",
      title: "The trust certificate is there, valid and in the store that is named",
      area: "trust",
      because: "",
      evidence: {
        kind: "all",
        truth: true,
        parts: [
          test("trust.certificate.days-left", "121 days", at("certificate")),
          test("trust.certificate.issuer", "connectorregistrationca.msappproxy.net", at("certificate")),
        ],
      },
    },
  ],
  undecided: [
    {
      rule: "updater-disabled",
      title: "The updater of the connector is switched off",
      severity: "low",
      missing: [{ fact: "services.updater", reason: "not-collected" }],
    },
  ],
  nextSteps: [
    {
      ask: "services",
      title: "List the two services",
      do: "Ask Windows for both services.",
      run: "Get-Service WAPCSvc, WAPCUpdaterSvc",
      lookFor: "the column Status.",
      who: "anybody on the server",
      minutes: 1,
      facts: ["services.updater"],
      settles: ["updater-disabled"],
    },
  ],
  sources: {
    probes: { kind: "probes", path: "probes.json", bytes: 1902 },
    certificate: { kind: "certificate", path: "connector.cer", bytes: 1187 },
    services: { kind: "services", command: "Get-Service WAPCSvc" },
  },
  verdicts: [
    ruledOut("trust-certificate-expired", "trust.certificate.days-left", "121 days", at("certificate")),
    ruledOut("port-443-blocked", "network.probes", "8 of 8 required hosts answer on port 443", at("probes")),
    ruledOut("service-stopped", "service.state", "running", at("services", "2")),
  ],
};
