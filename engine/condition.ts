import type { OperatorName } from "../schemas/operators.ts";

/**
 * A condition as the engine works on it: parsed, checked against the catalogue, every literal in its normal
 * form. Plain JSON, so that a built rulebook can hold it.
 */
export type Condition = Group | Not | Leaf;

export interface Group {
  readonly kind: "all" | "any";
  /** Never empty. */
  readonly of: readonly Condition[];
}

export interface Not {
  readonly kind: "not";
  readonly of: Condition;
}

export type Leaf = Test | RowsTest | RuleTest;

/** One operator on one fact; inside a `where`, on one field of the row. */
export interface Test {
  readonly kind: "test";
  readonly subject: string;
  readonly operator: OperatorName;
  readonly operand: Operand;
  /** Texts compare byte for byte. */
  readonly exact?: true;
}

/** Some, none or every of the rows of a list. Conditions in here speak of fields and hold no rows or rule tests. */
export type RowsTest =
  | { readonly kind: "some" | "none"; readonly list: string; readonly where: Condition | null }
  | { readonly kind: "every"; readonly list: string; readonly among: Condition; readonly where: Condition };

export interface RuleTest {
  readonly kind: "rule";
  readonly rule: string;
  readonly verdict: "matches" | "does-not-match";
}

/**
 * A value in its normal form: texts as written, thumbprints, hosts and versions as schemas/values gives them,
 * timestamps as milliseconds since 1970 in UTC, `none` as null.
 */
export type Literal = string | number | boolean | null;

export type Operand =
  /** One literal; for one-of and the text operators any number of alternatives. */
  | { readonly kind: "values"; readonly values: readonly Literal[] }
  | { readonly kind: "fact"; readonly fact: string }
  | { readonly kind: "field"; readonly field: string }
  | { readonly kind: "list"; readonly list: string }
  | { readonly kind: "duration"; readonly milliseconds: number; readonly written: string }
  | { readonly kind: "yes-no"; readonly yes: boolean };
