import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventSelection } from "../../../../facts/formats/event-look.ts";
import { looksLikeEventXml } from "../../../../facts/formats/event-xml/looks-like-event-xml.ts";
import { type EventXmlItem, readEventXml } from "../../../../facts/formats/event-xml/read-event-xml.ts";
import { adminChannel, eventText, renamedAdminChannel, savedExport } from "./exports.ts";

async function read(text: string, size = text.length || 1, select?: EventSelection) {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += size) chunks.push(text.slice(at, at + size));
  const items: EventXmlItem[] = [];
  for await (const item of readEventXml(chunks, select ? { select } : {})) items.push(item);
  return items;
}

/** `8443@2` for an event of that record on line 2, `cut-off@3` for damage. */
async function outline(text: string, size?: number): Promise<string[]> {
  return (await read(text, size)).map((item) =>
    item.kind === "event"
      ? `${item.event.recordId}@${item.line}`
      : `${item.kind === "refused" ? "refused " : ""}${item.damage.code}@${item.damage.line}`,
  );
}

async function one(text: string) {
  const [item, ...others] = await read(text);
  expect(others).toEqual([]);
  if (item?.kind !== "event") throw new Error(JSON.stringify(item));
  return item.event;
}

describe("events exported as XML", () => {
  it("reads every part of an event without a root, as wevtutil writes it", async () => {
    const data =
      "<Data Name='ConnectorId'>4905E12</Data><Data>0012</Data><Data Name='Url'/><Binary>0A0B</Binary>";
    expect(await one(eventText({ rest: `<EventData>${data}</EventData>` }))).toEqual({
      recordId: 8443,
      time: "2026-11-20T14:05:07.1234567Z",
      provider: "Microsoft-AadApplicationProxy-Connector",
      providerGuid: "{c1d5b0a2-0f0e-4b7d-8a4e-6f6d2e1a9b3c}",
      eventId: 13022,
      version: 0,
      level: 2,
      task: 0,
      opcode: 0,
      keywords: "0x8000000000000000",
      activityId: "{00000000-0000-0000-0000-000000000001}",
      channel: adminChannel,
      computer: "conn-07.contoso.example",
      userSid: "S-1-5-20",
      processId: 3172,
      threadId: 5128,
      data: [
        { name: "ConnectorId", value: "4905E12" },
        { value: "0012" },
        { name: "Url", value: "" },
        { name: "Binary", value: "0A0B" },
      ],
    });
  });

  it("reads the rendered message with its culture, as Event Viewer writes it", async () => {
    const rest =
      "<EventData><Data>1</Data></EventData><RenderingInfo Culture='de-DE'>" +
      "<Message>Das Zertifikat ist abgelaufen.&#13;&#10;&#xD;&#xA;Port &lt;8443&gt; &amp; &quot;alles&quot;</Message>" +
      "<Level>Fehler</Level><Channel>Admin (deutsch)</Channel><Keywords><Keyword>K</Keyword></Keywords></RenderingInfo>";
    const event = await one(savedExport([eventText({ channel: renamedAdminChannel, rest })]));
    expect(event).toMatchObject({
      message: 'Das Zertifikat ist abgelaufen.\r\n\r\nPort <8443> & "alles"',
      culture: "de-DE",
      level: 2,
      channel: renamedAdminChannel,
    });
  });

  it("reads an event id with qualifiers", async () => {
    const event = await one(eventText({ id: "<EventID Qualifiers='49152'>12020</EventID>" }));
    expect([event.eventId, event.qualifiers]).toEqual([12020, 49152]);
  });

  it("names the values of UserData by their path and leaves namespaces and blanks out", async () => {
    const rest =
      "<UserData><x:CertInfo xmlns:x='urn:x' xmlns='urn:y'>\n <Certificate subjectName='*.contoso.example' kind=''/>" +
      "<Result value='800B0101'>expired</Result><Empty>  </Empty></x:CertInfo></UserData>";
    expect(await one(eventText({ rest }))).toMatchObject({
      data: [],
      userData: [
        { name: "CertInfo/Certificate/@subjectName", value: "*.contoso.example" },
        { name: "CertInfo/Result/@value", value: "800B0101" },
        { name: "CertInfo/Result", value: "expired" },
      ],
    });
  });

  it.each([
    ["two Data", "<Data>a</Data><Data>b</Data>", [{ value: "a" }, { value: "b" }]],
    ["one Data", "<Data>a</Data>", [{ value: "a" }]],
    ["no Data", "", []],
    [
      "CDATA with the end of an event in it",
      "<Data><![CDATA[</Event><Event >]]></Data>",
      [{ value: "</Event><Event >" }],
    ],
    ["a comment with the end of an event in it", "<!-- </Event> --><Data>a</Data>", [{ value: "a" }]],
    ["white space that counts", "<Data> a\n b </Data>", [{ value: " a\n b " }]],
    [
      "a control character, which Windows writes as it is",
      "<Data>a\u0001\u001bb</Data>",
      [{ value: "a\u0001\u001bb" }],
    ],
    ["a reference to a control character", "<Data>a&#x1;&#27;b</Data>", [{ value: "a\u0001\u001bb" }]],
    ["a name that is none", "<Data Name=''>a</Data>", [{ name: "", value: "a" }]],
    ["another element", "<Other Name='n'>a</Other>", [{ name: "n", value: "a" }]],
  ])("reads EventData with %s", async (_name, data, expected) => {
    expect((await one(eventText({ rest: `<EventData>${data}</EventData>` }))).data).toEqual(expected);
  });

  it("reads events with a namespace prefix", async () => {
    const text = eventText()
      .replaceAll(/<(\/?)([A-Z])/g, "<$1e:$2")
      .replace("xmlns=", "xmlns:e=");
    expect(text).toContain("</e:Event>");
    expect(await one(`<e:Events>\n${text}</e:Events>`)).toEqual(await one(eventText()));
  });

  it("leaves out what it cannot understand, and says so", async () => {
    const text = eventText({ id: "<EventID>70000</EventID>", time: "2026-11-20T14:05:07" });
    const [event, ...notes] = await read(`\n${text}`);
    expect(event).toMatchObject({ kind: "event", line: 2, event: { level: 2 } });
    expect(event?.kind === "event" && ["eventId" in event.event, "time" in event.event]).toEqual([
      false,
      false,
    ]);
    expect(notes).toEqual([
      {
        kind: "damage",
        damage: {
          code: "value-not-understood",
          line: 2,
          message: "The EventID of this event could not be understood and is left out.",
        },
      },
      {
        kind: "damage",
        damage: {
          code: "value-not-understood",
          line: 2,
          message: "The SystemTime of this event could not be understood and is left out.",
        },
      },
    ]);
  });

  it("asks about each event before reading it, and reads no other", async () => {
    const broken = eventText({ record: 1, rest: "<EventData><Data></EventData>" });
    const unusual = eventText({ record: 3 }).replace("<Channel>", "<Channel><!-- -->");
    const asked: (number | undefined)[] = [];
    const items = await read([broken, eventText({ record: 2 }), unusual].join("\n"), 50, ({ recordId }) => {
      asked.push(recordId);
      return recordId === 2;
    });
    expect(items.map((item) => item.kind)).toEqual(["event"]);
    expect(asked).toEqual([1, 2, 3]);
  });

  it("hands on the element as it was written", async () => {
    const [item] = await read(savedExport([eventText()]));
    expect(item?.kind === "event" && item.text).toBe(eventText());
  });
});

