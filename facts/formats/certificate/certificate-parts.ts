import { contextTag, type DerValue, derAt, derChildren, derTag } from "./der.ts";

/** The parts of a certificate by RFC 5280, section 4.1, that the runtime's own reader does not hand out. */
interface CertificateParts {
  readonly signatureAlgorithm: DerValue;
  readonly issuer: DerValue;
  readonly notBefore: DerValue;
  readonly notAfter: DerValue;
  readonly subject: DerValue;
  readonly extensions: readonly DerValue[];
}

/** Nothing if the bytes do not have the shape of one certificate. */
export function certificateParts(der: Uint8Array): CertificateParts | undefined {
  const [toBeSigned, signatureAlgorithm, signature] = derChildren(der, derAt(der, 0, der.length));
  if (signatureAlgorithm?.tag !== derTag.sequence || signature?.tag !== derTag.bitString) return undefined;
  const fields = derChildren(der, toBeSigned);
  const hasVersion = fields[0]?.tag === contextTag(0);
  const [, , issuer, validity, subject, , ...optional] = hasVersion ? fields.slice(1) : fields;
  if (issuer?.tag !== derTag.sequence || subject?.tag !== derTag.sequence) return undefined;
  const [notBefore, notAfter] = derChildren(der, validity);
  if (!notBefore || !notAfter) return undefined;
  const [list] = derChildren(
    der,
    optional.find((field) => field.tag === contextTag(3)),
  );
  const extensions = derChildren(der, list);
  return { signatureAlgorithm, issuer, notBefore, notAfter, subject, extensions };
}
