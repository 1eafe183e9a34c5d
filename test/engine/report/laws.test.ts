import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleReport } from "../../../engine/report/assemble.ts";
import type { Rule } from "../../../engine/rulebook/rulebook.ts";
import {
  commonnesses,
  confidences,
  ruleKinds,
  severities,
  verdictWords,
} from "../../../schemas/fact-types.ts";
import type { Diagnosis, Report } from "../../../schemas/generated/types.ts";
import { report as validateReport } from "../../../schemas/generated/validate-report.cjs";
import {
  byId,
  condition,
  everyPlace,
  fakeAsk,
  fakeEvaluation,
  fakeFact,
  fakeRule,
  fakeRulebook,
  missingFact,
  options,
} from "./fake-case.ts";

const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
const oneId = fc.constantFrom(...ids);
const truth = fc.constantFrom<(true | false | "unknown")[]>(true, false, "unknown");

/** Any rule may point to any other: circles, chains over open and refuted rules, both kinds of arrows. */
const oneRule = fc.record({
  kind: fc.constantFrom("fault" as const, "fault" as const, "fault" as const, ...ruleKinds),
  severity: fc.constantFrom(...severities),
  confidence: fc.constantFrom(...confidences),
  commonness: fc.constantFrom(...commonnesses),
  surer: fc.option(fc.constantFrom("certain" as const, "likely" as const)),
  explains: fc.uniqueArray(oneId, { maxLength: 3 }),
  refines: fc.option(oneId, { freq: 3 }),
  setAsideBy: fc.option(oneId, { freq: 4 }),
  verdict: fc.constantFrom("matches" as const, "matches" as const, ...verdictWords),
  missing: fc.uniqueArray(fc.constantFrom("f1", "f2", "f3"), { maxLength: 3 }),
  judged: truth,
});

const oneCase = fc.record({
  rules: fc.array(oneRule, { minLength: 1, maxLength: ids.length }),
  healthyWhen: fc.option(oneId),
  shuffle: fc.array(fc.nat(97), { minLength: ids.length, maxLength: ids.length }),
  asked: fc.option(fc.uniqueArray(oneId), { freq: 3 }),
});

type Case = typeof oneCase extends fc.Arbitrary<infer Value> ? Value : never;

const asks = byId([fakeAsk("kettle", { minutes: 2 }), fakeAsk("lid", { minutes: 5 })]);
const facts = byId([
  fakeFact("f1", { ask: ["kettle"] }),
  fakeFact("f2", { ask: ["lid", "kettle"] }),
  fakeFact("f3"),
]);

function rulesOf({ rules }: Case): readonly Rule[] {
  return rules.map(({ verdict, missing, judged, surer, ...rest }, index) =>
    fakeRule(ids[index] ?? "", {
      ...rest,
      surer: surer === null ? null : { confidence: surer, when: condition(`judged-${index}`) },
    }),
  );
}

function reportOf(one: Case, order: (rules: readonly Rule[]) => readonly Rule[], asked = one.asked): Report {
  const rules = order(rulesOf(one));
  const given = one.rules.map((rule, index) => [ids[index] ?? "", rule] as const);
  const evaluation = fakeEvaluation(rules, {
    verdicts: Object.fromEntries(given.map(([id, { verdict }]) => [id, verdict])),
    truths: Object.fromEntries(given.map(([, { judged }], index) => [`judged-${index}`, judged])),
    missing: Object.fromEntries(
      given.map(([id, { verdict, missing }]) => [
        id,
        verdict === "cannot-tell" ? missing.map(missingFact) : [],
      ]),
    ),
  });
  const rulebook = fakeRulebook(rules, { asks, facts, healthyWhen: one.healthyWhen });
  return assembleReport(rulebook, evaluation, { facts: {} }, { ...options, ...(asked && { rules: asked }) });
}

const asWritten = (rules: readonly Rule[]) => rules;
const shuffled =
  ({ shuffle }: Case) =>
  (rules: readonly Rule[]) =>
    rules
      .map((rule, index) => ({ rule, place: shuffle[index] ?? 0 }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ rule }) => rule);

const matching = (one: Case) =>
  one.rules.flatMap(({ kind, verdict }, index) =>
    verdict === "matches" && (kind === "fault" || kind === "advisory") ? [ids[index] ?? ""] : [],
  );

const everyDiagnosis = (diagnoses: readonly Diagnosis[]): readonly Diagnosis[] =>
  diagnoses.flatMap((one) => [one, ...everyDiagnosis(one.consequences)]);

const laws = { seed: 20261, numRuns: 500 };

describe("whatever rules explain, refine and set aside", () => {
  it("every matching diagnosis stands exactly once", () => {
    fc.assert(
      fc.property(oneCase, (one) => {
        const expected = matching(one).filter((id) => one.asked?.includes(id) ?? true);
        expect(everyPlace(reportOf(one, asWritten)).toSorted()).toEqual(expected);
      }),
      laws,
    );
  });

  it("the order of the rules has no effect", () => {
    fc.assert(
      fc.property(oneCase, (one) => {
        expect(JSON.stringify(reportOf(one, shuffled(one)))).toBe(JSON.stringify(reportOf(one, asWritten)));
      }),
      laws,
    );
  });

  it("the layout and the rules asked for never change a verdict or a count", () => {
    fc.assert(
      fc.property(oneCase, (one) => {
        const plain = {
          ...one,
          rules: one.rules.map((rule) => ({ ...rule, explains: [], refines: null, setAsideBy: null })),
        };
        const [laidOut, flat] = [reportOf(one, asWritten), reportOf(plain, asWritten, null)];
        const named = new Set(laidOut.verdicts.map(({ rule }) => rule));
        expect(laidOut.verdicts).toEqual(flat.verdicts.filter(({ rule }) => named.has(rule)));
        const { rules, matches, doesNotMatch, cannotTell } = laidOut.summary;
        expect(matches + doesNotMatch + cannotTell).toBe(rules);
      }),
      laws,
    );
  });

  it("nothing stands under a cause that is less sure", () => {
    fc.assert(
      fc.property(oneCase, (one) => {
        const order = Object.fromEntries(confidences.map((confidence, index) => [confidence, index]));
        for (const cause of everyDiagnosis(reportOf(one, asWritten).diagnoses)) {
          for (const effect of cause.consequences)
            expect(order[cause.confidence]).toBeLessThanOrEqual(order[effect.confidence] ?? -1);
        }
      }),
      laws,
    );
  });

  it("the report keeps to its schema", () => {
    fc.assert(
      fc.property(oneCase, (one) => {
        validateReport(reportOf(one, asWritten));
        expect(validateReport.errors ?? []).toEqual([]);
      }),
      laws,
    );
  });
});
