/** Writes certificates that no tool would issue. Their signatures are zeros: nothing here checks them. */

type Content = Uint8Array | string | readonly Uint8Array[];

export function der(tag: number, content: Content): Uint8Array {
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.concat([content].flat());
  const length = bytes.length;
  const header = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Uint8Array.from(header), bytes]);
}

export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return der(0x06, Uint8Array.from(bytes));
}

export const sequence = (...parts: Uint8Array[]): Uint8Array => der(0x30, parts);
export const commonName = (value: Uint8Array): Uint8Array => der(0x31, [sequence(oid("2.5.4.3"), value)]);
export const utf8 = (text: string): Uint8Array => der(0x0c, text);
export const utcTime = (text: string): Uint8Array => der(0x17, text);
export const generalizedTime = (text: string): Uint8Array => der(0x18, text);

interface CertificateSketch {
  readonly subject?: readonly Uint8Array[];
  readonly issuer?: readonly Uint8Array[];
  readonly notBefore?: Uint8Array;
  readonly notAfter?: Uint8Array;
  readonly algorithm?: Uint8Array;
  readonly extensions?: readonly Uint8Array[];
}

export function certificate({
  subject = [commonName(utf8("proxy.contoso.example"))],
  issuer = [commonName(utf8("Contoso Issuing CA 7"))],
  notBefore = utcTime("260301101112Z"),
  notAfter = utcTime("270301101112Z"),
  algorithm = sequence(oid("1.2.840.113549.1.1.13"), der(0x05, "")),
  extensions = [],
}: CertificateSketch = {}): Uint8Array {
  const key = sequence(sequence(oid("1.3.101.112")), der(0x03, Buffer.alloc(33)));
  const toBeSigned = sequence(
    der(0xa0, [der(0x02, Uint8Array.of(2))]),
    der(0x02, Uint8Array.of(0x20, 0xfb)),
    algorithm,
    der(0x30, issuer),
    sequence(notBefore, notAfter),
    der(0x30, subject),
    key,
    ...(extensions.length > 0 ? [der(0xa3, [der(0x30, extensions)])] : []),
  );
  return sequence(toBeSigned, algorithm, der(0x03, Buffer.alloc(65)));
}

export function pem(content: Uint8Array, label = "CERTIFICATE"): string {
  const lines =
    Buffer.from(content)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
