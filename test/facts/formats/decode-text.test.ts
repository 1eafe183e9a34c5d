import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../facts/formats/decode-text.ts";

const german = "Schlüsselanbieter für größere Übertragungen: läuft auf Port 8443";
const french = "Nom du système : créé à l'été, accès direct (sans serveur proxy) réglé";
const japanese = "直接アクセス (プロキシ サーバーなし)。 サービスは停止しています";

function codes(read: Awaited<ReturnType<typeof decodeText>>): string[] {
  return "refused" in read ? [`refused: ${read.refused.code}`] : read.notes.map(({ code }) => code);
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}

const mark = {
  utf8: Buffer.from([0xef, 0xbb, 0xbf]),
  utf16le: Buffer.from([0xff, 0xfe]),
  utf16be: Buffer.from([0xfe, 0xff]),
};

describe("decoding text", () => {
  const readable: [string, Buffer, string, string, string[]][] = [
    ["UTF-8", Buffer.from(german), german, "utf-8", []],
    ["UTF-8 with its mark", Buffer.concat([mark.utf8, Buffer.from(japanese)]), japanese, "utf-8", []],
    [
      "UTF-16LE with its mark",
      Buffer.concat([mark.utf16le, Buffer.from(german, "utf16le")]),
      german,
      "utf-16le",
      [],
    ],
    ["UTF-16BE with its mark", Buffer.concat([mark.utf16be, utf16be(french)]), french, "utf-16be", []],
    ["UTF-16LE without a mark", Buffer.from(german, "utf16le"), german, "utf-16le", []],
    ["UTF-16BE without a mark", utf16be(french), french, "utf-16be", []],
    [
      "Japanese UTF-16LE without a mark, which has few zero bytes",
      Buffer.from(`port 8443: ${japanese}\r\n`, "utf16le"),
      `port 8443: ${japanese}\r\n`,
      "utf-16le",
      [],
    ],
    ["nothing at all", Buffer.alloc(0), "", "utf-8", []],
    [
      "German in the console's code page",
      iconv.encode(german, "cp850"),
      german,
      "cp850",
      ["encoding-guessed"],
    ],
    [
      "French in the console's code page",
      iconv.encode(french, "cp850"),
      french,
      "cp850",
      ["encoding-guessed"],
    ],
    [
      "German saved as ANSI",
      iconv.encode(german, "windows-1252"),
      german,
      "windows-1252",
      ["encoding-guessed"],
    ],
    [
      "French saved as ANSI",
      iconv.encode(french, "windows-1252"),
      french,
      "windows-1252",
      ["encoding-guessed"],
    ],
    [
      "Japanese in the console's code page",
      iconv.encode(japanese, "cp932"),
      japanese,
      "cp932",
      ["encoding-guessed"],
    ],
  ];

  it.each(readable)("reads %s", async (_name, bytes, text, encoding, notes) => {
    expect(await decodeText(bytes)).toMatchObject({ text, encoding });
    expect(codes(await decodeText(bytes))).toEqual(notes);
  });

  it("believes an XML declaration that names a code page, where the bytes are no UTF-8", async () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-15"?>\n<a>10 € für größere</a>';
    const read = await decodeText(iconv.encode(text, "iso-8859-15"));
    expect(read).toEqual({ text, encoding: "iso-8859-15", notes: [] });
  });

  it.each([
    ["utf-16", Buffer.from('<?xml version="1.0" encoding="utf-16"?><a/>'), "utf-8"],
    ["utf-8", Buffer.from('<?xml version="1.0" encoding="utf-8"?><a/>', "utf16le"), "utf-16le"],
    ["utf-8", iconv.encode(`<?xml version="1.0" encoding="utf-8"?><a>${french}</a>`, "cp850"), "cp850"],
    ["windows-1252", Buffer.from(`<?xml version="1.0" encoding="windows-1252"?><a>${french}</a>`), "utf-8"],
  ])(
    "says so when the declaration says %s and the bytes say otherwise",
    async (declared, bytes, encoding) => {
      const read = await decodeText(bytes);
      expect(read).toMatchObject({ encoding });
      expect(codes(read)).toContain("encoding-differs");
      expect(JSON.stringify(read)).toContain(`says encoding \\"${declared}\\"`);
    },
  );

  it.each(["windows-1252", "iso-8859-1", "utf-8", "UTF-8"])(
    "accepts %s for plain ASCII",
    async (declared) => {
      const read = await decodeText(Buffer.from(`<?xml version="1.0" encoding="${declared}"?><a/>`));
      expect(codes(read)).toEqual([]);
    },
  );

  it.each(["base64", "hex", "utf-7", "binary", "ucs2"])(
    "does not let a declaration turn bytes into something else by the name %s",
    async (declared) => {
      const text = `<?xml version="1.0" encoding="${declared}"?><a>größer</a>`;
      expect(await decodeText(iconv.encode(text, "cp850"))).toMatchObject({ text, encoding: "cp850" });
    },
  );

  const damaged: [string, Buffer, string, string[]][] = [
    [
      "a file cut within a UTF-8 character",
      Buffer.from("größer, ü").subarray(0, -1),
      "größer, ",
      ["cut-in-character"],
    ],
    [
      "a file cut within a UTF-8 character of three bytes, with ASCII before it",
      Buffer.from("port 8443 €").subarray(0, -1),
      "port 8443 ",
      ["cut-in-character"],
    ],
    [
      "a UTF-16 file cut within a code unit",
      Buffer.concat([mark.utf16le, Buffer.from("abc", "utf16le").subarray(0, 5)]),
      "ab",
      ["cut-in-character"],
    ],
    [
      "a UTF-16 file cut within a surrogate pair",
      Buffer.concat([mark.utf16le, Buffer.from("abc😀", "utf16le").subarray(0, 8)]),
      "abc�",
      ["broken-characters", "lost-characters"],
    ],
    [
      "lone surrogates",
      Buffer.concat([mark.utf16le, Buffer.from([0x61, 0, 0, 0xdc, 0x62, 0])]),
      "a�b",
      ["broken-characters", "lost-characters"],
    ],
    [
      "one broken byte among UTF-8",
      Buffer.concat([Buffer.from(german), Buffer.from([0xff]), Buffer.from(german)]),
      `${german}�${german}`,
      ["broken-characters", "lost-characters"],
    ],
    [
      "letters that were lost before",
      Buffer.from("Schl�sselcontainer"),
      "Schl�sselcontainer",
      ["lost-characters"],
    ],
    [
      "zero bytes behind the text, as after a power failure",
      Buffer.concat([Buffer.from("last line\r\n"), Buffer.alloc(4096)]),
      "last line\r\n",
      ["zero-padding"],
    ],
    [
      "a single stray control character",
      Buffer.from(`${"x".repeat(100)}\x01`),
      `${"x".repeat(100)}\x01`,
      ["control-characters"],
    ],
  ];

  it.each(damaged)("reads %s and notes it", async (_name, bytes, text, notes) => {
    const read = await decodeText(bytes);
    expect("text" in read && !/\p{Surrogate}/u.test(read.text)).toBe(true);
    expect(read).toMatchObject({ text });
    expect(codes(read)).toEqual(notes);
  });

  const binaryContent: [string, Buffer][] = [
    [
      "zeros on both sides",
      Buffer.from("PK\x03\x04\x14\x00\x00\x00\x08\x00abc\x00\x00\x00\x00\x00def", "latin1"),
    ],
    ["one zero in a short text", Buffer.from("Thumbprint\x00=12")],
    ["many control characters", Buffer.from(`\x01\x02\x03${"abc".repeat(10)}`)],
    ["nothing but zeros", Buffer.alloc(4096)],
    ["nothing but zeros and a few bytes", Buffer.concat([Buffer.alloc(64), Buffer.from("El")])],
  ];

  it.each(binaryContent)("refuses binary content: %s", async (_name, bytes) => {
    expect(codes(await decodeText(bytes))).toEqual(["refused: binary-content"]);
  });
});
