import { describe, expect, it } from "vitest";
import { type DatedEvent, settleDates } from "../../../../facts/formats/powershell/settle-dates.ts";
import { writtenDate } from "../../../../facts/formats/powershell/written-date.ts";

async function* events(dates: readonly string[]): AsyncGenerator<DatedEvent | { kind: "other" }> {
  for (const [index, written] of dates.entries()) {
    if (written === "other") yield { kind: "other" };
    else {
      const event = { recordId: index + 1, data: [] };
      yield { kind: "event", event, line: index + 1, date: writtenDate(written), written };
    }
  }
}

/** The times in order; other items by their codes. */
async function settled(...dates: string[]): Promise<string[]> {
  const seen: string[] = [];
  for await (const item of settleDates(events(dates))) {
    if (item.kind === "event") seen.push(item.event.time ?? `~${item.event.timeText}`);
    else seen.push("damage" in item ? `${item.damage.code}@${item.damage.line}` : item.kind);
  }
  return seen;
}

const open = "11/12/2026 2:05:07 PM";
const showsMonthFirst = "11/20/2026 2:05:07 PM";
const showsDayFirst = "20/11/2026 14:05:07";

describe("the dates of one export", () => {
  it.each([
    [
      "behind it",
      [open, "other", showsMonthFirst],
      ["~2026-11-12T14:05:07", "other", "~2026-11-20T14:05:07"],
    ],
    ["before it", [showsMonthFirst, open], ["~2026-11-20T14:05:07", "~2026-11-12T14:05:07"]],
    ["in the other order", [open, showsDayFirst], ["~2026-12-11T14:05:07", "~2026-11-20T14:05:07"]],
  ])("that read two ways are settled by one that reads one way, %s", async (_where, dates, expected) => {
    expect(await settled(...dates)).toEqual(expected);
  });

  it("stay open where none tells", async () => {
    expect(await settled(open, "2026-11-20T14:05:07Z", open)).toEqual([
      "date-reads-two-ways@1",
      `~${open}`,
      "2026-11-20T14:05:07.0000000Z",
      `~${open}`,
    ]);
  });

  it("stay open from where they contradict each other", async () => {
    expect(await settled(showsMonthFirst, open, showsDayFirst, open)).toEqual([
      "~2026-11-20T14:05:07",
      "~2026-11-12T14:05:07",
      "~2026-11-20T14:05:07",
      "dates-mixed@3",
      "date-reads-two-ways@4",
      `~${open}`,
    ]);
  });

  it("are not waited for without end", async () => {
    const seen = await settled(...Array.from({ length: 2_500 }, () => open), showsMonthFirst, open);
    expect(seen).toHaveLength(2_503);
    expect(seen.slice(0, 2)).toEqual(["date-reads-two-ways@1", `~${open}`]);
    expect(seen.slice(-2)).toEqual(["~2026-11-20T14:05:07", "~2026-11-12T14:05:07"]);
  });

  it("that cannot be read stand as they were written", async () => {
    expect(await settled("20 novembre 2026")).toEqual(["~20 novembre 2026"]);
  });
});
