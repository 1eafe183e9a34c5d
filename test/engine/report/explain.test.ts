import { describe, expect, it } from "vitest";
import { explain } from "../../../engine/explain.ts";
import { assembleReport } from "../../../engine/report/assemble.ts";
import type { Rule } from "../../../engine/rulebook/rulebook.ts";
import type { VerdictWord } from "../../../schemas/fact-types.ts";
import type { Evidence, Missing } from "../../../schemas/generated/types.ts";
import { byId, fakeAsk, fakeEvaluation, fakeFact, fakeRule, fakeRulebook, options } from "./fake-case.ts";

interface Told {
  readonly rules: readonly Rule[];
  readonly verdict?: VerdictWord;
  readonly evidence?: Evidence;
  readonly missing?: readonly Missing[];
}

/** The explanation of the rule a, one line a line, indented by two spaces a level. */
function told({ rules, verdict = "matches", evidence, missing = [] }: Told): string {
  const rulebook = fakeRulebook(rules, {
    facts: byId([
      fakeFact("glaze", { ask: ["kiln", "lens"] }),
      fakeFact("clay", { ask: ["kiln"] }),
      fakeFact("age"),
    ]),
    asks: byId([fakeAsk("kiln", { run: "open kiln\n\nlook" }), fakeAsk("lens", { minutes: 1 })]),
  });
  const evaluation = fakeEvaluation(rules, {
    verdicts: { a: verdict },
    missing: { a: missing },
    evidence: evidence === undefined ? {} : { a: evidence },
  });
  const sources = { shelf: { kind: "photo", path: "photos/shelf.png" } };
  const report = assembleReport(rulebook, evaluation, { facts: {}, sources }, options);
  const lines = explain(rulebook, report, "a")?.lines ?? [];
  return lines.map(({ depth, text }) => `${"  ".repeat(depth)}${text}`).join("\n");
}

const test = (truth: true | false | "unknown", fact: string, found: string, rest: object = {}): Evidence => ({
  kind: "test",
  truth,
  fact,
  expected: "is below 0 days",
  found,
  at: [],
  ...rest,
});

const at = ["4", "5", "6", "7", "8"].map((line) => ({ source: "shelf", at: line }));

