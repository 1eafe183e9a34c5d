import { createPositions } from "./positions.ts";
import type { Problem } from "./problem.ts";
import { sortProblems } from "./problems.ts";
import type { ReaderCode } from "./reader-codes.ts";

/** A problem that still stands at an offset. Messages never quote the text: it may hold secrets. */
export interface Finding {
  readonly code: ReaderCode;
  readonly offset: number;
  readonly length?: number;
  readonly message: string;
  readonly hint?: string;
  /** A second place, told behind the message: "It stands first at line 3, column 5." */
  readonly seeAlso?: { readonly offset: number; readonly words: string };
}

/** A finding that is not yet tied to a place. */
export type Explanation = Omit<Finding, "offset">;

export function toProblems(text: string, file: string, findings: readonly Finding[]): Problem[] {
  const placeAt = createPositions(text);
  return sortProblems(
    findings.map(({ code, offset, length, message, hint, seeAlso }) => {
      const second = seeAlso && placeAt(seeAlso.offset);
      const more = second ? ` ${seeAlso.words} at line ${second.line}, column ${second.column}.` : "";
      const advice = hint === undefined ? {} : { hint };
      return { file, ...placeAt(offset, length), code, message: message + more, ...advice };
    }),
  );
}
