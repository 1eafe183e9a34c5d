import type { Cases, Derivation, Picked } from "../../engine/rulebook/rulebook.ts";
import { allOf } from "../../engine/truth.ts";
import { deriveScalar } from "./derive-scalar.ts";
import { countRows, extremeOfRows } from "./from-rows.ts";
import { judge, judgeRow } from "./judge.ts";
import { known, type Reading, type Scope } from "./known.ts";

export function derive(derivation: Derivation, scope: Scope): Reading {
  switch (derivation.kind) {
    case "picked":
      return pick(derivation, scope);
    case "cases":
      return firstCase(derivation, scope);
    case "count":
      return countRows(derivation, scope);
    case "smallest":
    case "largest":
      return extremeOfRows(derivation, scope);
    default:
      return deriveScalar(derivation, (fact) => scope.fact(fact), scope.world);
  }
}

/**
 * The fields of the row that fits, known if exactly one does and no other can. That there is one is known as soon as one
 * fits for certain.
 */
function pick({ from, where, field }: Picked, scope: Scope): Reading {
  const rows = scope.rowsOf(from);
  if (rows === null) return null;
  const judged = rows.map((row) => ({
    row,
    truth: allOf([row.certain || "unknown", judgeRow(where, from, row, scope)]),
  }));
  const [first, ...others] = judged.filter(({ truth }) => truth === true);
  if (field === null && first !== undefined) return known({ value: true });
  if (others.length > 0 || judged.some(({ truth }) => truth === "unknown")) return null;
  for (const _ of scope.furtherRows(from, where)) return null;
  if (field === null) return known({ value: false });
  return first === undefined ? known({ value: null }) : (first.row.fields.get(field) ?? null);
}

function firstCase({ cases, otherwise, exhaustive }: Cases, scope: Scope): Reading {
  for (const { when, value } of cases) {
    const truth = judge(when, scope);
    if (truth === "unknown") return null;
    if (truth) return known({ value });
  }
  return exhaustive ? known({ value: otherwise }) : null;
}
