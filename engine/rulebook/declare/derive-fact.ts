import type { CasesSource, MatchUpSource, PickSource } from "../../../schemas/generated/types.ts";
import { compileCondition, compileOptional } from "../condition/compile-condition.ts";
import { literal } from "../condition/literal.ts";
import { listFact, type Scope } from "../condition/scope.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import type {
  Cases,
  Count,
  Derivation,
  Extreme,
  ListFact,
  MatchUp,
  Picked,
  ScalarFact,
  ScalarShape,
} from "../rulebook.ts";
import { didYouMean, quoted } from "../words.ts";
import type { FactEntry } from "./entries.ts";
import { needsType, scalarDerivation } from "./scalar-derivation.ts";

/** How a single value follows from other facts; null where it does not, or where that has a problem. */
export function deriveScalarFact(entry: FactEntry, fact: ScalarFact, scope: Scope): Derivation | null {
  const { derived } = entry.source;
  const spot = inside(entry.spot, "derived");
  if (derived === undefined || "pick" in derived || "match-up" in derived) return null;
  if ("cases" in derived) return casesFrom(derived.cases, fact, inside(spot, "cases"), scope);
  if ("count" in derived) return countFrom(derived, fact, spot, scope);
  if ("smallest" in derived) return extremeFrom("smallest", derived.smallest, derived, fact, spot, scope);
  if ("largest" in derived) return extremeFrom("largest", derived.largest, derived, fact, spot, scope);
  return scalarDerivation(derived, fact, spot, scope);
}

/** The list and the condition that all parts of a picked row share. */
export function pickFrom(
  { pick }: PickSource,
  spot: Spot,
  scope: Scope,
): Pick<Picked, "from" | "where"> | null {
  const list = listFact(scope, pick.from, inside(spot, "pick", "from"));
  const where = list && compileCondition(pick.where, inside(spot, "pick", "where"), inRowsOf(list, scope));
  return where === null ? null : { from: pick.from, where };
}

export function matchUpFrom({ "match-up": source }: MatchUpSource, spot: Spot, scope: Scope): MatchUp | null {
  const at = inside(spot, "match-up");
  const list = listFact(scope, source.from, inside(at, "from"));
  if (list === null) return null;
  const [first, second] = Object.entries(source.sides).map(([name, side]) => {
    const where = compileCondition(side, inside(at, "sides", name), inRowsOf(list, scope));
    return where === null ? null : { name, where };
  });
  return first && second
    ? { kind: "match-up", from: source.from, on: source.on, sides: [first, second] }
    : null;
}

const inRowsOf = (list: ListFact, scope: Scope): Scope => ({
  ...scope,
  rows: { list: list.id, fields: list.fields },
});

function casesFrom(sources: CasesSource["cases"], fact: ScalarFact, spot: Spot, scope: Scope): Cases | null {
  const cases: { readonly when: Cases["cases"][number]["when"]; readonly value: Cases["otherwise"] }[] = [];
  let otherwise: Cases["otherwise"] | undefined;
  let isSound = true;
  for (const [index, source] of sources.entries()) {
    if (otherwise !== undefined) {
      scope.findings.problem(
        inside(spot, index),
        "case-after-otherwise",
        "A case stands after otherwise, and is never reached.",
        "Let otherwise stand last.",
      );
      return null;
    }
    const isLast = "otherwise" in source;
    const value = literal(
      isLast ? source.otherwise : source.value,
      fact.id,
      fact,
      inside(spot, index, isLast ? "otherwise" : "value"),
      scope.findings,
    );
    const when = isLast ? null : compileCondition(source.when, inside(spot, index, "when"), scope);
    if (value === undefined || (when === null && !isLast)) isSound = false;
    else if (when !== null) cases.push({ when, value });
    if (isLast) otherwise = value ?? null;
  }
  return isSound
    ? { kind: "cases", cases, otherwise: otherwise ?? null, exhaustive: otherwise !== undefined }
    : null;
}

type Counted = Extract<FactEntry["source"]["derived"], { readonly count: string }>;

function countFrom(source: Counted, fact: ScalarShape, spot: Spot, scope: Scope): Count | null {
  const isNumber = needsType("count", ["number"], fact, keyOf(spot, "count"), scope.findings);
  const list = listFact(scope, source.count, inside(spot, "count"));
  const filter = list && compileOptional(source.where, inside(spot, "where"), inRowsOf(list, scope));
  return filter !== null && isNumber ? { kind: "count", list: source.count, where: filter.where } : null;
}

type Filtered = Pick<Extract<FactEntry["source"]["derived"], { readonly smallest: string }>, "of" | "where">;

function extremeFrom(
  kind: Extreme["kind"],
  field: string,
  source: Filtered,
  fact: ScalarShape,
  spot: Spot,
  scope: Scope,
): Extreme | null {
  const list = listFact(scope, source.of, inside(spot, "of"));
  if (list === null) return null;
  const filter = compileOptional(source.where, inside(spot, "where"), inRowsOf(list, scope));
  const own = Object.hasOwn(list.fields, field) ? list.fields[field] : undefined;
  if (own === undefined) {
    scope.findings.problem(
      inside(spot, kind),
      "unknown-field",
      `The rows of ${quoted(list.id)} have no field ${quoted(field)}.`,
      didYouMean(field, Object.keys(list.fields), "Its fields stand under of."),
    );
    return null;
  }
  if (own.type !== "number" && own.type !== "timestamp") {
    scope.findings.problem(
      inside(spot, kind),
      "declaration-does-not-fit",
      `The ${kind} of ${quoted(field)} cannot be said: it is neither a number nor a timestamp.`,
      "Name a field that is one.",
    );
    return null;
  }
  if (!needsType(kind, [own.type], fact, keyOf(spot, kind), scope.findings)) return null;
  return filter === null ? null : { kind, field, list: source.of, where: filter.where };
}
