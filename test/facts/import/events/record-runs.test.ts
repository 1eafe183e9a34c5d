import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventCoverage } from "../../../../facts/import/events/event-coverage.ts";
import { EventTally } from "../../../../facts/import/events/event-tally.ts";
import { RecordRuns } from "../../../../facts/import/events/record-runs.ts";
import { parseTimestamp } from "../../../../schemas/values/timestamp.ts";

const channel = "Contoso-Connector/Admin";

describe("runs of records", () => {
  it("are torn by more gaps than are kept, and then claim nothing", () => {
    const runs = new RecordRuns();
    for (let id = 1; id <= 4_100; id += 2) runs.add(id, id);
    expect(runs.isTorn).toBe(true);
    expect(runs.runs()).toEqual([]);
  });
});

describe("coverage", () => {
  /**
   * Everything that a log ever held, and the part of it that was exported. Several events can bear the same time, the log
   * can have been cleared, which begins the numbers anew, and the export can have cut times to the millisecond.
   */
  const log = fc
    .record({
      steps: fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 2, maxLength: 40 }),
      first: fc.constantFrom(1, 2, 977),
      keep: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      newestFirst: fc.boolean(),
      cleared: fc.nat(5),
      isCut: fc.boolean(),
    })
    .map(({ steps, first, keep, newestFirst, cleared, isCut }) => {
      let now = Date.UTC(2026, 10, 20);
      const all = steps.map((step, index) => {
        now += step / 4;
        return { id: index < cleared ? 4_711 + index : first + index - cleared, time: now };
      });
      const sent = all.filter((_, index) => index >= cleared && (keep[index] || keep[index - 1]));
      const shown = sent.map(({ id, time }) => ({ id, time: isCut ? Math.floor(time) : time }));
      return { all, sent: newestFirst ? shown.reverse() : shown };
    });

  it("never holds an event that is not in the export", () => {
    fc.assert(
      fc.property(log, ({ all, sent }) => {
        const tally = new EventTally();
        for (const { id, time } of sent)
          tally.meet({ recordId: id, instant: time, channel, computer: "CONN-07" });
        const wanted = {
          fact: "e",
          type: "list",
          coveredBy: ["channel", "time"],
          collect: { kind: "events" },
        } as const;
        const lastCleared = all.findLastIndex(({ id }) => id >= 4_711);
        const sentIds = new Set(sent.map(({ id }) => id));
        for (const { time } of eventCoverage(tally.parts(), wanted, undefined)) {
          if (time === null || typeof time !== "object") throw new Error("no range");
          const [from, to] = [instant(time.from) ?? -Infinity, instant(time.to) ?? Infinity];
          const hidden = all.filter(
            (each, index) =>
              each.time >= from && each.time < to && (index <= lastCleared || !sentIds.has(each.id)),
          );
          expect(hidden).toEqual([]);
        }
      }),
      { seed: 20261, numRuns: 500 },
    );
  });
});

function instant(text: string | undefined): number | undefined {
  const time = text === undefined ? undefined : parseTimestamp(text);
  return time?.ok ? time.value.from : undefined;
}
