import { describe, expect, it } from "vitest";
import { diagnoseExit, type ExitName, type FailOn } from "../../cli/exit-codes.ts";
import { diagnose } from "../../engine/diagnose.ts";
import type { RuleKind, Severity } from "../../schemas/fact-types.ts";
import { rule, rulebook, scalar, test } from "../support/small-rulebook.ts";

const facts = [scalar("celsius", "number"), scalar("lux", "number")];
const ruleOn = (fact: string, id: string, kind: RuleKind, severity: Severity) =>
  rule(id, test(fact, "above", 35.5), { kind, severity });
const rules = [
  ruleOn("celsius", "hot", "fault", "high"),
  ruleOn("lux", "bright", "fault", "low"),
  ruleOn("lux", "glaring", "advisory", "high"),
  ruleOn("lux", "light-is-sound", "all-clear", "info"),
  ruleOn("lux", "dazzled", "symptom", "info"),
];

async function exitFor(given: Record<string, number>, named: readonly string[], failOn: FailOn) {
  const options = {
    toolVersion: "0.0.7",
    digest: (text: string) => text,
    ...(named.length > 0 && { rules: named }),
  };
  return diagnoseExit(await diagnose(rulebook(facts, rules), { facts: given }, options), failOn, named);
}

describe("the exit of a diagnosis in a pack without a proof of health", () => {
  it.each<[string, Record<string, number>, string[], FailOn, ExitName]>([
    ["every grave fault is ruled out, a slight one is open", { celsius: 21 }, [], "medium", "fine"],
    ["a grave fault is open", { lux: 7 }, [], "medium", "inconclusive"],
    ["a slight fault that counts is open", { celsius: 21 }, [], "low", "inconclusive"],
    [
      "a slight fault is found, and no grave one left",
      { celsius: 21, lux: 90 },
      ["hot", "bright"],
      "medium",
      "fine",
    ],
    ["only a fault was named, and it is ruled out", { celsius: 21 }, ["hot"], "medium", "fine"],
    ["only an advisory was named, and it is open", {}, ["glaring"], "medium", "inconclusive"],
    ["only an advisory was named, and it is ruled out", { lux: 7 }, ["glaring"], "medium", "fine"],
    ["only an all-clear was named, and it is open", {}, ["light-is-sound"], "medium", "inconclusive"],
    ["only an all-clear was named, and it is proved", { lux: 90 }, ["light-is-sound"], "high", "fine"],
    [
      "only an all-clear was named, and it is disproved",
      { lux: 7 },
      ["light-is-sound"],
      "medium",
      "inconclusive",
    ],
    [
      "a fault that is ruled out, and an all-clear that is open",
      { celsius: 21 },
      ["hot", "light-is-sound"],
      "medium",
      "inconclusive",
    ],
    [
      "only an advisory was named, and it is found below the threshold",
      { lux: 90 },
      ["glaring"],
      "critical",
      "fine",
    ],
    ["only a symptom was named, and it is open", {}, ["dazzled"], "medium", "inconclusive"],
    ["nothing is known, and only the report is asked for", {}, ["light-is-sound"], "never", "fine"],
  ])("%s", async (_name, given, named, failOn, exit) => {
    expect(await exitFor(given, named, failOn)).toBe(exit);
  });
});
