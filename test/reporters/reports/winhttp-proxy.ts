import type { Diagnosis, Report } from "../../../schemas/generated/types.ts";
import { at, bare, emptyReport, rows, ruledOut, test } from "./parts.ts";

const revocation: Diagnosis = {
  ...bare,
  rule: "revocation-unreachable",
  title: "Revocation lists cannot be fetched over port 80",
  severity: "high",
  confidence: "certain",
  because:
    "The lists of revoked certificates lie on three hosts that answer on port 80 only, and none of them can be reached.",
  evidence: rows("network.probes", "3 of 3 revocation hosts fail", {
    truth: true,
    row: { host: "crl3.contoso.example", port: "80", account: "network-service", result: "connect" },
    at: [at("probes", "3")],
  }),
  fix: [
    {
      do: "Open port 80 outbound to the revocation hosts.",
      who: "the network team",
      expect: "Test-NetConnection crl3.contoso.example -Port 80 says TcpTestSucceeded: True.",
    },
  ],
};

/** The proxy is set in one place only; one root with a consequence, and a symptom that it explains. */
export const winhttpProxy: Report = {
  ...emptyReport,
  headline: "The connector on CONN-02 cannot check Microsoft's certificate: WinHTTP has no proxy.",
  outcome: "diagnosed",
  healthy: { rule: "connector-is-healthy", verdict: "does-not-match" },
  summary: { rules: 9, matches: 3, doesNotMatch: 3, cannotTell: 3 },
  diagnoses: [
    {
      ...bare,
      rule: "winhttp-proxy-missing",
      title: "The proxy is set for the connector, but not for WinHTTP",
      severity: "critical",
      confidence: "likely",
      because:
        "The connector goes out through p1.contoso.example:8080. Revocation checks do not: Windows makes them through WinHTTP, which is set to connect directly, and direct port 80 is closed here. So the connector cannot prove Microsoft's certificate and refuses its own tunnel.",
      evidence: {
        kind: "all",
        truth: true,
        parts: [
          test("proxy.connector.address", "p1.contoso.example:8080", at("config", "31")),
          test("proxy.winhttp.mode", "direct", at("winhttp", "line 4")),
          rows(
            "network.probes",
            "3 of 3 revocation hosts fail",
            {
              truth: true,
              row: {
                host: "crl3.contoso.example",
                port: "80",
                account: "network-service",
                result: "connect",
              },
              at: [at("probes", "3")],
            },
            {
              truth: true,
              row: {
                host: "crl4.contoso.example",
                port: "80",
                account: "network-service",
                result: "connect",
              },
              at: [at("probes", "4")],
            },
          ),
          {
            kind: "any",
            truth: true,
            parts: [
              test(
                "trace.chain-failures",
                '12, issuer "Microsoft Azure RSA TLS Issuing CA 04"',
                at("trace", "8812"),
              ),
              {
                kind: "test",
                truth: "unknown",
                fact: "trust.certificate.days-left",
                expected: "is below 0 days",
                found: "(not known)",
                reason: "not-collected",
                at: [],
              },
            ],
          },
        ],
      },
      fix: [
        {
          do: "Give WinHTTP the same proxy.",
          run: "netsh winhttp set proxy p1.contoso.example:8080",
          who: "a local administrator of CONN-02",
          expect: '"Proxy Server(s): p1.contoso.example:8080".',
        },
        {
          do: "Restart the connector.",
          run: "Restart-Service WAPCSvc",
          who: "a local administrator of CONN-02",
          expect: 'no new "Failed to validate chain" line within 5 minutes.',
          risk: "users of this connector are cut off for some seconds.",
        },
      ],
      references: [
        {
          title: "Work with existing on-premises proxy servers",
          url: "https://learn.microsoft.com/entra/identity/app-proxy/application-proxy-configure-connectors-with-proxy-servers",
          dated: "2026-03-13",
        },
      ],
      consequences: [revocation],
    },
  ],
  symptoms: [
    { rule: "gateway-time-out", title: "Gateway time-out", explainedBy: ["revocation-unreachable"] },
  ],
  allClear: [
    {
      rule: "port-443-is-open",
      title: "Port 443 is open to every required host",
      area: "network",
      because: "",
      evidence: rows("network.probes", "8 of 8 required hosts answer on port 443"),
    },
  ],
  undecided: [
    {
      rule: "trust-certificate-expired",
      title: "The connector's trust certificate has expired",
      severity: "critical",
      missing: [{ fact: "trust.certificate.days-left", reason: "not-collected" }],
    },
    {
      rule: "trust-certificate-missing",
      title: "The trust certificate is not in its store",
      severity: "critical",
      missing: [{ fact: "trust.certificates", slice: { store: "local-machine" }, reason: "out-of-coverage" }],
    },
    {
      rule: "clock-skew",
      title: "The clock of the server is wrong",
      severity: "high",
      missing: [{ fact: "clock.offset", reason: "access-denied", detail: "w32tm answered 0x80070005" }],
    },
  ],
  nextSteps: [
    {
      ask: "collect-as-system",
      title: "Run the collection as SYSTEM on CONN-02",
      do: "Open PowerShell as administrator and collect the trust and the services.",
      run: "connector-doctor collect --only trust,services --out C:\\facts",
      lookFor: "a file C:\\facts\\facts.json; send it.",
      who: "a local administrator of CONN-02",
      minutes: 2,
      facts: ["trust.certificate.days-left", "trust.certificates"],
      settles: ["trust-certificate-expired", "trust-certificate-missing"],
    },
    {
      ask: "read-the-clock",
      title: "Compare the clock with a time server",
      do: "Ask the server how far its clock is off.",
      run: "w32tm /stripchart /computer:time.windows.com /samples:3 /dataonly",
      lookFor: "the offset in seconds.",
      who: "a local administrator of CONN-02",
      minutes: 1,
      facts: ["clock.offset"],
      settles: ["clock-skew"],
    },
  ],
  flowchart: {
    id: "connector-issues",
    title: "Flowchart for connector issues, steps as on Microsoft's page",
    charts: [
      { id: "connector-issues", title: "Flowchart for connector issues, steps as on Microsoft's page" },
    ],
    path: [
      {
        chart: "connector-issues",
        step: "find-group",
        number: 1,
        kind: "question",
        text: "Has the app a connector group with a connector?",
        answer: "yes",
        inferred: false,
      },
      {
        chart: "connector-issues",
        step: "port-test",
        number: 3,
        kind: "question",
        text: "Are ports 443 and 80 open?",
        answer: "no",
        says: "port 80 is closed",
        inferred: true,
      },
      {
        chart: "connector-issues",
        step: "domains-and-ports",
        number: 4,
        kind: "action",
        text: "Configure the domains and ports",
        answer: "none",
        inferred: false,
      },
      {
        chart: "connector-issues",
        step: "proxy-in-use",
        number: 5,
        kind: "question",
        text: 'Is an outbound proxy ("back-end proxy") in use?',
        answer: "yes",
        says: "p1.contoso.example:8080",
        inferred: true,
      },
      {
        chart: "connector-issues",
        step: "proxy-everywhere",
        number: 6,
        kind: "action",
        text: "Give connector and updater the proxy",
        answer: "none",
        inferred: false,
      },
    ],
    stoppedAt: {
      chart: "connector-issues",
      step: "proxy-everywhere",
      number: 6,
      why: "rule-matches",
      rules: ["winhttp-proxy-missing"],
    },
  },
  sources: {
    config: {
      kind: "service-config",
      path: "MicrosoftEntraPrivateNetworkConnectorService.exe.config",
      bytes: 2817,
    },
    winhttp: { kind: "winhttp-proxy", path: "out/winhttp-proxy.txt", bytes: 143 },
    probes: { kind: "probes", path: "out/probes.json", bytes: 1902 },
    trace: { kind: "trace-log", path: "trace.log", bytes: 1048919, notes: ["the last line is cut"] },
    etl: { kind: "unrecognized", path: "trace.etl", bytes: 4194811 },
    docx: { kind: "unrecognized", path: "notes.docx", bytes: 21844 },
  },
  warnings: [
    {
      code: "damaged-source",
      message: "trace.log ends in the middle of a line; that line was left out.",
      file: "trace.log",
    },
  ],
  verdicts: [
    ruledOut("connector-group-empty", "portal.group-connectors", "2 connectors", at("probes", "11")),
    ruledOut(
      "port-443-blocked",
      "network.probes",
      "8 of 8 required hosts answer on port 443",
      at("probes", "1"),
    ),
    ruledOut(
      "tls-inspection",
      "trace.chain-issuers",
      "Microsoft Azure RSA TLS Issuing CA 04, a public issuer",
      at("trace", "8812"),
    ),
  ],
};
