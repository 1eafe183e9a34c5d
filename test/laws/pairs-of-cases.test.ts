import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../support/source-files.ts";

interface Pair {
  readonly cases: readonly [string, string];
  readonly fact: string;
}

const folder = join(root, "test/cases");
const yamlOf = (path: string) => parse(readFileSync(join(folder, path), "utf8"));
const pairs: readonly Pair[] = yamlOf("pairs.yaml");

/** What comes out of a case, without the words that a reader gets. */
function outcomeOf(name: string) {
  const { matches, top, outcome } = yamlOf(`${name}/expected.yaml`);
  return { matches: [...matches].sort(), top, outcome };
}

describe("two cases that differ in one fact", () => {
  it("are at least eight pairs", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(8);
  });

  it.each(pairs)("$cases: $fact, and nothing else", ({ cases: [one, other], fact }) => {
    const [{ [fact]: its, ...rest }, { [fact]: others, ...same }] = [
      yamlOf(`${one}/facts.yaml`).facts,
      yamlOf(`${other}/facts.yaml`).facts,
    ];
    expect(rest).toEqual(same);
    expect(its).not.toEqual(others);
    expect(outcomeOf(one)).not.toEqual(outcomeOf(other));
    if (Array.isArray(its?.items ?? its)) expect(rowsApart(rowsOf(its), rowsOf(others))).toBe(1);
  });
});

const rowsOf = (entry: { items?: unknown[] } | unknown[]): readonly string[] =>
  (Array.isArray(entry) ? entry : (entry.items ?? [])).map((row) => JSON.stringify(row));

/** Rows that only one of the two has; a changed row counts once. */
function rowsApart(one: readonly string[], other: readonly string[]): number {
  const only = one.filter((row) => !other.includes(row)).length;
  return Math.max(only, other.filter((row) => !one.includes(row)).length);
}
