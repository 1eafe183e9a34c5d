import { describe, expect, it } from "vitest";
import { markdown } from "../../reporters/markdown.ts";
import { text } from "../../reporters/text.ts";
import { reasons } from "../../schemas/fact-types.ts";
import type { Diagnosis, Evidence, Report } from "../../schemas/generated/types.ts";
import { almostNothing } from "./reports/almost-nothing.ts";
import { at, bare, emptyReport, rows, test, unknownTest } from "./reports/parts.ts";
import { winhttpProxy } from "./reports/winhttp-proxy.ts";

const plain = { colour: false, verbose: false };
const verbose = { colour: false, verbose: true };

const diagnosis = (changes: Partial<Diagnosis> = {}): Diagnosis => ({
  ...bare,
  rule: "proxy-missing",
  title: "The proxy is missing",
  severity: "high",
  confidence: "likely",
  because: "It is not set.",
  evidence: test("proxy.mode", "direct", at("answers", "7")),
  ...changes,
});
const withDiagnosis = (changes: Partial<Diagnosis>): Report => ({
  ...emptyReport,
  diagnoses: [diagnosis(changes)],
});
const evidenceReport = (evidence: Evidence) => withDiagnosis({ evidence });

describe("what nobody could look at", () => {
  it.each(reasons)("is never shown as fine: %s", (reason) => {
    for (const print of [text, markdown]) {
      const words = print(evidenceReport(unknownTest("clock.offset", reason, "w32tm 0x7")), plain);
      expect(words.replace(/\s+/g, " ")).toMatch(/clock\.offset`? (?:\| )?not known \([^)]*: w32tm 0x7\)/);
    }
  });

  it("keeps the word not known in front of what was found", () => {
    const evidence: Evidence = { ...unknownTest("tls.port", "wrong-type"), found: "many" };
    expect(text(evidenceReport(evidence), plain)).toContain(
      "not known (what was found is of another type); found:",
    );
  });

  it("is said of a list before what was found of it", () => {
    const evidence: Evidence = {
      ...rows("network.probes", "2 of 5 hosts answer"),
      truth: "unknown",
      reason: "out-of-coverage",
    };
    const expected = "network.probes  not known (this part was not looked at); found: 2 of";
    expect(text(evidenceReport(evidence), plain)).toContain(expected);
  });

  it("is listed on its own beside what decides, if asked for", () => {
    const evidence: Evidence = {
      kind: "any",
      truth: true,
      parts: [test("proxy.mode", "direct"), unknownTest("clock.offset", "access-denied")],
    };
    expect(text(evidenceReport(evidence), plain)).not.toContain("clock.offset");
    expect(text(evidenceReport(evidence), verbose)).toContain(
      "  Open    clock.offset  not known (access was denied)",
    );
  });

  it("is marked in a row that may or may not fit", () => {
    const evidence = rows("network.probes", "perhaps 1 row", {
      truth: "unknown",
      row: { port: "8443" },
      at: [],
    });
    expect(text(evidenceReport(evidence), plain)).toContain("- not known whether it fits: port 8443");
  });

  it("stands first in a report that proves nothing", () => {
    const lines = text(almostNothing, plain).split("\n");
    const heads = lines
      .filter((line) => /^[A-Z]{3}[A-Z ]+(?: {2}|$)/.test(line))
      .map((line) => line.split("  ")[0]);
    expect(heads).toEqual(["COULD NOT BE CHECKED", "NOT EXPLAINED", "WARNINGS"]);
    expect(lines).toContain("Nothing is proved: neither a fault, nor that anything is sound. The proof of");
  });
});

describe("the fix plan", () => {
  const step = (action: string) => ({ do: action });
  const chain = diagnosis({
    fix: [step("Set it."), step("Restart it.")],
    consequences: [
      diagnosis({
        rule: "tunnel-down",
        fix: [step("Open it.")],
        consequences: [diagnosis({ rule: "group-empty", fix: [step("Fill it.")] })],
      }),
      diagnosis({ rule: "portal-red", fix: [step("Wait.")] }),
    ],
  });

  it("numbers the steps of the root first, then those of each consequence in order", () => {
    const words = text({ ...emptyReport, diagnoses: [chain] }, plain);
    const steps = words.split("\n").flatMap((line) => /\d\. [A-Z][a-z]+(?: it)?\.$/.exec(line)?.[0] ?? []);
    expect(steps).toEqual(["1. Set it.", "2. Restart it.", "3. Open it.", "4. Fill it.", "5. Wait."]);
    expect(words).toContain("group-empty, through tunnel-down");
    expect(words.match(/If this is still so after step 2:/g)).toHaveLength(3);
  });

  it("counts all of them as diagnoses and the root as the cause", () => {
    expect(text({ ...emptyReport, diagnoses: [chain] }, plain)).toContain(
      "4 diagnoses, 1 cause · 0 ruled out",
    );
    expect(text(withDiagnosis({}), plain)).toContain("\n1 diagnosis · 0 ruled out");
  });

  it("does not break commands, however long they are", () => {
    const run = `Register-Connector ${"-Option value ".repeat(12)}-End`;
    const words = text(withDiagnosis({ fix: [{ do: "Register.", run }] }), plain);
    expect(words.split("\n").map((line) => line.trim())).toContain(run);
  });

  it.each(["the store is open.", "the store is open", "the store is open:"])(
    "heads a step that depends: %s",
    (words) => {
      const report = withDiagnosis({ fix: [{ do: "Close it.", if: words }] });
      expect(text(report, plain)).toContain(
        "1. If the store is open, which is not known here:\n             Close it.",
      );
    },
  );

  it("survives a chain of any length", () => {
    let long = diagnosis();
    for (let length = 0; length < 3_000; length++) long = diagnosis({ consequences: [long] });
    const report: Report = { ...emptyReport, diagnoses: [long] };
    expect(text(report, plain)).toContain("3001 diagnoses, 1 cause");
    expect(markdown(report, plain)).toContain("3001 diagnoses, 1 cause");
  });
});

describe("long lists", () => {
  const many = Array.from({ length: 31 }, (_, index) => index);

  it("of files that nobody understood are cut and counted", () => {
    const sources = Object.fromEntries(
      many.map((index) => [`s${index}`, { kind: "unrecognized", path: `odd-${index}.bin` }]),
    );
    const report = { ...emptyReport, sources };
    expect(text(report, plain)).toContain("  - and 11 more: add --verbose");
    expect(text(report, verbose)).toContain("  - odd-30.bin");
  });

  it("of places are cut and counted", () => {
    const places = many.map((index) => at("log", String(index)));
    const words = text(evidenceReport(test("log.errors", "31", ...places)), plain);
    expect(words).toContain("log:1\n");
    expect(words).toContain("and 29 more places\n");
  });

  it("show the same place once", () => {
    const words = text(evidenceReport(test("log.errors", "31", at("log", "7"), at("log", "line 7"))), plain);
    expect(words.match(/log:7/g)).toHaveLength(1);
  });
});

describe("names", () => {
  it("of sources are looked up among their own keys only", () => {
    expect(text(evidenceReport(test("log.errors", "3", at("constructor", "7"))), plain)).toContain(
      "constructor:7",
    );
  });

  it("of rules have their titles wherever the report knows them", () => {
    expect(text(winhttpProxy, plain)).toContain("(revocation-unreachable)");
  });
});

describe("the report of a server without a fault", () => {
  it("does not call a failed proof of health a pass", () => {
    const report: Report = {
      ...emptyReport,
      outcome: "inconclusive",
      healthy: { rule: "connector-is-healthy", verdict: "does-not-match" },
    };
    expect(text(report, plain)).toContain("The proof of\n  health is ruled out: connector-is-healthy.");
  });
});
