import { describe, expect, it } from "vitest";
import { type ConnectorEvent, connectorEvent } from "../formats/evtx/write/connector-event.ts";
import { text } from "../formats/evtx/write/values.ts";
import { type LogOptions, sealChunk, writeEvtx } from "../formats/evtx/write/write-evtx.ts";
import { event } from "./plan.ts";
import { coversOf, factOf, importCase, rowsOf, sourceAt } from "./run-import.ts";

const admin = "events.connector-admin";
const channel = "Contoso-Connector/Admin";
const name = "Admin.evtx";

/** `count` events a minute apart, from record `first` on. */
function described(first: number, count: number, more: Partial<ConnectorEvent> = {}): ConnectorEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    recordId: first + index,
    time: `2026-11-20T00:${String(index % 60).padStart(2, "0")}:07.1234567Z`,
    provider: "Contoso-Connector",
    channel,
    data: [{ name: "Target", value: text("proxy.contoso.example") }],
    ...more,
  }));
}

function log(events: readonly ConnectorEvent[], options: LogOptions = {}): Buffer {
  return writeEvtx(events.map(connectorEvent), { firstRecordId: events[0]?.recordId ?? 1, ...options });
}

describe("an event log", () => {
  it("gives a row for each event of the wanted channels, without a message", async () => {
    const imported = await importCase({ [name]: log(described(31, 2, { eventId: 12020 })) });
    expect(rowsOf(imported, admin)).toEqual([
      {
        "record-id": 31,
        time: "2026-11-20T00:00:07.1234567Z",
        provider: "Contoso-Connector",
        "event-id": 12020,
        level: "error",
        channel,
        computer: "conn07.contoso.example",
        data: "Target=proxy.contoso.example",
        from: [{ source: expect.any(String), at: "record 31", time: "2026-11-20T00:00:07.1234567Z" }],
      },
      expect.objectContaining({ "record-id": 32 }),
    ]);
    expect(sourceAt(imported, name)).toMatchObject({ kind: "event-log", parser: "evtx 1" });
    expect(imported.factFile.subject?.host).toBe("conn07.contoso.example");
    expect(imported.warnings).toEqual([]);
  });

  it("is known by its content, whatever it is called", async () => {
    expect(rowsOf(await importCase({ "log.bin": log(described(1, 2)) }), admin)).toHaveLength(2);
  });

  it("without a file header is known by its first block", async () => {
    const bytes = log(described(1, 2));
    bytes.fill(0, 0, 4096);
    const imported = await importCase({ "log.bin": bytes });
    expect(rowsOf(imported, admin)).toHaveLength(2);
    expect(imported.warnings).toMatchObject([{ code: "file-header-damaged" }]);
  });

  it("of another channel names its host and leaves the wanted facts alone", async () => {
    const imported = await importCase({ [name]: log(described(1, 5, { channel: "Security" })) });
    expect(factOf(imported, admin)).toBeUndefined();
    expect(imported.factFile.subject?.host).toBe("conn07.contoso.example");
    expect(sourceAt(imported, name)?.notes).toEqual([
      "Log Security: records 1 to 5 without a gap, 2026-11-20 00:00 UTC to 2026-11-20 00:04 UTC.",
    ]);
  });

  it("of a computer that got its name while Windows was installed, and its clock another zone, is of one computer", async () => {
    const named = (each: ConnectorEvent, hour: string, computer: string): ConnectorEvent => ({
      ...each,
      time: each.time?.replace("T00:", `T${hour}:`) ?? "",
      computer,
    });
    const [early, late] = [described(1, 5), described(6, 30)];
    const events = [
      ...early.map((each) => named(each, "08", "WIN-03DLIIOFRRA")),
      ...late.map((each) => named(each, "00", "CONN-07")),
      ...described(36, 5).map((each) => named(each, "09", "CONN-07")),
    ];
    const imported = await importCase({ [name]: log(events) });
    expect(imported.hosts).toEqual([]);
    expect(imported.factFile.subject?.host).toBe("CONN-07");
    const apart = events.filter(({ recordId }) => recordId !== 6);
    expect((await importCase({ [name]: writeEvtx(apart.map(connectorEvent)) })).hosts).toHaveLength(2);
  });

  it("that was copied live says so and is used", async () => {
    const imported = await importCase({ [name]: log(described(1, 3), { isDirty: true }) });
    expect(sourceAt(imported, name)?.notes?.join(" ")).toContain("had it open");
    expect(rowsOf(imported, admin)).toHaveLength(3);
    expect(imported.warnings).toEqual([]);
  });
});

