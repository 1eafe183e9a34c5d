import { createHash, X509Certificate } from "node:crypto";
import type { Damage } from "../reading.ts";
import { certificateParts } from "./certificate-parts.ts";
import { commonName } from "./common-name.ts";
import { connectorId } from "./connector-id.ts";
import { derTime } from "./der-time.ts";
import { signatureAlgorithm } from "./signature-algorithm.ts";

/**
 * What a certificate says of itself. Names come from whoever issued it and can hold anything. Where the
 * certificate lies, and whether there is a private key to it, is not in it.
 */
export interface Certificate {
  /** SHA-1 over the certificate, 40 hex digits in upper case. */
  readonly thumbprint: string;
  /** `O=Contoso, CN=connector`, in the order of the certificate; control characters escaped as `\0A`. */
  readonly subject?: string;
  readonly subjectCommonName?: string;
  readonly issuer?: string;
  readonly issuerCommonName?: string;
  /** ISO 8601 in UTC. Left out if it could not be understood, which never means "valid". */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** Hex digits in upper case. */
  readonly serialNumber?: string;
  /** Such as `sha512WithRSAEncryption`, or a dotted identifier. */
  readonly signatureAlgorithm?: string;
  /** Such as `sha512`. */
  readonly signatureHash?: string;
  /** The connector's id, in certificates that Microsoft issued to one. */
  readonly connectorId?: string;
  /** 1-based line on which it begins, if the file is text. */
  readonly line?: number;
}

interface ReadCertificate {
  readonly certificate: Certificate;
  readonly notes: readonly Damage[];
}

/** One certificate in DER, without anything behind it; nothing if it is none. */
export function certificateFromDer(der: Uint8Array): ReadCertificate | undefined {
  const parts = certificateParts(der);
  const known = attempt(() => new X509Certificate(der));
  if (!parts || !known) return undefined;
  const algorithm = signatureAlgorithm(der, parts.signatureAlgorithm);
  const certificate: Certificate = {
    thumbprint: createHash("sha1").update(der).digest("hex").toUpperCase(),
    ...present(
      "subject",
      attempt(() => oneLine(known.subject)),
    ),
    ...present("subjectCommonName", commonName(der, parts.subject)),
    ...present(
      "issuer",
      attempt(() => oneLine(known.issuer)),
    ),
    ...present("issuerCommonName", commonName(der, parts.issuer)),
    ...present("notBefore", derTime(der, parts.notBefore)),
    ...present("notAfter", derTime(der, parts.notAfter)),
    ...present(
      "serialNumber",
      attempt(() => known.serialNumber),
    ),
    ...present("signatureAlgorithm", algorithm?.name),
    ...present("signatureHash", algorithm?.hash),
    ...present("connectorId", connectorId(der, parts.extensions)),
  };
  return { certificate, notes: missingParts(certificate) };
}

const needed = [
  ["subject", "subject"],
  ["issuer", "issuer"],
  ["notBefore", "beginning of the validity"],
  ["notAfter", "end of the validity"],
  ["signatureAlgorithm", "signature algorithm"],
] as const satisfies readonly (readonly [keyof Certificate, string])[];

function missingParts(certificate: Certificate): Damage[] {
  return needed
    .filter(([key]) => certificate[key] === undefined)
    .map(([, name]) => ({
      code: "value-not-understood",
      message: `The ${name} of the certificate ${certificate.thumbprint} could not be understood and is left out.`,
    }));
}

/** The runtime writes one attribute a line, and escapes line breaks within one. An empty name is undefined. */
function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").join(", ");
}

function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [Name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [Name in Key]: Value });
}

/** The runtime's reader throws on bytes that it does not understand. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
