import { nearest } from "../../../schemas/text/nearest.ts";
import type { Declared } from "../declare/declared.ts";
import type { Findings } from "../findings.ts";
import type { Spot } from "../parse/document.ts";
import type { FieldDefinition, ListFact, ScalarShape } from "../rulebook.ts";
import { didYouMean, factInWords, quoted } from "../words.ts";

/** What a condition may speak of, and where its problems go. */
export interface Scope {
  readonly declared: Declared;
  readonly findings: Findings;
  /** The list whose rows the condition is about; null: it is about facts. */
  readonly rows: RowsOf | null;
  readonly may: Powers;
}

export interface RowsOf {
  readonly list: string;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
}

/** What is tested, for the sentences about it. */
export interface Subject {
  readonly name: string;
  readonly shape: ScalarShape;
}

/** What depends on where the condition stands. */
export interface Powers {
  /** May it ask whether a fact is known? That would let a verdict change by learning. */
  readonly known: boolean;
  /** May it ask for the verdict of a rule? */
  readonly rules: boolean;
}

/** The single value that a name stands for where the scope is; null where there is none, which is told then. */
export function subjectIn(scope: Scope, name: string, spot: Spot): ScalarShape | null {
  return scope.rows === null ? singleFact(scope, name, spot) : fieldOf(scope, scope.rows, name, spot);
}

export function singleFact(scope: Scope, name: string, spot: Spot): ScalarShape | null {
  const { known, isDamaged } = scope.declared.facts;
  const fact = known.get(name);
  if (fact?.kind === "scalar") return fact;
  if (fact?.kind === "list") {
    const hint = `Ask for its rows: some: ${name}, none: ${name} or every: ${name}.`;
    scope.findings.problem(
      spot,
      "no-single-value",
      `${quoted(name)} is a list, and a list has no single value.`,
      hint,
    );
  } else if (known.has(`${name}.found`)) {
    const hint = `Name the part that is meant, for example ${quoted(`${name}.found`)}.`;
    scope.findings.problem(
      spot,
      "no-single-value",
      `${quoted(name)} is a whole row, and a row has no single value.`,
      hint,
    );
  } else if (!isDamaged(name)) unknownFact(scope, name, spot);
  return null;
}

export function unknownFact({ declared, findings }: Scope, name: string, spot: Spot): void {
  const hint = () => hintForFact(name, declared);
  findings.problem(spot, "unknown-fact", `There is no fact called ${quoted(name)}.`, hint);
}

function hintForFact(name: string, { facts, rules }: Declared): string {
  const [meant = ""] = nearest(name, [...facts.known.keys()], 1);
  const fact = facts.known.get(meant);
  if (fact !== undefined) return `Did you mean ${factInWords(fact)}?`;
  return rules.known.has(name)
    ? `There is a rule of this name; its verdict is written "rule.${name}".`
    : "Declare it in the catalogue, in a file of the folder facts.";
}

export function listFact(scope: Scope, name: string, spot: Spot): ListFact | null {
  const { known, isDamaged } = scope.declared.facts;
  const fact = known.get(name);
  if (fact?.kind === "list") return fact;
  if (fact !== undefined || known.has(`${name}.found`)) {
    const hint = "Test a single value by its own name, without some, none or every.";
    scope.findings.problem(spot, "no-list", `${quoted(name)} is not a list.`, hint);
  } else if (!isDamaged(name)) unknownFact(scope, name, spot);
  return null;
}

export function fieldOf(
  { declared, findings }: Scope,
  { list, fields }: RowsOf,
  name: string,
  spot: Spot,
): FieldDefinition | null {
  if (Object.hasOwn(fields, name)) return fields[name] ?? null;
  const isFact = declared.facts.known.has(name);
  const hint = () =>
    isFact
      ? "A where begins with a field of the row; a fact may only stand at the right side, as { fact: name }."
      : didYouMean(
          name,
          Object.keys(fields),
          `The fields of ${quoted(list)} stand under of: in the catalogue.`,
        );
  findings.problem(spot, "unknown-field", `The rows of ${quoted(list)} have no field ${quoted(name)}.`, hint);
  return null;
}
