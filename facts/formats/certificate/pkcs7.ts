import { contextTag, derAt, derChildren, derTag } from "./der.ts";

/**
 * The certificates of a PKCS#7 bundle (.p7b), each in DER, by RFC 5652, section 5.1. None if it holds none, or
 * is written without lengths, as only streaming programs do.
 */
export function bundledCertificates(der: Uint8Array): readonly Uint8Array[] {
  const [, content] = derChildren(der, derAt(der, 0, der.length));
  const [signedData] = derChildren(der, content);
  const list = derChildren(der, signedData).find(({ tag }) => tag === contextTag(0));
  return derChildren(der, list)
    .filter(({ tag }) => tag === derTag.sequence)
    .map(({ from, end }) => der.subarray(from, end));
}
