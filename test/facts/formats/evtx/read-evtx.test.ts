import { describe, expect, it } from "vitest";
import { readEvtxRecords, readEvtxXml } from "../../../../facts/formats/evtx/read-evtx.ts";
import { sourceFromBytes } from "../../../../facts/formats/evtx/source.ts";
import type { ChunkSpace } from "./write/binary-xml.ts";
import { connectorEvent, eventNamespace } from "./write/connector-event.ts";
import { element, instance } from "./write/raw-parts.ts";
import { type Child, embed, selfClosing, type Tree, tree, xmlTwin } from "./write/tree.ts";
import * as v from "./write/values.ts";
import type { LogOptions, RecordBody } from "./write/write-evtx.ts";
import { writeEvtx } from "./write/write-evtx.ts";

const records = (events: readonly RecordBody[], options?: LogOptions) =>
  Array.from(readEvtxRecords(sourceFromBytes(writeEvtx(events, options))).events);
const xml = (events: readonly RecordBody[], options?: LogOptions) =>
  Array.from(readEvtxXml(sourceFromBytes(writeEvtx(events, options))).events);

describe("an event of a connector's log", () => {
  const event = connectorEvent({
    recordId: 4_711,
    eventId: 12_020,
    data: [
      { name: "proxy", value: v.text("http://proxy.contoso.example:8443") },
      { value: v.int32(-2_147_024_894) },
    ],
  });

  it("becomes the record that every event reader gives", () => {
    expect(records([event])).toEqual([
      {
        recordId: 4_711,
        time: "2026-11-20T14:05:07.1234567Z",
        provider: "Microsoft-AadApplicationProxy-Connector",
        providerGuid: "{2c0a7d8b-6e14-4f3a-9b75-d1c8e5f60a23}",
        eventId: 12_020,
        version: 0,
        level: 2,
        task: 3,
        opcode: 0,
        keywords: "0x4000000000000000",
        channel: "Microsoft-AadApplicationProxy-Connector/Admin",
        computer: "conn07.contoso.example",
        userSid: "S-1-5-20",
        processId: 4_812,
        threadId: 73,
        data: [{ name: "proxy", value: "http://proxy.contoso.example:8443" }, { value: "-2147024894" }],
      },
    ]);
  });

  it("becomes the XML that Windows exports", () => {
    expect(xml([event])).toEqual([xmlTwin(event)]);
    expect(xmlTwin(event)).toContain(
      "<Data Name='proxy'>http://proxy.contoso.example:8443</Data><Data>-2147024894</Data>",
    );
  });
});

