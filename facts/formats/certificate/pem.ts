import type { Damage } from "../reading.ts";

interface PemBlock {
  /** `CERTIFICATE`, `PKCS7` and so on. */
  readonly label: string;
  readonly der: Uint8Array;
  /** 1-based line of its BEGIN. */
  readonly line: number;
}

interface PemBlocks {
  readonly blocks: readonly PemBlock[];
  readonly notes: readonly Damage[];
}

const beginning = /^-----BEGIN ([A-Z0-9 ]{1,40})-----$/;
const base64 = /^[A-Za-z0-9+/=]*$/;

/** All PEM blocks of a text, which may hold anything else around them, as dumps of openssl do. */
export function pemBlocks(text: string): PemBlocks {
  const blocks: PemBlock[] = [];
  const notes: Damage[] = [];
  let open: { readonly label: string; readonly line: number; readonly content: string[] } | undefined;
  for (const [index, raw] of text.split("\n").entries()) {
    const written = raw.trim();
    const label = beginning.exec(written)?.[1];
    if (label !== undefined) {
      if (open) notes.push(unfinished(open.line));
      open = { label, line: index + 1, content: [] };
    } else if (open && written === `-----END ${open.label}-----`) {
      const content = open.content.join("");
      if (base64.test(content)) blocks.push({ ...open, der: Buffer.from(content, "base64") });
      else notes.push(notBase64(open.line));
      open = undefined;
    } else open?.content.push(written);
  }
  if (open) notes.push(unfinished(open.line));
  return { blocks, notes };
}

function unfinished(line: number): Damage {
  return { code: "cut-off", message: "The PEM block that begins here has no end; it is left out.", line };
}

function notBase64(line: number): Damage {
  const message = "The PEM block that begins here holds characters that are not base64; it is left out.";
  return { code: "not-base64", message, line };
}

/** Base64 without the lines of PEM around it, as some tools and people hand it on. */
export function bareBase64(text: string): Uint8Array | undefined {
  const content = text.split(/\s/).join("");
  return content.startsWith("MI") && base64.test(content) ? Buffer.from(content, "base64") : undefined;
}
