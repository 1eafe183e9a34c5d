import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeFacts } from "../../../../facts/import/merge/merge-facts.ts";
import type { Plan } from "../../../../facts/import/wanted-fact.ts";
import type { FactEntry, Origins, SliceEntry } from "../../../../schemas/generated/types.ts";

const plan: Plan = [
  { fact: "trust.thumbprint", type: "thumbprint", collect: { kind: "xml-element", root: "a", element: "b" } },
  { fact: "seen.at", type: "timestamp", collect: { kind: "xml-element", root: "a", element: "c" } },
  { fact: "probes", type: "list", key: ["host"], collect: { kind: "certificates" } },
];

function merge(fact: string, entries: readonly FactEntry[]) {
  const { facts, warnings } = mergeFacts(
    entries.map((entry) => ({ fact, entry })),
    plan,
    (source) => `${source}.txt`,
  );
  return { entry: facts[fact], warnings };
}

const from = (source: string, time?: string): Origins => [{ source, ...(time && { time }) }];
const monday = "2026-11-16T10:00:00Z";
const tuesday = "2026-11-17T10:00:00+01:00";

describe("values of one fact from several files", () => {
  it("that agree are one value seen in all", () => {
    expect(
      merge("x", [
        { value: 8443, from: from("b") },
        { value: 8443, from: from("a") },
      ]).entry,
    ).toEqual({
      value: 8443,
      from: [{ source: "a" }, { source: "b" }],
    });
  });

  it("that are written differently can be the same", () => {
    const dense = "4905CC64B2D81BBED60962ECC5DCF63F643CCD55";
    const merged = merge("trust.thumbprint", [
      { value: dense },
      { value: dense.toLowerCase().replace(/(..)/g, "$1 ") },
    ]);
    expect(merged.entry).toEqual({ value: "49 05 cc 64 b2 d8 1b be d6 09 62 ec c5 dc f6 3f 64 3c cd 55 " });
    expect(
      merge("seen.at", [{ value: "2026-11-16T10:00:00Z" }, { value: "2026-11-16T11:00:00+01:00" }]).entry,
    ).toHaveProperty("value");
  });

  it.each<[string, FactEntry[]]>([
    [
      "without times",
      [
        { value: 1, from: from("a") },
        { value: 2, from: from("b") },
      ],
    ],
    [
      "of which one has no time",
      [
        { value: 1, from: from("a", monday) },
        { value: 2, from: from("b") },
      ],
    ],
    [
      "at the same time",
      [
        { value: 1, from: from("a", monday) },
        { value: 2, from: from("b", monday) },
      ],
    ],
    [
      "at a time without offset",
      [
        { value: 1, from: from("a", monday) },
        { value: 2, from: from("b", "2026-11-20 10:00") },
      ],
    ],
    ["already in conflict", [{ conflict: [{ value: 1 }, { value: 2 }] }, { value: 2 }]],
    ["of another type", [{ value: 1 }, { value: "1" }]],
    ["of which one is none", [{ value: null }, { value: 2 }]],
  ])("that differ %s are a conflict", (_how, entries) => {
    const { entry } = merge("x", entries);
    expect(entry && "conflict" in entry ? entry.conflict : undefined).toHaveLength(2);
  });

  it("that were seen one after the other are the later one, with the earlier as history", () => {
    const merged = merge("x", [
      { value: 1, from: from("a", monday) },
      { value: 2, from: from("b", tuesday) },
    ]);
    expect(merged.entry).toEqual({
      value: 2,
      from: from("b", tuesday),
      earlier: [{ value: 1, from: from("a", monday) }],
    });
  });

  it("keep the history of all, the latest first", () => {
    const wednesday = "2026-11-18T10:00:00Z";
    const merged = merge("x", [
      { value: 3, from: from("c", wednesday) },
      { value: 2, from: from("b", tuesday), earlier: [{ value: 1, from: from("a", monday) }] },
    ]);
    expect(merged.entry).toMatchObject({ value: 3, earlier: [{ value: 2 }, { value: 1 }] });
    expect(merged.entry).not.toHaveProperty("earlier.0.earlier");
  });

  it("that were seen again after something else are current again", () => {
    const merged = merge("x", [
      { value: 1, from: [...from("a", monday), ...from("c", "2026-11-19T10:00:00Z")] },
      { value: 2, from: from("b", tuesday) },
    ]);
    expect(merged.entry).toMatchObject({ value: 1, earlier: [{ value: 2 }] });
  });
});

describe("what could not be seen", () => {
  it("gives way to a value, and the reason stays in a warning", () => {
    const { entry, warnings } = merge("x", [
      { unknown: "damaged-source", detail: "The file is cut off.", from: from("a") },
      { value: false, from: from("b") },
    ]);
    expect(entry).toEqual({ value: false, from: from("b") });
    expect(warnings).toEqual([
      {
        code: "unknown-set-aside",
        fact: "x",
        message: "a.txt could not give x (The file is cut off.), but b.txt does.",
      },
    ]);
  });

  it("in several files is told with the reason of who looked, and all details", () => {
    const { entry } = merge("x", [
      { unknown: "not-collected" },
      { unknown: "parse-error", detail: "B.", from: from("b") },
      { unknown: "access-denied", detail: "A.", from: from("a") },
    ]);
    expect(entry).toEqual({ unknown: "access-denied", detail: "A. B.", from: [...from("a"), ...from("b")] });
  });
});

