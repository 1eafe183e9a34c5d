import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeChunks } from "../../../facts/formats/decode-chunks.ts";
import { decodeText } from "../../../facts/formats/decode-text.ts";

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(bytes: Uint8Array, size: number) {
  const read = await decodeChunks(cut(bytes, size));
  if ("refused" in read) return { refused: read.refused.code };
  let text = "";
  for await (const chunk of read.text) text += chunk;
  return { text, encoding: read.found.encoding, codes: read.found.notes.map(({ code }) => code) };
}

const longAscii = "GET /status 200 port 8443\r\n".repeat(4000);

describe("decoding text in chunks", () => {
  it.each([
    ["UTF-8", Buffer.from(`${longAscii}größer 直接 😀`), "utf-8", []],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${longAscii}größer`), "utf-8", []],
    ["UTF-16LE", Buffer.from(`\ufeff${longAscii}größer 😀`, "utf16le"), "utf-16le", []],
    ["UTF-16BE without a mark", Buffer.from(`${longAscii}größer`, "utf16le").swap16(), "utf-16be", []],
    [
      "a code page that shows late",
      iconv.encode(`${longAscii}größer für alle`, "cp850"),
      "cp850",
      ["encoding-guessed"],
    ],
  ])("reads %s whatever the size of the chunks", async (_name, bytes, encoding, codes) => {
    const whole = await decodeText(bytes);
    for (const size of [bytes.length, 65_536, 4097, 7]) {
      const read = await readAll(bytes, size);
      expect(read).toMatchObject({ encoding, codes });
      expect("text" in read && read.text === ("text" in whole && whole.text)).toBe(true);
    }
  });

  it("gives what decoding at once gives, for any Unicode text and any chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.constantFrom("utf8" as const, "utf16le" as const),
        fc.integer({ min: 1, max: 9 }),
        async (text, encoding, size) => {
          const bytes = Buffer.from(`\ufeff<a>${text.replaceAll(/\p{Cc}/gu, "")}</a>`, encoding);
          const whole = await decodeText(bytes);
          const read = await readAll(bytes, size);
          expect("text" in read && read.text).toBe("text" in whole && whole.text);
        },
      ),
      { seed: 20261, numRuns: 200 },
    );
  });

  it("notes characters that are lost, and a declaration that differs", async () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="utf-16"?><a>größere Länder hören für öffentliche Prüfungen'),
      Buffer.from([0xff]),
      Buffer.from("ä</a>"),
    ]);
    expect(await readAll(bytes, 16)).toMatchObject({ codes: ["lost-characters", "encoding-differs"] });
  });

  it("refuses binary content and reads nothing of it", async () => {
    expect(await readAll(Buffer.alloc(3000, "\x00\x01\x7fabc"), 1024)).toEqual({ refused: "binary-content" });
  });

  it.each([
    ["stops early", Buffer.from(longAscii)],
    ["is refused", Buffer.alloc(3000, "\x00\x01\x7fabc")],
  ])("lets go of the file when reading %s", async (_name, bytes) => {
    let isOpen = true;
    async function* file() {
      try {
        yield* cut(bytes, 512);
      } finally {
        isOpen = false;
      }
    }
    const read = await decodeChunks(file());
    if ("text" in read) for await (const _chunk of read.text) break;
    expect(isOpen).toBe(false);
  });

  it("reads an empty file", async () => {
    expect(await readAll(Buffer.alloc(0), 8)).toEqual({ text: "", encoding: "utf-8", codes: [] });
  });
});
