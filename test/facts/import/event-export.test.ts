import { describe, expect, it } from "vitest";
import { importPaths } from "../../../facts/import/import-paths.ts";
import type { WantedFact } from "../../../facts/import/wanted-fact.ts";
import type { CollectEvents } from "../../../schemas/generated/types.ts";
import { fakeWorld } from "../fake-world.ts";
import { event, events } from "./plan.ts";
import { coversOf, factOf, importCase, rowsOf, sourceAt } from "./run-import.ts";

const admin = "events.connector-admin";
const name = "export.xml";
const channel = "Contoso-Connector/Admin";

describe("an export of events", () => {
  it("gives a row for each event of the wanted channels, the oldest first", async () => {
    const imported = await importCase({
      [name]: [
        event({
          record: 31,
          time: "2026-11-20T14:07:00.000Z",
          data: "proxy.contoso.example",
          message: "It failed.",
        }),
        event({ record: 30, time: "2026-11-20T14:05:07.1234567Z", id: 12020 }),
        event({ record: 9, time: "2026-11-20T14:08:00.000Z", channel: "Application" }),
      ].join("\n"),
    });
    expect(rowsOf(imported, admin)).toEqual([
      {
        "record-id": 30,
        time: "2026-11-20T14:05:07.1234567Z",
        provider: "Contoso-Connector",
        "event-id": 12020,
        level: "error",
        channel,
        computer: "CONN-07.contoso.example",
        from: [{ source: expect.any(String), at: "record 30", time: "2026-11-20T14:05:07.1234567Z" }],
      },
      expect.objectContaining({
        "record-id": 31,
        message: "It failed.",
        culture: "en-US",
        data: "Target=proxy.contoso.example",
      }),
    ]);
    expect(imported.factFile.collectedAt?.from).toBe("2026-11-20T14:08:00Z");
    expect(imported.factFile.subject?.host).toBe("CONN-07.contoso.example");
  });

  it("reads what Event Viewer saves, in UTF-8 and UTF-16 with their marks", async () => {
    const saved = `\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>${events(7, 3).join("")}</Events>`;
    for (const content of [
      Buffer.from(saved, "utf8"),
      Buffer.from(saved.replace("utf-8", "utf-16"), "utf16le"),
    ]) {
      expect(rowsOf(await importCase({ [name]: content }), admin)).toHaveLength(3);
    }
  });

  it("takes passwords out of texts before they become facts", async () => {
    const content = event({
      record: 3,
      time: "2026-11-20T14:07:00.000Z",
      data: "http://svc:Hunter2x@proxy.contoso.example:8443",
    });
    const imported = await importCase({ [name]: content });
    expect(JSON.stringify(imported)).not.toContain("Hunter2x");
    expect(rowsOf(imported, admin)?.[0]?.data).toContain("proxy.contoso.example:8443");
  });

  it("without a record number is placed by its line", async () => {
    const content = `\n\n${event({ record: 3, time: "2026-11-20T14:07:00Z" }).replace("<EventRecordID>3</EventRecordID>", "")}`;
    expect(rowsOf(await importCase({ [name]: content }), admin)?.[0]?.from).toMatchObject([{ at: "line 3" }]);
  });

  it("that was cut off keeps its sound events and says what is missing", async () => {
    const imported = await importCase({ [name]: events(7, 3).join("\n").slice(0, -40) });
    expect(rowsOf(imported, admin)).toHaveLength(2);
    expect(coversOf(imported, admin)).toMatchObject([{ time: { to: "2026-11-20T00:01:07.123456Z" } }]);
    expect(imported.warnings).toMatchObject([{ code: "cut-off", file: name }]);
    expect(sourceAt(imported, name)?.notes?.join(" ")).toContain("(line 3)");
  });

  it("with a document type is refused whole, and the facts it could have held stay unknown", async () => {
    const content = `<!DOCTYPE Events [<!ENTITY a "b">]><Events>${events(7, 2).join("")}</Events>`;
    const imported = await importCase({ [name]: content });
    expect(factOf(imported, admin)).toMatchObject({ unknown: "damaged-source" });
    expect(imported.warnings).toMatchObject([{ code: "doctype", file: name }]);
  });

  it("without events covers nothing and says that this proves nothing", async () => {
    const imported = await importCase({ [name]: "<Events></Events>" });
    expect(factOf(imported, admin)).toBeUndefined();
    expect(imported.recognised).toBe(1);
    expect(sourceAt(imported, name)?.notes?.join(" ")).toContain("may have been filtered");
  });

  it("names several damaged events once, with their count", async () => {
    const broken = event({ record: 4, time: "2026-11-20T14:07:00.000Z" }).replace(
      "<Security/>",
      "<Security>",
    );
    const imported = await importCase({ [name]: [broken, ...events(7, 2), broken, broken].join("\n") });
    expect(rowsOf(imported, admin)).toHaveLength(2);
    expect(imported.warnings).toMatchObject([{ message: expect.stringContaining("2 more places") }]);
  });
});

