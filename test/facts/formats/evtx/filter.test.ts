import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EvtxFilter } from "../../../../facts/formats/evtx/event-filter.ts";
import { readEvtxRecords, readEvtxXml } from "../../../../facts/formats/evtx/read-evtx.ts";
import { sourceFromBytes } from "../../../../facts/formats/evtx/source.ts";
import type { ChunkSpace } from "./write/binary-xml.ts";
import type { ConnectorEvent } from "./write/connector-event.ts";
import { connectorEvent } from "./write/connector-event.ts";
import { element, hole, instance } from "./write/raw-parts.ts";
import { selfClosing, type Tree, tree } from "./write/tree.ts";
import { filetime, text, uint16, uint32 } from "./write/values.ts";
import { writeEvtx } from "./write/write-evtx.ts";

const connector = "Microsoft-AadApplicationProxy-Connector";
const updater = "Microsoft-AadApplicationProxy-Updater";
const described: readonly Omit<ConnectorEvent, "recordId">[] = [
  { eventId: 12_020, time: "2026-11-20T14:05:07.0000000Z" },
  { eventId: 12_022, time: "2026-11-20T14:05:07.0000001Z" },
  { eventId: 12_020, time: "2026-11-20T14:05:08.0000000Z", provider: updater },
  { eventId: 13_006, time: "2026-11-21T00:00:00.0000000Z" },
];
const log = writeEvtx(described.map((event, index) => connectorEvent({ ...event, recordId: index + 1 })));

const wanted = (bytes: Uint8Array, filter: EvtxFilter) =>
  Array.from(readEvtxRecords(sourceFromBytes(bytes), filter).events, ({ recordId }) => recordId);

describe("a filter", () => {
  it.each<[EvtxFilter, number[]]>([
    [{}, [1, 2, 3, 4]],
    [{ providers: [connector] }, [1, 2, 4]],
    [{ providers: [updater.toUpperCase()] }, [3]],
    [{ providers: [connector.slice(0, -1)] }, []],
    [{ providers: [`${connector}s`, "x"] }, []],
    [{ providers: [] }, []],
    [{ eventIds: [12_020] }, [1, 3]],
    [{ eventIds: [13_006, 12_022] }, [2, 4]],
    [{ providers: [connector], eventIds: [12_020] }, [1]],
    [{ since: "2026-11-20T14:05:07.0000001Z" }, [2, 3, 4]],
    [{ until: "2026-11-20T14:05:07.0000001Z" }, [1, 2]],
    [{ since: "2026-11-20T14:05:08Z", until: "2026-11-20T14:05:08Z" }, [3]],
    [{ since: "2026-11-21T00:00:00.0000001Z" }, []],
  ])("%j gives %j", (filter, ids) => {
    expect(wanted(log, filter)).toEqual(ids);
    expect(Array.from(readEvtxXml(sourceFromBytes(log), filter).events)).toHaveLength(ids.length);
  });

  it("counts all records, also those that were not wanted", () => {
    const reading = readEvtxRecords(sourceFromBytes(log), { eventIds: [1] });
    expect(Array.from(reading.events)).toEqual([]);
    expect(reading.survey()).toMatchObject({ records: 4, oldest: { recordId: 1 }, newest: { recordId: 4 } });
  });

  it.each(["yesterday", "2026-11-20", "2026-11-20T14:05:07", "2026-13-20T14:05:07Z", "1600-11-20T14:05:07Z"])(
    "refuses %j as a time",
    (since) => expect(() => readEvtxRecords(sourceFromBytes(log), { since })).toThrow(RangeError),
  );
});

describe("a record that lacks the value that is asked for", () => {
  const bare = (space: ChunkSpace) =>
    instance(space, () =>
      element(space, "Event", () =>
        element(space, "System", () => element(space, "EventID", () => hole(space, 2))),
      ),
    );

  it("is not wanted, and no damage", () => {
    const reading = readEvtxRecords(sourceFromBytes(writeEvtx([bare])), { eventIds: [12_020] });
    expect(Array.from(reading.events)).toEqual([]);
    expect(reading.survey()).toMatchObject({ records: 1, notes: [] });
  });
});

describe("deciding on the bytes", () => {
  /** The same event, with what the filter asks for in the template or among the values. */
  const laidOut = fc.record({
    provider: fc.constantFrom(connector, updater, ""),
    isProviderValue: fc.boolean(),
    eventId: fc.constantFrom(0, 12_020, 12_022, 65_535),
    idIn: fc.constantFrom("template", "uint16", "uint32", "text", "nowhere"),
    second: fc.constantFrom("07.0000000", "07.0000001", "08.0000000"),
    isTimeValue: fc.boolean(),
  });
  const filters = fc.record(
    {
      providers: fc.subarray([connector, updater.toLowerCase()]),
      eventIds: fc.subarray([0, 12_020, 12_022, 65_535]),
      since: fc.constantFrom("2026-11-20T14:05:07.0000001Z", "2026-11-20T14:05:08Z"),
      until: fc.constantFrom("2026-11-20T14:05:07.0000000Z", "2026-11-20T14:05:07.5Z"),
    },
    { requiredKeys: [] },
  );

  it("gives what decoding everything and then choosing gives", () => {
    fc.assert(
      fc.property(
        fc.array(laidOut, { minLength: 1, maxLength: 12 }),
        filters,
        fc.boolean(),
        (layouts, filter, isTemplateLess) => {
          const bytes = writeEvtx(layouts.map(eventOf), { isTemplateLess });
          const all = Array.from(readEvtxRecords(sourceFromBytes(bytes)).events);
          const chosen = all.filter(
            ({ provider = "", eventId = -1, time = "" }) =>
              (filter.providers?.some((name) => name.toLowerCase() === provider.toLowerCase()) ?? true) &&
              (filter.eventIds?.includes(eventId) ?? true) &&
              (filter.since === undefined || time >= filter.since.replace(/(:\d\d)Z/, "$1.0000000Z")) &&
              (filter.until === undefined || time <= filter.until.replace(".5Z", ".5000000Z")),
          );
          expect(Array.from(readEvtxRecords(sourceFromBytes(bytes), filter).events)).toEqual(chosen);
        },
      ),
      { seed: 20261, numRuns: 300 },
    );
  });

  type Layout = typeof laidOut extends fc.Arbitrary<infer Shape> ? Shape : never;
  function eventOf({ provider, isProviderValue, eventId, idIn, second, isTimeValue }: Layout): Tree {
    const time = `2026-11-20T14:05:${second}Z`;
    const ids = {
      template: `${eventId}`,
      uint16: uint16(eventId),
      uint32: uint32(eventId),
      text: text(`${eventId}`),
    };
    return tree(
      "Event",
      {},
      tree(
        "System",
        {},
        selfClosing("Provider", { Name: isProviderValue ? text(provider) : provider }),
        ...(idIn === "nowhere" ? [] : [tree("EventID", {}, ids[idIn])]),
        selfClosing("TimeCreated", { SystemTime: isTimeValue ? filetime(time) : time }),
      ),
    );
  }
});
