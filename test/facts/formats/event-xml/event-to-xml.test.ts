import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventRecord } from "../../../../facts/formats/event-record.ts";
import { eventToXml } from "../../../../facts/formats/event-xml/event-to-xml.ts";
import { readEventXml } from "../../../../facts/formats/event-xml/read-event-xml.ts";
import { checkXml } from "../../../../facts/formats/xml/check-xml.ts";
import { writableXml } from "../../../../facts/formats/xml/writable-xml.ts";

async function readBack(event: EventRecord) {
  const items = [];
  for await (const item of readEventXml([eventToXml(event)])) items.push(item);
  expect(items).toHaveLength(1);
  return items[0]?.kind === "event" ? items[0].event : items[0];
}

const text = fc.string({ unit: fc.constantFrom(..."ab <>&'\"]é🔌\r\n\t"), minLength: 1, maxLength: 9 });
const name = text.map((each) => `n${each.trim()}`);
const record = fc.record(
  {
    recordId: fc.nat(),
    time: fc.constant("2026-11-20T14:05:07.1234567Z"),
    provider: name,
    providerGuid: fc.constant("{c1d5b0a2-0f0e-4b7d-8a4e-6f6d2e1a9b3c}"),
    eventId: fc.nat(65_535),
    qualifiers: fc.nat(65_535),
    version: fc.nat(255),
    level: fc.nat(255),
    task: fc.nat(65_535),
    opcode: fc.nat(255),
    keywords: fc.constant("0x8000000000000000"),
    activityId: fc.constant("{00000000-0000-0000-0000-000000000001}"),
    channel: name,
    computer: name,
    userSid: fc.constant("S-1-5-20"),
    processId: fc.nat(),
    threadId: fc.nat(),
    data: fc.array(fc.oneof(fc.record({ value: text }), fc.record({ name, value: text }))),
    message: text,
    culture: fc.constant("de-DE"),
  },
  { requiredKeys: ["data", "message", "eventId"] },
);

describe("an event as XML", () => {
  it("reads back as the same event", async () => {
    await fc.assert(
      fc.asyncProperty(record, async (event) => {
        expect(await readBack(event)).toEqual(event);
      }),
      { seed: 20261, numRuns: 500 },
    );
  });

  it("reads back with the values that stood in UserData", async () => {
    const userData = [
      { name: "CertInfo/Certificate/@subjectName", value: "*.contoso.example" },
      { name: "CertInfo/Result/@value", value: "800B0101" },
      { name: "CertInfo/Result", value: "expired" },
      { name: "EventXML", value: "x" },
    ];
    expect(await readBack({ data: [], userData })).toEqual({ data: [], userData });
  });

  it("keeps values whose path is none", async () => {
    const userData = [{ name: "a b/@<", value: "x" }, { name: "@y", value: "z" }, { value: "w" }];
    expect(await readBack({ data: [], userData })).toMatchObject({
      userData: [{ value: "a b/@<" }, { value: "x" }, { value: "@y" }, { value: "z" }, { value: "w" }],
    });
  });
});

describe("XML that Windows wrote", () => {
  it.each([
    ["a control character", "<a>\u0001\u001b[2J</a>", "<a>\ufffd\ufffd[2J</a>"],
    ["a reference to one", "<a>&#1;&#x1B;&#0031;</a>", "<a>\ufffd\ufffd\ufffd</a>"],
    ["a reference to a line end", "<a>&#13;&#xA;&#65;</a>", "<a>&#13;&#xA;&#65;</a>"],
    ["half a character", "<a>\ud800</a>", "<a>\ufffd</a>"],
    ["a character beyond the basic plane", "<a>🔌</a>", "<a>🔌</a>"],
  ])("becomes XML where it holds %s", (_what, written, expected) => {
    expect(writableXml(written)).toBe(expected);
    expect(checkXml(expected, { controlCharacters: "refused" })).toBeUndefined();
  });
});
