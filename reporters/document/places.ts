import type { Place, Report } from "../../schemas/generated/types.ts";
import { lineNumber } from "../../schemas/text/line-number.ts";
import { cut } from "../safe-text.ts";
import type { Words } from "./block.ts";
import { counted, firstOf } from "./count.ts";
import { instantText } from "./instant.ts";

export type Sources = Report["sources"];

const placesShown = 2;
const placesShownInFull = 20;
/** A name that is longer must not push out the place that follows it. */
const nameCharacters = 300;

/** Where something was seen, for people: the first places, and how many more there are. */
export function placesOf(places: readonly Place[], sources: Sources, verbose: boolean): readonly Words[] {
  const distinct = new Map<string, Words>();
  for (const place of places) {
    const words = placeWords(place, sources, verbose);
    distinct.set(JSON.stringify(words), words);
  }
  const { shown, more } = firstOf([...distinct.values()], verbose ? placesShownInFull : placesShown);
  return more === 0 ? shown : [...shown, [`and ${counted(more, "more place")}`]];
}

function placeWords(place: Place, sources: Sources, verbose: boolean): Words {
  const { at = "", account } = place;
  const line = lineNumber(at);
  const rest = [
    ...(line === undefined && at !== "" ? [at] : []),
    ...(account === undefined ? [] : [`as ${account}`]),
    ...(verbose && place.time !== undefined ? [`at ${instantText(place.time)}`] : []),
  ];
  return [{ code: sourceText(place.source, line, sources) }, rest.map((part) => `, ${part}`).join("")];
}

/** The path of a file, the command that was run, or else the key; with the line if there is one. */
function sourceText(key: string, line: string | undefined, sources: Sources): string {
  const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
  const name = cut(nameOf(source) ?? key, nameCharacters);
  if (line === undefined) return name;
  const isCommand = source?.path === undefined && source?.command !== undefined;
  return isCommand ? `${name}, line ${line}` : `${name}:${line}`;
}

/** What came through a pipe has a dash for a path. */
function nameOf(source: Sources[string] | undefined): string | undefined {
  return source?.path === "-" ? "standard input" : (source?.path ?? source?.command);
}
