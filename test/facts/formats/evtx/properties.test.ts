import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEvtxRecords, readEvtxXml } from "../../../../facts/formats/evtx/read-evtx.ts";
import { sourceFromBytes } from "../../../../facts/formats/evtx/source.ts";
import { connectorEvent } from "./write/connector-event.ts";
import type { Child, Tree } from "./write/tree.ts";
import { embed, tree, xmlTwin } from "./write/tree.ts";
import * as v from "./write/values.ts";
import { sealChunk, writeEvtx } from "./write/write-evtx.ts";

const characters = fc.string({ unit: fc.constantFrom(..."ab <>&'\"é语🔌;"), maxLength: 12 });
const name = fc.constantFrom("Data", "Event", "Ärger", "a.b-c", "Port");
const values = fc.oneof(
  characters.map(v.text),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map(v.int32),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(v.uint64),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(v.int64),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(v.hex64),
  fc.array(characters.map(v.text), { maxLength: 3 }).map((members) => v.list(...members)),
  fc.constant(v.nothing),
);

const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; child: Child }>((tie) => ({
  tree: fc
    .tuple(
      name,
      fc.dictionary(name, fc.oneof(characters, values), { maxKeys: 2, noNullPrototype: true }),
      fc.array(tie("child"), { maxLength: 3 }),
    )
    .map(([own, attributes, children]) => tree(own, attributes, ...children)),
  child: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    characters,
    values,
    tie("tree"),
    fc.tuple(tie("tree"), fc.boolean()).map(([root, asTemplate]) => embed(root, asTemplate || hasNull(root))),
  ),
})).tree;

/** Only a template can leave something out. */
function hasNull(child: Child | string): boolean {
  if (typeof child === "string") return false;
  if (child.kind === "value") return child.type === 0 || child.type > 0x80;
  if (child.kind === "embedded") return hasNull(child.root);
  return [...Object.values(child.attributes), ...child.children].some(hasNull);
}

describe("any event that is written", () => {
  it("is read as the XML it was written from", () => {
    fc.assert(
      fc.property(fc.array(trees, { minLength: 1, maxLength: 6 }), (events) => {
        const reading = readEvtxXml(sourceFromBytes(writeEvtx(events)));
        expect(Array.from(reading.events)).toEqual(events.map(xmlTwin));
        expect(reading.survey().notes).toEqual([]);
      }),
      { seed: 20261, numRuns: 300 },
    );
  });
});

describe("a log with random damage", () => {
  const sound = writeEvtx(
    Array.from({ length: 60 }, (_, index) =>
      connectorEvent({
        recordId: index + 1,
        eventId: 12_000 + (index % 7),
        data: [{ name: "port", value: v.uint16(8_443) }, { value: v.list(v.text("a"), v.text("b")) }],
        ...(index % 5 === 0 ? { userData: tree("Outer", {}, tree("Inner", {}, v.text("x"))) } : {}),
      }),
    ),
    { recordsPerChunk: 20 },
  );
  const chunkBytes = 65_536;
  /** Rather where there are records than in the zeros behind them. */
  const places = fc.oneof(
    fc.nat(sound.length - 1),
    fc.tuple(fc.nat(2), fc.nat(8_000)).map(([chunk, at]) => 4096 + chunk * chunkBytes + at),
  );

  it("never throws, and loses nothing of the chunks that are sound", () => {
    const all = Array.from(readEvtxRecords(sourceFromBytes(sound)).events);
    expect(all).toHaveLength(60);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(places, fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.option(fc.nat(sound.length), { freq: 4 }),
        fc.boolean(),
        (changes, length, isResealed) => {
          const log = Buffer.from(sound);
          for (const [at, byte] of changes) log[at] = byte;
          for (const at of isResealed ? [4096, 4096 + chunkBytes, 4096 + 2 * chunkBytes] : []) {
            if (log.readUInt32LE(at + 48) < chunkBytes) sealChunk(log.subarray(at, at + chunkBytes));
          }
          const cut = log.subarray(0, length ?? log.length);
          const read = new Set(
            Array.from(readEvtxRecords(sourceFromBytes(cut)).events, (event) => JSON.stringify(event)),
          );
          expect(
            Array.from(readEvtxXml(sourceFromBytes(cut), { eventIds: [12_003] }).events).length,
          ).toBeLessThan(70);
          for (const chunk of [0, 1, 2]) {
            const start = 4096 + chunk * chunkBytes;
            const isTouched = changes.some(([at]) => at >= start && at < start + chunkBytes);
            if (isTouched || start + chunkBytes > cut.length) continue;
            for (const event of all.slice(20 * chunk, 20 * chunk + 20))
              expect(read).toContain(JSON.stringify(event));
          }
        },
      ),
      { seed: 20261, numRuns: 300 },
    );
  });
});
