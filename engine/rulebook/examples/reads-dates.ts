import type { Condition, Leaf, Test } from "../../condition.ts";
import type { Derivation, FactDefinition, FieldDefinition, ListDefinition } from "../rulebook.ts";

/** What is known of the packs, to follow a condition through everything it reads. */
export interface Known {
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly lists: ReadonlyMap<string, ListDefinition>;
  /** The condition of a rule. */
  whenOf(rule: string): Condition | null;
}

/** Chains longer than this are not followed; nobody writes them. */
const farthest = 64;

/**
 * Whether a condition comes to read dates that an example gives, so that it matters when they were collected. What
 * the example gives itself is not followed further.
 */
export function readsDates(condition: Condition, given: ReadonlySet<string>, known: Known): boolean {
  return conditionReads(condition, { given, known, depth: 0, seen: new Map() });
}

interface Search {
  readonly given: ReadonlySet<string>;
  readonly known: Known;
  readonly depth: number;
  readonly seen: Map<string, boolean>;
}

function conditionReads(condition: Condition, search: Search): boolean {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.some((part) => conditionReads(part, search));
    case "not":
      return conditionReads(condition.of, search);
    default:
      return leafReads(condition, search);
  }
}

function leafReads(leaf: Leaf, search: Search): boolean {
  if (leaf.kind === "rule")
    return once(`rule ${leaf.rule}`, search, (deeper) => {
      const when = search.known.whenOf(leaf.rule);
      return when !== null && conditionReads(when, deeper);
    });
  if (leaf.kind === "test")
    return (
      referenceReads(leaf, search) ||
      factReads(leaf.subject, search) ||
      (isDated(leaf, search) && isThere(leaf.subject, search))
    );
  const among = leaf.kind === "every" ? leaf.among : null;
  return rowsRead(leaf.list, leaf.where, search) || rowsRead(leaf.list, among, search);
}

/** Does the test itself ask for now? */
function isDated({ operand }: Test, { known }: Search): boolean {
  if (operand.kind === "duration") return true;
  return operand.kind === "list" && (known.lists.get(operand.list)?.closedUntil ?? null) !== null;
}

function referenceReads({ operand }: Test, search: Search): boolean {
  return operand.kind === "fact" && factReads(operand.fact, search);
}

function rowsRead(list: string, where: Condition | null, search: Search): boolean {
  const fact = search.known.facts.get(list);
  if (fact?.kind !== "list") return false;
  if (listReads(list, search)) return true;
  const fields = fact.fields;
  return (
    where !== null &&
    isThere(list, search) &&
    testsIn(where).some(
      (test) => isDated(test, search) || referenceReads(test, search) || isDatedField(fields, test.subject),
    )
  );
}

const isDatedField = (fields: Readonly<Record<string, FieldDefinition>>, field: string): boolean =>
  Object.hasOwn(fields, field) && fields[field]?.derived?.kind === "days-until";

/** The tests of a condition on rows, which holds nothing else. */
function testsIn(where: Condition): readonly Test[] {
  if (where.kind === "all" || where.kind === "any") return where.of.flatMap(testsIn);
  if (where.kind === "not") return testsIn(where.of);
  return where.kind === "test" ? [where] : [];
}

/** Is a derived fact reckoned from dates that are given? */
function factReads(name: string, search: Search): boolean {
  const fact = search.known.facts.get(name);
  if (search.given.has(name) || fact?.kind !== "scalar" || fact.derived === null) return false;
  const { derived } = fact;
  return once(name, search, (deeper) => derivationReads(derived, deeper));
}

function derivationReads(derived: Derivation, search: Search): boolean {
  switch (derived.kind) {
    case "picked": {
      const list = search.known.facts.get(derived.from);
      const isDatedPart =
        derived.field !== null &&
        list?.kind === "list" &&
        isDatedField(list.fields, derived.field) &&
        isThere(derived.from, search);
      return isDatedPart || rowsRead(derived.from, derived.where, search);
    }
    case "cases":
      return derived.cases.some(({ when }) => conditionReads(when, search));
    case "count":
    case "smallest":
    case "largest":
      return rowsRead(derived.list, derived.where, search);
    case "days-until":
      return factReads(derived.of, search) || isThere(derived.of, search);
    default:
      return operandsOf(derived).some((operand) => factReads(operand, search));
  }
}

function listReads(name: string, search: Search): boolean {
  const fact = search.known.facts.get(name);
  if (search.given.has(name) || fact?.kind !== "list" || fact.derived === null) return false;
  const { from, sides } = fact.derived;
  return once(name, search, (deeper) => sides.some(({ where }) => rowsRead(from, where, deeper)));
}

function operandsOf(
  derived: Exclude<
    Derivation,
    { readonly kind: "picked" | "cases" | "count" | "smallest" | "largest" | "days-until" }
  >,
): readonly string[] {
  switch (derived.kind) {
    case "difference":
      return [derived.from, derived.minus];
    case "percent":
      return [derived.part, derived.of];
    case "part":
      return [derived.of];
    case "looked-up":
      return [derived.by];
  }
}

/** Does the example give the fact, or something that it is derived from? */
function isThere(name: string, search: Search): boolean {
  if (search.given.has(name)) return true;
  const fact = search.known.facts.get(name);
  const derived = fact?.derived ?? null;
  if (derived === null) return false;
  return once(`given ${name}`, search, (deeper) =>
    sourcesOf(derived).some((source) => isThere(source, deeper)),
  );
}

function sourcesOf(derived: NonNullable<FactDefinition["derived"]>): readonly string[] {
  switch (derived.kind) {
    case "picked":
    case "match-up":
      return [derived.from];
    case "count":
    case "smallest":
    case "largest":
      return [derived.list];
    case "cases":
      return derived.cases.flatMap(({ when }) => testsIn(when).map(({ subject }) => subject));
    case "days-until":
      return [derived.of];
    default:
      return operandsOf(derived);
  }
}

/** Asks each question once and not too deep. */
function once(question: string, search: Search, answer: (deeper: Search) => boolean): boolean {
  const known = search.seen.get(question);
  if (known !== undefined || search.depth >= farthest) return known ?? false;
  search.seen.set(question, false);
  const found = answer({ ...search, depth: search.depth + 1 });
  search.seen.set(question, found);
  return found;
}
