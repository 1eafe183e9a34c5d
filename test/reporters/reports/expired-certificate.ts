import type { Diagnosis, Report } from "../../../schemas/generated/types.ts";
import { at, bare, emptyReport, ruledOut, test, unknownTest } from "./parts.ts";

const inactive: Diagnosis = {
  ...bare,
  rule: "connector-inactive",
  title: "The portal shows the connector as inactive",
  severity: "high",
  confidence: "certain",
  because: "A connector without a sound certificate cannot report to the service.",
  evidence: test("portal.connector-status", "inactive", at("answers", "7")),
  alsoCausedBy: ["service-account-changed"],
};

const groupEmpty: Diagnosis = {
  ...bare,
  rule: "connector-group-without-active-connector",
  title: "The connector group has no active connector",
  severity: "critical",
  confidence: "possible",
  because: "",
  evidence: test("portal.active-connectors", "0", at("answers", "8")),
  fix: [{ do: "Assign a second connector to the group.", who: "an Application Administrator" }],
};

/** Two roots, a chain of consequences, history, a conflict, a step that depends on what is not known. */
export const expiredCertificate: Report = {
  ...emptyReport,
  subject: { host: "VMPROXY07" },
  collectedAt: { from: "2026-11-19T22:41:07+01:00", to: "2026-12-01T08:00:00Z" },
  headline:
    "The connector's trust certificate on VMPROXY07 has expired, so the connector cannot sign in to the service.",
  summary: { rules: 12, matches: 7, doesNotMatch: 2, cannotTell: 3 },
  diagnoses: [
    {
      ...bare,
      rule: "trust-certificate-expired",
      title:
        "The connector's trust certificate has expired, and the renewal that should have replaced it did not happen",
      severity: "critical",
      confidence: "certain",
      because:
        "A connector that is offline for months misses its renewal, and the service stops once the certificate (2026-11-11 06:13 UTC) expires.",
      evidence: {
        kind: "all",
        truth: true,
        parts: [
          {
            ...test("trust.certificate.days-left", "between -20 and -8 days", at("certificate")),
            expected: "is below 0 days",
            through: ["trust.certificate.not-after", "collected-at"],
          },
          {
            kind: "not",
            truth: true,
            parts: [
              {
                ...test("trust.is-in-user-store", "false", at("trust", "6"), at("trust-old", "6")),
                truth: false,
                expected: "is true",
              },
            ],
          },
          {
            kind: "rule",
            truth: true,
            rule: "trust-is-sound",
            expected: "does-not-match",
            found: "does-not-match",
          },
        ],
      },
      fix: [
        {
          do: "Register the connector again. This asks for an Application Administrator to sign in.",
          run: "Import-Module MicrosoftEntraPrivateNetworkConnectorPSModule\nif (Test-Connection login.microsoftonline.com) {\n\tRegister-MicrosoftEntraPrivateNetworkConnector -Feature ApplicationProxy -AuthenticationMode Interactive\n}\n",
          expect: "the connector turns active in the portal within 10 minutes",
        },
        {
          if: "the certificate lies in the user store.",
          do: "Look at it as Network Service: psexec shows that account's own store, which nobody else can see.",
          run: 'psexec -i -u "nt authority\\network service" cmd.exe',
        },
        {
          do: "If that fails, uninstall and reinstall the connector.",
          risk: "the connector is offline meanwhile",
        },
      ],
      references: [
        {
          title: "Troubleshoot problems installing the private network connector",
          url: "https://learn.microsoft.com/entra/global-secure-access/troubleshoot-connectors",
          dated: "2024-04-15",
          says: "Uninstall and reinstall, or register again.",
        },
      ],
      lessPrecise: [
        {
          rule: "trust-broken",
          title: "The connector and the service do not trust each other",
          because: "",
          evidence: test("trust.state", "broken", at("certificate")),
        },
      ],
      consequences: [{ ...inactive, consequences: [groupEmpty] }],
    },
    {
      ...bare,
      rule: "service-account-changed",
      title: "The connector service does not run as Network Service",
      kind: "advisory",
      severity: "medium",
      confidence: "possible",
      because:
        "The certificate is readable for Network Service only; the service runs as CONTOSO\\svc-connector.",
      evidence: {
        kind: "any",
        truth: true,
        parts: [
          test("service.account", "CONTOSO\\svc-connector", {
            source: "answers",
            at: "12",
            account: "administrator",
            time: "2026-11-19T22:41:07+01:00",
          }),
          unknownTest("service.log-on", "access-denied", "the registry key could not be opened"),
        ],
      },
      mayBeCausedBy: ["trust-certificate-expired"],
    },
  ],
  setAside: [
    {
      rule: "trust-certificate-expiry-logged",
      title: "The log says that the trust certificate expired",
      by: "trust-certificate-expired",
      because: "The log speaks of the past; the certificate itself is there and says the same.",
      evidence: {
        kind: "some",
        truth: true,
        fact: "events.connector-admin",
        expected: "some row with event-id 1000",
        found: "4 of 31 rows fit",
        rows: ["1771", "1790", "1804", "1822"].map((record) => ({
          truth: true as const,
          row: {
            "event-id": "1000",
            time: "2026-11-12 06:13 UTC",
            message:
              "Connector re-registration failed: The Connector trust certificate expired. Run the PowerShell cmdlet Register-MicrosoftEntraPrivateNetworkConnector on the computer.",
          },
          at: [at("events", `event record ${record}`)],
        })),
        at: [],
      },
    },
  ],
  symptoms: [
    {
      rule: "apps-unreachable",
      title: "Users cannot open any published application",
      explainedBy: ["trust-certificate-expired", "connector-inactive"],
    },
    { rule: "portal-slow", title: "The portal is slow", explainedBy: [] },
  ],
  unexplained: ["portal-slow"],
  undecided: [
    {
      rule: "trust-certificate-in-wrong-store",
      title: "The certificate lies in another store than the one that is named",
      severity: "high",
      missing: [
        { fact: "trust.certificates", field: "store", reason: "not-collected" },
        { fact: "collected-at", reason: "ambiguous" },
      ],
    },
    {
      rule: "trust-no-private-key",
      title: "The certificate has no private key",
      severity: "high",
      missing: [],
    },
  ],
  conflicts: [
    {
      fact: "trust.thumbprint",
      claims: [
        { value: "4905CC64B2D81BBED60962ECC5DCF63F643CCD55", from: [at("trust", "5")] },
        { value: "0B3F27A9915E6C6D5B8A13D0C2E44F7790AD1E62", from: [at("trust-old", "5")] },
      ],
    },
  ],
  flowchart: {
    id: "connector-issues",
    title: "Flowchart for connector issues",
    charts: [{ id: "connector-issues", title: "Flowchart for connector issues" }],
    path: [
      {
        chart: "connector-issues",
        step: "find-group",
        number: 1,
        kind: "question",
        text: "Has the app a connector group with a connector?",
        answer: "not-known",
        inferred: false,
      },
    ],
    stoppedAt: {
      chart: "connector-issues",
      step: "find-group",
      number: 1,
      why: "not-known",
      rules: [],
      question: "Which connector group is the app assigned to?",
    },
  },
  sources: {
    trust: {
      kind: "trust-settings",
      path: "ProgramData/Microsoft/Microsoft Entra private network connector/Config/TrustSettings.xml",
      bytes: 391,
    },
    "trust-old": {
      kind: "trust-settings",
      path: "ProgramData/Microsoft/Microsoft AAD Application Proxy Connector/Config/TrustSettings.xml",
      bytes: 391,
    },
    certificate: {
      kind: "certificate",
      path: "connector.cer",
      bytes: 1187,
      sha256: "7c0b4f".padEnd(64, "5"),
    },
    events: {
      kind: "event-export",
      path: "AdminLog.xml",
      bytes: 77120,
      encoding: "utf-16le",
      notes: ["2 of 31 events have no message"],
    },
    answers: { kind: "fact-file", path: "answers.yaml" },
  },
  verdicts: [
    ruledOut(
      "trust-certificate-not-yet-valid",
      "trust.certificate.not-before",
      "2026-05-11 06:13 UTC",
      at("certificate"),
    ),
    ruledOut("trust-is-in-user-store", "trust.is-in-user-store", "false", at("trust", "6")),
  ],
};
