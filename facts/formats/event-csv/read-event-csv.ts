import { eventOfProperties, eventPropertyNames } from "../powershell/event-properties.ts";
import { notUnderstood } from "../powershell/not-understood.ts";
import {
  type DamageItem,
  type DatedEvent,
  type SettledEvent,
  settleDates,
} from "../powershell/settle-dates.ts";
import { writtenDate } from "../powershell/written-date.ts";
import { columnName, csvDialect, headCharacters } from "./csv-dialect.ts";
import { type CsvPiece, CsvRecords } from "./csv-records.ts";

/**
 * Events that `Get-WinEvent | Export-Csv` wrote, from Windows PowerShell and PowerShell 7. Takes the decoded text in
 * chunks of any size. A table holds the messages, and not the values that events carry.
 */
export function readEventCsv(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<SettledEvent | DamageItem> {
  return settleDates<DamageItem>(readRows(chunks));
}

async function* readRows(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<DatedEvent | DamageItem> {
  const table = new Table();
  for await (const chunk of chunks) yield* table.push(chunk);
  yield* table.end();
}

type Item = DatedEvent | DamageItem;
type Row = Extract<CsvPiece, { kind: "record" }>;

class Table {
  /** What has arrived before it is known how the table is written. */
  #head = "";
  #records: CsvRecords | undefined;
  #columns: ReadonlyMap<string, number> | undefined;
  #width = 0;

  push(chunk: string): readonly Item[] {
    if (this.#records) return this.#take(this.#records.push(chunk));
    this.#head += chunk;
    return this.#head.length < headCharacters ? [] : this.#begin();
  }

  end(): readonly Item[] {
    const begun = this.#records ? [] : this.#begin();
    return [...begun, ...this.#take(this.#records?.end() ?? [])];
  }

  #begin(): readonly Item[] {
    this.#records = new CsvRecords(csvDialect(this.#head)?.separator ?? ",");
    return this.#take(this.#records.push(this.#head));
  }

  #take(pieces: readonly CsvPiece[]): readonly Item[] {
    return pieces.flatMap((piece) => (piece.kind === "damage" ? [piece] : this.#read(piece)));
  }

  #read(row: Row): readonly Item[] {
    const { cells, line } = row;
    // Windows PowerShell writes what kind of thing the rows are, again where an export was appended to another.
    if (cells[0]?.startsWith("#TYPE ")) return [];
    if (this.#columns === undefined) {
      this.#columns = columnsOf(row);
      this.#width = cells.length;
      return [];
    }
    return cells.length === this.#width
      ? eventOf(row, this.#columns)
      : [misfit(line, cells.length, this.#width)];
  }
}

/** By name, those that are properties of an event. */
function columnsOf({ cells }: Row): ReadonlyMap<string, number> {
  const named = cells.map((cell, index) => [columnName(cell), index] as const);
  return new Map(named.filter(([name]) => eventPropertyNames.has(name)));
}

function eventOf({ cells, line }: Row, columns: ReadonlyMap<string, number>): readonly Item[] {
  const read = (name: string): string | undefined => cells[columns.get(name) ?? -1] || undefined;
  // The line of names stands once more where an export was appended to another.
  if (read("Id") === "Id" || read("Message") === "Message") return [];
  const { event, strange } = eventOfProperties(read);
  const written = read("TimeCreated");
  const date = written === undefined ? undefined : writtenDate(written);
  const dated: DatedEvent = { kind: "event", event, line, date, written: written ?? "" };
  const names = date?.kind === "strange" ? [...strange, "TimeCreated"] : strange;
  return [dated, ...names.map((name) => notUnderstood(name, line))];
}

function misfit(line: number, cells: number, width: number): DamageItem {
  const message = `The row that begins here has ${cells} cells, and the table has ${width} columns; it is left out.`;
  return { kind: "damage", damage: { code: "row-does-not-fit", message, line } };
}
