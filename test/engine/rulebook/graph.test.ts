import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder } from "../../../engine/rulebook/graph.ts";

const order = (needs: Record<string, readonly string[]>) =>
  inOrder(Object.keys(needs), (name) => needs[name] ?? []);

describe("putting names in order", () => {
  it.each<[string, Record<string, string[]>, string[], string[][]]>([
    [
      "what is needed stands first",
      { stew: ["pot", "fire"], pot: [], fire: ["wood"], wood: [] },
      ["pot", "wood", "fire", "stew"],
      [],
    ],
    [
      "a circle is told once, from its first name",
      { c: ["a"], b: ["c"], a: ["b"] },
      [],
      [["a", "b", "c", "a"]],
    ],
    ["a name that needs itself is a circle", { a: ["a"], b: [] }, ["b"], [["a", "a"]]],
    ["what only needs a circle is no part of it", { a: ["b"], b: ["a"], z: ["a"] }, ["z"], [["a", "b", "a"]]],
    [
      "two circles are two",
      { a: ["b"], b: ["a"], x: ["y", "a"], y: ["x"] },
      [],
      [
        ["a", "b", "a"],
        ["x", "y", "x"],
      ],
    ],
    ["names that nobody knows are left aside", { a: ["ghost"] }, ["a"], []],
  ])("%s", (_, needs, expected, circles) => {
    expect(order(needs)).toEqual({ order: expected, circles });
  });

  it("puts everything after what it needs, and says each name once", () => {
    const name = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h");
    const graph = fc.dictionary(name, fc.array(name, { maxLength: 3 }), { minKeys: 1 });
    fc.assert(
      fc.property(graph, (needs) => {
        const { order: sorted, circles } = order(needs);
        const inCircles = circles.flatMap((circle) => circle.slice(1));
        expect([...sorted, ...inCircles].sort()).toEqual(Object.keys(needs).sort());
        for (const each of sorted) {
          const open = (needs[each] ?? []).filter(
            (need) => Object.hasOwn(needs, need) && !inCircles.includes(need),
          );
          for (const need of open) expect(sorted.indexOf(need)).toBeLessThan(sorted.indexOf(each));
        }
        for (const circle of circles) {
          for (const [index, each] of circle.slice(0, -1).entries())
            expect(needs[each]).toContain(circle[index + 1]);
        }
      }),
      { seed: 20261, numRuns: 500 },
    );
  });

  it("takes a chain of many thousand names", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const { order: sorted, circles } = inOrder(names, (name) => [`n${Number(name.slice(1)) + 1}`]);
    expect(sorted[0]).toBe("n19999");
    expect(sorted).toHaveLength(20_000);
    expect(circles).toEqual([]);
  });
});
