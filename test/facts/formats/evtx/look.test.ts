import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventLook, lookAt } from "../../../../facts/formats/event-look.ts";
import { readEvtxRecords, readEvtxXml } from "../../../../facts/formats/evtx/read-evtx.ts";
import { sourceFromBytes } from "../../../../facts/formats/evtx/source.ts";
import { connectorEvent } from "./write/connector-event.ts";
import { selfClosing, type Tree, tree } from "./write/tree.ts";
import * as v from "./write/values.ts";
import { sealChunk, writeEvtx } from "./write/write-evtx.ts";

function looksAt(log: Buffer): EventLook[] {
  const looks: EventLook[] = [];
  const reading = readEvtxRecords(sourceFromBytes(log), {}, (look) => {
    looks.push({ ...look });
    return false;
  });
  expect(Array.from(reading.events)).toEqual([]);
  return looks;
}

const looksOfWhole = (log: Buffer): EventLook[] =>
  Array.from(readEvtxRecords(sourceFromBytes(log)).events, lookAt);

/** The same instant, up to what a number holds of it. */
const close = (looks: readonly EventLook[]) =>
  looks.map(({ instant, ...look }) => ({
    ...look,
    ...(instant !== undefined && { instant: expect.closeTo(instant, 3) }),
  }));

/** An event whose System part is made of texts and types that Windows does not use there. */
function unusual(system: Tree): Tree {
  return tree("Event", {}, system, tree("EventData", {}));
}

describe("a look at a record", () => {
  const events = fc.array(
    fc.record({
      eventId: fc.nat(65_535),
      provider: fc.constantFrom("Contoso-Connector", "Contoso-Updater", "Ä", "x"),
      channel: fc.constantFrom("Contoso/Admin", "Contoso/Session", "x"),
      time: fc.constantFrom("2026-11-20T14:05:07.1234567Z", "1999-01-02T03:04:05.0000000Z"),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it("shows the same as the whole event does", () => {
    fc.assert(
      fc.property(events, fc.boolean(), (described, isTemplateLess) => {
        const written = described.map((each, index) => connectorEvent({ ...each, recordId: 977 + index }));
        const log = writeEvtx(written, { firstRecordId: 977, isTemplateLess });
        expect(looksAt(log)).toEqual(close(looksOfWhole(log)));
      }),
      { seed: 20261, numRuns: 200 },
    );
  });

  it.each([
    ["without System", tree("Event", {}, tree("EventData", {}))],
    ["with an empty System", unusual(tree("System", {}))],
    ["with numbers as text", unusual(tree("System", {}, tree("EventID", {}, v.text("7"))))],
    [
      "with a number that is too large",
      unusual(tree("System", {}, tree("EventRecordID", {}, v.uint64(2n ** 63n)))),
    ],
    [
      "with a time beyond the calendar",
      unusual(tree("System", {}, selfClosing("TimeCreated", { SystemTime: v.uint64(2n ** 63n) }))),
    ],
    ["with an empty name", unusual(tree("System", {}, selfClosing("Provider", { Name: v.nothing })))],
  ])("%s shows the same as the whole event does", (_what, event) => {
    const log = writeEvtx([event, connectorEvent({ recordId: 2 })]);
    expect(looksAt(log)).toEqual(close(looksOfWhole(log)));
  });

  it("decides which events are decoded, as records and as XML, after the filter", () => {
    const written = [1, 2, 3, 4].map((recordId) => connectorEvent({ recordId, eventId: 1_000 + recordId }));
    const source = sourceFromBytes(writeEvtx(written));
    const filter = { eventIds: [1_002, 1_003] };
    const isWanted = ({ recordId }: EventLook) => recordId !== 2;
    const ids = Array.from(readEvtxRecords(source, filter, isWanted).events, ({ recordId }) => recordId);
    expect(ids).toEqual([3]);
    expect(Array.from(readEvtxXml(source, filter, isWanted).events)).toHaveLength(1);
  });
});

describe("a block whose checksum is wrong", () => {
  it("makes its events doubtful, and no others", () => {
    const written = Array.from({ length: 30 }, (_, index) => connectorEvent({ recordId: index + 1 }));
    const log = writeEvtx(written, { recordsPerChunk: 10 });
    const second = log.subarray(4096 + 65_536, 4096 + 2 * 65_536);
    second.writeUInt8(second.readUInt8(60_000) ^ 1, 60_000);
    const doubtful = () => {
      const reading = readEvtxRecords(sourceFromBytes(log));
      return Array.from(reading.events, ({ recordId }) => reading.isDoubtful() && recordId).filter(Boolean);
    };
    expect(doubtful()).toEqual([]);
    // The end of the user's SID in the last record.
    const inLast = second.readUInt32LE(48) - 40;
    second.writeUInt8(second.readUInt8(inLast) ^ 1, inLast);
    expect(doubtful()).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    sealChunk(second);
    expect(doubtful()).toEqual([]);
    second.writeUInt8(second.readUInt8(200) ^ 1, 200);
    expect(doubtful()).toHaveLength(10);
  });
});
