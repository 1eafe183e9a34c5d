import { describe, expect, it } from "vitest";
import { connectorEvent } from "../formats/evtx/write/connector-event.ts";
import { text } from "../formats/evtx/write/values.ts";
import { writeEvtx } from "../formats/evtx/write/write-evtx.ts";
import { csvOf, jsonEvent, jsonText, powerShellEvent } from "../formats/powershell/exports.ts";
import { coversOf, importCase, rowsOf, sourceAt } from "./run-import.ts";

const admin = "events.connector-admin";
const channel = "Contoso-Connector/Admin";
const ids = [31, 32, 33];
const seven = { version: "7", values: "whole" } as const;

const csv = (dates = ids.map((id) => `20.11.2026 14:${id}:07`)) =>
  csvOf(
    dates.map((TimeCreated, index) =>
      powerShellEvent({ LogName: channel, RecordId: 31 + index, TimeCreated }),
    ),
  );

const json = jsonText(
  ids.map((RecordId) =>
    jsonEvent(
      { LogName: channel, RecordId, TimeCreated: `2026-11-20T14:${RecordId}:07.1234567+00:00` },
      seven,
    ),
  ),
  seven,
);

describe("events that PowerShell exported as CSV", () => {
  it("are rows whose local times are known to some hours, and cover nothing", async () => {
    const imported = await importCase({ "events.csv": csv() });
    const rows = rowsOf(imported, admin);
    expect(rows?.map(({ time }) => time)).toEqual(ids.map((id) => `2026-11-20T14:${id}:07`));
    expect(rows?.[0]).toMatchObject({
      "record-id": 31,
      message: "Contoso's text.",
      computer: "conn-07.contoso.example",
    });
    expect(rows?.[0]?.from).toEqual([{ source: expect.any(String), at: "record 31" }]);
    expect(coversOf(imported, admin)).toBeUndefined();
    expect(imported.factFile.subject?.host).toBe("conn-07.contoso.example");
    expect(sourceAt(imported, "events.csv")).toMatchObject({
      kind: "event-csv",
      notes: expect.arrayContaining([expect.stringContaining("3 events do not name an instant")]),
    });
  });

  it("have no time where their dates read two ways", async () => {
    const imported = await importCase({ "events.csv": csv(["11/12/2026 14:05", "10/12/2026 14:05"]) });
    expect(rowsOf(imported, admin)?.map((row) => "time" in row)).toEqual([false, false]);
    expect(imported.warnings).toMatchObject([{ code: "date-reads-two-ways" }]);
  });

  it("of several computers are never taken for one that was renamed", async () => {
    const two = ["conn-07.contoso.example", "conn-08.contoso.example"].map((MachineName, index) =>
      powerShellEvent({ LogName: channel, RecordId: 31 + index, MachineName }),
    );
    expect((await importCase({ "events.csv": csvOf(two) })).hosts).toHaveLength(2);
  });

  it("are read in the encodings that PowerShell writes", async () => {
    for (const content of [Buffer.from(`\ufeff${csv()}`, "utf16le"), Buffer.from(`\ufeff${csv()}`), csv()])
      expect(rowsOf(await importCase({ "events.csv": content }), admin)).toHaveLength(3);
  });
});

describe("events that PowerShell exported as JSON", () => {
  it("are rows with their instants, and cover the time of an unbroken run", async () => {
    const imported = await importCase({ "events.json": json });
    expect(rowsOf(imported, admin)?.[0]).toMatchObject({
      time: "2026-11-20T14:31:07.1234567Z",
      data: "proxy.contoso.example; 8443",
    });
    expect(coversOf(imported, admin)).toEqual([
      { channel, time: { from: "2026-11-20T14:31:07.123458Z", to: "2026-11-20T14:33:07.123456Z" } },
    ]);
    expect(sourceAt(imported, "events.json")).toMatchObject({ kind: "event-json", encoding: "utf-8" });
  });

  it("are no fact file although they are named", async () => {
    const imported = await importCase({ "facts.json": json });
    expect(imported.problems).toEqual([]);
    expect(imported.recognised).toBe(1);
  });
});

describe("the same event from several exports", () => {
  const log = writeEvtx(
    ids.map((recordId) =>
      connectorEvent({
        recordId,
        eventId: 13022,
        provider: "Microsoft-AadApplicationProxy-Connector",
        channel,
        time: `2026-11-20T14:${recordId}:07.1234567Z`,
        data: [{ value: text("proxy.contoso.example") }, { value: text("8443") }],
      }),
    ),
    { firstRecordId: 31 },
  );
  const ofLogsComputer = (exported: string) => exported.replaceAll("conn-07.", "conn07.");

  it("stands once, with the exact time of one and the message of the other", async () => {
    for (const [name, exported] of [
      ["events.csv", csv()],
      ["events.json", json],
      ["cut.json", json.replaceAll(".1234567", ".123")],
    ] as const) {
      const imported = await importCase({ "Admin.evtx": log, [name]: ofLogsComputer(exported) });
      const rows = rowsOf(imported, admin);
      expect(rows).toHaveLength(3);
      expect(rows?.[0]).toMatchObject({
        time: "2026-11-20T14:31:07.1234567Z",
        message: "Contoso's text.",
        data: "proxy.contoso.example; 8443",
        from: [{}, {}],
      });
    }
  });

  it("stands twice where the times cannot be the same", async () => {
    const later = ofLogsComputer(json).replaceAll(".1234567", ".124");
    expect(rowsOf(await importCase({ "Admin.evtx": log, "events.json": later }), admin)).toHaveLength(6);
  });
});
