import type { Missing } from "../../schemas/generated/types.ts";
import type { Condition, Leaf, RowsTest, Test } from "../condition.ts";
import type { Reading } from "../facts/reading.ts";
import type { Context, Scope } from "./context.ts";
import { conditionTruth, counterexample, leafTruth, rowScope, rowTruth } from "./judge.ts";
import { boxesOf } from "./regions.ts";

/** What has to become known to decide a condition: only parts that are undecided themselves can still change it. */
export function missingFor(
  condition: Condition,
  scope: Scope,
  context: Context,
  ofRule: (rule: string) => readonly Missing[],
): Missing[] {
  const truth = conditionTruth(condition, (leaf) => leafTruth(leaf, scope, context));
  if (truth !== "unknown") return [];
  switch (condition.kind) {
    case "not":
      return missingFor(condition.of, scope, context, ofRule);
    case "all":
    case "any":
      return distinctMissing(condition.of.flatMap((part) => missingFor(part, scope, context, ofRule)));
    default:
      return distinctMissing(missingForLeaf(condition, scope, context, ofRule));
  }
}

function missingForLeaf(
  leaf: Leaf,
  scope: Scope,
  context: Context,
  ofRule: (rule: string) => readonly Missing[],
): Missing[] {
  switch (leaf.kind) {
    case "rule":
      return [...ofRule(leaf.rule)];
    case "test":
      return missingForTest(leaf, scope, context);
    default:
      return missingForRowsTest(leaf, context);
  }
}

function missingForTest(test: Test, scope: Scope, context: Context): Missing[] {
  const reading = scope.reading(test.subject);
  const missing = [...reading.missing];
  if (reading.known && reading.hitsOnly)
    missing.push({ fact: test.subject, reason: "unrecognized-language" });
  if (test.operand.kind === "fact") missing.push(...context.scalar(test.operand.fact).missing);
  if (test.operand.kind === "field") missing.push(...scope.reading(test.operand.field).missing);
  const readsNow = test.operand.kind === "duration" || test.operand.kind === "list";
  if (reading.known && readsNow && context.now.from !== context.now.to) missing.push(collectionTime(context));
  return missing;
}

/** Nobody, or not closely enough, said when the files were collected. */
export function collectionTime({ now }: Pick<Context, "now">): Missing {
  const isKnown = now.from > -Infinity && now.to < Infinity;
  return { fact: "collected-at", reason: isKnown ? "ambiguous" : "not-collected" };
}

function missingForRowsTest(leaf: RowsTest, context: Context): Missing[] {
  if (leaf.kind !== "every") return missingForRows(leaf.list, leaf.where, context);
  return [
    ...missingForRows(leaf.list, leaf.among, context),
    ...missingForRows(leaf.list, counterexample(leaf), context),
  ];
}

/** What has to become known to say whether, and which, rows of the list fit. */
export function missingForRows(list: string, where: Condition | null, context: Context): Missing[] {
  const reading = context.list(list);
  if (!reading.known) return [...reading.missing];
  const missing: Missing[] = [];
  for (const row of reading.rows) {
    const truth = rowTruth(where, row, list, context);
    if (truth === "unknown" && where !== null) {
      missing.push(
        ...missingFor(where, rowScope(row, list, context), context, () => []).map((each) =>
          inList(each, list, context),
        ),
      );
    }
    if (truth !== false && row.exists === "unknown") missing.push({ fact: list, reason: "ambiguous" });
  }
  return distinctMissing([...missing, ...reading.unseen(boxesOf(where, context.listFact(list), context))]);
}

/** A test inside a row names the field; what is missing is a field of the list. */
function inList(missing: Missing, list: string, context: Context): Missing {
  const isField = Object.hasOwn(context.listFact(list).fields, missing.fact);
  return isField ? { ...missing, fact: list, field: missing.fact } : missing;
}

export function distinctMissing(missing: readonly Missing[]): Missing[] {
  const byText = new Map<string, Missing>();
  for (const each of missing) byText.set(missingKey(each), each);
  return [...byText.keys()].sort().flatMap((key) => byText.get(key) ?? []);
}

function missingKey({ fact, field, slice, reason }: Missing): string {
  const parts = Object.entries(slice ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([fact, field ?? "", parts, reason]);
}

/** What would narrow a reading down, of those that are in doubt. */
export const doubts = (readings: readonly Reading[]): Missing[] =>
  distinctMissing(readings.flatMap((reading) => reading.missing));
