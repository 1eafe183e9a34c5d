import type {
  Evidence,
  EvidenceRow,
  EvidenceRows,
  EvidenceTest,
  Missing,
} from "../../schemas/generated/types.ts";
import type { Condition, Leaf, RowsTest, RuleTest, Test } from "../condition.ts";
import { factsIn } from "../derive/cases.ts";
import { joinPlaces } from "../facts/places.ts";
import type { KnownList, Reading, Row } from "../facts/reading.ts";
import { describeReading, expectation, whereInWords } from "../facts/wording.ts";
import type { Truth } from "../truth.ts";
import { allOf, anyOf, negate } from "../truth.ts";
import type { Context } from "./context.ts";
import { counterexample, rowJudge } from "./judge.ts";
import { boxesOf } from "./regions.ts";

const mostRows = 5;

/** The condition as it came out, with every leaf's place in the sources. `leafTruth` is what the rails called. */
export function evidenceOf(
  condition: Condition,
  leafTruth: (leaf: Leaf) => Truth,
  context: Context,
): Evidence {
  switch (condition.kind) {
    case "all":
    case "any": {
      const parts = condition.of.map((part) => evidenceOf(part, leafTruth, context));
      const truths = parts.map(({ truth }) => truth);
      return { kind: condition.kind, truth: condition.kind === "all" ? allOf(truths) : anyOf(truths), parts };
    }
    case "not": {
      const part = evidenceOf(condition.of, leafTruth, context);
      return { kind: "not", truth: negate(part.truth), parts: [part] };
    }
    case "rule":
      return ruleEvidence(condition, leafTruth(condition), context);
    case "test":
      return testEvidence(condition, leafTruth(condition), context);
    default:
      return rowsEvidence(condition, leafTruth(condition), context);
  }
}

function ruleEvidence({ rule, verdict }: RuleTest, truth: Truth, context: Context): Evidence {
  return { kind: "rule", truth, rule, expected: verdict, found: context.verdict(rule) };
}

function testEvidence(test: Test, truth: Truth, context: Context): EvidenceTest {
  const reading = context.scalar(test.subject);
  const other = test.operand.kind === "fact" ? context.scalar(test.operand.fact) : null;
  const shape = context.shapeOf(test.subject);
  const compared =
    other !== null && test.operand.kind === "fact"
      ? ` (${describeReading(other, context.shapeOf(test.operand.fact))})`
      : "";
  const through = [...new Set([...reading.through, ...(other?.through ?? [])])];
  return {
    kind: "test",
    truth,
    fact: test.subject,
    expected: `${expectation(test, shape, context.lists)}${compared}`,
    found: describeReading(reading, shape),
    ...whyUnknown(truth, [reading, ...(other === null ? [] : [other])]),
    at: joinPlaces(reading.at, other?.at ?? []),
    ...(through.length > 0 ? { through } : {}),
  };
}

function whyUnknown(truth: Truth, readings: readonly Reading[]): { reason?: string; detail?: string } {
  if (truth !== "unknown") return {};
  const unknown = readings.find((reading) => !reading.known);
  if (unknown === undefined || unknown.known) {
    const isForeign = readings.some((reading) => reading.known && reading.hitsOnly);
    return { reason: isForeign ? "unrecognized-language" : "ambiguous" };
  }
  return unknown.detail === null
    ? { reason: unknown.reason }
    : { reason: unknown.reason, detail: unknown.detail };
}

