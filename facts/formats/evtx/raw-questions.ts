import type { Chunk } from "./chunk.ts";
import type { WantedEvents } from "./event-filter.ts";
import { isWantedTime, lowerCase } from "./event-filter.ts";
import type { SystemPlace } from "./system-source.ts";
import { valueKind } from "./value-text.ts";

/** `look`: the bytes alone do not tell; the record has to be decoded and tested. */
export type RawVerdict = "wanted" | "unwanted" | "look";

export type ValueTest = (chunk: Chunk, type: number, at: number, size: number) => RawVerdict;

/** What a filter asks of the bytes of a record. */
export interface Question extends SystemPlace {
  /** Decides where the template holds the answer as text. */
  constant(text: string): RawVerdict;
  readonly value: ValueTest;
}

export function questionsOf(wanted: WantedEvents): Question[] {
  const { providers, eventIds } = wanted;
  const questions: Question[] = [];
  if (providers !== undefined) questions.push(providerQuestion(providers));
  if (eventIds !== undefined) questions.push(eventIdQuestion(eventIds));
  if (wanted.since !== undefined || wanted.until !== undefined) questions.push(timeQuestion(wanted));
  return questions;
}

const verdict = (isWanted: boolean): RawVerdict => (isWanted ? "wanted" : "unwanted");

function providerQuestion(providers: readonly string[]): Question {
  return {
    element: "Provider",
    attribute: "Name",
    constant: (text) =>
      verdict(providers.some((name) => name.length === text.length && name === lowerCase(text))),
    value: ({ view }, type, at, size) => {
      if (type !== valueKind.text || size === 0) return "look";
      return verdict(providers.some((provider) => isSameName(view, at, size, provider)));
    },
  };
}

function eventIdQuestion(eventIds: ReadonlySet<number>): Question {
  return {
    element: "EventID",
    constant: (text) => verdict(text !== "" && eventIds.has(Number(text))),
    value: ({ view }, type, at, size) => {
      if (type === 0x06 && size >= 2) return verdict(eventIds.has(view.getUint16(at, true)));
      if (type === 0x08 && size >= 4) return verdict(eventIds.has(view.getUint32(at, true)));
      return "look";
    },
  };
}

function timeQuestion(wanted: WantedEvents): Question {
  return {
    element: "TimeCreated",
    attribute: "SystemTime",
    constant: () => "look",
    value: ({ view }, type, at, size) => {
      if (type !== valueKind.filetime || size < 8) return "look";
      return verdict(
        isWantedTime(wanted, { high: view.getUint32(at + 4, true), low: view.getUint32(at, true) }),
      );
    },
  };
}

/** `name` is in lower case. The value may end with zeros that are no part of it. */
function isSameName(view: DataView, at: number, size: number, name: string): boolean {
  const characters = size >> 1;
  if (characters < name.length) return false;
  for (let index = 0; index < characters; index += 1) {
    const unit = view.getUint16(at + 2 * index, true);
    const isCapital = unit >= 0x41 && unit <= 0x5a;
    const expected = index < name.length ? name.charCodeAt(index) : 0;
    if ((isCapital ? unit | 0x20 : unit) !== expected) return false;
  }
  return true;
}
