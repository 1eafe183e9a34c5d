import { decodeText } from "./formats/decode-text.ts";
import { isRefused } from "./formats/reading.ts";
import type { OpenFile } from "./world.ts";

/** The beginning of a file, by which it is recognised. */
export interface FileHead {
  /** At most 64 KiB. */
  readonly bytes: Uint8Array;
  /** null: the beginning is not text. */
  readonly text: string | null;
}

const headBytes = 64 * 1024;

export async function headOf(open: OpenFile): Promise<FileHead> {
  const bytes = new Uint8Array(open.read(0, Math.min(headBytes, open.size)));
  const decoded = await decodeText(bytes);
  return { bytes, text: isRefused(decoded) ? null : decoded.text };
}

/** Bytes that are here already, as a file. */
export function inMemory(content: Uint8Array): OpenFile {
  return {
    size: content.length,
    read: (offset, length) => content.subarray(offset, offset + length),
    close: () => undefined,
  };
}
