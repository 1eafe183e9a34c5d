import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEventXml } from "../../../../facts/formats/event-xml/read-event-xml.ts";
import { readEvtxRecords, readEvtxXml } from "../../../../facts/formats/evtx/read-evtx.ts";
import { sourceFromBytes } from "../../../../facts/formats/evtx/source.ts";
import { connectorEvent } from "./write/connector-event.ts";
import { embed, selfClosing, type Tree, tree } from "./write/tree.ts";
import * as v from "./write/values.ts";
import { writeEvtx } from "./write/write-evtx.ts";

const characters = fc.string({ unit: fc.constantFrom(..."ab <>&'\"é语🔌\n\r"), maxLength: 9 });
const name = fc.constantFrom("port", "proxy", "Data");
const value = fc.oneof(
  characters.map(v.text),
  fc.nat().map(v.uint32),
  fc.array(characters.map(v.text), { maxLength: 3 }).map((members) => v.list(...members)),
  fc.constant(v.nothing),
);
const attribute = characters.map(v.text);
const userData: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc
    .tuple(
      name,
      fc.dictionary(name, attribute, { maxKeys: 2, noNullPrototype: true }),
      fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        value.map((only) => [only]),
        fc.array(tie("tree"), { maxLength: 3 }),
        tie("tree").map((inner) => [embed(inner)]),
      ),
    )
    .map(([own, attributes, children]) => tree(own, attributes, ...children)),
})).tree;
const datum = fc.oneof(fc.record({ name, value }), fc.record({ value }));
const events = fc.record({
  eventId: fc.nat(65_535),
  level: fc.nat(5),
  data: fc.array(datum, { maxLength: 4 }),
  userData: fc.option(userData, { nil: undefined, freq: 2 }),
});

describe("an event from a log", () => {
  it("is the same as from the XML that the log is exported to", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(events, { minLength: 1, maxLength: 4 }), async (described) => {
        const written = described.map(({ userData: own, ...event }, index) =>
          connectorEvent({ ...event, recordId: index + 1, ...(own === undefined ? {} : { userData: own }) }),
        );
        const log = writeEvtx(written);
        const fromXml = [];
        for await (const item of readEventXml(readEvtxXml(sourceFromBytes(log)).events)) {
          fromXml.push(item.kind === "event" ? item.event : item);
        }
        expect(Array.from(readEvtxRecords(sourceFromBytes(log)).events)).toEqual(fromXml);
      }),
      { seed: 20261, numRuns: 200 },
    );
  });

  it("is the same also where Windows wrote no template and rendered the message", async () => {
    const forwarded = tree(
      "Event",
      {},
      tree(
        "System",
        {},
        selfClosing("Provider", { Name: "MSExchange Common" }),
        tree("EventID", {}, v.uint16(106)),
      ),
      tree("EventData", {}, tree("Data", {}, v.text("8443"))),
      tree("RenderingInfo", { Culture: "de-DE" }, tree("Message", {}, v.text("Kein Vertrauen."))),
    );
    const log = writeEvtx([forwarded], { isTemplateLess: true });
    for await (const item of readEventXml(readEvtxXml(sourceFromBytes(log)).events)) {
      const [record] = Array.from(readEvtxRecords(sourceFromBytes(log)).events);
      expect(item).toMatchObject({ kind: "event", event: { message: "Kein Vertrauen.", culture: "de-DE" } });
      expect({ ...record, recordId: undefined }).toEqual({
        ...("event" in item ? item.event : {}),
        recordId: undefined,
      });
    }
  });
});
