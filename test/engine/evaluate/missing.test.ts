import { describe, expect, it } from "vitest";
import type { Operand } from "../../../engine/condition.ts";
import { all, field, list, outcomeOf, scalar, some, test } from "../../support/small-rulebook.ts";

const noon = "2026-11-20T12:00:00Z";
const certificates = list(
  "certificates",
  {
    thumbprint: field("text"),
    store: field("text"),
    "not-after": field("timestamp"),
    "days-left": field("number", { unit: "days", derived: { kind: "days-until", of: "not-after" } }),
  },
  { key: ["thumbprint"], coveredBy: ["store"] },
);
const daysLeft = scalar("picked.days-left", "number", {
  derived: {
    kind: "picked",
    from: "certificates",
    where: test("thumbprint", "is", "a7"),
    field: "days-left",
  },
});
const one = { certificates: [{ thumbprint: "a7", "not-after": "2026-01-01T00:00:00Z" }] };

describe("what is missing", () => {
  it("is the time of the collection, where the days of a row wait for nothing else", async () => {
    const when = some("certificates", all(test("thumbprint", "is", "a7"), test("days-left", "below", 0)));
    expect((await outcomeOf([certificates], when, one)).missing).toEqual([
      { fact: "collected-at", reason: "not-collected" },
    ]);
  });

  it("is the fact that a row is compared with, even if a field is called the same", async () => {
    const facts = [list("rows", { store: field("text"), name: field("text") }), scalar("store", "text")];
    const when = some("rows", test("name", "same-as", { kind: "fact", fact: "store" }));
    const rows = { items: [{ store: "my", name: "a7" }], covers: [{}] };
    expect((await outcomeOf(facts, when, { rows } as never)).missing).toEqual([
      { fact: "store", reason: "not-collected" },
    ]);
  });

  it("is the fact that tells which part of a list has to be looked at, besides that part", async () => {
    const facts = [certificates, scalar("wanted", "text")];
    const when = some("certificates", test("store", "same-as", { kind: "fact", fact: "wanted" }));
    const seen = { certificates: { items: [], covers: [{ store: "my" }] } } as never;
    const { missing } = await outcomeOf(facts, when, seen);
    expect(missing).toContainEqual({ fact: "wanted", reason: "not-collected" });
    expect(missing).toContainEqual({ fact: "certificates", slice: {}, reason: "out-of-coverage" });
  });

  it("is the spelling where sources differ in case alone and the case counts", async () => {
    const claims = { conflict: [{ value: "Root" }, { value: "root" }] };
    const exactly = { ...test("store", "is", "Root"), exact: true as const };
    expect((await outcomeOf([scalar("store", "text")], exactly, { store: claims })).missing).toEqual([
      { fact: "store", reason: "ambiguous" },
    ]);
  });

  it("is the time of the collection where two sources have the same row", async () => {
    const twice = { certificates: [...one.certificates, ...one.certificates] } as never;
    const when = some("certificates", all(test("thumbprint", "is", "a7"), test("days-left", "below", 0)));
    expect((await outcomeOf([certificates], when, twice)).missing).toEqual([
      { fact: "collected-at", reason: "not-collected" },
    ]);
  });

  it("is the offset of a time, of a single value and in a row", async () => {
    const since = (subject: string) => test(subject, "before", Date.parse("2026-11-05T00:00:00Z"));
    const time = "2026-11-04T23:59:59";
    expect((await outcomeOf([scalar("seen", "timestamp")], since("seen"), { seen: time })).missing).toEqual([
      { fact: "seen", reason: "ambiguous" },
    ]);
    const rows = { certificates: { items: [{ "not-after": time }], covers: [{}] } } as never;
    expect((await outcomeOf([certificates], some("certificates", since("not-after")), rows)).missing).toEqual(
      [{ fact: "certificates", field: "not-after", reason: "ambiguous" }],
    );
  });

  it("does not depend on the order in which sources claim", async () => {
    const conflict = [{ value: "my" }, { value: "Root" }, { value: "CA" }];
    const when = some("certificates", test("store", "same-as", { kind: "fact", fact: "wanted" }));
    const outcome = (claims: object[]) =>
      outcomeOf([certificates, scalar("wanted", "text")], when, {
        certificates: { items: [], covers: [{ store: "Trust" }] },
        wanted: { conflict: claims },
      } as never);
    expect(JSON.stringify(await outcome(conflict.toReversed()))).toBe(
      JSON.stringify(await outcome(conflict)),
    );
  });

  it.each<[string, number | null, object, object[]]>([
    ["nothing, in a list that is never closed", null, {}, []],
    [
      "the time of the collection, for a list that was closed until some day",
      Date.parse(noon),
      {},
      [{ fact: "collected-at", reason: "not-collected" }],
    ],
    ["nothing, in a list that was too old by then", Date.parse(noon), { from: "2027-01-01T00:00:00Z" }, []],
  ])("of a value that is not in a list: %s", async (_name, closedUntil, now, missing) => {
    const names: Operand = { kind: "list", list: "names" };
    const entries = [{ value: "alpha", is: null }];
    const lists = { names: { id: "names", title: "Names", type: "text" as const, closedUntil, entries } };
    const outcome = await outcomeOf(
      [scalar("name", "text")],
      test("name", "in", names),
      { name: "beta" },
      now,
      {
        lists,
      },
    );
    expect(outcome.verdict).toBe("cannot-tell");
    expect(outcome.missing).toEqual(missing);
  });
});

describe("evidence", () => {
  it("names the facts that a value follows from, and no fields", async () => {
    const now = { from: noon, to: noon };
    const { evidence } = await outcomeOf(
      [certificates, daysLeft],
      test("picked.days-left", "below", 0),
      one,
      now,
    );
    expect(evidence).toMatchObject({ truth: true, through: ["certificates"] });
  });

  it("does not blame the coverage where all was looked at and a field is open", async () => {
    const rows = { certificates: { items: [{ store: "my" }], covers: [{}] } } as never;
    const { evidence } = await outcomeOf(
      [certificates],
      some("certificates", test("thumbprint", "is", "a7")),
      rows,
    );
    expect(evidence).toMatchObject({ truth: "unknown", reason: "ambiguous", found: "0 of 1 row, 1 perhaps" });
  });

  it("says that a message is in another language", async () => {
    const facts = [scalar("message", "text", { message: true })];
    const { evidence } = await outcomeOf(facts, test("message", "contains", "expired"), {
      message: "abgelaufen",
    });
    expect(evidence).toMatchObject({ truth: "unknown", reason: "unrecognized-language" });
  });
});
