import type { Report, Undecided } from "../../../schemas/generated/types.ts";
import { emptyReport } from "./parts.ts";

const open = (rule: string, title: string, fact: string): Undecided => ({
  rule,
  title,
  severity: "high",
  missing: [{ fact, reason: "not-collected" }],
});

/** One question was answered; nothing can be said yet. */
export const almostNothing: Report = {
  ...emptyReport,
  subject: {},
  collectedAt: {},
  headline: "Too little is known for a diagnosis: 7 rules could not be checked.",
  outcome: "inconclusive",
  healthy: { rule: "connector-is-healthy", verdict: "cannot-tell" },
  summary: { rules: 9, matches: 0, doesNotMatch: 0, cannotTell: 9 },
  symptoms: [{ rule: "installation-fails", title: "The installation fails", explainedBy: [] }],
  unexplained: ["installation-fails"],
  undecided: [
    open("port-443-blocked", "Port 443 is blocked", "network.probes"),
    open("tls-1-2-off", "TLS 1.2 is switched off", "tls.enabled"),
    open("sha512-blocked", "SHA512 is blocked between here and the service", "tls.sha512"),
    open("admin-role-missing", "The person who installs has no sufficient role", "admin.role"),
    open("domain-blocked", "A required domain is blocked", "network.domains"),
    open("proxy-not-used", "The proxy is not used by the installer", "proxy.installer"),
    open("trust-certificate-missing", "The trust certificate is not in its store", "trust.certificates"),
  ],
  nextSteps: [
    {
      ask: "installation-log",
      title: "Fetch the installation logs",
      do: "Open the folder %TEMP% of the person who ran the installer and send the newest logs.",
      run: "explorer %TEMP%",
      lookFor: "files whose names begin with Microsoft Entra private network connector.",
      who: "the person who ran the installer",
      minutes: 3,
      facts: ["install.log"],
      settles: [
        "port-443-blocked",
        "tls-1-2-off",
        "sha512-blocked",
        "admin-role-missing",
        "domain-blocked",
        "proxy-not-used",
      ],
    },
    {
      ask: "port-test",
      title: "Test ports 443 and 80",
      do: "Test both ports.",
      lookFor: "TcpTestSucceeded.",
      who: "a local administrator",
      minutes: 5,
      facts: ["network.probes"],
      settles: ["port-443-blocked", "domain-blocked"],
    },
    {
      ask: "role",
      title: "Look up the role of the admin",
      do: "Look it up in the portal.",
      lookFor: "Application Administrator.",
      who: "an administrator of the tenant",
      minutes: 2,
      facts: ["admin.role"],
      settles: ["admin-role-missing"],
    },
    {
      ask: "store",
      title: "List the certificates",
      do: "Open certlm.msc.",
      lookFor: "the issuer.",
      who: "a local administrator",
      minutes: 4,
      facts: ["trust.certificates"],
      settles: ["trust-certificate-missing"],
    },
  ],
  sources: { answers: { kind: "fact-file", path: "answers.yaml", bytes: 61 } },
  warnings: [
    {
      code: "unknown-fact",
      message: "No loaded pack knows the fact reported.by-phone; it is kept and decides nothing.",
      file: "answers.yaml",
      fact: "reported.by-phone",
    },
  ],
  verdicts: [],
};
