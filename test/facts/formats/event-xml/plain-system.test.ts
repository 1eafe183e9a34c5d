import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lookAt } from "../../../../facts/formats/event-look.ts";
import { plainSystem, quickLook } from "../../../../facts/formats/event-xml/plain-system.ts";
import { readEventXml } from "../../../../facts/formats/event-xml/read-event-xml.ts";
import { event } from "../../import/plan.ts";
import { eventText } from "./exports.ts";

async function parsed(text: string) {
  for await (const item of readEventXml([text])) if (item.kind === "event") return item.event;
  return undefined;
}

function look(text: string) {
  const system = plainSystem(text);
  return system && quickLook(system);
}

/** A comment sends the event to the careful way of reading. */
const withComment = (text: string): string => text.replace(/<\/Event>$/, "<!-- --></Event>");

describe("the System part of an event as Windows writes it", () => {
  const name = fc.string({
    maxLength: 12,
    unit: fc.constantFrom("a", "B", "7", " ", "-", "/", "'", '"', "&amp;", "<", ">", "é", "\u00a0", "\n"),
  });
  const soundName = fc.constantFrom("Admin", "Contoso-Connector/Admin", "a b", "é");
  const mostlySound = fc.oneof({ arbitrary: soundName, weight: 4 }, name);
  const number = fc.oneof(
    { arbitrary: fc.nat(99), weight: 8 },
    fc.nat(300),
    fc.nat(70_000),
    fc.constant(""),
    fc.constant("x"),
  );
  const times = ["2026-11-20T14:05:07.1234567Z", "2026-02-30T14:05:07.1234567Z", "2026-11-20T14:05:07Z"];
  const moreTimes = [
    "1600-11-20T14:05:07.1234567Z",
    "2026-11-20T14:05:07.123456700Z",
    "2026-11-20T24:05:07.1234567Z",
  ];
  const sketch = fc.record({
    id: number.map((id) => `<EventID>${id}</EventID>`),
    record: fc.nat(),
    time: fc.constantFrom(...times, ...moreTimes),
    channel: mostlySound,
    rest: name.map((text) => `<EventData><Data Name='a'>${text}</Data></EventData>`),
  });

  it("is read in one match as the careful way reads it, or left to that", async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(sketch, number, async (fake, level) => {
        const text = eventText(fake).replace("<Level>2</Level>", `<Level>${level}</Level>`);
        if (plainSystem(text) !== undefined) plain += 1;
        expect(await parsed(text)).toEqual(await parsed(withComment(text)));
      }),
      { seed: 20261, numRuns: 500 },
    );
    expect(plain).toBeGreaterThan(50);
  });

  it("shows the same at a look as the whole event does", async () => {
    const cheap = fc.record({
      record: fc.nat(),
      id: fc.nat(70_000),
      channel: name,
      computer: name,
      data: name,
    });
    await fc.assert(
      fc.asyncProperty(cheap, fc.constantFrom(...times, ...moreTimes), async (fake, time) => {
        const text = event({ ...fake, time });
        const seen = look(text);
        const whole = await parsed(text);
        if (seen === undefined || whole === undefined) return;
        const { instant: seenAt, ...named } = seen;
        const { instant, ...others } = lookAt(whole);
        expect(others).toMatchObject(named);
        expect(seenAt).toBeCloseTo(instant ?? Number.NaN, 3);
      }),
      { seed: 20261, numRuns: 500 },
    );
  });

  const text = event({ record: 4711, time: "2026-11-20T14:05:07.1234567Z", data: "x" });

  it("shows all that decides whether an event is wanted", () => {
    expect(look(text)).toEqual({
      recordId: 4711,
      eventId: 1042,
      provider: "Contoso-Connector",
      instant: expect.closeTo(Date.UTC(2026, 10, 20, 14, 5, 7) + 123.4567, 3),
      channel: "Contoso-Connector/Admin",
      computer: "CONN-07.contoso.example",
    });
  });

  it.each([
    ["a comment", text.replace("<Channel>", "<Channel><!-- -->")],
    ["CDATA", text.replace("Contoso-Connector/Admin", "<![CDATA[Contoso-Connector/Admin]]>")],
    ["a reference", text.replace("CONN-07", "&#67;ONN-07")],
    ["a prefix", text.replaceAll(/<(\/?)(?=[A-Z])/g, "<$1e:")],
    ["no System part", text.replace(/<System>.*<\/System>/, "")],
    ["no end of it", text.replace("</System>", "")],
    ["no channel", text.replace(/<Channel>.*<\/Channel>/, "")],
    ["a time without offset", text.replace("1234567Z", "1234567")],
    ["System after something else", text.replace("<System>", "<EventData/><System>")],
  ])("is left to the parser in an event with %s", (_what, strange) => {
    expect(look(strange)).toBeUndefined();
  });
});