function rowsEvidence(leaf: RowsTest, truth: Truth, context: Context): EvidenceRows {
  const reading = context.list(leaf.list);
  const expected = rowsExpectation(leaf, context);
  if (!reading.known) {
    const detail = reading.detail === null ? "" : `: ${reading.detail}`;
    return {
      kind: leaf.kind,
      truth,
      fact: leaf.list,
      expected,
      found: "(not known)",
      reason: `${reading.reason}${detail}`,
      rows: [],
      at: [...reading.at],
    };
  }
  const where = leaf.kind === "every" ? leaf.among : leaf.where;
  const spokenOf = judged(reading, where, leaf.list, context);
  // What nobody looked at matters only where it could still turn the answer.
  const unseen =
    truth === "unknown" ? reading.unseen(boxesOf(where, context.listFact(leaf.list), context)) : [];
  const rows = tellingRows(leaf, reading, spokenOf, context);
  return {
    kind: leaf.kind,
    truth,
    fact: leaf.list,
    expected,
    found: `${countInWords(spokenOf)}${unseen.length > 0 ? `; not looked at: ${partsInWords(unseen)}` : ""}`,
    ...(truth === "unknown" ? { reason: unseen.length > 0 ? "out-of-coverage" : "ambiguous" } : {}),
    rows,
    at: joinPlaces(reading.at, ...rows.map((row) => row.at)),
  };
}

function rowsExpectation(leaf: RowsTest, context: Context): string {
  const { fields } = context.listFact(leaf.list);
  const words = (where: Condition) => whereInWords(where, fields, context.lists);
  if (leaf.kind === "every") return `every row where ${words(leaf.among)} has ${words(leaf.where)}`;
  return `${leaf.kind === "some" ? "some row" : "no row"}${leaf.where === null ? "" : ` where ${words(leaf.where)}`}`;
}

interface Judged {
  readonly row: Row;
  readonly truth: Truth;
}

function judged(
  { rows }: KnownList,
  where: Condition | null,
  list: string,
  context: Context,
): readonly Judged[] {
  const judge = rowJudge(where, list, context);
  return rows.map((row) => ({ row, truth: judge(row) }));
}

/** The rows that decide it, or could: those that fit, and for `every` those that do not. */
function tellingRows(
  leaf: RowsTest,
  reading: KnownList,
  spokenOf: readonly Judged[],
  context: Context,
): EvidenceRow[] {
  const against =
    leaf.kind === "every" ? judged(reading, counterexample(leaf), leaf.list, context) : spokenOf;
  const among = against.every(({ truth }) => truth === false) ? spokenOf : against;
  const telling = [
    ...among.filter(({ truth }) => truth === true),
    ...among.filter(({ truth }) => truth === "unknown"),
  ];
  const fields = new Set([...context.listFact(leaf.list).key, ...fieldsOf(leaf)]);
  return telling
    .slice(0, mostRows)
    .map(({ truth, row }) => ({ truth, row: rowInWords(row, fields, leaf.list, context), at: [...row.at] }));
}

function fieldsOf(leaf: RowsTest): string[] {
  if (leaf.kind === "every") return [...factsIn(leaf.among), ...factsIn(leaf.where)];
  return leaf.where === null ? [] : factsIn(leaf.where);
}

function rowInWords(
  row: Row,
  names: ReadonlySet<string>,
  list: string,
  context: Context,
): Record<string, string> {
  const { fields } = context.listFact(list);
  const words: Record<string, string> = {};
  for (const name of [...names].sort()) {
    const [reading, shape] = [row.fields.get(name), fields[name]];
    if (reading?.known && shape !== undefined) words[name] = describeReading(reading, shape);
  }
  return words;
}

function countInWords(rows: readonly Judged[]): string {
  const having = (wanted: Truth) => rows.filter(({ truth }) => truth === wanted).length;
  const perhaps = having("unknown");
  const counted = `${having(true)} of ${rows.length} ${rows.length === 1 ? "row" : "rows"}`;
  return perhaps > 0 ? `${counted}, ${perhaps} perhaps` : counted;
}

function partsInWords(unseen: readonly Missing[]): string {
  const parts = unseen.slice(0, 3).map(({ slice = {} }) =>
    Object.entries(slice)
      .map(([field, value]) => `${field} ${value}`)
      .join(", "),
  );
  const named = parts.filter((part) => part !== "");
  if (named.length === 0) return "the rest of the list";
  return unseen.length > 3 ? `${named.join("; ")}; and ${unseen.length - 3} more parts` : named.join("; ");
}
