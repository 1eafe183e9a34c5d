import type { Variable } from "./variable.ts";

/** A condition as a sentence about variables. */
export type Formula =
  | { readonly kind: "constant"; readonly holds: boolean }
  | { readonly kind: "all" | "any"; readonly of: readonly Formula[] }
  | { readonly kind: "not"; readonly of: Formula }
  | { readonly kind: "question"; readonly variable: Variable; readonly number: number };

const holding: Formula = { kind: "constant", holds: true };
const failing: Formula = { kind: "constant", holds: false };

export const constant = (holds: boolean): Formula => (holds ? holding : failing);
export const both = (...of: readonly Formula[]): Formula => ({ kind: "all", of });
export const either = (...of: readonly Formula[]): Formula => ({ kind: "any", of });
export const not = (of: Formula): Formula => ({ kind: "not", of });