describe("rows from several files", () => {
  const rowA = { host: "a.contoso.example", port: 8443 };
  const rowB = { host: "b.contoso.example", port: 8443 };

  it("stand together with what each file covers", () => {
    const { entry } = merge("probes", [
      { items: [rowB], covers: [{ role: "proxy" }], from: from("b") },
      { items: [rowA], covers: [{ role: "backend" }, { role: "proxy" }], from: from("a") },
    ]);
    expect(entry).toEqual({
      items: [
        { ...rowA, from: from("a") },
        { ...rowB, from: from("b") },
      ],
      covers: [{ role: "backend" }, { role: "proxy" }],
      from: [...from("a"), ...from("b")],
    });
  });

  it("that are the same stand once with both origins", () => {
    const { entry } = merge("probes", [
      { items: [rowA], from: from("a") },
      { items: [rowA], from: from("b") },
    ]);
    expect(entry).toMatchObject({ items: [{ ...rowA, from: [...from("a"), ...from("b")] }] });
  });

  it("of one key become the row that says more, unless a field contradicts", () => {
    const more = { ...rowA, answer: "refused" };
    expect(merge("probes", [{ items: [rowA] }, { items: [more] }]).entry).toMatchObject({ items: [more] });
    const other = { ...rowA, port: 443 };
    const { entry } = merge("probes", [{ items: [rowA] }, { items: [other] }]);
    expect(entry && "items" in entry ? entry.items : []).toHaveLength(2);
  });

  it("beat the statement that there are none", () => {
    const { entry, warnings } = merge("probes", [
      { value: null, from: from("a") },
      { items: [rowA], from: from("b") },
    ]);
    expect(entry).toMatchObject({ items: [rowA] });
    expect(entry).not.toHaveProperty("covers");
    expect(warnings).toMatchObject([{ code: "none-contradicted" }]);
  });

  it("that nobody saw, looking everywhere, are a covered empty list", () => {
    expect(merge("probes", [{ value: null, from: from("a") }]).entry).toEqual({
      items: [],
      covers: [{}],
      from: from("a"),
    });
  });

  it("beat a single value, which is set aside with a warning", () => {
    const { entry, warnings } = merge("probes", [
      { value: "direct", from: from("a") },
      { items: [rowA], from: from("b") },
    ]);
    expect(entry).toMatchObject({ items: [rowA] });
    expect(warnings).toMatchObject([{ code: "not-a-list" }]);
  });

  it("beyond the limit are the newest, and what was given up is no longer covered", () => {
    const row = (index: number) => ({
      n: index,
      time: new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString(),
    });
    const items = Array.from({ length: 50_002 }, (_, index) => row(index));
    const covers = [
      { channel: "A", time: { to: "2026-06-01T00:00:00Z" } },
      { channel: "B", time: { to: "2025-06-01T00:00:00Z" } },
      { channel: "C" },
      { channel: "D", time: { from: "2026-02-01T00:00:00Z" } },
    ];
    const { entry, warnings } = merge("events", [{ items, covers }]);
    expect(entry).toMatchObject({
      covers: [
        { channel: "A", time: { from: "2026-01-01T00:00:01.000001Z", to: "2026-06-01T00:00:00Z" } },
        { channel: "D", time: { from: "2026-02-01T00:00:00Z" } },
      ],
    });
    expect(entry && "items" in entry ? entry.items[0] : undefined).toMatchObject({ n: 2 });
    expect(warnings).toMatchObject([{ code: "rows-left-out", message: expect.stringContaining("50002") }]);
  });
});

describe("merging", () => {
  const time = fc.constantFrom(undefined, monday, tuesday, "2026-11-20 10:00");
  const origin = fc
    .record({ source: fc.constantFrom("a", "b", "c"), time })
    .map(({ source, time: at }) => from(source, at));
  const value = fc.record({
    value: fc.constantFrom(1, 2, "1", null, true),
    from: fc.array(origin, { maxLength: 2 }).map((all) => all.flat()),
  });
  const row = fc.record(
    { host: fc.constantFrom("a", "b"), port: fc.constantFrom(8443, 443) },
    { requiredKeys: [] },
  );
  const entry: fc.Arbitrary<FactEntry> = fc.oneof(
    value,
    fc.record({
      unknown: fc.constantFrom("not-collected" as const, "timeout" as const, "parse-error" as const),
      from: origin,
    }),
    fc.record({ conflict: fc.array(value, { minLength: 2, maxLength: 3 }) }),
    fc.record({
      items: fc.array(row, { maxLength: 3 }),
      covers: fc.constantFrom<SliceEntry[]>([], [{}], [{ host: "a" }]),
      from: origin,
    }),
  );

  it.each(["x", "probes", "trust.thumbprint"])(
    "gives the same for %s in whatever order the files come",
    (fact) => {
      const shuffled = fc
        .array(entry, { minLength: 1, maxLength: 6 })
        .chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
        );
      fc.assert(
        fc.property(shuffled, ([entries, others]) => {
          const { entry: one, warnings } = merge(fact, entries);
          const { entry: two, warnings: again } = merge(fact, others);
          expect(JSON.stringify([two, again])).toBe(JSON.stringify([one, warnings]));
        }),
        { seed: 20261, numRuns: 500 },
      );
    },
  );
});
