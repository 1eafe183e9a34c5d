import type { EventRecord } from "../event-record.ts";
import type { Damage } from "../reading.ts";
import { checkXml } from "../xml/check-xml.ts";
import { loadParseTree, type ParseTree } from "../xml/parse-tree.ts";
import { positionOf } from "../xml/text-position.ts";
import { eventFromXml } from "./event-from-xml.ts";
import type { EventPiece } from "./event-piece.ts";
import { EventSplitter } from "./event-splitter.ts";

export type EventXmlItem =
  | {
      readonly kind: "event";
      readonly event: EventRecord;
      /** 1-based line on which the event begins. */
      readonly line: number;
    }
  /** Something was left out; the reading goes on. */
  | { readonly kind: "damage"; readonly damage: Damage }
  /** The export as a whole is not to be used; nothing follows, and what came before is not to be used either. */
  | { readonly kind: "refused"; readonly damage: Damage };

interface EventXmlOptions {
  /**
   * Sees the text of each event, references not decoded, before the costly parsing. False passes the event
   * over without a word.
   */
  readonly wanted?: (eventText: string) => boolean;
}

/**
 * Events exported as XML: by `wevtutil qe /f:xml`, which writes no root element, or by Event Viewer's "Save
 * as XML", which adds the rendered message. Takes the decoded text in chunks of any size, in the memory of one
 * chunk and one event. A broken event costs itself alone.
 */
export async function* readEventXml(
  chunks: AsyncIterable<string> | Iterable<string>,
  { wanted = () => true }: EventXmlOptions = {},
): AsyncGenerator<EventXmlItem> {
  const parseTree = await loadParseTree();
  const splitter = new EventSplitter();
  for await (const chunk of chunks) {
    for (const piece of splitter.push(chunk)) {
      yield* itemsOf(piece, wanted, parseTree);
      if (piece.kind === "refused") return;
    }
  }
  for (const piece of splitter.end()) yield* itemsOf(piece, wanted, parseTree);
}

function itemsOf(
  piece: EventPiece,
  wanted: (eventText: string) => boolean,
  parseTree: ParseTree,
): readonly EventXmlItem[] {
  if (piece.kind !== "event") return [piece];
  return wanted(piece.text) ? readOne(detached(piece.text), piece.line, parseTree) : [];
}

/** A copy: a value cut out of the text would otherwise keep its whole chunk in memory. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}

function readOne(text: string, line: number, parseTree: ParseTree): readonly EventXmlItem[] {
  const fault = checkXml(text, { controlCharacters: "kept" });
  if (fault) {
    const position = positionOf(text, fault.at);
    const message = `This event is left out, because it is not well-formed XML: ${fault.message}`;
    return [damaged(fault.code, line + position.line - 1, message)];
  }
  const root = parseTree(text);
  if (!root)
    return [
      damaged("unreadable", line, "This event is left out; the XML reader could not make sense of it."),
    ];
  const found = eventFromXml(root);
  if (!found) {
    return [damaged("event-without-system", line, "This event is left out, because it has no System part.")];
  }
  const strange = found.strange.map((name) =>
    damaged(
      "value-not-understood",
      line,
      `The ${name} of this event could not be understood and is left out.`,
    ),
  );
  return [{ kind: "event", event: found.event, line }, ...strange];
}

function damaged(code: string, line: number, message: string): EventXmlItem {
  return { kind: "damage", damage: { code, message, line } };
}
