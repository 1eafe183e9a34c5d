import { describe, expect, it } from "vitest";
import { evaluate } from "../../../engine/evaluate/evaluate.ts";
import { limits } from "../../../schemas/limits.ts";
import {
  all,
  field,
  list,
  outcomeOf,
  rule,
  rulebook,
  scalar,
  some,
  test,
} from "../../support/small-rulebook.ts";

// Far beyond the time limit of a test where the work grows with the square of the size.
const many = limits.listRows;
const atNoon = { from: "2026-11-20T12:00:00Z", to: "2026-11-20T12:00:00Z" };

describe("lists as long as may be", () => {
  it("are read by ten rules", async () => {
    const probes = list(
      "probes",
      { host: field("host"), port: field("number"), account: field("text"), note: field("text") },
      { key: ["host", "port"], coveredBy: ["account"] },
    );
    const items = Array.from({ length: many }, (_, index) => ({
      host: `h${index}.contoso.example`,
      port: 8443,
      account: "administrator",
    }));
    const rules = Array.from({ length: 10 }, (_, index) =>
      rule(`r${index}`, some("probes", all(test("port", "is", 8443 + index), test("note", "is", "late")))),
    );
    const facts = { probes: { items, covers: [{ account: "administrator" }] } } as never;
    const { outcomes } = await evaluate(rulebook([probes], rules), { facts: { facts } });
    expect([...outcomes.values()].filter(({ verdict }) => verdict === "cannot-tell")).toHaveLength(10);
  });

  it("may be covered in as many slices", async () => {
    const events = list("events", { time: field("timestamp"), id: field("number") }, { coveredBy: ["time"] });
    const covers = Array.from({ length: many }, (_, index) => ({
      time: {
        from: new Date(1.7e12 + index * 2_000).toISOString(),
        to: new Date(1.7e12 + index * 2_000 + 900).toISOString(),
      },
    }));
    const facts = { events: { items: [], covers } } as never;
    const outcome = await outcomeOf([events], some("events", test("id", "is", 4711)), facts, atNoon);
    expect(outcome.verdict).toBe("cannot-tell");
  });

  it("are looked up in long lists of a pack", async () => {
    const entries = (of: (index: number) => string) =>
      Array.from({ length: 2_000 }, (_, index) => ({ value: of(index), is: "known" }));
    const endpoints = {
      id: "endpoints",
      title: "Endpoints",
      type: "host" as const,
      closedUntil: null,
      entries: entries((index) => `*.e${index}.contoso.example`),
    };
    const names = {
      ...endpoints,
      id: "names",
      type: "text" as const,
      entries: entries((index) => `n${index}`),
    };
    const probes = list("probes", {
      host: field("host"),
      role: field("text", { derived: { kind: "looked-up", list: "endpoints", by: "host" } }),
      name: field("text"),
    });
    const items = Array.from({ length: many }, (_, index) => ({
      host: `h.e${index}.contoso.example`,
      name: "N1999",
    }));
    const named = some(
      "probes",
      all(test("name", "in", { kind: "list", list: "names" }), test("role", "is", "other")),
    );
    const outcome = await outcomeOf([probes], named, { probes: { items } } as never, atNoon, {
      lists: { endpoints, names },
    });
    expect(outcome.verdict).toBe("matches");
  });
});

describe("entries of a pack's list", () => {
  it.each([[["*.x.example", "a.x.example"]], [["a.x.example", "*.x.example"]]])(
    "a host itself goes before an ending of the same length: %j",
    async (values) => {
      const entries = values.map((value) => ({ value, is: value.startsWith("*") ? "ending" : "itself" }));
      const hosts = { id: "hosts", title: "Hosts", type: "host" as const, closedUntil: null, entries };
      const facts = [
        scalar("host", "host"),
        scalar("role", "text", { derived: { kind: "looked-up", list: "hosts", by: "host" } }),
      ];
      const role = async (host: string, expected: string) =>
        (await outcomeOf(facts, test("role", "is", expected), { host }, {}, { lists: { hosts } })).verdict;
      expect(await role("a.x.example", "itself")).toBe("matches");
      expect(await role("b.a.x.example", "ending")).toBe("matches");
      expect(await role("x.example", "other")).toBe("matches");
    },
  );

  it("leave it open whether a number that is known as a range is among them", async () => {
    const entries = [{ value: 5, is: null }];
    const closedUntil = Date.parse("2030-01-01T00:00:00Z");
    const numbers = { id: "numbers", title: "Numbers", type: "number" as const, closedUntil, entries };
    const facts = [
      list("rows", { id: field("number") }),
      scalar("count", "number", { derived: { kind: "count", list: "rows", where: null } }),
    ];
    const isIn = test("count", "in", { kind: "list", list: "numbers" });
    const outcome = await outcomeOf(facts, isIn, { rows: [{ id: 7 }] } as never, atNoon, {
      lists: { numbers },
    });
    expect(outcome.verdict).toBe("cannot-tell");
  });
});