describe("what an event log covers", () => {
  const whole = { from: "2026-11-20T00:00:07.123458Z", to: "2026-11-20T00:29:07.123456Z" };
  const covers = async (bytes: Buffer) => coversOf(await importCase({ [name]: bytes }), admin);

  it.each([
    ["that never wrapped", log(described(1, 30))],
    ["that wrapped", log(described(1_001, 30), { recordsPerChunk: 10, wrappedChunks: 1, isFull: true })],
  ])("%s is the time from its first to its last record", async (_what, bytes) => {
    expect(await covers(bytes)).toEqual([{ channel, time: whole }]);
  });

  it("is nothing where it was filtered when it was exported", async () => {
    const filtered = described(1, 30).filter((_, index) => index % 2 === 0);
    expect(await covers(writeEvtx(filtered.map(connectorEvent)))).toBeUndefined();
  });

  const second = 4096 + 65_536;
  const spoilt = (spoil: (bytes: Buffer) => void): Buffer => {
    const bytes = log(described(1, 30), { recordsPerChunk: 10 });
    spoil(bytes);
    return bytes;
  };
  const around = [
    { channel, time: { from: whole.from, to: "2026-11-20T00:09:07.123456Z" } },
    { channel, time: { from: "2026-11-20T00:20:07.123458Z", to: whole.to } },
  ];

  it.each<[string, Buffer, number]>([
    [
      "a block whose checksum is wrong",
      spoilt((bytes) => {
        const inLast = second + bytes.readUInt32LE(second + 48) - 40;
        bytes.writeUInt8(bytes.readUInt8(inLast) ^ 1, inLast);
      }),
      30,
    ],
    ["a block that is gone", spoilt((bytes) => bytes.fill(0, second, second + 65_536)), 20],
    ["a block that is none", spoilt((bytes) => bytes.fill(0x41, second, second + 65_536)), 20],
  ])("is broken by %s, whose events still count", async (_what, bytes, count) => {
    const imported = await importCase({ [name]: bytes });
    expect(coversOf(imported, admin)).toEqual(around);
    expect(rowsOf(imported, admin)).toHaveLength(count);
  });

  it.each([0, 1, 0xffffffff])("is broken by a record that says it has %i bytes", async (size) => {
    const bytes = spoilt((log) => {
      const chunk = log.subarray(second, second + 65_536);
      chunk.writeUInt32LE(size, 516);
      sealChunk(chunk);
    });
    const imported = await importCase({ [name]: bytes });
    expect(rowsOf(imported, admin)?.map((row) => row["record-id"])).not.toContain(11);
    expect(rowsOf(imported, admin)?.length).toBeGreaterThan(19);
    expect(coversOf(imported, admin)?.[0]).toEqual(around[0]);
    expect(imported.warnings).toMatchObject([{ file: name }]);
  });

  it("is broken by a record that cannot be decoded", async () => {
    const events = described(1, 30).map(connectorEvent);
    const bytes = writeEvtx(events.map((each, index) => (index === 14 ? () => undefined : each)));
    const imported = await importCase({ [name]: bytes });
    expect(coversOf(imported, admin)).toEqual([
      { channel, time: { from: whole.from, to: "2026-11-20T00:13:07.123456Z" } },
      { channel, time: { from: "2026-11-20T00:15:07.123458Z", to: whole.to } },
    ]);
  });
});

describe("a file that is called an event log", () => {
  const wanted = (imported: Awaited<ReturnType<typeof importCase>>) => factOf(imported, admin);

  it.each<[string, Uint8Array]>([
    ["zeros", new Uint8Array(70_000)],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0])],
  ])("and holds %s is refused with one warning, and leaves the facts unknown", async (_what, bytes) => {
    const imported = await importCase({ [name]: bytes });
    expect(wanted(imported)).toMatchObject({ unknown: "damaged-source" });
    expect(imported.warnings).toMatchObject([{ code: "not-an-event-log", file: name }]);
    expect(sourceAt(imported, name)?.notes).toHaveLength(1);
  });

  it("and is text is read as what it is", async () => {
    const xml = event({ record: 7, time: "2026-11-20T14:05:07.1234567Z" });
    expect(rowsOf(await importCase({ [name]: xml }), admin)).toHaveLength(1);
    const imported = await importCase({ [name]: "Der Zugriff wurde verweigert.\r\n" });
    expect(sourceAt(imported, name)).toMatchObject({ kind: "unrecognized" });
  });

  it("and is empty is told as empty", async () => {
    expect((await importCase({ [name]: "" })).warnings).toMatchObject([{ code: "file-empty" }]);
  });

  it("and is cut anywhere keeps what is whole, without an error", async () => {
    const bytes = log(described(1, 30), { recordsPerChunk: 10 });
    for (const length of [5, 127, 128, 4_095, 4_096, 4_100, 4_700, 5_000, 69_632, 70_000, 140_000]) {
      const imported = await importCase({ [name]: bytes.subarray(0, length) });
      const rows = rowsOf(imported, admin)?.length ?? 0;
      expect(rows).toBeLessThanOrEqual(30);
      expect([length, rows >= (length >= 69_632 ? 10 : 0)]).toEqual([length, true]);
      for (const { time } of coversOf(imported, admin) ?? []) expect(time).toHaveProperty("to");
    }
  });
});
