import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvRecords } from "../../../../facts/formats/event-csv/csv-records.ts";

/** `["a","b"]@1` for a record on line 1, `cut-off@3` for damage. */
function read(text: string, size = text.length || 1, separator = ","): string[] {
  const records = new CsvRecords(separator);
  const pieces = [];
  for (let at = 0; at < text.length; at += size) pieces.push(...records.push(text.slice(at, at + size)));
  pieces.push(...records.end());
  return pieces.map((piece) =>
    piece.kind === "record"
      ? `${JSON.stringify(piece.cells)}@${piece.line}`
      : `${piece.damage.code}@${piece.damage.line}`,
  );
}

const cases: [string, string, string[]][] = [
  ["rows with line ends of Windows", '"a","b"\r\n"1","2"\r\n', ['["a","b"]@1', '["1","2"]@2']],
  ["rows with other line ends", "a,b\n1,2\r3,4", ['["a","b"]@1', '["1","2"]@2', '["3","4"]@2']],
  ["cells of several lines", '"a\r\nb\r\n","c"\r\n"d","e"', ['["a\\r\\nb\\r\\n","c"]@1', '["d","e"]@4']],
  ["separators and doubled quotation marks in a cell", '"a,""b""",""""', ['["a,\\"b\\"","\\""]@1']],
  ["empty cells", ',"",\r\n', ['["","",""]@1']],
  ["blank lines", '\r\n"a","b"\r\n\r\n\r\n"c","d"', ['["a","b"]@2', '["c","d"]@5']],
  ["a quotation mark within a bare cell", 'a,2" disk\n', ['["a","2\\" disk"]@1']],
  ["nothing", "", []],
  ["a last row that is cut in a cell", '"a","b"\r\n"1","2 and', ['["a","b"]@1', "cut-off@2"]],
  ["a cell that never ends", '"a"\r\n"1\r\n"2"\r\n"3"\r\n', ['["a"]@1', "quotation-mark@2", '["3"]@4']],
  ["text behind a cell", '"1"x,"2"\r\n"3","4"\r\n', ["quotation-mark@1", '["3","4"]@2']],
  ["text behind the last cell of all", '"1","2"x', ["quotation-mark@1"]],
  ["a zero", '"1\0","2"', ['["1\\u0000","2"]@1']],
];

describe("a CSV file", () => {
  it.each(cases)("with %s", (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(cases)("with %s: the same in small pieces", (_what, text, expected) => {
    for (const size of [1, 2, 3, 7]) expect(read(text, size)).toEqual(expected);
  });

  it("with semicolons or tabs", () => {
    expect(read('"a,b";c', 3, ";")).toEqual(['["a,b","c"]@1']);
    expect(read('"a,b"\tc', 3, "\t")).toEqual(['["a,b","c"]@1']);
  });

  it("gives back what was written", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\r", "\n", "é", " "), maxLength: 6 });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.nat(9), (rows, size) => {
        const text = rows
          .map((cells) => `${cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")}\r\n`)
          .join("");
        const found = read(text, size + 1).map((each) => each.replace(/@\d+$/, ""));
        expect(found).toEqual(rows.map((cells) => JSON.stringify(cells)));
      }),
      { seed: 20261, numRuns: 500 },
    );
  });

  it("leaves a row out that is too long, and goes on behind it", () => {
    const long = `"${"x".repeat(1024 * 1024)}",2`;
    for (const size of [2 * 1024 * 1024, 65_536])
      expect(read(`1,2\n${long}\n3,4\n`, size)).toEqual(['["1","2"]@1', "event-too-long@2", '["3","4"]@3']);
  });

  it("of separators without end is left out in pieces, and takes no memory", () => {
    const records = new CsvRecords(",");
    let damages = 0;
    for (let piece = 0; piece < 60; piece += 1) damages += records.push(",".repeat(65_536)).length;
    expect(damages).toBeGreaterThan(2);
    expect(damages).toBeLessThan(6);
  });

  it("with a quotation mark that is never closed ends, however long", () => {
    const damages = read(`"a"\n"${"x\n".repeat(600_000)}`, 65_536);
    expect(damages.filter((each) => each.startsWith("event-too-long"))).toHaveLength(1);
    expect(damages.slice(0, 3)).toEqual(['["a"]@1', "event-too-long@2", '["x"]@524290']);
  });
});
