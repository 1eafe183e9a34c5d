import { describe, expect, it } from "vitest";
import { readEvtxRecords } from "../../../../facts/formats/evtx/read-evtx.ts";
import type { EvtxSource } from "../../../../facts/formats/evtx/source.ts";
import { sourceFromBytes } from "../../../../facts/formats/evtx/source.ts";
import { connectorEvent } from "./write/connector-event.ts";
import { text } from "./write/values.ts";
import { sealChunk, writeEvtx } from "./write/write-evtx.ts";

const chunkAt = (chunk: number) => 4096 + chunk * 65_536;
const events = (count: number, firstRecordId = 1) =>
  Array.from({ length: count }, (_, index) =>
    connectorEvent({ recordId: firstRecordId + index, data: [{ value: text("x") }] }),
  );

function read(log: Uint8Array | EvtxSource) {
  const reading = readEvtxRecords("read" in log ? log : sourceFromBytes(log));
  const ids = Array.from(reading.events, ({ recordId }) => recordId);
  return {
    ids,
    survey: reading.survey(),
    notes: reading.survey().notes.map(({ code, count, at }) => ({ code, count, at })),
  };
}

describe("a whole log", () => {
  it("is read to its end although its header knows of one chunk only", () => {
    const { ids, survey } = read(writeEvtx(events(40), { recordsPerChunk: 10, headerChunkCount: 1 }));
    expect(ids).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(survey).toMatchObject({ chunks: 4, records: 40, notes: [] });
  });

  it("that wrapped is read from its oldest record", () => {
    const log = writeEvtx(events(40, 901), {
      firstRecordId: 901,
      recordsPerChunk: 10,
      wrappedChunks: 3,
      isFull: true,
    });
    const { ids, survey } = read(log);
    expect(ids).toEqual(Array.from({ length: 40 }, (_, index) => 901 + index));
    expect(survey.header).toMatchObject({
      isFull: true,
      isDirty: false,
      isChecksumRight: true,
      nextRecordId: 941,
    });
    expect(survey.oldest).toEqual({ recordId: 901, time: "2026-11-20T14:20:08.1234567Z" });
    expect(survey.newest).toEqual({ recordId: 940, time: "2026-11-20T14:20:47.1234567Z" });
  });

  it("without order in its chunks is read in the order of the file", () => {
    const log = writeEvtx(events(40), { recordsPerChunk: 10 });
    const shuffled = Buffer.concat([
      log.subarray(0, chunkAt(0)),
      ...[2, 0, 3, 1].map((chunk) => log.subarray(chunkAt(chunk), chunkAt(chunk + 1))),
    ]);
    expect(read(shuffled).ids.filter((_, index) => index % 10 === 0)).toEqual([21, 1, 31, 11]);
  });

  it("that was copied live says so and gives what the stale chunk header does not know of", () => {
    const log = writeEvtx(events(10), { isDirty: true });
    const chunk = log.subarray(chunkAt(0));
    chunk.writeUInt32LE(recordOffsets(chunk)[3] ?? 0, 48);
    sealChunk(chunk);
    expect(read(log)).toMatchObject({
      ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      notes: [{ code: "copied-live" }],
    });
  });

  it("does not give records that an earlier round left behind the end of a chunk", () => {
    const log = writeEvtx(events(10));
    const chunk = log.subarray(chunkAt(0));
    const offsets = recordOffsets(chunk);
    chunk.writeUInt32LE(offsets[6] ?? 0, 48);
    for (const offset of offsets.slice(6)) chunk.writeBigUInt64LE(77n, offset + 8);
    sealChunk(chunk);
    expect(read(log)).toMatchObject({ ids: [1, 2, 3, 4, 5, 6], notes: [] });
  });

  it("does not give such records either when damage has hidden where the chunk ends", () => {
    const log = writeEvtx(events(10));
    const chunk = log.subarray(chunkAt(0));
    const [, , , , , , seventh = 0, eighth = 0, ninth = 0, tenth = 0] = recordOffsets(chunk);
    for (const offset of [eighth, ninth, tenth]) chunk.writeBigUInt64LE(5n, offset + 8);
    chunk.writeUInt8(0, seventh);
    chunk.writeUInt8(0xff, 16);
    expect(read(log)).toMatchObject({ ids: [1, 2, 3, 4, 5, 6] });
  });

  it("is read through one buffer of 64 KiB", () => {
    const log = writeEvtx(events(40), { recordsPerChunk: 10 });
    const buffer = Buffer.alloc(65_536);
    const asked: number[] = [];
    const source: EvtxSource = {
      size: log.length,
      read: (offset, length) => {
        asked.push(length);
        return buffer.subarray(0, log.copy(buffer, 0, offset, offset + length));
      },
    };
    expect(read(source).ids).toHaveLength(40);
    expect(Math.max(...asked)).toBe(65_536);
  });

  it("of no events is sound", () => {
    expect(read(writeEvtx([]))).toMatchObject({ ids: [], notes: [] });
  });

  it("without checksums is not called damaged", () => {
    const log = writeEvtx(events(3));
    for (const header of [0, chunkAt(0)]) {
      log.writeUInt32LE(4, header + 120);
      log.writeUInt32LE(0, header + 124);
    }
    log.writeUInt32LE(0, chunkAt(0) + 52);
    expect(read(log)).toMatchObject({ ids: [1, 2, 3], notes: [] });
  });
});

function recordOffsets(chunk: Buffer): number[] {
  const offsets: number[] = [];
  for (let at = 512; chunk.readUInt32LE(at) === 0x2a2a; at += chunk.readUInt32LE(at + 4)) offsets.push(at);
  return offsets;
}
