import { describe, expect, it } from "vitest";
import { readEvtxRecords, readEvtxXml } from "../../../../facts/formats/evtx/read-evtx.ts";
import { sourceFromBytes } from "../../../../facts/formats/evtx/source.ts";
import { connectorEvent } from "./write/connector-event.ts";
import { text } from "./write/values.ts";
import { sealChunk, writeEvtx } from "./write/write-evtx.ts";

const firstChunk = 4096;
const secondChunk = firstChunk + 65_536;

function read(log: Uint8Array) {
  const reading = readEvtxRecords(sourceFromBytes(log));
  const ids = Array.from(reading.events, ({ recordId }) => recordId);
  const { notes } = reading.survey();
  expect(Array.from(readEvtxXml(sourceFromBytes(log)).events)).toHaveLength(ids.length);
  return { ids, codes: notes.map(({ code }) => code), notes };
}

const soundLog = () =>
  writeEvtx(
    Array.from({ length: 8 }, (_, index) =>
      connectorEvent({ recordId: index + 1, data: [{ value: text("8443") }] }),
    ),
    { recordsPerChunk: 4 },
  );

/** Offsets in the file. */
function recordsOf(log: Buffer, chunk: number): number[] {
  const offsets: number[] = [];
  for (let at = chunk + 512; log.readUInt32LE(at) === 0x2a2a; at += log.readUInt32LE(at + 4))
    offsets.push(at);
  return offsets;
}

describe("a file that is no event log", () => {
  it.each([
    ["zero bytes", Buffer.alloc(0)],
    ["one byte", Buffer.from("E")],
    ["a text", Buffer.from("Zugriff verweigert.\r\n".repeat(9_000))],
    ["zeros", Buffer.alloc(200_000)],
    ["an XML export", Buffer.from("<Events><Event></Event></Events>")],
  ])("%s gives no events and says so", (_, bytes) => {
    expect(read(bytes)).toMatchObject({ ids: [], codes: expect.arrayContaining(["not-an-event-log"]) });
  });
});

describe("a damaged log gives every event that is sound", () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 8];
  type Damage = (log: Buffer) => Buffer | undefined;
  const seal = (log: Buffer) => sealChunk(log.subarray(firstChunk, secondChunk));
  const cases: readonly [string, Damage, number[], string[]][] = [
    ["a file header of zeros", (log) => void log.fill(0, 0, firstChunk), all, ["file-header-damaged"]],
    ["a file header with a wrong byte", (log) => void log.writeUInt8(99, 24), all, ["file-header-damaged"]],
    ["only the file header", (log) => log.subarray(0, firstChunk), [], []],
    ["half a file header", (log) => log.subarray(0, 60), [], ["not-an-event-log"]],
    [
      "a chunk header with a wrong byte",
      (log) => void log.writeUInt8(9, firstChunk + 16),
      all,
      ["chunk-header-checksum"],
    ],
    ["a chunk without its magic", (log) => void log.writeUInt8(9, firstChunk), all, ["chunk-not-recognized"]],
    [
      "a chunk that is no chunk",
      (log) => void log.fill("x", firstChunk, secondChunk),
      [5, 6, 7, 8],
      ["chunk-not-recognized"],
    ],
    ["an unused chunk", (log) => void log.fill(0, firstChunk, secondChunk), [5, 6, 7, 8], []],
    [
      "a cut chunk",
      (log) => log.subarray(0, (recordsOf(log, secondChunk)[2] ?? 0) + 9),
      [1, 2, 3, 4, 5, 6],
      ["chunk-cut", "records-skipped"],
    ],
    ["a chunk cut in its header", (log) => log.subarray(0, secondChunk + 100), [1, 2, 3, 4], ["chunk-cut"]],
    [
      "a wrong byte in a value",
      (log) => void log.writeUInt8(0x39, (recordsOf(log, firstChunk)[3] ?? 0) - 14),
      all,
      ["chunk-checksum"],
    ],
    [
      "a record without its magic",
      (log) => damageRecord(log, 0, 0x2b, seal),
      [1, 3, 4, 5, 6, 7, 8],
      ["records-skipped"],
    ],
    [
      "a record of no bytes",
      (log) => damageRecord(log, 4, 0, seal),
      [1, 3, 4, 5, 6, 7, 8],
      ["records-skipped"],
    ],
    [
      "a record of 2^32 bytes",
      (log) => damageRecord(log, 4, 0xffff_ffff, seal),
      [1, 3, 4, 5, 6, 7, 8],
      ["records-skipped"],
    ],
    ["a record whose second size is wrong", (log) => damageRecord(log, -4, 77, seal), all, ["record-size"]],
    [
      "a record of rubbish",
      (log) => damageRecord(log, 24, 0x3f3f_3f3f, seal),
      [1, 3, 4, 5, 6, 7, 8],
      ["record-unreadable"],
    ],
    [
      "an end of the records outside the chunk",
      (log) => {
        log.writeUInt32LE(0xffff_fff0, firstChunk + 48);
        log.writeUInt32LE(0, firstChunk + 124);
      },
      all,
      ["chunk-header-checksum"],
    ],
  ];

  it.each(cases)("with %s", (_, damage, ids, codes) => {
    const log = soundLog();
    expect(read(damage(log) ?? log)).toMatchObject({ ids, codes });
  });

  it("and its notes tell how often and where first", () => {
    const log = soundLog();
    const [first = 0, , third = 0] = recordsOf(log, secondChunk);
    log.writeUInt32LE(0x3f3f_3f3f, third + 24);
    log.writeUInt32LE(0x3f3f_3f3f, first + 24);
    expect(read(log).notes.filter(({ code }) => code === "record-unreadable")).toEqual([
      {
        code: "record-unreadable",
        message: "An event could not be decoded and was left out.",
        count: 2,
        at: first,
      },
    ]);
  });
});

/** In the second record; an `offset` below zero counts from its end. */
function damageRecord(log: Buffer, offset: number, value: number, seal: (log: Buffer) => void): undefined {
  const [, second = 0, third = 0] = recordsOf(log, firstChunk);
  log.writeUInt32LE(value, offset < 0 ? third + offset : second + offset);
  seal(log);
}
