import type { Missing } from "../../schemas/generated/types.ts";
import { foldText } from "../../schemas/values/text-equal.ts";
import type { Literal } from "../condition.ts";
import { sliceWord } from "../facts/coverage.ts";
import { sameLiteral } from "../facts/normal-form.ts";
import type { Box, ListReading, Reading, Row } from "../facts/reading.ts";
import type { Ask, Rulebook } from "../rulebook/rulebook.ts";

export type ListOf = (list: string) => ListReading;

/**
 * Whether a way of asking can give nothing, because all that it looks at was seen and what is missing is not there: of a
 * store that was read whole without the certificate, nobody learns anything about the certificate. That lists speak of
 * the same thing is told by fields of the same name.
 */
export function lookedThrough(rulebook: Rulebook, listOf: ListOf): (ask: Ask, missing: Missing) => boolean {
  const seen = new Map<string, readonly Row[] | null>();
  const rowsSeen = (ask: Ask, list: string): readonly Row[] | null => {
    const key = `${ask.id} ${list}`;
    const before = seen.get(key);
    if (before !== undefined) return before;
    const rows = rowsOfPart(ask.looksAt[list] ?? {}, listOf(list));
    seen.set(key, rows);
    return rows;
  };
  return (ask, { fact, slice = {} }) =>
    Object.keys(ask.looksAt).some((list) => {
      const definition = rulebook.facts[list];
      if (list === fact || definition?.kind !== "list") return false;
      const shared = Object.entries(slice).filter(([field]) => Object.hasOwn(definition.fields, field));
      if (shared.length === 0) return false;
      return rowsSeen(ask, list)?.some((row) => mayBeOf(row, shared)) === false;
    });
}

/** The rows that may lie in the part; null where others could exist that nobody saw. */
function rowsOfPart(part: Ask["looksAt"][string], reading: ListReading): readonly Row[] | null {
  const fields = Object.entries(part);
  const box: Box = new Map(fields.map(([field, values]) => [field, { kind: "values", values }]));
  if (!reading.known || reading.unseen([box]).length > 0) return null;
  return reading.rows.filter((row) =>
    fields.every(([field, values]) =>
      mayBe(row.fields.get(field), (value) => values.some((each) => sameLiteral(each, value))),
    ),
  );
}

const mayBeOf = ({ fields }: Row, shared: readonly (readonly [string, string])[]): boolean =>
  shared.every(([field, word]) =>
    mayBe(fields.get(field), (value) => foldText(sliceWord(value)) === foldText(word)),
  );

/** What is not known may be anything. */
function mayBe(reading: Reading | undefined, fits: (value: Literal) => boolean): boolean {
  if (!reading?.known) return true;
  return reading.claims.some((claim) => !("value" in claim) || fits(claim.value));
}