describe("an explanation", () => {
  it("of a diagnosis tells its place in the report and what proves it, with the places in the files", () => {
    const rules = [
      fakeRule("a", { because: "It was never fired.", confidence: "possible" }),
      fakeRule("b", { explains: ["a"] }),
      fakeRule("c", { explains: ["a"] }),
    ];
    const parts: Evidence[] = [
      test(true, "glaze", "-8 days", {
        at: [{ source: "shelf", at: "31", account: "potter" }],
        through: ["clay", "age"],
      }),
      {
        kind: "any",
        truth: true,
        parts: [test(false, "clay", "3 days"), test(true, "age", "-1 day", { at })],
      },
    ];
    expect(told({ rules, evidence: { kind: "all", truth: true, parts } })).toBe(
      `Found: The a is cracked (a)
  It is possible: It was never fired.
  It stands under "The b is cracked" (b), which explains it.
  It is explained by c as well.
  What proves it:
    All of these hold:
      glaze is -8 days (asked: is below 0 days).
        It follows from clay, age.
        Seen in photos/shelf.png:31 as potter.
      One of these is enough, and these hold:
        age is -1 day (asked: is below 0 days).
          Seen in photos/shelf.png:4, photos/shelf.png:5, photos/shelf.png:6 and 2 more places.`,
    );
  });

  it.each<[string, string | undefined, string]>([
    ["a number", "31", "photos/shelf.png:31"],
    ["a line as a person writes it", "line 31", "photos/shelf.png:31"],
    ["something else", "third mug", "photos/shelf.png (third mug)"],
    ["not said", undefined, "photos/shelf.png"],
  ])("writes a place inside of a file that is %s as reports do", (_, at, words) => {
    const place = { source: "shelf", ...(at !== undefined && { at }) };
    const evidence = test(true, "glaze", "-8 days", { at: [place] });
    expect(told({ rules: [fakeRule("a")], evidence })).toContain(`Seen in ${words}.`);
  });

  it("counts the places that it does not name", () => {
    const evidence = test(true, "glaze", "-8 days", { at: at.slice(0, 4) });
    expect(told({ rules: [fakeRule("a")], evidence })).toContain("photos/shelf.png:6 and 1 more place.");
  });

  it("of a rule that is ruled out tells only the parts that rule it out", () => {
    const parts: Evidence[] = [
      test(true, "glaze", "-8 days"),
      test("unknown", "age", "(not known)"),
      { kind: "not", truth: false, parts: [test(true, "clay", "-2 days")] },
    ];
    expect(
      told({
        rules: [fakeRule("a")],
        verdict: "does-not-match",
        evidence: { kind: "all", truth: false, parts },
      }),
    ).toBe(
      `Ruled out: The a is cracked (a)
  What rules it out:
    All of these must hold, and these do not:
      This must not hold, but it does:
        clay is -2 days (asked: is below 0 days).`,
    );
  });

  it("of a rule that waits tells what is open, why, and each way to get it once", () => {
    const parts: Evidence[] = [
      test(true, "clay", "-8 days"),
      test("unknown", "glaze", "(not known)", { reason: "access-denied", detail: "the kiln is locked" }),
      test("unknown", "age", "-3 days or 4 days", { reason: "ambiguous" }),
    ];
    const missing: Missing[] = [
      { fact: "glaze", slice: { shelf: "top", row: "2" }, reason: "out-of-coverage" },
      { fact: "glaze", field: "colour", reason: "redacted", detail: "by the potter" },
      { fact: "clay", reason: "not-collected" },
      { fact: "age", reason: "timeout" },
      { fact: "collected-at", reason: "not-collected" },
    ];
    expect(
      told({
        rules: [fakeRule("a")],
        verdict: "cannot-tell",
        evidence: { kind: "all", truth: "unknown", parts },
        missing,
      }),
    ).toBe(
      `Could not check: The a is cracked (a)
  What is open:
    All of these must hold, and these are open:
      glaze is not known: access was denied: the kiln is locked (asked: is below 0 days).
      age is -3 days or 4 days, which does not decide it: what was seen does not settle it (asked: is below 0 days).
  What it waits for:
    age: How the age is
      There was no answer in time.
      No way of asking for it is written down.
    clay: How the clay is
      Nobody looked.
      To get it: Look at the kiln (whoever makes the tea, 7 minutes).
        Open the kiln and read it.
          open kiln
          look
        Look for: the line with the glaze
    collected-at: when the files were collected
      Nobody looked.
      To get it: Say when the files were collected (whoever collected the files, 1 minute).
        When were these files collected? Give it with --at.
        Look for: The date and time with its offset from UTC, for example 2026-11-20T14:05+01:00.
    glaze: How the glaze is
      field colour: it was removed before the file was shared: by the potter.
      shelf top, row 2: this part was not looked at.
      To get it: Look at the kiln, as above.
      To get it: Look at the lens (whoever makes the tea, 1 minute).
        Open the lens and read it.
        Look for: the line with the glaze`,
    );
  });

  it("follows other rules for one level", () => {
    const refers = (rule: string, truth: boolean): Evidence => ({
      kind: "rule",
      truth,
      rule,
      expected: "does-not-match",
      found: truth ? "does-not-match" : "matches",
    });
    const rules = [fakeRule("a"), fakeRule("b"), fakeRule("c")];
    const evaluation = fakeEvaluation(rules, {
      verdicts: { a: "does-not-match", c: "does-not-match" },
      evidence: { a: refers("b", false), b: refers("c", true) },
    });
    const report = assembleReport(fakeRulebook(rules), evaluation, { facts: {} }, options);
    expect(explain(fakeRulebook(rules), report, "a")?.lines.slice(2)).toEqual([
      { depth: 2, text: '"The b is cracked" (b) is found (asked: is ruled out), see:' },
      { depth: 3, text: '"The c is cracked" (c) is ruled out.' },
    ]);
  });

  it("of a test of rows shows the rows and what was not looked at", () => {
    const rows = {
      kind: "some",
      fact: "cups",
      expected: "some row where size is big",
      found: "0 of 2 rows; not looked at: shelf top",
      reason: "out-of-coverage",
      at: [],
    } as const;
    const row = {
      truth: "unknown",
      row: { name: "mug", shelf: "low" },
      at: [{ source: "shelf", at: "2" }],
    } as const;
    const evidence: Evidence = {
      ...rows,
      truth: "unknown",
      rows: [
        { ...row, row: { ...row.row }, at: [...row.at] },
        { truth: "unknown", row: {}, at: [] },
      ],
      at: [],
    };
    expect(
      told({ rules: [fakeRule("a")], verdict: "cannot-tell", evidence })
        .split("\n")
        .slice(2),
    ).toEqual([
      "    cups has 0 of 2 rows; not looked at: shelf top (asked: some row where size is big).",
      "      name mug, shelf low in photos/shelf.png:2",
      "      a row of which nothing is known",
    ]);
  });

  it.each<[string, readonly Rule[], string]>([
    [
      "of history says what makes it history",
      [fakeRule("a", { setAsideBy: "b" }), fakeRule("b", { kind: "all-clear" })],
      'It is history and no diagnosis. It speaks of the past: now it is proved that "The b is cracked".',
    ],
    [
      "of a less precise rule names the finer one",
      [fakeRule("a"), fakeRule("b", { refines: "a" })],
      '"The b is cracked" (b) says the same fault more precisely, so it stands there.',
    ],
    [
      "of a finding with a less sure cause names that",
      [fakeRule("a", { confidence: "certain" }), fakeRule("b", { explains: ["a"] })],
      "It may be caused by b, which is less sure.",
    ],
    [
      "of an all-clear gives its reason",
      [fakeRule("a", { kind: "all-clear", because: "It holds water." })],
      "It holds water.",
    ],
  ])("%s", (_, rules, expected) => {
    expect(told({ rules }).split("\n")).toContain(`  ${expected}`);
  });

  it("of a rule that the rulebook does not have is none", () => {
    const report = assembleReport(fakeRulebook([]), fakeEvaluation([]), { facts: {} }, options);
    expect(explain(fakeRulebook([]), report, "a")).toBeNull();
  });
});
