import { eventPropertyNames } from "../powershell/event-properties.ts";

interface CsvDialect {
  readonly separator: string;
}

/** A comma, a semicolon where the comma is in numbers, or what whoever exported it chose. */
const separators = [",", ";", "\t"] as const;

/** So many of the columns have to be properties of an event. */
const fewestColumns = 3;

/** More than the names of the columns and what comes before them ever take. */
export const headCharacters = 10_000;

/** How a table is written whose columns are properties of events; undefined for any other text. */
export function csvDialect(head: string): CsvDialect | undefined {
  const [first = "", second = ""] = head.slice(0, headCharacters).split(/\r\n|\n|\r/, 2);
  const names = first.startsWith("#TYPE ") ? second : first;
  const separator = separators.find((each) => knownColumns(names.split(each)) >= fewestColumns);
  return separator === undefined ? undefined : { separator };
}

function knownColumns(cells: readonly string[]): number {
  return cells.filter((cell) => eventPropertyNames.has(columnName(cell))).length;
}

export const columnName = (cell: string): string => cell.trim().replace(/^"(.*)"$/, "$1");
