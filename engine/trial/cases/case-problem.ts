import type { CaseFile } from "../../../schemas/generated/types.ts";
import type { ValuePath } from "../../../schemas/text/positions.ts";
import type { Problem } from "../../../schemas/text/problem.ts";
import type { ReadValue } from "../../../schemas/text/read-text.ts";

/** Every code that checking the meaning of a case gives, each with one sentence. */
export const caseCodes = {
  "unknown-rule": "A rule is named that no pack has.",
  "unknown-symptom": "A symptom is named that no pack has.",
  "unknown-next-step": "A next step is neither a way of asking nor a fact.",
  "kind-does-not-fit": "A rule of this kind cannot be named here.",
  "case-disagrees": "Two parts of a case cannot both come true.",
  "named-twice": "A name stands twice in one list of a case.",
  "value-does-not-fit": "A value is not of the type that is wanted.",
  "needs-offset": "A time does not say how far it is from UTC.",
} as const;

export type CaseCode = keyof typeof caseCodes;

/** A case whose form is right, and where its parts stand. */
export interface CaseDocument extends Pick<ReadValue, "placeOf" | "keyPlaceOf"> {
  readonly file: string;
  readonly value: CaseFile;
}

export function caseProblem(
  { file, placeOf }: CaseDocument,
  path: ValuePath,
  code: CaseCode,
  message: string,
  hint: string,
): Problem {
  return { file, ...placeOf(path), code, message, hint };
}
