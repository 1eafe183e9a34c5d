import { describe, expect, it } from "vitest";
import { readEvtxRecords, readEvtxXml } from "../../../../facts/formats/evtx/read-evtx.ts";
import { sourceFromBytes } from "../../../../facts/formats/evtx/source.ts";
import type { ChunkSpace } from "./write/binary-xml.ts";
import { put } from "./write/binary-xml.ts";
import { connectorEvent } from "./write/connector-event.ts";
import { again, element, hole, instance } from "./write/raw-parts.ts";
import { text } from "./write/values.ts";
import { writeEvtx } from "./write/write-evtx.ts";

const sound = (recordId: number) =>
  connectorEvent({ recordId, data: [{ name: "port", value: text("8443") }] });

function unfolding(space: ChunkSpace): void {
  let definitionAt = 0;
  const level = (depth: number) => (): void =>
    again(space, definitionAt, depth > 0 ? [level(depth - 1)] : []);
  const body = (own: number) => {
    definitionAt = own;
    element(space, "Event", () => {
      for (let copy = 0; copy < 100; copy += 1) hole(space, 0);
    });
  };
  instance(space, body, [level(9)]);
}

const hostile: readonly [string, (space: ChunkSpace) => void, string][] = [
  [
    "a template that refers to itself",
    (space) => instance(space, (own) => element(space, "Event", () => again(space, own))),
    "record-unreadable",
  ],
  ["a template that unfolds a hundredfold at each of ten levels", unfolding, "record-too-large"],
  [
    "one long list in a thousand places",
    (space) => {
      const body = () =>
        element(space, "EventData", () => {
          for (let copy = 0; copy < 1_000; copy += 1) element(space, "Data", () => hole(space, 0));
        });
      instance(space, body, [() => put(space, Buffer.alloc(30_000))]);
      // The list is of texts: 15,000 empty ones.
      space.bytes.writeUInt8(0x81, space.at - 30_000 - 2);
    },
    "record-too-large",
  ],
  [
    "one long value of zeros in a thousand places",
    (space) => {
      const body = () =>
        element(space, "EventData", () => {
          for (let copy = 0; copy < 1_000; copy += 1) element(space, "Data", () => hole(space, 0));
        });
      instance(space, body, [() => put(space, Buffer.alloc(30_000))]);
      space.bytes.writeUInt8(0x01, space.at - 30_000 - 2);
    },
    "record-too-large",
  ],
  [
    "one template of five thousand values in a thousand places",
    (space) => {
      const crowd = Array.from({ length: 5_000 }, () => () => undefined);
      const inner = () => instance(space, () => element(space, "EventData", () => undefined), crowd);
      const body = () => {
        for (let copy = 0; copy < 1_000; copy += 1) hole(space, 0);
      };
      instance(space, body, [inner]);
    },
    "record-too-large",
  ],
  [
    "elements nested a thousand deep",
    (space) => {
      const nest = (depth: number): void => element(space, "Event", () => depth > 0 && nest(depth - 1));
      instance(space, () => nest(1_000));
    },
    "record-unreadable",
  ],
  [
    "an element that never ends",
    (space) => put(space, [0x0f, 1, 1, 0, 0x01, 0, 0, 0, 0]),
    "record-unreadable",
  ],
  ["a template outside the chunk", (space) => again(space, 0xffff_fff0), "record-unreadable"],
  ["a template at the chunk's last byte", (space) => again(space, 65_535), "record-unreadable"],
  [
    "a table of 2^32 - 1 values",
    (space) => {
      instance(space, () => element(space, "Event", () => undefined));
      space.bytes.fill(0xff, space.at - 4, space.at);
    },
    "record-unreadable",
  ],
  [
    "a value that reaches beyond its record",
    (space) => {
      instance(space, () => element(space, "Event", () => hole(space, 0)), [() => put(space, [0])]);
      space.bytes.writeUInt16LE(60_000, space.at - 5);
    },
    "record-unreadable",
  ],
  [
    "a name outside the chunk",
    (space) => {
      put(space, [0x0f, 1, 1, 0, 0x01, 16, 0, 0, 0, 0xf0, 0xff, 0xff, 0xff, 0x02, 0x04, 0]);
    },
    "record-unreadable",
  ],
  [
    "a name that would be markup",
    (space) => instance(space, () => element(space, "x><script", () => undefined)),
    "record-unreadable",
  ],
  [
    "a text longer than its record",
    (space) => {
      put(space, [0x0f, 1, 1, 0]);
      element(space, "Event", () => put(space, [0x05, 0x01, 0xff, 0xff]), false);
    },
    "record-unreadable",
  ],
];

describe("a hostile record costs itself and nothing else:", () => {
  it.each(hostile)("%s", (_, body, code) => {
    const log = writeEvtx([sound(1), body, sound(3)]);
    const records = readEvtxRecords(sourceFromBytes(log));
    const xml = readEvtxXml(sourceFromBytes(log));
    expect(Array.from(records.events, ({ recordId }) => recordId)).toEqual([1, 3]);
    expect(Array.from(xml.events)).toHaveLength(2);
    for (const reading of [records, xml]) expect(reading.survey().notes).toMatchObject([{ code, count: 1 }]);
  });

  it("hundreds of them in one chunk do not hang the reader", () => {
    const log = writeEvtx(Array.from({ length: 20 }, () => unfolding));
    const reading = readEvtxXml(sourceFromBytes(log));
    expect(Array.from(reading.events)).toEqual([]);
    expect(reading.survey().notes).toMatchObject([{ code: "record-too-large", count: 20 }]);
  });
});
