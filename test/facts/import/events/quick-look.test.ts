import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEventXml } from "../../../../facts/formats/event-xml/read-event-xml.ts";
import { quickLook } from "../../../../facts/import/events/quick-look.ts";
import { event } from "../plan.ts";

async function parsed(text: string) {
  for await (const item of readEventXml([text])) if (item.kind === "event") return item.event;
  return undefined;
}

describe("a quick look at an event", () => {
  it("sees what the parser sees in a sound event, or nothing", async () => {
    const name = fc.string({
      maxLength: 12,
      unit: fc.constantFrom("a", "B", "7", " ", "-", "/", "'", '"', "&amp;", "<", ">", "é"),
    });
    const sketch = fc.record({
      record: fc.nat(),
      id: fc.nat(70_000),
      channel: name,
      computer: name,
      data: name,
    });
    await fc.assert(
      fc.asyncProperty(sketch, async (fake) => {
        const text = event({ ...fake, time: "2026-11-20T14:05:07.1234567Z" });
        const look = quickLook(text);
        const seen = await parsed(text);
        if (look !== undefined && seen !== undefined) expect(seen).toMatchObject(look);
      }),
      { seed: 20261, numRuns: 500 },
    );
  });

  const text = event({ record: 4711, time: "2026-11-20T14:05:07.1234567Z", data: "x" });

  it("takes in all that decides whether an event is wanted", () => {
    expect(quickLook(text)).toEqual({
      recordId: 4711,
      eventId: 1042,
      provider: "Contoso-Connector",
      time: "2026-11-20T14:05:07.1234567Z",
      channel: "Contoso-Connector/Admin",
      computer: "CONN-07.contoso.example",
    });
    expect(quickLook(text.replaceAll("'", '"'))?.provider).toBe("Contoso-Connector");
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
  ])("leaves an event with %s to the parser", (_what, strange) => {
    expect(quickLook(strange)).toBeUndefined();
  });
});
