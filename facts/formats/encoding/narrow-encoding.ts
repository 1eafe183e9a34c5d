import type { Damage } from "../reading.ts";
import { guessCodePage } from "./code-page.ts";
import { declaredCodePage } from "./declared-encoding.ts";
import { guessed } from "./encoding-notes.ts";
import { type CodePageReader, loadCodePages } from "./load-code-pages.ts";
import { utf8Census } from "./utf8-census.ts";

type NarrowEncoding =
  | { readonly kind: "utf-8"; readonly cutTail: number }
  | {
      readonly kind: "code-page";
      readonly name: string;
      readonly reader: CodePageReader;
      readonly notes: readonly Damage[];
    };

/**
 * The encoding of bytes that have no byte order mark and are not UTF-16. UTF-8 wins where it explains most of
 * the bytes above 0x7F, so that one broken byte does not spoil all the others.
 *
 * @param head the first bytes of the file, where an XML declaration would stand
 */
export async function narrowEncoding(bytes: Uint8Array, head: Uint8Array): Promise<NarrowEncoding> {
  const { characters, strays, cutTail } = utf8Census(bytes);
  const isUtf8 = strays === 0 && (cutTail !== 1 || characters > 0);
  if (isUtf8 || characters > strays * 4) return { kind: "utf-8", cutTail };
  const codePages = await loadCodePages();
  const declared = declaredCodePage(new TextDecoder("latin1").decode(head.subarray(0, 400)));
  const declaredReader = declared && codePages(declared);
  if (declared && declaredReader && !declaredReader.decode(bytes).includes("\ufffd")) {
    return { kind: "code-page", name: declared, reader: declaredReader, notes: [] };
  }
  const { name, reader } = guessCodePage(bytes, codePages);
  return { kind: "code-page", name, reader, notes: [guessed(name)] };
}
