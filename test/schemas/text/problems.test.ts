import { describe, expect, it } from "vitest";
import { createPositions } from "../../../schemas/text/positions.ts";
import { sortProblems } from "../../../schemas/text/problems.ts";

const problem = (file: string, line: number, column: number, code = "odd", message = "Odd.") => ({
  file,
  line,
  column,
  code,
  message,
});

describe("problems", () => {
  it("stand in the order of file, line, column and code", () => {
    const sorted = [
      problem("B.yaml", 9, 9),
      problem("a.yaml", 2, 7),
      problem("a.yaml", 10, 1, "a"),
      problem("a.yaml", 10, 1, "b", "A."),
      problem("a.yaml", 10, 1, "b", "B."),
    ];
    expect(sortProblems(sorted.toReversed())).toEqual(sorted);
  });

  it("are told once", () => {
    expect(sortProblems([problem("a", 1, 1), problem("a", 1, 1), problem("a", 1, 2)])).toHaveLength(2);
  });
});

describe("a place", () => {
  const text = "ab\ncd\r\n\nx";
  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [5, 2, 3],
    [7, 3, 1],
    [8, 4, 1],
    [9, 4, 2],
  ])("at offset %i is line %i, column %i", (offset, line, column) => {
    expect(createPositions(text)(offset)).toEqual({ line, column, length: 1 });
  });

  it("ends with its line", () => {
    expect(createPositions(text)(0, 99)).toEqual({ line: 1, column: 1, length: 2 });
  });
});
