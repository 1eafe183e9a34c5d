import { describe, expect, it } from "vitest";
import { evaluate } from "../../../engine/evaluate/evaluate.ts";
import { limits } from "../../../schemas/limits.ts";
import { field, list, outcomeOf, rulebook, scalar, some, test } from "../../support/small-rulebook.ts";

const hosts = list(
  "hosts",
  { name: field("host"), version: field("version"), size: field("number"), note: field("text") },
  { key: ["name", "version"], coveredBy: ["name"] },
);
const row = (more: object) => ({ name: "proxy.contoso.example", version: "1.5", ...more });
const given = (...items: object[]) => ({ hosts: { items, covers: [{}] } }) as never;

describe("rows of one key", () => {
  it("are one row however the key is written", async () => {
    const facts = given(row({ size: 7 }), { name: "PROXY.contoso.example.", version: "1.5.0", size: 7 });
    const { memory } = await evaluate(rulebook([hosts], []), { facts: { facts: facts } });
    expect(memory.list("hosts")).toMatchObject({ rows: [{ exists: true }] });
    expect(memory.conflicting).toEqual([]);
  });

  it("say the same in whatever order they come", async () => {
    const rows = [
      row({ size: "seven", from: [{ source: "s", at: "line 7" }] }),
      row({ note: "b" }),
      row({ note: "a" }),
      { size: 9 },
      ...Array.from({ length: 9 }, (_, index) => ({ name: `h${index}.contoso.example`, size: 8 })),
    ];
    const when = some("hosts", test("size", "above", 9));
    const forth = await outcomeOf([hosts], when, given(...rows));
    const back = await outcomeOf([hosts], when, given(...rows.toReversed()));
    expect(JSON.stringify(back)).toBe(JSON.stringify(forth));
    expect(forth.missing).toContainEqual({ fact: "hosts", field: "size", reason: "not-collected" });
  });

  it("leave a field open that one of them leaves open, until it is filled", async () => {
    const big = some("hosts", test("size", "is", 7));
    const verdict = async (...rows: object[]) => (await outcomeOf([hosts], big, given(...rows))).verdict;
    expect(await verdict(row({ size: 7 }), row({ note: "later?" }))).toBe("cannot-tell");
    expect(await verdict(row({ size: 7 }), row({ note: "later?", size: 9 }))).toBe("cannot-tell");
    expect(await verdict(row({ size: 7 }), row({ note: "later?", size: 7 }))).toBe("matches");
  });

  it("leave a field open for which more is claimed than can be compared", async () => {
    const rows = Array.from({ length: limits.claims + 1 }, (_, index) => row({ size: index }));
    const outcome = await outcomeOf([hosts], some("hosts", test("size", "is", -7)), given(...rows));
    expect(outcome.verdict).toBe("cannot-tell");
  });

  it("are put together in a time that fits their number", async () => {
    const rows = Array.from({ length: limits.listRows }, (_, index) =>
      row({ size: index, note: `${index}` }),
    );
    const outcome = await outcomeOf([hosts], some("hosts", test("note", "is", "x")), given(...rows));
    expect(outcome.verdict).toBe("cannot-tell");
  });
});

describe("a single value that many sources claim", () => {
  it("is not known where more is claimed than can be compared", async () => {
    const conflict = Array.from({ length: 60_000 }, (_, index) => ({ value: `value ${index}` }));
    const outcome = await outcomeOf([scalar("a.fact", "text")], test("a.fact", "is", "x"), {
      "a.fact": { conflict },
    } as never);
    expect(outcome.missing).toMatchObject([{ fact: "a.fact", reason: "ambiguous" }]);
  });

  it("is no conflict where two versions differ in zeros at the end only", async () => {
    const facts = { "a.version": { conflict: [{ value: "1.5" }, { value: "1.5.0" }] } };
    const { memory } = await evaluate(rulebook([scalar("a.version", "version")], []), { facts: { facts } });
    expect(memory.conflicting).toEqual([]);
  });
});
