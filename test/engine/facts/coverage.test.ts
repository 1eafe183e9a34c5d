import { describe, expect, it } from "vitest";
import type { Condition } from "../../../engine/condition.ts";
import { limits } from "../../../schemas/limits.ts";
import { all, field, list, not, outcomeOf, some, test } from "../../support/small-rulebook.ts";

const noon = "2026-11-20T12:00:00Z";
const atNoon = { from: noon, to: noon };
const isBefore = (text: string): Condition => test("time", "before", Date.parse(text));

const events = list(
  "events",
  { time: field("timestamp"), channel: field("text"), id: field("number") },
  { coveredBy: ["channel", "time"] },
);
const sometimes = list(
  "sometimes",
  { time: field("timestamp", { orNone: true }), id: field("number") },
  { coveredBy: ["time"] },
);
const ports = list("ports", { port: field("number"), state: field("text") }, { coveredBy: ["port"] });
const given = (fact: string, items: object[], covers: object[]) => ({ [fact]: { items, covers } }) as never;

describe("what was looked at", () => {
  it.each<[string, Condition]>([
    ["a denied time", not(isBefore(noon))],
    ["any time", test("id", "is", 4711)],
  ])("a range of times says nothing about rows that have none: %s", async (_name, where) => {
    const outcome = await outcomeOf(
      [sometimes],
      some("sometimes", where),
      given("sometimes", [], [{ time: {} }]),
      atNoon,
    );
    expect(outcome.verdict).toBe("cannot-tell");
  });

  it("does not take a range of times for a range of numbers", async () => {
    const open = some("ports", all(test("port", "is", 8443), test("state", "is", "open")));
    const facts = given("ports", [], [{ port: { to: noon } }]);
    expect((await outcomeOf([ports], open, facts)).verdict).toBe("cannot-tell");
  });

  it("holds an instant of a far year, where a double has no thousandth of a millisecond", async () => {
    const never = Date.parse("9999-12-31T23:59:59Z");
    const when = some("events", all(test("channel", "is", "Admin"), test("time", "is", never)));
    expect((await outcomeOf([events], when, given("events", [{ id: 7 }], []))).verdict).toBe("cannot-tell");
  });

  it("joins the slices of one channel, and not those of different ones", async () => {
    const early = { time: { to: "2026-11-10T00:00:00Z" } };
    const late = { time: { from: "2026-11-10T00:00:00Z" } };
    const when = some("events", all(test("channel", "is", "Admin"), test("id", "is", 4711)));
    const admin = (slice: object) => ({ channel: "Admin", ...slice });
    const session = (slice: object) => ({ channel: "Session", ...slice });
    const verdict = async (...covers: object[]) =>
      (await outcomeOf([events], when, given("events", [], covers), atNoon)).verdict;
    expect(await verdict(admin(early), admin(late))).toBe("does-not-match");
    expect(await verdict(admin(late), admin(early))).toBe("does-not-match");
    expect(await verdict(admin(early), session(late))).toBe("cannot-tell");
    expect(await verdict(admin(early), late)).toBe("does-not-match");
  });

  it.each([
    ["ends before it begins", { from: "2026-11-17T12:00:00Z", to: "2026-10-11T12:00:00Z" }],
    ["is too short for times without an offset", { from: "2026-11-17T12:00:00", to: "2026-11-18T12:00:00" }],
  ])("closes no gap with a slice that %s", async (_name, time) => {
    const { missing } = await outcomeOf(
      [events],
      some("events", test("channel", "is", "Admin")),
      given("events", [], [{ time }, { time: { to: "2026-11-17T12:00:00Z" } }]),
      atNoon,
    );
    expect(missing.map(({ slice }) => slice)).toEqual([
      { channel: "Admin", time: "2026-11-17 12:00 UTC to 2026-11-20 12:00 UTC" },
    ]);
  });

  it("names each gap between slices that overlap and enclose each other", async () => {
    const day = (from: number, to: number) => ({
      time: { from: `2026-11-0${from}T00:00:00Z`, to: `2026-11-0${to}T00:00:00Z` },
    });
    const { missing } = await outcomeOf(
      [sometimes],
      some(
        "sometimes",
        all(test("time", "after", Date.parse("2026-11-01T00:00:00Z")), isBefore("2026-11-09T00:00:00Z")),
      ),
      given("sometimes", [], [day(1, 5), day(2, 3), day(4, 6), day(7, 8)]),
      atNoon,
    );
    expect(missing.map(({ slice }) => slice)).toEqual([
      { time: "2026-11-06 00:00 UTC to 2026-11-07 00:00 UTC" },
      { time: "2026-11-08 00:00 UTC to 2026-11-09 00:00 UTC" },
    ]);
  });

  it("counts nothing beyond the limit of slices as looked at, and says so", async () => {
    const instant = (second: number) => new Date(Date.parse(noon) - second * 1_000).toISOString();
    const covers = Array.from({ length: limits.coveredParts + 1 }, (_, index) => ({
      time: { from: instant(index + 1), to: instant(index) },
    }));
    const last = instant(limits.coveredParts);
    const when = some(
      "sometimes",
      all(not(not(isBefore(last))), test("time", "after", Date.parse(last) - 900)),
    );
    const outcome = await outcomeOf([sometimes], when, given("sometimes", [], covers), atNoon);
    expect(outcome.verdict).toBe("cannot-tell");
    const held = await outcomeOf([sometimes], when, given("sometimes", [], covers.slice(1)), atNoon);
    expect(held.verdict).toBe("does-not-match");
  });

  it("gives up on a list that is covered by too many fields, and calls it not looked at", async () => {
    const fields = Array.from({ length: 9 }, (_, index) => `field-${index}`);
    const values = Array.from({ length: 10 }, (_, index) => `value-${index}`);
    const wide = list(
      "wide",
      {
        ...Object.fromEntries(fields.map((name) => [name, field("one-of", { values })])),
        id: field("number"),
      },
      { coveredBy: fields },
    );
    const facts = given("wide", [], [{ "field-8": "value-1" }, { "field-7": "value-1" }]);
    const outcome = await outcomeOf([wide], some("wide", test("id", "is", 7)), facts);
    expect(outcome.verdict).toBe("cannot-tell");
    expect(outcome.missing.length).toBeLessThanOrEqual(100);
  });
});
