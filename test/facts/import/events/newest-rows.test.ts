import { describe, expect, it } from "vitest";
import { NewestRows } from "../../../../facts/import/events/newest-rows.ts";

const timeOf = (second: number): string =>
  new Date(Date.UTC(2026, 0, 1) + second * 1_000).toISOString().replace("Z", "0000Z");

describe("the newest rows of a long log", () => {
  it("are kept in whatever order they come, and the newest that was given up is known", () => {
    const rows = new NewestRows();
    const count = 120_000;
    for (let index = 0; index < count; index += 1)
      rows.add({ n: (index * 7_919) % count }, timeOf((index * 7_919) % count));
    const kept = rows.rows();
    expect(kept).toHaveLength(50_000);
    expect([kept[0], kept.at(-1)]).toEqual([{ n: 70_000 }, { n: 119_999 }]);
    expect(rows.dropped).toBe(70_000);
    expect(rows.newestDropped).toBe(timeOf(69_999));
  });

  it("together hold no more text than a fact file can", () => {
    const rows = new NewestRows();
    for (let index = 0; index < 60; index += 1)
      rows.add({ n: index, message: "x".repeat(1024 * 1024) }, timeOf(index));
    const kept = rows.rows();
    expect(kept.length).toBeGreaterThan(5);
    expect(JSON.stringify(kept).length).toBeLessThan(9 * 1024 * 1024);
    expect(kept.at(-1)).toMatchObject({ n: 59 });
  });

  it("without a time count as the oldest", () => {
    const rows = new NewestRows();
    for (let index = 0; index < 50_001; index += 1)
      rows.add({ n: index }, index === 7 ? undefined : timeOf(index));
    expect(rows.rows()[0]).toEqual({ n: 0 });
    expect(rows.newestDropped).toBe("");
  });

  it("with a local time stand among the others, and once one is given up nothing is known to be whole", () => {
    const rows = new NewestRows();
    for (let index = 0; index < 50_002; index += 1) {
      const isLocal = index === 1 || index === 40_000;
      rows.add(
        { n: index },
        isLocal ? undefined : timeOf(index),
        isLocal ? timeOf(index).slice(0, -1) : undefined,
      );
    }
    expect(rows.rows()[0]).toEqual({ n: 2 });
    expect(rows.newestDropped).toBe("");
  });
});
