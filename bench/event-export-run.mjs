/** What event-export-speed.mjs measures, bundled by it: one way of reading an XML export, in a process of its own. */
import { readFileSync } from "node:fs";
import { xmlEvents } from "../facts/events/xml-events.ts";
import { realWorld } from "../facts/real-world.ts";

const [kind, path, provider, ...ids] = process.argv.slice(2);
const before = process.cpuUsage();
const events = kind === "library" ? await wholeFile() : await oneByOne();
const { user, system } = process.cpuUsage(before);
const peak = Math.round(process.resourceUsage().maxRSS / 1000);
console.log(JSON.stringify({ events, seconds: (user + system) / 1e6, peak }));

async function wholeFile() {
  const { XMLParser } = await import("fast-xml-parser");
  // What it takes to lose nothing: numbers stay text, and references such as &#13; are decoded.
  const options = { parseTagValue: false, parseAttributeValue: false, trimValues: false, htmlEntities: true };
  const parser = new XMLParser({ ignoreAttributes: false, ...options });
  return parser.parse(readFileSync(path, "utf8")).Events.Event.length;
}

async function oneByOne() {
  const wanted = new Set(ids.map(Number));
  const select = (look) => kind === "all" || (look.provider === provider && wanted.has(look.eventId));
  const file = await realWorld.openFile(path);
  let count = 0;
  for await (const item of xmlEvents.records(file, select).items) if (item.kind === "event") count += 1;
  file.close();
  return count;
}
