import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkXml } from "../../facts/formats/xml/check-xml.ts";
import { eventText, savedExport } from "../facts/formats/event-xml/exports.ts";
import { connectorEvent } from "../facts/formats/evtx/write/connector-event.ts";
import { text } from "../facts/formats/evtx/write/values.ts";
import { sealChunk, writeEvtx } from "../facts/formats/evtx/write/write-evtx.ts";
import { csvOf, jsonEvent, jsonText, powerShellEvent } from "../facts/formats/powershell/exports.ts";
import { bundle, environment, run, unwrapped } from "./run.ts";
import { scratch } from "./scratch.ts";

const folder = scratch();
const hostile = "\u001b[2J\u202Ereversed\u0000<x>&\u200b";

const log = writeEvtx(
  Array.from({ length: 40 }, (_, index) =>
    connectorEvent({
      recordId: index + 1,
      eventId: 12_000 + (index % 4),
      provider: index % 2 === 0 ? "Contoso-Connector" : "Contoso-Updater",
      channel: index < 20 ? "Contoso/Admin" : "Contoso/Session",
      time: `2026-11-20T14:${String(index).padStart(2, "0")}:07.1234567Z`,
      data: [{ name: "Target", value: text(index === 0 ? hostile : "proxy.contoso.example:8443") }],
    }),
  ),
  { recordsPerChunk: 10 },
);
const seven = { version: "7", values: "whole" } as const;
const message = `First line.\r\nSecond ${hostile} line.`;

folder.write(
  {
    "log.evtx": log,
    "export.xml": savedExport([
      eventText({ record: 1, rest: `<EventData><Data Name='Port'>8443</Data></EventData>` }),
      eventText({ record: 2, rest: "<EventData><Data>\u0001&#x1b;</Data></EventData>" }),
    ]),
    "prefixed.xml": eventText()
      .replaceAll(/<(\/?)([A-Z])/g, "<$1e:$2")
      .replace("xmlns=", "xmlns:e="),
    "wide.xml": Buffer.from(`\ufeff${savedExport([eventText()])}`, "utf16le"),
    "export.csv": csvOf([powerShellEvent({ message })]),
    "export.json": jsonText([jsonEvent({ message }, seven)], seven),
    "doctype.xml": `<!DOCTYPE Events [<!ENTITY a "b">]>${savedExport([eventText()])}`,
    "cut.xml": savedExport([eventText({ record: 1 }), eventText({ record: 2 })]).slice(0, -60),
    "mixed.xml": Buffer.concat([Buffer.from(eventText({ record: 1 })), Buffer.from([0xff, 0xfe, 0xe4])]),
    "text.evtx": "Der Zugriff wurde verweigert.",
    "zeros.evtx": new Uint8Array(70_000),
    "empty.evtx": "",
    "header.evtx": log.subarray(0, 100),
    "damaged.evtx": damaged(),
  },
  "logs",
);
const at = (name: string) => join(folder.path, "logs", name);
const events = (...args: string[]) => run(["events", ...args]);

function damaged(): Buffer {
  const bytes = Buffer.from(log);
  const second = bytes.subarray(4096 + 65_536, 4096 + 2 * 65_536);
  // The size of the first record is 2^32 - 1.
  second.writeUInt32LE(0xffffffff, 516);
  sealChunk(second);
  return bytes;
}

