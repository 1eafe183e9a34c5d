import { describe, expect, it } from "vitest";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import {
  findSymptom,
  reportedSymptoms,
  withNamedSymptoms,
  withSymptoms,
} from "../../engine/reported-symptoms.ts";
import type { ShortEntry } from "../../schemas/generated/types.ts";
import { field, list, rule, rulebook, some, test } from "../support/small-rulebook.ts";

const symptom = (id: string, title: string, ...said: readonly string[]) =>
  rule(id, some("reported.symptoms", null), { kind: "symptom", title, said });

const symptoms = rulebook(
  [],
  [
    symptom("bad-gateway", "Users see that the gateway is bad", "502", "BadGateway"),
    symptom("gateway-time-out", "Users see a gateway time-out", "504", "The gateway did not answer in time"),
    symptom("door-off", "The door does not move", "off"),
  ],
);

describe("the symptom that a caller means", () => {
  it.each([
    ["bad-gateway", "bad-gateway"],
    ["502", "bad-gateway"],
    ["HTTP 502.", "bad-gateway"],
    ["Error 504: the page is not there", "gateway-time-out"],
    ["(504)", "gateway-time-out"],
    ["BADGATEWAY", "bad-gateway"],
    ["It says: The gateway did not answer in time!", "gateway-time-out"],
    ["gateway did not answer", "gateway-time-out"],
    ["the door is off", "door-off"],
    ["The gateway\r\n  did not answer in time.", "gateway-time-out"],
    ["The gateway did not answer in time. Status code: 502", "gateway-time-out"],
    ["502: users see a gateway time\u2011out", "bad-gateway"],
  ])("%j is known by its id or by what is on the screen", (said, id) => {
    expect(findSymptom(symptoms, said)).toEqual({ rule: id });
  });

  it.each([
    "1502",
    "5020",
    "502.3",
    "1.502",
    "HTTP502",
    "502a",
    "AADSTS50234",
    "504,7",
    "the office door",
    "50",
    "2",
  ])("%j is not taken for a number or word that it only holds", (said) => {
    expect(findSymptom(symptoms, said)).toHaveProperty("nearest");
  });

  it.each(["first 502, then 504", "BadGateway 504 and off"])("is asked for where several fit: %j", (said) => {
    expect(findSymptom(symptoms, said)).toHaveProperty("nearest");
  });

  it("is asked for among those that fit", () => {
    expect(findSymptom(symptoms, "first 502, then 504")).toEqual({
      nearest: ["bad-gateway", "gateway-time-out"],
    });
  });

  it.each([
    ["a".repeat(14), "b".repeat(21), "longer"],
    ["a".repeat(14), "b".repeat(20), null],
    ["a".repeat(9), "b".repeat(20), "longer"],
    ["a".repeat(9), "b".repeat(19), null],
  ])(
    "%j beside %j: a sentence counts for more from 20 characters and half as long again on",
    (a, b, rule) => {
      const two = rulebook([], [symptom("shorter", "One", a), symptom("longer", "Two", b)]);
      const found = findSymptom(two, `${a} and ${b}`);
      expect("rule" in found ? found.rule : null).toBe(rule);
    },
  );

  it("is known with curly marks and with straight ones", () => {
    const one = rulebook([], [symptom("no-access", "One", "can't be accessed")]);
    expect(findSymptom(one, "This app can\u2019t be accessed")).toEqual({ rule: "no-access" });
  });
});

describe("symptoms in a fact file", () => {
  const named = (...names: readonly string[]) =>
    withNamedSymptoms(symptoms, { facts: { "reported.symptoms": names.map((name) => ({ name })) } });

  it("may be the words on the screen", () => {
    const { facts, warnings } = named("Error 504", "door-off");
    expect(facts.facts["reported.symptoms"]).toEqual({
      items: [{ name: "gateway-time-out" }, { name: "door-off" }],
    });
    expect(warnings).toEqual([]);
  });

  it("that nobody knows are told, with the one that was meant", () => {
    expect(named("door-of", "no tea").warnings.map(({ message }) => message)).toEqual([
      'No loaded pack knows the reported symptom "door-of"; it was not used. Did you mean door-off?',
      'No loaded pack knows the reported symptom "no tea"; it was not used. Did you mean bad-gateway or gateway-time-out or door-off?',
    ]);
  });

  it("stay as they are where there are none", () => {
    const file = { facts: { "reported.symptoms": null, door: true } };
    expect(withNamedSymptoms(symptoms, file)).toEqual({ facts: file, warnings: [] });
  });
});

describe("what a caller reports", () => {
  const symptoms = list(reportedSymptoms, { name: field("text") }, { key: ["name"] });
  const named = (id: string) => rule(id, some(reportedSymptoms, test("name", "is", id)), { kind: "symptom" });
  const book = rulebook([symptoms], [named("paper-jam"), named("toner-low")]);

  it.each<[string, ShortEntry, string, string[]]>([
    ["one symptom leaves the others open", [{ name: "paper-jam" }], "cannot-tell", []],
    [
      "so it does if it is said to be all there is, which is told",
      { items: [{ name: "paper-jam" }], complete: true },
      "cannot-tell",
      ["value-set-aside"],
    ],
    [
      "or if the others are said to be looked at",
      { items: [{ name: "paper-jam" }], covers: [{}] },
      "cannot-tell",
      ["value-set-aside"],
    ],
    ["only none rules them out", null, "does-not-match", []],
  ])("%s", async (_, entry, verdict, warnings) => {
    const { outcomes, memory } = await evaluate(book, { facts: { facts: { [reportedSymptoms]: entry } } });
    expect(outcomes.get("toner-low")?.verdict).toBe(verdict);
    expect(memory.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  it("by --symptom takes back that there is none", async () => {
    const facts = withSymptoms({ facts: { [reportedSymptoms]: "none" } }, ["paper-jam"]);
    const { outcomes } = await evaluate(book, { facts });
    expect([outcomes.get("paper-jam")?.verdict, outcomes.get("toner-low")?.verdict]).toEqual([
      "matches",
      "cannot-tell",
    ]);
  });
});
