import type { Chunk, Template } from "./chunk.ts";
import { parseNodes } from "./parse-nodes.ts";
import { definitionBytes, definitionHeadBytes } from "./template-instance.ts";
import { UnreadableRecord } from "./unreadable-record.ts";

/** The template defined at this offset, parsed once per chunk. */
export function templateAt(chunk: Chunk, definitionAt: number): Template {
  const known = chunk.templates.get(definitionAt) ?? parseTemplate(chunk, definitionAt);
  if (known instanceof UnreadableRecord) throw known;
  return known;
}

function parseTemplate(chunk: Chunk, definitionAt: number): Template | UnreadableRecord {
  const parsed = tryParse(chunk, definitionAt);
  chunk.templates.set(definitionAt, parsed);
  return parsed;
}

function tryParse(chunk: Chunk, definitionAt: number): Template | UnreadableRecord {
  try {
    const end = definitionAt + definitionBytes(chunk, definitionAt);
    return { nodes: parseNodes(chunk, definitionAt + definitionHeadBytes, end, true) };
  } catch (error) {
    if (error instanceof UnreadableRecord) return error;
    throw error;
  }
}