describe("a value", () => {
  const cases: readonly [string, v.Value, readonly string[]][] = [
    ["a text", v.text('Häuser & <b>\'s "Zertifikat"'), ['Häuser & <b>\'s "Zertifikat"']],
    ["a text outside the basic plane", v.text("🔌"), ["🔌"]],
    ["an empty text", v.text(""), [""]],
    ["a text with zeros at its end", v.text("x\0\0"), ["x"]],
    ["a text with Windows line ends", v.text("one\r\ntwo\rthree"), ["one\ntwo\nthree"]],
    ["an ANSI text", v.ansi("Schlüssel"), ["Schlüssel"]],
    ["a signed byte", v.int8(-128), ["-128"]],
    ["a byte", v.uint8(255), ["255"]],
    ["a signed 16-bit number", v.int16(-32_768), ["-32768"]],
    ["a 16-bit number", v.uint16(65_535), ["65535"]],
    ["a signed 32-bit number", v.int32(-2_147_483_648), ["-2147483648"]],
    ["a 32-bit number", v.uint32(4_294_967_295), ["4294967295"]],
    ["a signed 64-bit number", v.int64(-9_223_372_036_854_775_808n), ["-9223372036854775808"]],
    ["a small negative 64-bit number", v.int64(-4_294_967_297n), ["-4294967297"]],
    ["a 64-bit number", v.uint64(18_446_744_073_709_551_615n), ["18446744073709551615"]],
    ["a 64-bit number that a double holds", v.uint64(9_007_199_254_740_991n), ["9007199254740991"]],
    ["a float", v.float(0.25), ["0.25"]],
    ["a double", v.double(-1.5e-7), ["-1.5e-7"]],
    ["true", v.boolean(true), ["true"]],
    ["false", v.boolean(false), ["false"]],
    ["bytes", v.binary("00ff7a"), ["00FF7A"]],
    ["no bytes", v.binary(""), [""]],
    ["a GUID", v.guid("{945a8954-c147-4acd-923f-40c45405a658}"), ["{945a8954-c147-4acd-923f-40c45405a658}"]],
    ["an address of 32 bits", v.size32(0x24c), ["0x24c"]],
    ["an address of 64 bits", v.size64(0x7ff6_0000_1000n), ["0x7ff600001000"]],
    ["a time to 100 ns", v.filetime("2026-11-20T14:05:07.0000001Z"), ["2026-11-20T14:05:07.0000001Z"]],
    ["the first time there is", v.filetime("1601-01-01T00:00:00.0000000Z"), ["1601-01-01T00:00:00.0000000Z"]],
    [
      "the last time of four digits",
      v.filetime("9999-12-31T23:59:59.9999999Z"),
      ["9999-12-31T23:59:59.9999999Z"],
    ],
    [
      "the time that stands for never",
      { ...v.int64(2n ** 63n - 1n), type: 0x11 },
      ["30828-09-14T02:48:05.4775807Z"],
    ],
    ["a system time", v.systemTime("2026-02-28T23:59:58.007Z"), ["2026-02-28T23:59:58.007Z"]],
    [
      "a SID",
      v.sid("S-1-5-21-1004336348-1177238915-4294967295-512"),
      ["S-1-5-21-1004336348-1177238915-4294967295-512"],
    ],
    ["a 32-bit mask", v.hex32(0x8009_030c), ["0x8009030c"]],
    ["a 32-bit mask of nothing", v.hex32(0), ["0x0"]],
    ["a 64-bit mask", v.hex64(0x8000_0000_0000_2004n), ["0x8000000000002004"]],
    ["a list of texts", v.list(v.text("a, b"), v.text(""), v.text("c")), ["a, b", "", "c"]],
    ["a list of numbers", v.list(v.uint16(8_443), v.uint16(443)), ["8443", "443"]],
    ["a list of ANSI texts", v.list(v.ansi("Öl"), v.ansi("x")), ["Öl", "x"]],
    ["a list of SIDs", v.list(v.sid("S-1-5-18"), v.sid("S-1-5-32-544")), ["S-1-5-18", "S-1-5-32-544"]],
    [
      "a list of GUIDs",
      v.list(v.guid("{945a8954-c147-4acd-923f-40c45405a658}")),
      ["{945a8954-c147-4acd-923f-40c45405a658}"],
    ],
    ["an empty list", v.list(), [""]],
    ["a null: its element is left out", v.nothing, []],
  ];

  it.each(cases)("%s has the text that Windows gives it", (_, value, texts) => {
    const event = connectorEvent({
      recordId: 7,
      data: [{ name: "first", value }, { value: v.text("last") }],
    });
    const [record] = records([event]);
    expect(record?.data).toEqual([
      ...texts.map((text) => ({ name: "first", value: text })),
      { value: "last" },
    ]);
    const written = texts.map(
      (text) =>
        `<Data Name='first'>${text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")}</Data>`,
    );
    expect(xml([event])[0]).toContain(`<EventData>${written.join("")}<Data>last</Data></EventData>`);
  });

  it("of a type nobody has described is given as bytes and noted", () => {
    const odd = { ...v.binary("c0ffee"), type: 0x7e };
    const reading = readEvtxRecords(
      sourceFromBytes(writeEvtx([connectorEvent({ recordId: 7, data: [{ value: odd }] })])),
    );
    expect(Array.from(reading.events, ({ data }) => data)).toEqual([[{ value: "C0FFEE" }]]);
    expect(reading.survey().notes).toMatchObject([{ code: "value-type-unknown", count: 1 }]);
  });
});

