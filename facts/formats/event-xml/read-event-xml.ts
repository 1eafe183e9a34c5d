import { type EventSelection, lookAt } from "../event-look.ts";
import type { EventRecord } from "../event-record.ts";
import type { Damage } from "../reading.ts";
import { checkXml } from "../xml/check-xml.ts";
import { type ParsePlain, plainParser } from "../xml/parse-plain.ts";
import { loadParseTree, type ParseTree } from "../xml/parse-tree.ts";
import { positionOf } from "../xml/text-position.ts";
import type { XmlNode } from "../xml/xml-element.ts";
import { addSections, eventFromXml } from "./event-from-xml.ts";
import type { EventPiece } from "./event-piece.ts";
import { EventSplitter } from "./event-splitter.ts";
import { type PlainSystem, plainSystem, quickLook, recordOfSystem } from "./plain-system.ts";

export type EventXmlItem =
  | {
      readonly kind: "event";
      readonly event: EventRecord;
      /** The element as it was written. */
      readonly text: string;
      /** 1-based line on which the event begins. */
      readonly line: number;
    }
  /** Something was left out; the reading goes on. */
  | { readonly kind: "damage"; readonly damage: Damage }
  /** The export as a whole is not to be used; nothing follows, and what came before is not to be used either. */
  | { readonly kind: "refused"; readonly damage: Damage };

interface EventXmlOptions {
  /** Sees what is cheaply known of each event; what it passes over is not read and not checked. */
  readonly select?: EventSelection;
}

/**
 * Events exported as XML: by `wevtutil qe /f:xml`, which writes no root element, or by Event Viewer's "Save
 * as XML", which adds the rendered message. Takes the decoded text in chunks of any size, in the memory of one
 * chunk and one event. A broken event costs itself alone.
 */
export async function* readEventXml(
  chunks: AsyncIterable<string> | Iterable<string>,
  { select }: EventXmlOptions = {},
): AsyncGenerator<EventXmlItem> {
  const parsers = startParsers();
  const splitter = new EventSplitter();
  for await (const chunk of chunks) {
    for (const piece of splitter.push(chunk)) {
      const items = itemsOf(piece, select, parsers);
      yield* items instanceof Promise ? await items : items;
      if (piece.kind === "refused") return;
    }
  }
  for (const piece of splitter.end()) yield* await itemsOf(piece, select, parsers);
}

type Items = readonly EventXmlItem[];

interface Parsers {
  readonly plain: ParsePlain;
  /** The library is costly to load, and few files have an event for it. */
  careful(): Promise<ParseTree>;
}

function startParsers(): Parsers {
  let careful: Promise<ParseTree> | undefined;
  return {
    plain: plainParser(),
    careful: () => {
      careful ??= loadParseTree();
      return careful;
    },
  };
}

/** Few events take so long that they are worth waiting for. */
function itemsOf(
  piece: EventPiece,
  select: EventSelection | undefined,
  parsers: Parsers,
): Items | Promise<Items> {
  if (piece.kind !== "event") return [piece];
  const { text, line } = piece;
  const system = plainSystem(text);
  const look = select && system && quickLook(system);
  if (look && !select?.(look)) return [];
  const plain = system && readPlain(text, system, parsers.plain);
  if (plain !== undefined) return [{ kind: "event", event: plain, text, line }];
  return readUnusual(text, line, parsers, look ? undefined : select);
}

/** @param select to be asked still */
async function readUnusual(
  text: string,
  line: number,
  parsers: Parsers,
  select: EventSelection | undefined,
): Promise<Items> {
  const root = parsers.plain(text) ?? checkAndParse(text, line, await parsers.careful());
  if ("kind" in root) return [root];
  const found = eventFromXml(root);
  if (!found)
    return [damaged("event-without-system", line, "This event is left out, because it has no System part.")];
  if (select && !select(lookAt(found.event))) return [];
  const strange = found.strange.map((name) =>
    damaged(
      "value-not-understood",
      line,
      `The ${name} of this event could not be understood and is left out.`,
    ),
  );
  return [{ kind: "event", event: found.event, text, line }, ...strange];
}

/** System is read already; the rest stands as if it had none. */
function readPlain(text: string, system: PlainSystem, parse: ParsePlain): EventRecord | undefined {
  const root = parse(`<Event>${text.slice(system.end)}`);
  const draft = root && recordOfSystem(system);
  if (draft) addSections(root, draft);
  return draft;
}

function checkAndParse(text: string, line: number, parseTree: ParseTree): XmlNode | EventXmlItem {
  const fault = checkXml(text, { controlCharacters: "kept" });
  if (fault) {
    const position = positionOf(text, fault.at);
    const message = `This event is left out, because it is not well-formed XML: ${fault.message}`;
    return damaged(fault.code, line + position.line - 1, message);
  }
  return (
    parseTree(text) ??
    damaged("unreadable", line, "This event is left out; the XML reader could not make sense of it.")
  );
}

function damaged(code: string, line: number, message: string): EventXmlItem {
  return { kind: "damage", damage: { code, message, line } };
}
