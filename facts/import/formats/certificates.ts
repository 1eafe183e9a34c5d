import type { CollectCertificates, FactEntry, RowEntry } from "../../../schemas/generated/types.ts";
import { limits } from "../../../schemas/limits.ts";
import type { Certificate } from "../../formats/certificate/certificate.ts";
import { holdsPrivateKey, isPrivateKey } from "../../formats/certificate/private-key.ts";
import { looksLikeCertificate, readCertificates } from "../../formats/certificate/read-certificates.ts";
import { type Damage, isRefused } from "../../formats/reading.ts";
import { isTooLarge, readWhole } from "../../read-untrusted.ts";
import type { FileAtHand, FileReading, Format } from "../format.ts";
import { outsideText } from "../outside-text.ts";
import { damageSentence } from "../sentences.ts";
import { type Plan, type WantedFact, wantedOf } from "../wanted-fact.ts";

const kind = "certificate";
const parser = "certificate 1";

/** Certificates in DER, PEM or PKCS#7. It stands last in the table: by its name alone a file could be anything. */
export const certificates: Format = {
  recognises: ({ head, open, shownAs }) =>
    looksLikeCertificate(head.bytes) ||
    isPrivateKey(head.bytes) ||
    (head.text !== null && looksLikeCertificate(head.text)) ||
    (head.text !== null && open.size <= limits.certificateBytes && holdsPrivateKey(head.text)) ||
    /\.(?:cer|crt|der|pem|p7b|p7c)$/i.test(shownAs),
  read: async (file, plan) => {
    const bytes = readWhole(file.open, "certificateBytes");
    if (isTooLarge(bytes)) return refused(file, plan, { code: "too-large", message: bytes.message });
    const found = await readCertificates(bytes);
    if (isRefused(found)) return refused(file, plan, found.refused);
    const notes = found.notes.map(damageSentence);
    return {
      kind,
      parser,
      notes,
      facts: wantedOf(plan, "certificates").map((wanted) => factOf(found.value, wanted, file)),
      warnings: found.notes.map(({ code }, index) => ({
        code,
        message: `${file.shownAs}: ${notes[index]}`,
        file: file.shownAs,
      })),
    };
  },
};

/** A loose file shows some certificates and nothing of the store they came from, so it covers nothing. */
function factOf(found: readonly Certificate[], wanted: WantedFact<CollectCertificates>, file: FileAtHand) {
  const items = found.map((certificate) => rowOf(certificate, wanted, file.source));
  return { fact: wanted.fact, entry: { items, from: [{ source: file.source }] } };
}

type TextKey = Exclude<keyof Certificate, "line">;

const columns: Readonly<Record<string, TextKey>> = {
  thumbprint: "thumbprint",
  subject: "subject",
  "subject-name": "subjectCommonName",
  issuer: "issuer",
  "issuer-name": "issuerCommonName",
  "not-before": "notBefore",
  "not-after": "notAfter",
  "signature-hash": "signatureHash",
  "connector-id": "connectorId",
};

function rowOf(
  certificate: Certificate,
  { fields }: WantedFact<CollectCertificates>,
  source: string,
): RowEntry {
  const at = certificate.line === undefined ? {} : { at: `line ${certificate.line}` };
  const row: RowEntry = { from: [{ source, ...at }] };
  for (const [name, key] of Object.entries(columns)) {
    const value = certificate[key];
    if (value !== undefined && (fields === undefined || Object.hasOwn(fields, name)))
      row[name] = outsideText(value);
  }
  return row;
}

function refused(file: FileAtHand, plan: Plan, damage: Damage): FileReading {
  const detail = damageSentence(damage);
  const reason = damage.code === "private-key" ? "redacted" : "damaged-source";
  const entry: FactEntry = { unknown: reason, detail, from: [{ source: file.source }] };
  return {
    kind,
    parser,
    notes: [detail],
    facts: wantedOf(plan, "certificates").map(({ fact }) => ({ fact, entry })),
    warnings: [{ code: damage.code, message: `${file.shownAs} was not used. ${detail}`, file: file.shownAs }],
  };
}
