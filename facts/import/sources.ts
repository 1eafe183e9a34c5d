import type { Source } from "../../schemas/generated/types.ts";
import { troubleWords } from "../world.ts";
import type { ReadInput } from "./open-file.ts";
import { provisionalKey, sha256Of, sourceKeys } from "./source-keys.ts";

export interface DescribedSources {
  /** By their final keys, sorted. */
  readonly sources: Readonly<Record<string, Source>>;
  /** Provisional key to final key. */
  readonly keys: ReadonlyMap<string, string>;
  /** What a source is called in a sentence, by its final key. */
  readonly pathOf: (key: string) => string;
}

/** Every file that was met, whatever became of it, and every source that the fact files name. */
export function describeSources(
  inputs: readonly ReadInput[],
  choice: { readonly leftOut: ReadonlyMap<string, string> },
): DescribedSources {
  const described = new Map<string, Source>();
  for (const input of inputs) {
    const named = input.kind === "read" ? input.reading?.factFile?.sources : undefined;
    const isLeftOut = input.kind === "read" && choice.leftOut.has(input.source);
    for (const [key, source] of isLeftOut ? [] : (named ?? []))
      if (!described.has(key)) described.set(key, source);
  }
  // What was read here and now is described here and now.
  for (const input of inputs) described.set(...describe(input, choice.leftOut));
  const keys = sourceKeys(described.keys());
  const sources = new Map([...described].map(([key, source]) => [keys.get(key) ?? key, source]));
  const sorted = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
  return { sources: Object.fromEntries(sorted), keys, pathOf: (key) => nameOf(sources.get(key), key) };
}

function nameOf(source: Source | undefined, key: string): string {
  return source?.path ?? source?.command ?? key;
}

function describe(input: ReadInput, leftOut: ReadonlyMap<string, string>): [string, Source] {
  const { file } = input;
  if (input.kind === "failed") {
    const notes = [`It ${troubleWords[input.trouble].what}`];
    return [
      provisionalKey(sha256Of(`unreadable ${file.shownAs}`), file.shownAs),
      { kind: "unreadable", path: file.shownAs, bytes: file.bytes, notes },
    ];
  }
  const { source, sha256, bytes, reading } = input;
  const why = leftOut.get(source);
  const notes = [...(reading?.notes ?? []), ...(why === undefined ? [] : [why])];
  return [
    source,
    {
      kind: reading?.kind ?? (bytes === 0 ? "empty" : "unrecognized"),
      path: file.shownAs,
      sha256,
      bytes,
      ...(reading?.encoding !== undefined && { encoding: reading.encoding }),
      ...(reading?.parser !== undefined && { parser: reading.parser }),
      ...(notes.length > 0 && { notes }),
    },
  ];
}
