import { describe, expect, it } from "vitest";
import { field, list, outcomeOf, scalar, test } from "../../support/small-rulebook.ts";

const hosts = list(
  "hosts",
  { name: field("host"), size: field("number"), "not-after": field("timestamp") },
  { key: ["name"], coveredBy: ["name"] },
);
const count = scalar("host-count", "number", { derived: { kind: "count", list: "hosts", where: null } });
const smallest = scalar("smallest-size", "number", {
  derived: { kind: "smallest", field: "size", list: "hosts", where: null },
});
const found = scalar("big.found", "boolean", {
  derived: { kind: "picked", from: "hosts", where: test("size", "above", 6), field: null },
});
const facts = [hosts, count, smallest, found];
const seen = (items: object[], ...covers: object[]) => ({ hosts: { items, covers } }) as never;

const name = (letter: string) => `${letter}.contoso.example`;

describe("facts that are derived from rows", () => {
  it("do not count a row twice that may be another one seen again", async () => {
    const several = test("host-count", "at-least", 2);
    const open = await outcomeOf(facts, several, seen([{ name: name("a"), size: 7 }, { size: 7 }]));
    expect(open.verdict).toBe("cannot-tell");
    expect(open.missing).toContainEqual({ fact: "hosts", field: "name", reason: "not-collected" });
    const filled = [{ name: name("a") }, { name: name("b") }];
    expect((await outcomeOf(facts, several, seen(filled))).verdict).toBe("matches");
    expect((await outcomeOf(facts, test("host-count", "at-least", 1), seen([{ size: 7 }]))).verdict).toBe(
      "matches",
    );
  });

  it("count a row whose key is written in two ways", async () => {
    const twice = [{ name: name("a") }, { name: name("A") }, { name: name("b") }];
    expect((await outcomeOf(facts, test("host-count", "is", 2), seen(twice, {}))).verdict).toBe("matches");
  });

  it("name the open field without which the smallest is not known", async () => {
    const outcome = await outcomeOf(facts, test("smallest-size", "is", 7), seen([{ name: name("a") }], {}));
    expect(outcome.missing).toEqual([{ fact: "hosts", field: "size", reason: "not-collected" }]);
  });

  it("name the places of a few rows one by one, and of many rows those of the list", async () => {
    const rows = (most: number) =>
      Array.from({ length: most }, (_, index) => ({
        name: name(`h${index}`),
        size: 7,
        from: [{ source: "ports.txt", at: `line ${index}` }],
      }));
    const at = async (most: number) => {
      const hosts = { items: rows(most), from: [{ source: "ports.txt" }] };
      return (await outcomeOf(facts, test("big.found", "is", true), { hosts } as never)).evidence;
    };
    expect(await at(2)).toMatchObject({
      at: [
        { source: "ports.txt", at: "line 0" },
        { source: "ports.txt", at: "line 1" },
      ],
    });
    expect(await at(900)).toMatchObject({ at: [{ source: "ports.txt" }] });
  });
});
