import { describe, expect, it } from "vitest";
import { csvDialect } from "../../../../facts/formats/event-csv/csv-dialect.ts";
import { readEventCsv } from "../../../../facts/formats/event-csv/read-event-csv.ts";
import { csvOf, powerShellEvent, powerShellNames } from "../powershell/exports.ts";

async function read(text: string, size = text.length) {
  const chunks = [];
  for (let at = 0; at < text.length; at += size) chunks.push(text.slice(at, at + size));
  const items = [];
  for await (const item of readEventCsv(chunks)) items.push(item);
  return items;
}

async function one(text: string) {
  const [item, ...others] = await read(text);
  expect(others).toEqual([]);
  if (item?.kind !== "event") throw new Error(JSON.stringify(item));
  return item.event;
}

const message =
  'Port 8443 of "proxy.contoso.example", closed.\r\n\r\nThe URL: https://register.msappproxy.net/';

describe("events that PowerShell wrote as CSV", () => {
  it("have every property that the table has, and no values", async () => {
    expect(await one(csvOf([powerShellEvent({ message })]))).toEqual({
      recordId: 8443,
      timeText: "2026-11-20T14:05:07",
      provider: "Microsoft-AadApplicationProxy-Connector",
      providerGuid: "{c1d5b0a2-0f0e-4b7d-8a4e-6f6d2e1a9b3c}",
      eventId: 13022,
      version: 0,
      level: 2,
      task: 0,
      opcode: 0,
      keywords: "0x8000000000000000",
      activityId: "{00000000-0000-0000-0000-000000000001}",
      channel: "Microsoft-AadApplicationProxy-Connector/Admin",
      computer: "conn-07.contoso.example",
      userSid: "S-1-5-20",
      processId: 3172,
      threadId: 5128,
      message,
      data: [],
    });
  });

  it("are read with semicolons, with tabs, without the line on the type, and without quotation marks", async () => {
    const whole = await one(csvOf([powerShellEvent()]));
    for (const options of [
      { separator: ";" },
      { separator: "\t" },
      { hasTypeLine: false },
      { quotes: false },
    ])
      expect(await one(csvOf([powerShellEvent()], options))).toEqual(whole);
  });

  it("are read from a few columns", async () => {
    const text =
      '"TimeCreated","Id","LevelDisplayName","Message"\r\n"20.11.2026 14:05:07","1000","Error","x"\r\n';
    expect(await one(text)).toEqual({
      eventId: 1000,
      level: 2,
      timeText: "2026-11-20T14:05:07",
      message: "x",
      data: [],
    });
  });

  it("have no level where only its name in another language was exported", async () => {
    expect(await one("Id,LevelDisplayName,Message\r\n7,Fehler,x")).toEqual({
      eventId: 7,
      message: "x",
      data: [],
    });
  });

  it("have the time of the other dates' order where theirs reads two ways", async () => {
    const dates = ["11/12/2026 2:05:07 PM", "11/20/2026 2:05:07 PM"];
    const items = await read(csvOf(dates.map((TimeCreated) => powerShellEvent({ TimeCreated }))));
    expect(items.map((item) => item.kind === "event" && item.event.timeText)).toEqual([
      "2026-11-12T14:05:07",
      "2026-11-20T14:05:07",
    ]);
  });

  it("are the same in pieces of any size, each with the line it begins on", async () => {
    const text = csvOf([1, 2, 3].map((RecordId) => powerShellEvent({ RecordId, message })));
    const whole = await read(text);
    expect(whole.map((item) => item.kind === "event" && item.line)).toEqual([3, 6, 9]);
    for (const size of [1, 5, 64]) expect(await read(text, size)).toEqual(whole);
  });

  it("go on behind an export that was appended", async () => {
    const twice = csvOf([powerShellEvent()]) + csvOf([powerShellEvent({ RecordId: 8444 })]);
    expect((await read(twice)).map((item) => item.kind === "event" && item.event.recordId)).toEqual([
      8443, 8444,
    ]);
  });

  it.each([
    ["a row with too few cells", (row: string) => row.slice(0, row.lastIndexOf(",")), "row-does-not-fit"],
    ["a missing quotation mark", (row: string) => row.replace('",', ","), "quotation-mark"],
    ["an id that is none", (row: string) => row.replace('"13022"', '"70000"'), "value-not-understood"],
    ["a date that is none", (row: string) => row.replace("20.11.2026", "30.02.2026"), "value-not-understood"],
  ])("of which one has %s lose that, and say so", async (_what, spoil, code) => {
    const [type, names, first = "", second, third] = csvOf(
      [1, 2, 3].map((RecordId) => powerShellEvent({ RecordId })),
    ).split("\r\n");
    const items = await read([type, names, first, spoil(second ?? ""), third].join("\r\n"));
    const damages = items.flatMap((item) => (item.kind === "damage" ? [item.damage] : []));
    expect(damages).toMatchObject([{ code, line: 4 }]);
    const ids = items.flatMap((item) => (item.kind === "event" ? [item.event.recordId] : []));
    expect(ids).toEqual(expect.arrayContaining(code === "quotation-mark" ? [1] : [1, 3]));
  });

  it("that end in the middle of a row lose that row", async () => {
    const text = csvOf([1, 2].map((RecordId) => powerShellEvent({ RecordId, message }))).slice(0, -40);
    expect(await read(text)).toMatchObject([{ kind: "event" }, { damage: { code: "cut-off", line: 6 } }]);
  });
});

describe("a text", () => {
  it.each([
    ["as Windows PowerShell writes it", csvOf([powerShellEvent()]), ","],
    ["with semicolons", csvOf([], { separator: ";" }), ";"],
    ["of names alone", powerShellNames.join(","), ","],
    ["of few columns", "TimeCreated,Id,Message,Contoso\n", ","],
    ["of other columns", "Name,Id,Status\nwapcsvc,7,Running", undefined],
    ["with names that are like it", "id;timecreated;message", undefined],
    ["without columns", "Id ProviderName LogName", undefined],
    ["that is empty", "", undefined],
  ])("%s is recognised by the names of its columns", (_what, text, separator) => {
    expect(csvDialect(text)?.separator).toBe(separator);
  });
});