async function lines(...args: string[]): Promise<Record<string, unknown>[]> {
  const { exitCode, stdout } = await events(...args);
  expect(exitCode).toBe(0);
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("events", () => {
  it("prints a log as one JSON object a line", async () => {
    const { exitCode, stdout, stderr } = await events(at("log.evtx"));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.split("\n")).toHaveLength(41);
    expect(JSON.parse(stdout.split("\n")[1] ?? "")).toMatchObject({
      recordId: 2,
      time: "2026-11-20T14:01:07.1234567Z",
      provider: "Contoso-Updater",
      eventId: 12_001,
      level: 2,
      channel: "Contoso/Admin",
      computer: "conn07.contoso.example",
      data: [{ name: "Target", value: "proxy.contoso.example:8443" }],
    });
  });

  it("gives the same keys in the same order whatever the events were read from", async () => {
    const shared = ["recordId", "provider", "eventId", "level", "channel", "computer", "data"];
    for (const name of ["log.evtx", "export.xml", "prefixed.xml", "wide.xml", "export.csv", "export.json"]) {
      const [first = {}] = await lines(at(name));
      expect(Object.keys(first).filter((key) => shared.includes(key))).toEqual(shared);
    }
    const [ofCsv = {}] = await lines(at("export.csv"));
    expect(ofCsv).toMatchObject({ timeText: "2026-11-20T14:05:07", message });
    expect(ofCsv).not.toHaveProperty("time");
    expect((await lines(at("export.json")))[0]).toMatchObject({
      time: "2026-11-20T14:05:07.1234567Z",
      message,
    });
  });

  it("prints XML that reads back as the same events", async () => {
    const { stdout, stderr } = await events(at("log.evtx"), at("export.json"), "--format", "xml");
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^<\?xml version="1\.0" encoding="utf-8" standalone="yes"\?>\n<Events>\n<Event /);
    expect(stdout).toMatch(/<\/Event>\n<\/Events>\n$/);
    expect(checkXml(stdout, { controlCharacters: "refused" })).toBeUndefined();
    const again = folder.write({ "again.xml": stdout }, "again");
    const clean = (each: Record<string, unknown>) =>
      JSON.parse(JSON.stringify(each).replaceAll(/\\u0000|\\u001b/g, "\ufffd")) as unknown;
    expect(await lines(again)).toEqual((await lines(at("log.evtx"), at("export.json"))).map(clean));
  });

  it("prints the elements of an XML export as they were written, as far as they are XML", async () => {
    const { stdout } = await events(at("export.xml"), "--format", "xml");
    expect(stdout).toContain(
      eventText({ record: 1, rest: "<EventData><Data Name='Port'>8443</Data></EventData>" }),
    );
    expect(stdout).toContain("<Data>\ufffd\ufffd</Data>");
    expect((await events(at("prefixed.xml"), "--format", "xml")).stdout).toContain("<Event xmlns=");
  });

  it("prints a table that fits 120 columns, one line an event, with nothing that a terminal obeys", async () => {
    const { stdout } = await events(at("log.evtx"), at("export.csv"), at("export.xml"), "--format", "table");
    const rows = stdout.split("\n");
    expect(rows[0]).toMatch(/^TIME +LEVEL +ID {2}PROVIDER +MESSAGE OR VALUES$/);
    expect(rows[2]).toMatch(
      /^2026-11-20 14:01:07Z {2}error {5}12001 {2}Contoso-Updater +Target=proxy\.contoso/,
    );
    expect(rows[41]).toMatch(/^2026-11-20 14:05:07 {3}error {5}13022 {2}…\S+Connector {2}First line\.$/);
    expect(rows).toHaveLength(45);
    expect(Math.max(...rows.map((row) => [...row].length))).toBeLessThanOrEqual(120);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u200b]/);
    expect(rows[1]).toContain("\\u{1b}[2J\\u{202e}");
  });

  it("escapes in JSON what a terminal obeys, and loses nothing of it", async () => {
    for (const name of ["log.evtx", "export.csv", "export.json"]) {
      const { stdout } = await events(at(name));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u200b]/);
      expect(JSON.stringify(JSON.parse(stdout.split("\n")[0] ?? ""))).toContain(
        JSON.stringify(hostile).slice(1, -1),
      );
    }
  });

  it("reads standard input", async () => {
    for (const [input, count] of [
      [log, 40],
      [csvOf([powerShellEvent()]), 1],
    ] as const) {
      const { exitCode, stdout } = await run(["events", "-"], { input });
      expect([exitCode, stdout.split("\n").length - 1]).toEqual([0, count]);
    }
  });
});

