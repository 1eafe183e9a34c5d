import type { ConditionSource } from "../../../schemas/generated/types.ts";
import type { Condition, RowsTest } from "../../condition.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import { quoted } from "../words.ts";
import { listFact, type Scope } from "./scope.ts";

type Compile = (source: ConditionSource, spot: Spot, scope: Scope) => Condition | null;

/** `some`, `none` or `every` with what belongs to it. */
export function rowsTest(
  kind: RowsTest["kind"],
  source: ConditionSource,
  spot: Spot,
  scope: Scope,
  compile: Compile,
): RowsTest | null {
  if (scope.rows !== null) {
    const hint = "A row has no lists in it; derive a fact in the catalogue, and compare with { fact: name }.";
    scope.findings.problem(
      keyOf(spot, kind),
      "rows-inside-rows",
      `${quoted(kind)} stands inside a condition on rows.`,
      hint,
    );
    return null;
  }
  const name = source[kind] ?? "";
  const list = listFact(scope, name, inside(spot, kind));
  if (list === null) return null;
  const within: Scope = {
    ...scope,
    rows: { list: name, fields: list.fields },
    may: { known: false, rules: false },
  };
  const part = (key: "where" | "among"): Condition | null | undefined => {
    const own = source[key];
    return own === undefined ? undefined : compile(own, inside(spot, key), within);
  };
  const [where, among] = [part("where"), part("among")];
  if (where === null || among === null) return null;
  if (kind !== "every") return { kind, list: name, where: where ?? null };
  return where === undefined || among === undefined ? null : { kind, list: name, among, where };
}