describe("what an export of events covers", () => {
  const covers = async (...parts: string[][]) =>
    coversOf(await importCase({ [name]: parts.flat().join("\n") }), admin);

  it("is the time between the first and the last record of an unbroken run", async () => {
    expect(await covers(events(100, 4))).toEqual([
      { channel, time: { from: "2026-11-20T00:00:07.123458Z", to: "2026-11-20T00:03:07.123456Z" } },
    ]);
  });

  it("begins at the first record also where that is number 1, because clearing a log begins the numbers anew", async () => {
    expect(await covers(events(1, 4))).toEqual([
      { channel, time: { from: "2026-11-20T00:00:07.123458Z", to: "2026-11-20T00:03:07.123456Z" } },
    ]);
  });

  it("shrinks by what may have been cut off where times end at the millisecond", async () => {
    const cut = events(100, 4).map((each) => each.replace("1234567Z", "123Z"));
    expect(await covers(cut)).toEqual([
      { channel, time: { from: "2026-11-20T00:00:07.125001Z", to: "2026-11-20T00:03:07.122Z" } },
    ]);
  });

  it("is the same whichever end the export starts at", async () => {
    expect(await covers(events(100, 4).reverse())).toEqual(await covers(events(100, 4)));
  });

  it("leaves out what lies in a gap of the numbers", async () => {
    const [a = "", b = "", c = "", , e = "", f = "", g = ""] = events(100, 7);
    expect(await covers([a, b, c], [e, f, g])).toEqual([
      { channel, time: { from: "2026-11-20T00:00:07.123458Z", to: "2026-11-20T00:02:07.123456Z" } },
      { channel, time: { from: "2026-11-20T00:04:07.123458Z", to: "2026-11-20T00:06:07.123456Z" } },
    ]);
  });

  it("is nothing where the export was filtered", async () => {
    expect(await covers(events(100, 9).filter((_, index) => index % 2 === 0))).toBeUndefined();
  });

  it("is nothing for a single record", async () => {
    expect(await covers(events(100, 1))).toBeUndefined();
  });

  it("shrinks by as much as times ever fell back", async () => {
    const late = event({ record: 102, time: "2026-11-20T00:00:57.1234567Z" });
    const [first = "", second = "", , ...rest] = events(100, 6);
    expect(await covers([first, second, late, ...rest])).toEqual([
      { channel, time: { from: "2026-11-20T00:00:17.123458Z", to: "2026-11-20T00:04:57.123456Z" } },
    ]);
  });
});

describe("the plan of an events fact", () => {
  const importWith = (content: string, wanted: Partial<WantedFact>, collect: Omit<CollectEvents, "kind">) =>
    importPaths(
      fakeWorld({ "/case/export.xml": content }),
      ["/case"],
      [
        {
          fact: admin,
          type: "list",
          coveredBy: ["channel", "time"],
          ...wanted,
          collect: { kind: "events", ...collect },
        },
      ],
    );

  it("covers nothing of several channels without the channel in the slice, because an export shows one of them", async () => {
    const content = events(100, 4).join("\n");
    const time = { from: expect.any(String), to: expect.any(String) };
    expect(
      coversOf(await importWith(content, { coveredBy: ["time"] }, { channels: [channel] }), admin),
    ).toEqual([{ time }]);
    const both = await importWith(
      content,
      { coveredBy: ["time"] },
      { channels: [channel, "Contoso-Old Connector/Admin"] },
    );
    expect(coversOf(both, admin)).toBeUndefined();
    expect(
      coversOf(await importWith(content, { coveredBy: [] }, { channels: [channel] }), admin),
    ).toBeUndefined();
  });

  it("passes unwanted events over, and their numbers still show that nothing lies between", async () => {
    const [a = "", , c = ""] = events(100, 3);
    const unwanted = event({ record: 101, time: "2026-11-20T00:01:07.1234567Z", id: 9 });
    const imported = await importWith(
      [a, unwanted, c].join("\n"),
      {},
      { channels: [channel], "event-ids": [1042] },
    );
    expect(rowsOf(imported, admin)?.map((row) => row["record-id"])).toEqual([100, 102]);
    expect(coversOf(imported, admin)).toHaveLength(1);
  });

  it.each<[string, Omit<CollectEvents, "kind">, number]>([
    ["a provider in other letters", { providers: ["CONTOSO-connector"] }, 2],
    ["another provider", { providers: ["Contoso-Updater"] }, 0],
    ["the provider in another channel", { providers: ["Contoso-Connector"], channels: ["Application"] }, 0],
    ["the event id", { "event-ids": [1042, 7] }, 2],
    ["another event id", { "event-ids": [7] }, 0],
  ])("asking for %s", async (_what, collect, count) => {
    expect(rowsOf(await importWith(events(5, 2).join("\n"), {}, collect), admin) ?? []).toHaveLength(count);
  });

  it("keeps the fields that the list has, and gives a level as a number where that is its type", async () => {
    const fields = { "event-id": "number", level: "number" } as const;
    const imported = await importWith(events(5, 1).join("\n"), { fields }, {});
    expect(rowsOf(imported, admin)).toEqual([{ "event-id": 1042, level: 2, from: [expect.anything()] }]);
  });
});

describe("the same events in two exports", () => {
  it("stand once, with what the fuller export knows", async () => {
    const time = "2026-11-20T14:07:00.000Z";
    const imported = await importCase({
      "a.xml": event({ record: 31, time }),
      "b.xml": event({ record: 31, time, message: "It failed." }),
    });
    expect(rowsOf(imported, admin)).toMatchObject([{ message: "It failed.", from: [{}, {}] }]);
  });

  it("stay apart where they contradict each other", async () => {
    const time = "2026-11-20T14:07:00.000Z";
    const imported = await importCase({
      "a.xml": event({ record: 31, time }),
      "b.xml": event({ record: 31, time, id: 7 }),
    });
    expect(rowsOf(imported, admin)).toHaveLength(2);
  });
});
