import { contextTag, type DerValue, derChildren, objectId } from "./der.ts";

interface SignatureAlgorithm {
  /** Such as `sha512WithRSAEncryption`; the dotted identifier if the algorithm is not in the table. */
  readonly name: string;
  /** Such as `sha512`; nothing if it is not known. Ed25519 and its like name no hash of their own. */
  readonly hash?: string;
}

/** RFC 4055, RFC 5758, RFC 8410, RFC 3279; 1.3.14.3.2.29 is an older name that Windows still writes. */
const algorithms: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ["1.2.840.113549.1.1.4", { name: "md5WithRSAEncryption", hash: "md5" }],
  ["1.2.840.113549.1.1.5", { name: "sha1WithRSAEncryption", hash: "sha1" }],
  ["1.2.840.113549.1.1.11", { name: "sha256WithRSAEncryption", hash: "sha256" }],
  ["1.2.840.113549.1.1.12", { name: "sha384WithRSAEncryption", hash: "sha384" }],
  ["1.2.840.113549.1.1.13", { name: "sha512WithRSAEncryption", hash: "sha512" }],
  ["1.2.840.113549.1.1.14", { name: "sha224WithRSAEncryption", hash: "sha224" }],
  ["1.3.14.3.2.29", { name: "sha1WithRSAEncryption", hash: "sha1" }],
  ["1.2.840.10040.4.3", { name: "dsa-with-SHA1", hash: "sha1" }],
  ["1.2.840.10045.4.1", { name: "ecdsa-with-SHA1", hash: "sha1" }],
  ["1.2.840.10045.4.3.1", { name: "ecdsa-with-SHA224", hash: "sha224" }],
  ["1.2.840.10045.4.3.2", { name: "ecdsa-with-SHA256", hash: "sha256" }],
  ["1.2.840.10045.4.3.3", { name: "ecdsa-with-SHA384", hash: "sha384" }],
  ["1.2.840.10045.4.3.4", { name: "ecdsa-with-SHA512", hash: "sha512" }],
  ["1.3.101.112", { name: "Ed25519" }],
  ["1.3.101.113", { name: "Ed448" }],
]);

const hashes: ReadonlyMap<string, string> = new Map([
  ["1.3.14.3.2.26", "sha1"],
  ["2.16.840.1.101.3.4.2.4", "sha224"],
  ["2.16.840.1.101.3.4.2.1", "sha256"],
  ["2.16.840.1.101.3.4.2.2", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "sha512"],
]);

const rsaPss = "1.2.840.113549.1.1.10";

export function signatureAlgorithm(bytes: Uint8Array, value: DerValue): SignatureAlgorithm | undefined {
  const [idValue, parameters] = derChildren(bytes, value);
  const id = objectId(bytes, idValue);
  if (id === undefined) return undefined;
  if (id === rsaPss) return { name: "rsassaPss", ...pssHash(bytes, parameters) };
  return algorithms.get(id) ?? { name: id };
}

/** The parameters name the hash; where they do not, it is SHA-1 (RFC 4055, section 3.1). */
function pssHash(bytes: Uint8Array, parameters: DerValue | undefined): { readonly hash?: string } {
  const named = derChildren(bytes, parameters).find(({ tag }) => tag === contextTag(0));
  if (!named) return { hash: "sha1" };
  const [algorithm] = derChildren(bytes, named);
  const [id] = derChildren(bytes, algorithm);
  const hash = hashes.get(objectId(bytes, id) ?? "");
  return hash === undefined ? {} : { hash };
}
