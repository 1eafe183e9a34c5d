import type { VerdictWord } from "../../../schemas/fact-types.ts";
import type { Report, Verdict } from "../../../schemas/generated/types.ts";
import type { ValuePath } from "../../../schemas/text/positions.ts";
import type { CaseDifference, ValueDifference } from "../../../schemas/trial.ts";
import { type Expectation, firstSteps } from "./expectation.ts";

/** What a case is compared with. */
export interface Outcome {
  readonly report: Report;
  /** The exit code of diagnose with the default threshold. */
  readonly exit: number;
}

/** Everything that came out otherwise than the case says, in the order of its keys. */
export function judgeCase(expectation: Expectation, outcome: Outcome): readonly CaseDifference[] {
  const { report } = outcome;
  return [
    ...exactly("matches", isDiagnosis, expectation, report),
    ...exactly("all-clear", ({ kind }) => kind === "all-clear", expectation, report),
    ...verdicts("does-not-match", expectation, report),
    ...verdicts("cannot-tell", expectation, report),
    ...forbidden(expectation, report),
    ...setAside(expectation, report),
    ...values(expectation, outcome),
    ...nextSteps(expectation, report),
  ];
}

const isDiagnosis = ({ kind }: Verdict): boolean => kind === "fault" || kind === "advisory";

/** The list names all rules of these kinds that match. */
function exactly(
  key: "matches" | "all-clear",
  isMeant: (verdict: Verdict) => boolean,
  expectation: Expectation,
  report: Report,
): CaseDifference[] {
  const { wanted, placeOf } = expectation;
  const listed = wanted[key];
  if (listed === undefined) return [];
  const forbids = wanted["must-not-match"] ?? {};
  const surplus = report.verdicts.filter(
    (verdict) =>
      verdict.verdict === "matches" &&
      isMeant(verdict) &&
      !listed.includes(verdict.rule) &&
      !Object.hasOwn(forbids, verdict.rule),
  );
  return [
    ...listed.flatMap((rule, index) => unlessIs("matches", rule, [key, index], expectation, report)),
    ...surplus.map(({ rule, evidence }): CaseDifference => {
      const place = placeOf([key]);
      return { kind: "verdict", rule, wanted: "no-match", found: "matches", evidence, because: null, place };
    }),
  ];
}

function verdicts(
  key: "does-not-match" | "cannot-tell",
  expectation: Expectation,
  report: Report,
): CaseDifference[] {
  return (expectation.wanted[key] ?? []).flatMap((rule, index) =>
    unlessIs(key, rule, [key, index], expectation, report),
  );
}

function unlessIs(
  wanted: VerdictWord,
  rule: string,
  path: ValuePath,
  { placeOf }: Expectation,
  report: Report,
): CaseDifference[] {
  const { verdict: found, evidence } = verdictOf(rule, report);
  if (found === wanted) return [];
  return [{ kind: "verdict", rule, wanted, found, evidence, because: null, place: placeOf(path) }];
}

function forbidden({ wanted, placeOf }: Expectation, report: Report): CaseDifference[] {
  return Object.entries(wanted["must-not-match"] ?? {}).flatMap(([rule, because]): CaseDifference[] => {
    const { verdict: found, evidence } = verdictOf(rule, report);
    if (found !== "matches") return [];
    const place = placeOf(["must-not-match", rule]);
    return [{ kind: "verdict", rule, wanted: "no-match", found, evidence, because: because.trim(), place }];
  });
}

function verdictOf(rule: string, { verdicts: all }: Report): Verdict {
  const verdict = all.find((each) => each.rule === rule);
  if (verdict === undefined) throw new Error(`The report has no verdict for the rule ${rule}.`);
  return verdict;
}

function setAside({ wanted, placeOf }: Expectation, report: Report): CaseDifference[] {
  const listed = wanted["set-aside"];
  if (listed === undefined) return [];
  const found = report.setAside.map(({ rule }) => rule);
  const missing = listed.filter((rule) => !found.includes(rule));
  const surplus = found.filter((rule) => !listed.includes(rule));
  if (missing.length + surplus.length === 0) return [];
  return [{ kind: "list", key: "set-aside", missing, surplus, place: placeOf(["set-aside"]) }];
}

function values({ wanted, placeOf }: Expectation, { report, exit }: Outcome): ValueDifference[] {
  const found: Readonly<Record<ValueDifference["key"], string | null>> = {
    top: report.diagnoses[0]?.rule ?? null,
    outcome: report.outcome,
    exit: String(exit),
  };
  return (["top", "outcome", "exit"] as const).flatMap((key) => {
    const value = wanted[key];
    if (value === undefined || String(value) === found[key]) return [];
    return [{ kind: "value", key, wanted: String(value), found: found[key], place: placeOf([key]) }];
  });
}

/** Named by the way of asking or by a fact that it gives. */
function nextSteps({ wanted, placeOf }: Expectation, report: Report): CaseDifference[] {
  const first = report.nextSteps.slice(0, firstSteps);
  const found = first.map(({ ask }) => ask);
  return (wanted.next ?? []).flatMap((name, index): CaseDifference[] => {
    if (first.some(({ ask, facts }) => ask === name || facts.includes(name))) return [];
    return [{ kind: "next", wanted: name, found, place: placeOf(["next", index]) }];
  });
}