const first = eventText({ record: 1 });
const second = eventText({ record: 2 });
const third = eventText({ record: 3 });
const inTheMiddle = Math.floor(second.length / 2);

describe("damaged exports", () => {
  const exports: [string, string, string[]][] = [
    ["events on lines of their own", `${first}\r\n${second}\n\n${third}`, ["1@1", "2@2", "3@4"]],
    ["a saved export", savedExport([first, second]), ["1@2", "2@2"]],
    ["an empty saved export", savedExport([]), []],
    ["an export whose root is empty", "<Events/>", []],
    [
      "one event with overlapping tags",
      `${first}\n${second.replace("</Level>", "</Task>")}\n${third}`,
      ["1@1", "not-well-formed@2", "3@3"],
    ],
    [
      "one event with an undefined entity",
      `${first}\n${second.replace("conn-07", "&conn;")}\n${third}`,
      ["1@1", "not-well-formed@2", "3@3"],
    ],
    [
      "the place of a fault within an event of several lines",
      `${first}\n${second.replaceAll("><", ">\n<").replace("</Level>", "")}`,
      ["1@1", "not-well-formed@18"],
    ],
    [
      "one event that was never finished",
      `${first}\n${second.slice(0, inTheMiddle)}\n${third}`,
      ["1@1", "event-not-closed@2", "3@3"],
    ],
    [
      "a last event that is cut",
      `${first}\n${second}\n${third.slice(0, inTheMiddle)}`,
      ["1@1", "2@2", "cut-off@3"],
    ],
    [
      "a last event that is cut within its closing tag",
      `${first}\n${second.slice(0, -3)}`,
      ["1@1", "cut-off@2"],
    ],
    ["a last event that is cut within CDATA", `${first}\n<Event><![CDATA[</Event>`, ["1@1", "cut-off@2"]],
    [
      "a cut event within a complete root",
      `<Events>${first}\n${second.slice(0, inTheMiddle)}</Events>`,
      ["1@1", "event-not-closed@2"],
    ],
    [
      "a saved export that is cut between two events",
      savedExport([first, second]).slice(0, -9),
      ["1@2", "2@2", "cut-off@2"],
    ],
    ["an event without System", `<Event><EventData/></Event>\n${first}`, ["event-without-system@1", "1@2"]],
    ["an event that is empty", `<Event/>\n${first}`, ["event-without-system@1", "1@2"]],
    [
      "text between the events",
      `${first}\nPS C:\\> wevtutil\n${second}\nPS C:\\>`,
      ["1@1", "stray-content@2", "2@3"],
    ],
    ["other elements between the events", `<Log>${first}</Log>`, ["stray-content@1", "1@1"]],
    ["comments and instructions between the events", `<!-- <Event> -->${first}<?x <Event> ?>`, ["1@1"]],
    [
      "a document type declaration in front",
      `<!DOCTYPE Events>\n<Events>${first}</Events>`,
      ["refused doctype@1"],
    ],
    [
      "a document type declaration in another case, later",
      `${first}\n<! docType x>${second}`,
      ["1@1", "refused doctype@2"],
    ],
    [
      "a document type declaration within an event",
      `${first}\n<Event><!DOCTYPE a></Event>\n${third}`,
      ["1@1", "doctype@2", "3@3"],
    ],
    [
      "an error message that was saved as XML",
      "Zugriff verweigert\n",
      ["stray-content@1", "refused no-events@1"],
    ],
    ["another kind of XML", "<configuration/>", ["stray-content@1", "refused no-events@1"]],
    ["nothing", "", ["refused no-events@1"]],
    [
      "an event that the library cannot read",
      `${first}\n<Event><?note it's?></Event>`,
      ["1@1", "unreadable@2"],
    ],
    [
      "an event nested too deep",
      `${eventText({ rest: "<a>".repeat(70) + "</a>".repeat(70) })}\n${second}`,
      ["too-deep@1", "2@2"],
    ],
    [
      "an event with a dangerous name",
      `${eventText({ rest: "<__proto__/>" })}\n${second}`,
      ["reserved-name@1", "2@2"],
    ],
  ];

  it.each(exports)("%s", async (_name, text, expected) => {
    expect(await outline(text)).toEqual(expected);
  });

  it.each(exports)("%s: the same in small chunks", async (_name, text, expected) => {
    for (const size of [1, 2, 7, 64]) expect(await outline(text, size)).toEqual(expected);
  });

  it("leaves out an event that is too long, and reads the next", async () => {
    const long = eventText({ rest: `<EventData><Data>${"x".repeat(1024 * 1024)}</Data></EventData>` });
    for (const size of [long.length * 2, 65_536]) {
      expect(await outline(`${first}\n${long}\n${third}`, size)).toEqual(["1@1", "event-too-long@2", "3@3"]);
    }
  });

  it("goes on behind an event that never ends", async () => {
    const endless = `<Event><![CDATA[${"x".repeat(1_100_000)}`;
    expect(await outline(`${first}\n${endless}\n${third}`, 65_536)).toEqual([
      "1@1",
      "event-too-long@2",
      "3@3",
    ]);
  });

  it("refuses a file that merely begins like an export and then never says anything", async () => {
    expect(await outline("<".repeat(3_000_000), 65_536)).toEqual(["stray-content@1", "refused no-events@1"]);
  });

  it("never throws, and finds the same events whatever the chunks", async () => {
    const parts = [
      ...[
        "<Event>",
        "</Event>",
        "<Events>",
        "</Events>",
        "<System>",
        "</System>",
        "<EventID>",
        "7",
        "</EventID>",
      ],
      ...[
        "<Event/>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?",
        "?>",
        "<!DOCTYPE",
        ">",
        "<",
        "&",
        "'",
        "\n",
        "text",
        "\0",
      ],
      first,
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...parts), { maxLength: 14 }),
        fc.integer({ min: 1, max: 20 }),
        async (chosen, size) => {
          const text = chosen.join("");
          const outcome = await outline(text);
          expect(await outline(text, size)).toEqual(outcome);
          expect(outcome.filter((line) => line.startsWith("refused")).length).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 20261, numRuns: 1000 },
    );
  });
});

describe("telling exported events by their beginning", () => {
  it.each([
    [first, true],
    [savedExport([]), true],
    ["\r\n<Events/>", true],
    ["<e:Event xmlns:e='x'>", true],
    ["<!-- saved --><Event>", true],
    ["<!DOCTYPE x><Events>", true],
    ["<EventLog>", false],
    ["<Objs><Event>", false],
    ["14:05 got <Event> from the queue", false],
    ["<?xml version='1.0'?><configuration>", false],
    ["", false],
  ])("%j: %s", (head, expected) => expect(looksLikeEventXml(head)).toBe(expected));
});
