import { limits } from "../../../schemas/limits.ts";
import { decodeText } from "../decode-text.ts";
import { type Damage, isRefused, type Reading, type Refused, refuse } from "../reading.ts";
import { type Certificate, certificateFromDer } from "./certificate.ts";
import { derAt } from "./der.ts";
import { bareBase64, pemBlocks } from "./pem.ts";
import { bundledCertificates } from "./pkcs7.ts";
import { derKind, holdsPrivateKey, isPrivateKey } from "./private-key.ts";

/** A piece of DER and the line of the text that it was found on. */
interface Piece {
  readonly der: Uint8Array;
  readonly line?: number;
}

interface Pieces {
  readonly pieces: readonly Piece[];
  readonly notes: readonly Damage[];
}

interface Found {
  readonly certificates: Certificate[];
  readonly notes: Damage[];
}

/**
 * The certificates of a file: DER, PEM in any encoding of text with anything around it, bare base64, or a
 * PKCS#7 bundle. A file with a private key in it is refused as a whole: nobody needs to send one.
 */
export async function readCertificates(bytes: Uint8Array): Promise<Reading<readonly Certificate[]>> {
  if (bytes.length > limits.certificateBytes) return refuse(tooLarge);
  if (isPrivateKey(bytes)) return refuse(privateKey);
  const found =
    derKind(bytes) === "other" ? await piecesOfText(bytes) : { pieces: [{ der: bytes }], notes: [] };
  if (isRefused(found)) return found;
  const result: Found = { certificates: [], notes: [...found.notes] };
  for (const piece of found.pieces) {
    const refused = readPiece(piece, result);
    if (refused) return refused;
  }
  if (result.certificates.length > 0) return { value: result.certificates, notes: result.notes };
  return refuse(result.notes[0] ?? noCertificate);
}

async function piecesOfText(bytes: Uint8Array): Promise<Pieces | Refused> {
  const decoded = await decodeText(bytes);
  if (isRefused(decoded)) return refuse(noCertificate);
  if (holdsPrivateKey(decoded.text)) return refuse(privateKey);
  const bare = bareBase64(decoded.text);
  if (bare) return { pieces: [{ der: bare, line: 1 }], notes: [] };
  const { blocks, notes } = pemBlocks(decoded.text);
  return { pieces: blocks, notes };
}

/** Adds what a piece holds to what was found; refuses the file if it holds a private key. */
function readPiece({ der, line }: Piece, found: Found): Refused | undefined {
  for (let at = 0; at < der.length; ) {
    const place = line === undefined ? { at } : { line };
    const rest = der.subarray(at);
    if (isPrivateKey(rest)) return refuse(privateKey);
    const value = derAt(rest, 0, rest.length);
    const kind = derKind(rest);
    if (kind === "other" || !value) {
      found.notes.push({ ...(at === 0 ? unreadable : trailing), ...place });
      return undefined;
    }
    const own = rest.subarray(0, value.end);
    for (const one of kind === "pkcs7" ? bundledCertificates(own) : [own]) {
      const read = certificateFromDer(one);
      if (read) found.certificates.push({ ...read.certificate, ...(line === undefined ? {} : { line }) });
      found.notes.push(...(read?.notes ?? [unreadable]).map((note) => ({ ...note, ...place })));
    }
    at += value.end;
  }
  return undefined;
}

const tooLarge: Damage = {
  code: "too-large",
  message: `The file is longer than ${limits.certificateBytes / 1024} KB, which no certificate is.`,
};

const privateKey: Damage = {
  code: "private-key",
  message:
    "The file holds a private key or a key store, so nothing of it was read. Send the certificate alone, as a .cer file, and treat the key as known to others.",
};

const noCertificate: Damage = {
  code: "no-certificate",
  message: "The file holds no certificate, neither in DER nor in PEM.",
};

const unreadable: Damage = {
  code: "certificate-unreadable",
  message:
    "What stands here is damaged or is no certificate. Export the certificate again, as a Base64 encoded X.509 file (.cer).",
};

const trailing: Damage = {
  code: "trailing-bytes",
  message: "Bytes that belong to no certificate follow behind the certificate; they were left out.",
};

/** Whether a file begins like one that `readCertificates` reads. */
export function looksLikeCertificate(head: Uint8Array | string): boolean {
  if (typeof head !== "string") return derKind(head) !== "other";
  return /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----|-----BEGIN PKCS7-----/.test(head);
}