describe("events asks for", () => {
  it.each<[string, string[], number]>([
    ["a provider, in any letters", ["--provider", "CONTOSO-updater"], 20],
    ["two providers", ["--provider", "Contoso-Updater", "--provider", "Contoso-Connector"], 40],
    ["an id", ["--id", "12001"], 10],
    ["two ids", ["--id", "12001", "--id", "12003"], 20],
    ["an id of another provider", ["--id", "12001", "--provider", "Contoso-Connector"], 0],
    ["a channel", ["--channel", "Contoso/Session"], 20],
    [
      "times, both ends included",
      ["--since", "2026-11-20T15:10:07.1234567+01:00", "--until", "2026-11-20T14:12:07.1234567Z"],
      3,
    ],
    ["a time after the last", ["--since", "2026-11-21T00:00:00Z"], 0],
  ])("%s", async (_what, args, count) => {
    expect(await lines(at("log.evtx"), ...args)).toHaveLength(count);
    const { stdout } = await events(at("log.evtx"), ...args, "--format", "xml");
    expect(stdout.match(/<Event /g) ?? []).toHaveLength(count);
  });

  it("the same of every export", async () => {
    for (const name of ["export.xml", "export.csv", "export.json"]) {
      expect((await lines(at(name), "--id", "13022")).length).toBeGreaterThan(0);
      expect(await lines(at(name), "--id", "13023")).toEqual([]);
    }
  });

  it("a time, and leaves an event in whose own time could be meant", async () => {
    expect(await lines(at("export.csv"), "--since", "2026-11-21T03:00:00Z")).toHaveLength(1);
    expect(await lines(at("export.csv"), "--since", "2026-11-21T05:00:00Z")).toHaveLength(0);
  });

  it.each<[string, string[], string]>([
    ["no file", [], "missing required argument"],
    ["an id that is none", ["x.evtx", "--id", "70000"], "from 0 to 65535"],
    ["an id in words", ["x.evtx", "--id", "1e3"], "from 0 to 65535"],
    ["a time without offset", ["x.evtx", "--since", "2026-11-20T14:05:07"], "no offset"],
    ["another format", ["x.evtx", "--format", "csv"], "jsonl, xml, table"],
    [
      "times in the wrong order",
      ["x.evtx", "--since", "2026-11-21T00:00:00Z", "--until", "2026-11-20T00:00:00Z"],
      "--since lies after --until",
    ],
  ])("%s: exit 2 and a sentence", async (_what, args, words) => {
    const { exitCode, stdout, stderr } = await events(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unwrapped(stderr).toLowerCase()).toContain(words.toLowerCase());
  });
});

describe("events of what cannot be read", () => {
  it.each<[string, string]>([
    ["no/such.evtx", "does not exist"],
    ["", "is a folder"],
    ["text.evtx", "holds no events that can be read"],
    ["zeros.evtx", "No part of this file is a Windows event log"],
    ["empty.evtx", "is empty"],
    ["header.evtx", "No part of this file is a Windows event log"],
    ["doctype.xml", "document type declaration"],
  ])("%s: exit 2, one message, no output", async (name, words) => {
    const { exitCode, stdout, stderr } = await events(at(name));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unwrapped(stderr)).toContain(words);
    expect(stderr).not.toContain("    at ");
  });

  it.each<[string, number, string]>([
    ["damaged.evtx", 30, "Bytes between two events were skipped"],
    ["cut.xml", 1, "ends in the middle of the event"],
    ["mixed.xml", 1, "stands between the events"],
  ])("%s prints what is sound, exit 0, and says what is missing", async (name, count, words) => {
    const { exitCode, stdout, stderr } = await events(at(name));
    expect([exitCode, stdout.split("\n").length - 1 >= count]).toEqual([0, true]);
    expect(unwrapped(stderr)).toContain(words);
    expect(stderr.split("\n").every((line) => line === "" || line.startsWith(at(name)))).toBe(true);
  });

  it("does not stop the others", async () => {
    const { exitCode, stdout, stderr } = await events(
      at("text.evtx"),
      at("log.evtx"),
      at("nope"),
      at("export.csv"),
    );
    expect([exitCode, stdout.split("\n").length - 1]).toEqual([0, 41]);
    expect(unwrapped(stderr)).toContain("2 problems in 2 files");
  });

  it("leaves an empty document where nothing fits", async () => {
    const { stdout } = await events(at("log.evtx"), "--id", "7", "--format", "xml");
    expect(stdout).toBe('<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>\n</Events>\n');
  });
});

describe("whoever reads the events", () => {
  it("may stop reading", async () => {
    const many = folder.write(
      { "many.xml": savedExport(Array.from({ length: 20_000 }, () => eventText())) },
      "many",
    );
    const child = spawn(process.execPath, [bundle, "events", many], { env: environment(), stdio: "pipe" });
    let errors = "";
    child.stderr.on("data", (part) => {
      errors += String(part);
    });
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [code] = (await once(child, "exit")) as [number];
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
  });
});