describe("the shapes of events", () => {
  it("UserData becomes data named by their paths", () => {
    const userData = tree(
      "CertGetCertificateChain",
      { xmlns: "http://manifests.microsoft.com/win/2004/08/windows/events", "xmlns:e": "urn:e" },
      selfClosing("Certificate", { fileRef: "49C3.cer", subjectName: v.text("conn07.contoso.example") }),
      tree("Chain", {}, tree("Error", { code: v.hex32(0x800b_0109) }, v.text("not trusted"))),
      tree("Blank", {}, v.text("  ")),
    );
    const event = connectorEvent({ recordId: 8, provider: "Microsoft-Windows-CAPI2", userData });
    const [record] = records([event]);
    expect(record).toMatchObject({ provider: "Microsoft-Windows-CAPI2", data: [] });
    expect(record?.userData).toEqual([
      { name: "CertGetCertificateChain/Certificate/@fileRef", value: "49C3.cer" },
      { name: "CertGetCertificateChain/Certificate/@subjectName", value: "conn07.contoso.example" },
      { name: "CertGetCertificateChain/Chain/Error/@code", value: "0x800b0109" },
      { name: "CertGetCertificateChain/Chain/Error", value: "not trusted" },
    ]);
    expect(xml([event])).toEqual([xmlTwin(event)]);
  });

  it("UserData inside UserData goes on with its path", () => {
    const inner = tree("Inner", {}, v.uint32(8_443));
    const event = connectorEvent({ recordId: 8, userData: tree("Outer", {}, embed(inner)) });
    expect(records([event])[0]?.userData).toEqual([{ name: "Outer/Inner", value: "8443" }]);
    expect(xml([event])).toEqual([xmlTwin(event)]);
  });

  it("an event without a template is read like one with", () => {
    const bare = tree(
      "Event",
      { xmlns: eventNamespace },
      tree(
        "System",
        {},
        selfClosing("Provider", { Name: "MSExchange Common" }),
        tree("EventID", {}, v.uint16(106)),
        selfClosing("TimeCreated", { SystemTime: "2026-11-20T14:05:07.5Z" }),
        tree("EventRecordID", {}, v.uint64(42n)),
      ),
      tree(
        "EventData",
        {},
        tree("Data", { Name: "a'b" }, v.text("<1>")),
        tree("Binary", {}, v.binary("0aff")),
      ),
    );
    expect(records([bare], { isTemplateLess: true })).toEqual([
      {
        provider: "MSExchange Common",
        eventId: 106,
        time: "2026-11-20T14:05:07.5000000Z",
        recordId: 42,
        data: [
          { name: "a'b", value: "<1>" },
          { name: "Binary", value: "0AFF" },
        ],
      },
    ]);
    expect(xml([bare], { isTemplateLess: true })).toEqual([xmlTwin(bare)]);
  });

  it.each([
    ["a template without dependency ids", true],
    ["a record with dependency ids and no template", false],
  ])("%s is read as well", (_, isTemplate) => {
    const body = (space: ChunkSpace) =>
      element(
        space,
        "Event",
        () =>
          element(
            space,
            "EventData",
            () => element(space, "Data", () => undefined, !isTemplate),
            !isTemplate,
          ),
        !isTemplate,
      );
    const written = (space: ChunkSpace) => (isTemplate ? instance(space, () => body(space)) : body(space));
    expect(xml([written])).toEqual(["<Event><EventData><Data></Data></EventData></Event>"]);
  });

  it("the text that a forwarded event carries becomes its message", () => {
    const rendered = tree(
      "Event",
      { xmlns: eventNamespace },
      tree("System", {}, tree("EventID", {}, v.uint16(12_020))),
      tree(
        "RenderingInfo",
        { Culture: v.text("de-DE") },
        tree("Message", {}, v.text("Kein Vertrauen.\r\nEnde")),
      ),
    );
    expect(records([rendered])).toEqual([
      { recordId: 1, eventId: 12_020, culture: "de-DE", message: "Kein Vertrauen.\r\nEnde", data: [] },
    ]);
  });

  it("a culture without a message says nothing and is left out", () => {
    const rendered = tree(
      "Event",
      {},
      tree("RenderingInfo", { Culture: "de-DE" }, tree("Level", {}, v.text("Fehler"))),
    );
    expect(records([rendered])).toEqual([{ recordId: 1, data: [] }]);
  });

  it.each<[string, (inner: Tree) => Child]>([
    ["in the template", (inner) => inner],
    ["as a value", (inner) => embed(inner)],
  ])("elements inside a datum, %s, become data named by their paths", (_, place) => {
    const inner = tree("Url", { port: v.uint16(8_443) }, v.text("a&b"));
    const payload = tree(
      "EventData",
      {},
      tree("Data", { Name: "x" }, place(inner)),
      tree("Binary", {}, v.binary("")),
    );
    const event = tree("Event", { xmlns: eventNamespace }, tree("System", {}), embed(payload));
    expect(records([event])[0]?.data).toEqual([
      { name: "x/@Name", value: "x" },
      { name: "x/Url/@port", value: "8443" },
      { name: "x/Url", value: "a&b" },
      { name: "Binary", value: "" },
    ]);
    expect(xml([event])).toEqual([xmlTwin(event)]);
  });

  it("a number that does not fit where a number belongs is left out", () => {
    const event = tree(
      "Event",
      {},
      tree("System", {}, tree("EventID", {}, v.uint64(2n ** 63n)), tree("Level", {}, v.text("x"))),
    );
    expect(records([event])).toEqual([{ recordId: 1, data: [] }]);
  });

  it("characters that XML cannot hold are replaced in XML and kept in records", () => {
    const event = connectorEvent({ recordId: 9, data: [{ value: v.text("a\u0001b\ud800c") }] });
    expect(xml([event])[0]).toContain("<Data>a\ufffdb\ufffdc</Data>");
    expect(records([event])[0]?.data).toEqual([{ value: "a\u0001b\ud800c" }]);
  });
});
