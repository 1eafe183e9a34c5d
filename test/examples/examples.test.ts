import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allDiagnoses, diagnoseToReport, reportOf } from "../end-to-end/report.ts";
import { root, run } from "../end-to-end/run.ts";
import { reviewable, withoutDigests } from "./reviewable.ts";

interface Expected {
  readonly exitCode: number;
  readonly outcome: string;
  /** The cause that stands first, if any. */
  readonly top?: string;
  /** Every diagnosis, each cause before what it led to. */
  readonly all?: readonly string[];
  readonly confidence?: string;
  /** Reported symptoms that something explains. */
  readonly explained?: readonly string[];
  readonly unexplained?: readonly string[];
}

const examples: Readonly<Record<string, Expected>> = {
  "expired-certificate": {
    exitCode: 1,
    outcome: "diagnosed",
    top: "trust-certificate-expired",
    confidence: "certain",
  },
  "port-443-blocked.yaml": {
    exitCode: 1,
    outcome: "diagnosed",
    top: "port-443-blocked",
    all: [
      "port-443-blocked",
      "registration-address-blocked",
      "service-unreachable-logged",
      "servicebus-blocked",
    ],
    confidence: "certain",
    explained: ["installation-failed"],
  },
  "tls-inspection.yaml": {
    exitCode: 1,
    outcome: "diagnosed",
    top: "tls-inspection",
    all: ["tls-inspection", "connector-inactive"],
    confidence: "certain",
    explained: ["connector-inactive-in-portal"],
  },
  "proxy-set-in-one-place.yaml": {
    exitCode: 1,
    outcome: "diagnosed",
    top: "winhttp-proxy-missing",
    all: ["winhttp-proxy-missing", "port-80-blocked", "updater-proxy-mismatch"],
    confidence: "certain",
    explained: ["gateway-time-out"],
  },
  "several-faults-one-cause.yaml": {
    exitCode: 1,
    outcome: "diagnosed",
    top: "proxy-address-malformed",
    all: [
      "proxy-address-malformed",
      "connector-service-stopped",
      "connector-inactive",
      "group-without-active-connector",
    ],
    confidence: "certain",
    explained: ["gateway-time-out"],
  },
  "healthy.yaml": { exitCode: 0, outcome: "healthy" },
  "almost-nothing-known.yaml": { exitCode: 3, outcome: "inconclusive", unexplained: ["gateway-time-out"] },
};

const names = Object.keys(examples);
const fixture = (name: string) => `../fixtures/expected/${name}`;

describe("the folder of examples", () => {
  it("holds nothing that these tests do not know", () => {
    const entries = readdirSync(`${root}examples`).filter((name) => name !== "README.md");
    expect(entries.sort()).toEqual([...names].sort());
  });
});

describe.each(Object.entries(examples))("the example %s", (name, expected) => {
  const path = `examples/${name}`;

  it("is taken as it stands, and reads as it was reviewed", async () => {
    const { exitCode, stdout, stderr } = await run(["diagnose", path]);
    expect(stderr).toBe("");
    expect(exitCode).toBe(expected.exitCode);
    await expect(withoutDigests(stdout)).toMatchFileSnapshot(fixture(`${name}.txt`));
  });

  it("gives the JSON report that was reviewed, and in it what the example is there for", async () => {
    const { exitCode, stdout, stderr } = await run(["diagnose", path, "--reporter", "json"]);
    expect(exitCode).toBe(expected.exitCode);
    const report = reportOf(stdout, stderr);
    const [top] = report.diagnoses;
    const explained = report.symptoms.filter(({ explainedBy }) => explainedBy.length > 0);
    expect({
      outcome: report.outcome,
      top: top?.rule,
      confidence: top?.confidence,
      explained: explained.map(({ rule }) => rule),
      unexplained: report.unexplained,
    }).toEqual({
      outcome: expected.outcome,
      top: expected.top,
      confidence: expected.confidence,
      explained: expected.explained ?? [],
      unexplained: expected.unexplained ?? [],
    });
    const all = expected.all ?? (expected.top === undefined ? [] : [expected.top]);
    expect(allDiagnoses(report)).toEqual(all);
    await expect(reviewable(report)).toMatchFileSnapshot(fixture(`${name}.json`));
  });
});

describe("the example expired-certificate", () => {
  it("lists the files that no part of the tool reads", async () => {
    const { report } = await diagnoseToReport(["examples/expired-certificate"]);
    const unread = Object.values(report.sources).filter(({ kind }) => kind === "unrecognized");
    expect(unread.map(({ path }) => path).sort()).toEqual(["mail.txt", "nettrace-rtm-07.etl"]);
  });

  it.each([
    ["the year after", "1830000000"],
    ["ten years later", "2105000000"],
  ])("has the same diagnoses %s", async (_, now) => {
    const { exitCode, report } = await diagnoseToReport(["examples/expired-certificate"], {
      env: { SOURCE_DATE_EPOCH: now },
    });
    expect(exitCode).toBe(1);
    expect(allDiagnoses(report)).toEqual(["trust-certificate-expired"]);
    expect(report.diagnoses[0]?.confidence).toBe("certain");
  });

  it("has them by the clock of this machine, too", async () => {
    const { report } = await diagnoseToReport(["examples/expired-certificate"], {
      env: { SOURCE_DATE_EPOCH: "" },
    });
    expect(allDiagnoses(report)).toEqual(["trust-certificate-expired"]);
  });

  it("gives its locations relative to the folder, with forward slashes", async () => {
    const { report } = await diagnoseToReport(["examples/expired-certificate"]);
    const paths = Object.values(report.sources).map(({ path }) => path ?? "");
    expect(paths).toContain(
      "ProgramData/Microsoft/Microsoft Entra private network connector/Config/TrustSettings.xml",
    );
    expect(JSON.stringify(report)).not.toContain(root);
  });
});

describe("the case of the benchmarks", () => {
  it("is understood whole, so that they measure a real diagnosis", async () => {
    const { report } = await diagnoseToReport(["bench/one-case.json"]);
    expect(report.warnings).toEqual([]);
    expect(report.diagnoses[0]?.rule).toBe("winhttp-proxy-missing");
    expect(report.summary.matches + report.summary.doesNotMatch).toBeGreaterThan(report.summary.cannotTell);
  });
});

describe("the example healthy.yaml", () => {
  it("says what is proved sound, and what was not looked at", async () => {
    const { report } = await diagnoseToReport(["examples/healthy.yaml"]);
    expect(report.healthy).toEqual({ rule: "connector-is-healthy", verdict: "matches" });
    expect(report.allClear.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["network-is-sound", "proxy-is-sound", "tls-is-sound", "trust-is-sound"]),
    );
    expect(report.undecided.length).toBeGreaterThan(0);
  });
});

describe("the example almost-nothing-known.yaml", () => {
  it("says what to fetch first, and by whom", async () => {
    const { report } = await diagnoseToReport(["examples/almost-nothing-known.yaml"]);
    const [first] = report.nextSteps;
    expect(first?.settles.length).toBeGreaterThan(0);
    expect(first?.who).not.toBe("");
    expect(report.summary.cannotTell).toBeGreaterThan(report.summary.doesNotMatch);
  });
});
