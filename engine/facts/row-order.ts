import type { ListFact } from "../rulebook/rulebook.ts";
import type { Claim, Row } from "./reading.ts";

/**
 * The rows in an order that the order of the file has no part in: by the time that the list is covered by, the
 * earliest first, then by what they say and where that was seen.
 */
export function inFixedOrder({ coveredBy, fields }: ListFact, rows: readonly Row[]): readonly Row[] {
  const time = coveredBy.find((name) => fields[name]?.type === "timestamp");
  const names = Object.keys(fields).sort();
  return rows
    .map((row) => placeOf(row, time, names))
    .sort((a, b) => a.time - b.time || compare(a.text(), b.text()))
    .map(({ row }) => row);
}

interface Placed {
  readonly row: Row;
  readonly time: number;
  /** Made when it is first asked for: most events differ in their times. */
  text(): string;
}

function placeOf(row: Row, time: string | undefined, names: readonly string[]): Placed {
  let text: string | undefined;
  return {
    row,
    time: time === undefined ? 0 : instantIn(row, time),
    text() {
      text ??= textOf(row, names);
      return text;
    },
  };
}

/** A row without a time comes first. */
function instantIn(row: Row, field: string): number {
  const reading = row.fields.get(field);
  const [claim] = reading?.known ? reading.claims : [];
  if (claim === undefined) return Number.MIN_SAFE_INTEGER;
  if ("low" in claim) return claim.low;
  return typeof claim.value === "number" ? claim.value : Number.MIN_SAFE_INTEGER;
}

function textOf(row: Row, names: readonly string[]): string {
  const parts = names.flatMap((name) => {
    const reading = row.fields.get(name);
    return reading?.known ? [`"${name}": ${reading.claims.map(claimText).join(" or ")}`] : [];
  });
  return `${parts.join(", ")} ${JSON.stringify(row.at)}`;
}

const claimText = (claim: Claim): string =>
  "value" in claim ? JSON.stringify(claim.value) : `${claim.low} to ${claim.high}`;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
