import { describe, expect, it } from "vitest";
import { assembleReport } from "../../../engine/report/assemble.ts";
import type { Rule, Rulebook } from "../../../engine/rulebook/rulebook.ts";
import type { VerdictWord } from "../../../schemas/fact-types.ts";
import {
  byId,
  fakeAsk,
  fakeEvaluation,
  fakeFact,
  fakeRule,
  fakeRulebook,
  missingFact,
  options,
} from "./fake-case.ts";

const letters: Record<string, VerdictWord> = { "+": "matches", "-": "does-not-match", "?": "cannot-tell" };

/** `a+ b- c?`: the verdicts. */
function reportOf(
  rules: readonly Rule[],
  verdicts: string,
  rest: Partial<Rulebook> = {},
  asked?: string[],
  host = "POT-7",
) {
  const given = verdicts
    .split(" ")
    .map((each) => [each.slice(0, -1), letters[each.slice(-1)] ?? "matches"] as const);
  const missing = { sound: [missingFact("glaze")] };
  const evaluation = fakeEvaluation(rules, { verdicts: Object.fromEntries(given), missing });
  const file = { facts: {}, subject: host === "" ? {} : { host } };
  return assembleReport(fakeRulebook(rules, rest), evaluation, file, {
    ...options,
    ...(asked && { rules: asked }),
  });
}

const a = fakeRule("a", { title: "The spout is cracked.", confidence: "certain" });
const b = fakeRule("b", { title: "The lid is gone", confidence: "possible" });
const hint = fakeRule("hint", { kind: "advisory", title: "The pot is old" });
const sound = fakeRule("sound", { kind: "all-clear", title: "The pot holds water" });
const steam = fakeRule("steam", { kind: "symptom", title: "No steam comes out" });
const proof = { healthyWhen: "sound" };

describe("the outcome and the first line", () => {
  it.each<[Parameters<typeof reportOf>, string, string]>([
    [[[a, b], "a+ b+"], "diagnosed", "Found on POT-7: The spout is cracked."],
    [[[a, b], "a- b+"], "diagnosed", "Possible on POT-7: The lid is gone."],
    [[[hint], "hint+", {}, undefined, ""], "diagnosed", "Likely: The pot is old."],
    [
      [[a, steam], "a+ steam+"],
      "diagnosed",
      'Not solved: nothing that was found explains "No steam comes out". Found on POT-7: The spout is cracked.',
    ],
    [
      [[a, { ...steam, restates: ["a"] }], "a+ steam+"],
      "diagnosed",
      "Not solved: what was reported is so, and nothing that was found explains it. Found on POT-7: The spout is cracked.",
    ],
    [
      [
        [a, fakeRule("dent", { explains: ["a"], title: "The pot fell" }), { ...steam, restates: ["a"] }],
        "a+ dent+ steam+",
      ],
      "diagnosed",
      "Likely on POT-7: The pot fell.",
    ],
    [[[a, sound], "a+ sound+", proof], "diagnosed", "Found on POT-7: The spout is cracked."],
    [
      [[hint, sound], "hint+ sound+", proof],
      "diagnosed",
      "Proved sound on POT-7: The pot holds water; still worth a look: The pot is old.",
    ],
    [[[hint, sound], "hint+ sound?", proof], "diagnosed", "Likely on POT-7: The pot is old."],
    [[[a, sound], "a- sound+", proof], "healthy", "Proved sound on POT-7: The pot holds water."],
    [
      [[a, b, hint, sound], "a- b? hint? sound+", proof],
      "healthy",
      "Proved sound on POT-7: The pot holds water; 2 rules could not be checked.",
    ],
    [
      [[a, sound], "a- sound?", proof],
      "inconclusive",
      "No fault was found on POT-7, but it is not proved to be sound either.",
    ],
    [
      [[a, sound], "a- sound-", proof],
      "inconclusive",
      "No fault was found on POT-7, but it is not proved to be sound either.",
    ],
    [
      [[a, b, hint], "a- b- hint-"],
      "nothing-found",
      "No fault was found on POT-7: all 2 that were looked for are ruled out.",
    ],
    [
      [[a, hint], "a- hint?"],
      "nothing-found",
      "No fault was found on POT-7: the one that was looked for is ruled out; 1 rule could not be checked.",
    ],
    [[[a, b], "a? b-"], "inconclusive", "Nothing is proved on POT-7: 1 of 2 rules could not be checked."],
    [
      [[a, b, sound], "a? b? sound?", proof, undefined, ""],
      "inconclusive",
      "Nothing is proved: 2 of 2 rules could not be checked.",
    ],
    [[[sound], "sound+"], "inconclusive", "No fault was looked for on POT-7."],
    [
      [[a, b, sound], "a? b- sound?", proof, ["b"]],
      "nothing-found",
      "No fault was found on POT-7: the one that was looked for is ruled out.",
    ],
    [
      [[a, hint], "a? hint-", {}, ["hint"]],
      "nothing-found",
      "No fault was found on POT-7: the one that was looked for is ruled out.",
    ],
    [
      [[a, b, sound], "a? b+ sound+", proof, ["a", "sound"]],
      "healthy",
      "Proved sound on POT-7: The pot holds water; 1 rule could not be checked.",
    ],
    [
      [[fakeRule("old", { setAsideBy: "sound" }), sound], "old+ sound+"],
      "nothing-found",
      "No fault was found on POT-7: the one that was looked for is ruled out.",
    ],
  ])("%#", (input, outcome, headline) => {
    const report = reportOf(...input);
    expect([report.outcome, report.headline]).toEqual([outcome, headline]);
  });

  it("the proof of health stands in the report, unless the rules asked for leave it out", () => {
    expect(reportOf([a, sound], "a+ sound-", proof).healthy).toEqual({
      rule: "sound",
      verdict: "does-not-match",
    });
    expect(reportOf([a, sound], "a+ sound-", proof, ["a"])).not.toHaveProperty("healthy");
    expect(reportOf([a, sound], "a+ sound-")).not.toHaveProperty("healthy");
  });

  it("where only the proof of health is open, the next step says how to close it", () => {
    const known = {
      ...proof,
      asks: byId([fakeAsk("kiln")]),
      facts: byId([fakeFact("glaze", { ask: ["kiln"] })]),
    };
    expect(reportOf([a, sound], "a- sound?", known).nextSteps).toMatchObject([
      { ask: "kiln", settles: ["sound"] },
    ]);
    expect(reportOf([a, sound], "a+ sound?", known).nextSteps).toEqual([]);
  });

  it("all-clears say what is proved, with the area and the reason", () => {
    const told = { ...sound, because: "It was filled with {{ glaze }}." };
    expect(reportOf([told, a], "sound+ a?", { facts: byId([fakeFact("glaze")]) }).allClear).toMatchObject([
      {
        rule: "sound",
        title: "The pot holds water",
        area: "spout",
        because: "It was filled with (not known).",
      },
    ]);
    expect(reportOf([told, a], "sound+ a?", {}, ["a"]).allClear).toEqual([]);
  });
});
