import { decodeChunks } from "../formats/decode-chunks.ts";
import { isRefused } from "../formats/reading.ts";
import { readInParts } from "../read-untrusted.ts";
import type { OpenFile } from "../world.ts";
import type { EventItem, EventReading } from "./event-format.ts";

/** A reading of a file of text, in whatever encoding. */
export function textReading<Content>(
  file: OpenFile,
  read: (chunks: AsyncIterable<string>) => AsyncIterable<EventItem<Content>>,
): EventReading<Content> {
  const found: Found = { encoding: undefined };
  return { items: itemsOf(file, read, found), encoding: () => found.encoding };
}

interface Found {
  encoding: string | undefined;
}

async function* itemsOf<Content>(
  file: OpenFile,
  read: (chunks: AsyncIterable<string>) => AsyncIterable<EventItem<Content>>,
  found: Found,
): AsyncGenerator<EventItem<Content>> {
  const chunked = await decodeChunks(readInParts(file));
  if (isRefused(chunked)) {
    yield { kind: "refused", damage: chunked.refused };
    return;
  }
  yield* read(chunked.text);
  found.encoding = chunked.found.encoding;
  for (const damage of chunked.found.notes) yield { kind: "note", damage };
}
