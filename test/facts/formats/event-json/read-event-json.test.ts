import { describe, expect, it } from "vitest";
import { looksLikeEventJson } from "../../../../facts/formats/event-json/looks-like-event-json.ts";
import { readEventJson } from "../../../../facts/formats/event-json/read-event-json.ts";
import type { EventRecord } from "../../../../facts/formats/event-record.ts";
import { type JsonOptions, jsonEvent, jsonText } from "../powershell/exports.ts";

async function read(text: string) {
  const items = [];
  for await (const item of readEventJson([text])) items.push(item);
  return items;
}

async function one(text: string) {
  const [item, ...others] = await read(text);
  expect(others).toEqual([]);
  if (item?.kind !== "event") throw new Error(JSON.stringify(item));
  return item.event;
}

const windows: JsonOptions = { version: "5.1", values: "whole" };
const seven: JsonOptions = { version: "7", values: "whole" };

describe("events that PowerShell wrote as JSON", () => {
  it.each([
    [windows, "2026-11-20T14:05:07.1230000Z"],
    [seven, "2026-11-20T14:05:07.1234567Z"],
  ])("have their instant and their values: %j", async (options, time) => {
    expect(await one(jsonText([jsonEvent({}, options)], options))).toEqual({
      recordId: 8443,
      time,
      provider: "Microsoft-AadApplicationProxy-Connector",
      providerGuid: "{c1d5b0a2-0f0e-4b7d-8a4e-6f6d2e1a9b3c}",
      eventId: 13022,
      version: 0,
      level: 2,
      task: 0,
      opcode: 0,
      keywords: "0x8000000000000001",
      activityId: "{00000000-0000-0000-0000-000000000001}",
      channel: "Microsoft-AadApplicationProxy-Connector/Admin",
      computer: "conn-07.contoso.example",
      userSid: "S-1-5-20",
      processId: 3172,
      threadId: 5128,
      message: "Contoso's text.",
      data: [{ value: "proxy.contoso.example" }, { value: "8443" }],
    });
  });

  it("are read when there is only one, and one a line", async () => {
    const event = jsonEvent({}, seven);
    const whole = await one(jsonText([event], seven));
    expect(await one(jsonText(event, seven))).toEqual(whole);
    const lines = [event, event].map((each) => jsonText(each, seven).replaceAll(/\r\n */g, "")).join("\n");
    expect((await read(lines)).map((item) => item.kind === "event" && item.line)).toEqual([1, 2]);
  });

  it("have no values where ConvertTo-Json wrote the names of types, and say so once", async () => {
    const cut = jsonEvent({}, { ...windows, values: "cut" });
    const items = await read(jsonText([cut, cut], windows));
    expect(items).toMatchObject([
      { kind: "event", event: { data: [] } },
      {
        kind: "damage",
        damage: { code: "values-cut", line: 2, message: expect.stringContaining("-Depth 4") },
      },
      { kind: "event" },
    ]);
  });

  it.each([
    [
      { value: "/Date(1795183507123)/", DisplayHint: 2, DateTime: "Freitag, 20. November 2026" },
      "2026-11-20T14:05:07.1230000Z",
    ],
    ["2026-11-20T14:05:07.1234567", undefined],
    [null, undefined],
  ])("have the time %j as far as it is exact", async (TimeCreated, time) => {
    const event = { ...jsonEvent({}, windows), TimeCreated };
    expect((await one(jsonText([event], windows))).time).toBe(time);
  });

  it.each([
    [null, []],
    [[], []],
    [
      [{ Value: null }, { Value: true }, { Value: [10, 255] }, { Value: [{}] }],
      ["", "true", "0AFF", ""],
    ],
    [[{ Value: { BinaryLength: 12, Value: "S-1-5-18" } }, 7, {}], ["S-1-5-18"]],
    [{ Value: "alone" }, ["alone"]],
  ])("have values of every kind as texts: %j", async (Properties, values) => {
    const event = await one(jsonText([{ ...jsonEvent({}, seven), Properties }], seven));
    expect(event.data.map(({ value }) => value)).toEqual(values);
  });

  it.each([
    ["is no JSON", '{"Id":7,"Message":x}', "not-json"],
    ["is no event", '{"Name":"wapcsvc","__proto__":{"Id":7}}', "not-an-event"],
    ["has an id that is none", '{"Id":-1,"Message":"x"}', "value-not-understood"],
    ["has a date that is none", '{"Id":7,"TimeCreated":"20. November"}', "value-not-understood"],
    [
      "is nested deeper than anything",
      `{"Id":7,"Properties":${"[".repeat(90_000)}${"]".repeat(90_000)}}`,
      undefined,
    ],
  ])("of which one %s lose that, and say so", async (_what, strange, code) => {
    const sound = jsonText(jsonEvent({}, seven), seven);
    const items = await read(`[${sound},\n${strange},\n${sound}]`);
    const damages = items.flatMap((item) => (item.kind === "damage" ? [item.damage.code] : []));
    expect(damages).toEqual(code === undefined ? [] : [code]);
    expect(items.filter((item) => item.kind === "event").length).toBeGreaterThan(1);
  });

  it("are read as this tool prints them, too", async () => {
    const event: EventRecord = {
      recordId: 8443,
      time: "2026-11-20T14:05:07.1234567Z",
      provider: "Contoso",
      providerGuid: "{c1d5b0a2-0f0e-4b7d-8a4e-6f6d2e1a9b3c}",
      eventId: 13022,
      qualifiers: 0,
      version: 0,
      level: 2,
      task: 0,
      opcode: 0,
      keywords: "0x8000000000000001",
      activityId: "{00000000-0000-0000-0000-000000000001}",
      channel: "Contoso/Admin",
      computer: "conn-07.contoso.example",
      userSid: "S-1-5-20",
      processId: 3172,
      threadId: 5128,
      data: [{ name: "Port", value: "8443" }, { value: "" }],
      userData: [{ name: "a/@b", value: "c" }],
      message: "x",
      culture: "de-DE",
    };
    const { time, ...withoutTime } = event;
    const local = { ...withoutTime, timeText: "2026-11-20T14:05:07" };
    expect(await read(`${JSON.stringify(event)}\n${JSON.stringify(local)}\n`)).toEqual([
      { kind: "event", event, line: 1 },
      { kind: "event", event: local, line: 2 },
    ]);
  });

  it("that were printed and changed by hand keep what is sound", async () => {
    const changed = {
      eventId: "7",
      level: -1,
      keywords: 3,
      data: [1, { value: 2 }, { name: 3, value: "x" }],
      culture: null,
    };
    expect(await read(JSON.stringify(changed))).toMatchObject([
      { event: { eventId: 7, data: [{ value: "x" }] } },
      { damage: { code: "value-not-understood" } },
    ]);
  });

  it("that end in the middle of an event lose that event", async () => {
    const text = jsonText([jsonEvent({}, seven), jsonEvent({}, seven)], seven);
    expect(await read(text.slice(0, -20))).toMatchObject([
      { kind: "event" },
      { damage: { code: "cut-off" } },
    ]);
  });
});

describe("a text", () => {
  it.each([
    ["a list of events", jsonText([jsonEvent({}, windows)], windows), true],
    ["one event", jsonText(jsonEvent({}, seven), seven), true],
    ["events of few properties", '[{"TimeCreated":"x","Id":7,"Message":"y"}]', true],
    [
      "a fact file",
      '{"schemaVersion":1,"facts":{"a":{"value":"\\"Id\\": \\"RecordId\\": \\"Level\\": "}}}',
      false,
    ],
    ["services", '[{"Name":"wapcsvc","Id":7,"Level":"x"}]', false],
    ["a list of numbers", "[1,2]", false],
    ["what this tool prints", '{"recordId":1,"time":"x","eventId":7,"data":[]}', true],
    [
      "rows of a fact file",
      '{"facts":{"e":{"items":[{"record-id":1,"event-id":7,"data":"x","level":"error"}]}}}',
      false,
    ],
    ["text that speaks of events", 'x {"Id":1,"Message":2,"RecordId":3}', false],
  ])("is recognised by the properties at its beginning: %s", (_what, text, expected) => {
    expect(looksLikeEventJson(text)).toBe(expected);
  });
});
