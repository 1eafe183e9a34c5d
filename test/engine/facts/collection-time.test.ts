import { describe, expect, it } from "vitest";
import { evaluate } from "../../../engine/evaluate/evaluate.ts";
import type { CollectedAt } from "../../../schemas/generated/types.ts";
import { rulebook } from "../../support/small-rulebook.ts";

const early = "2026-11-20T12:00:00Z";
const late = "2026-11-20T14:05:00+01:00";

async function memoryOf(collectedAt: CollectedAt) {
  return (await evaluate(rulebook([], []), { facts: { collectedAt, facts: {} } })).memory;
}

describe("the time of the collection", () => {
  it.each<[string, CollectedAt]>([
    ["both ends", { from: early, to: late }],
    ["one end", { to: late }],
    ["none", {}],
  ])("is what the file says: %s", async (_name, collectedAt) => {
    const memory = await memoryOf(collectedAt);
    expect(memory.collectedAt).toEqual(collectedAt);
    expect(memory.warnings).toEqual([]);
  });

  it("is not known, and not shown, where its end lies before its beginning", async () => {
    const memory = await memoryOf({ from: late, to: early });
    expect(memory.now).toEqual({ from: -Infinity, to: Infinity });
    expect(memory.collectedAt).toEqual({});
    expect(memory.warnings).toMatchObject([{ code: "collection-time-unclear" }]);
  });
});
