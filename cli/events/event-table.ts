import type { EventRecord } from "../../facts/formats/event-record.ts";
import { safeLine } from "../../reporters/safe-text.ts";
import { columnsOf, padTo } from "../../reporters/text/width.ts";

export interface EventTable {
  readonly heading: string;
  row(event: EventRecord): string;
}

const gap = "  ";
const timeWidth = 20;
const levelWidth = 8;
const idWidth = 5;
const narrowest = 80;
/** Of what is left beside time, level and id. */
const shareOfProvider = 0.4;
const widestProvider = 44;

/** Rows of time, level, event id, provider, and the first line of the message, or the values where there is none. */
export function eventTable(columns: number): EventTable {
  const left = Math.max(columns, narrowest) - timeWidth - levelWidth - idWidth - 4 * gap.length;
  const providerWidth = Math.min(widestProvider, Math.floor(left * shareOfProvider));
  const wordsWidth = left - providerWidth;
  const line = (time: string, level: string, id: string, provider: string, words: string): string =>
    [
      padTo(time, timeWidth),
      padTo(level, levelWidth),
      id.padStart(idWidth),
      padTo(cutStart(provider, providerWidth), providerWidth),
      cutEnd(words, wordsWidth),
    ]
      .join(gap)
      .trimEnd()
      .concat("\n");
  return {
    heading: line("TIME", "LEVEL", "ID", "PROVIDER", "MESSAGE OR VALUES"),
    row: (event) =>
      line(timeOf(event), levelOf(event), idOf(event), safeLine(event.provider ?? ""), wordsOf(event)),
  };
}

/** A Z says that it is UTC. */
function timeOf({ time, timeText }: EventRecord): string {
  if (time !== undefined) return `${time.slice(0, 10)} ${time.slice(11, 19)}Z`;
  return cutEnd(safeLine(timeText ?? "?").replace("T", " "), timeWidth);
}

const levels: Readonly<Record<number, string>> = {
  0: "info",
  1: "critical",
  2: "error",
  3: "warning",
  4: "info",
  5: "verbose",
};

const levelOf = ({ level }: EventRecord): string =>
  level === undefined ? "?" : (levels[level] ?? `${level}`);
const idOf = ({ eventId }: EventRecord): string => (eventId === undefined ? "?" : `${eventId}`);

function wordsOf({ message, data, userData = [] }: EventRecord): string {
  const first = message?.trimStart().split(/[\r\n]/, 1)[0];
  if (first) return safeLine(first);
  const values = [...data, ...userData].map(({ name, value }) =>
    name === undefined ? value : `${name}=${value}`,
  );
  return safeLine(values.join("; "));
}

function cutEnd(text: string, width: number): string {
  let taken = 0;
  let kept = "";
  for (const character of text) {
    taken += columnsOf(character);
    if (taken > width) return `${shorter(kept, width)}…`;
    kept += character;
  }
  return kept;
}

/** Room for the mark that something was cut. */
function shorter(text: string, width: number): string {
  const characters = [...text];
  let taken = characters.reduce((sum, character) => sum + columnsOf(character), 0);
  while (taken > width - 1) taken -= columnsOf(characters.pop() ?? "");
  return characters.join("");
}

/** The end of a provider's name tells more than its beginning. */
function cutStart(text: string, width: number): string {
  const turned = [...text].reverse().join("");
  return [...cutEnd(turned, width)].reverse().join("");
}
