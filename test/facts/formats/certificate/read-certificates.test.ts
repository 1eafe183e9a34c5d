import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  looksLikeCertificate,
  readCertificates,
} from "../../../../facts/formats/certificate/read-certificates.ts";

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../../fixtures/certificates/${name}`, import.meta.url));

async function certificatesOf(bytes: Uint8Array | string) {
  const read = await readCertificates(Buffer.from(bytes));
  if ("refused" in read) throw new Error(read.refused.message);
  return read;
}

async function refusalOf(bytes: Uint8Array | string): Promise<string> {
  const read = await readCertificates(Buffer.from(bytes));
  return "refused" in read ? read.refused.code : `${read.value.length} read`;
}

const valid = {
  thumbprint: "415052B24DD958E6D752A320651A86DCFD66665E",
  subject: "O=Contoso Example, CN=connector-8443.contoso.example",
  subjectCommonName: "connector-8443.contoso.example",
  issuer: "O=Contoso Example, CN=connector-8443.contoso.example",
  issuerCommonName: "connector-8443.contoso.example",
  notBefore: "2026-03-01T10:11:12Z",
  notAfter: "2036-02-26T10:11:12Z",
  serialNumber: "02488E2C16811600B4825EAC96B83FAC14815B14",
  signatureAlgorithm: "ecdsa-with-SHA256",
  signatureHash: "sha256",
  connectorId: "01234567-89ab-cdef-0123-456789abcdef",
};

const expired = "DD8A68C31D87ED89CCB39CA2634407884EC29434";

describe("certificates that openssl issued", () => {
  it("reads everything that a certificate says of itself", async () => {
    const read = await certificatesOf(fixture("valid-with-connector-id.cer"));
    expect(read).toEqual({ value: [valid], notes: [] });
  });

  it.each([
    [
      "expired.pem",
      {
        thumbprint: expired,
        notBefore: "2021-05-04T03:02:01Z",
        notAfter: "2022-05-04T03:02:01Z",
        signatureHash: "sha384",
      },
    ],
    ["wrapped-connector-id.pem", { connectorId: valid.connectorId }],
    [
      "sha512-rsa.pem",
      {
        thumbprint: "9D4FF059FAE18F66FC2F8A3A3E5E9EA3A1D7D07C",
        subject: "O=Contoso\\, Example, CN=größe-ärger.contoso.example",
        subjectCommonName: "größe-ärger.contoso.example",
        notAfter: "2066-02-26T10:11:12Z",
        signatureAlgorithm: "sha512WithRSAEncryption",
        signatureHash: "sha512",
      },
    ],
    ["pss-sha512.pem", { signatureAlgorithm: "rsassaPss", signatureHash: "sha512" }],
    ["no-common-name.pem", { subject: "O=Contoso Example", signatureAlgorithm: "Ed25519" }],
  ])("reads %s", async (name, expected) => {
    const { value, notes } = await certificatesOf(fixture(name));
    expect(value).toHaveLength(1);
    expect(value[0]).toMatchObject({ ...expected, line: 1 });
    expect(notes).toEqual([]);
  });

  it("leaves out what a certificate does not say", async () => {
    const { value } = await certificatesOf(fixture("no-common-name.pem"));
    expect(Object.keys(value[0] ?? {})).not.toContain("subjectCommonName");
    expect(Object.keys(value[0] ?? {})).not.toContain("signatureHash");
    expect(Object.keys(value[0] ?? {})).not.toContain("connectorId");
  });

  it("reads every certificate of a bundle", async () => {
    const { value } = await certificatesOf(fixture("bundle.p7b"));
    expect(value.map(({ thumbprint }) => thumbprint)).toEqual([valid.thumbprint, expired]);
  });
});

describe("the forms in which certificates arrive", () => {
  const pemText = fixture("valid-with-connector-id.pem").toString();
  const base64 = pemText.split("\n").slice(1, -2).join("\n");

  it.each<[string, Uint8Array | string, number]>([
    ["PEM", pemText, 1],
    ["PEM with Windows line ends", pemText.replaceAll("\n", "\r\n"), 1],
    ["PEM in UTF-16 with a mark", Buffer.from(`\ufeff${pemText}`, "utf16le"), 1],
    ["PEM in UTF-16 without a mark", Buffer.from(pemText, "utf16le"), 1],
    ["PEM in UTF-8 with a mark", `\ufeff${pemText}`, 1],
    ["PEM that a mail has indented", pemText.replaceAll(/^/gm, "  "), 1],
    [
      "PEM with a dump of openssl before it",
      `Certificate:\n    Data:\n        Version: 3 (0x2)\n${pemText}`,
      4,
    ],
    ["bare base64", base64, 1],
    [
      "a bundle that calls itself a certificate",
      fixture("bundle.p7b").toString().replaceAll("PKCS7", "CERTIFICATE"),
      1,
    ],
  ])("reads %s", async (_name, bytes, line) => {
    const { value, notes } = await certificatesOf(bytes);
    expect(value[0]).toEqual({ ...valid, line });
    expect(notes).toEqual([]);
  });

  it("reads several certificates of one file, with their lines", async () => {
    const { value } = await certificatesOf(`subject=x\n${fixture("expired.pem")}\n---\n${pemText}`);
    expect(value.map(({ thumbprint, line }) => [thumbprint, line])).toEqual([
      [expired, 2],
      [valid.thumbprint, 14],
    ]);
  });

  it.each<[string, string, string, number]>([
    [
      "a block of something else",
      `-----BEGIN X509 CRL-----\nMAYCAX8CAQE=\n-----END X509 CRL-----\n${pemText}`,
      "certificate-unreadable",
      1,
    ],
    ["a block that is cut", `${pemText}-----BEGIN CERTIFICATE-----\nMIIC`, "cut-off", 14],
    ["a block within a block", `-----BEGIN CERTIFICATE-----\n${pemText}`, "cut-off", 1],
    [
      "a block that is no base64",
      `-----BEGIN CERTIFICATE-----\n%%\n-----END CERTIFICATE-----\n${pemText}`,
      "not-base64",
      1,
    ],
    [
      "a certificate that is cut",
      `${pemText.replace(base64, base64.slice(0, 200))}${pemText}`,
      "certificate-unreadable",
      1,
    ],
  ])("reads the rest beside %s", async (_name, text, code, line) => {
    const read = await readCertificates(Buffer.from(text));
    expect(read).toMatchObject({ value: [{ thumbprint: valid.thumbprint }], notes: [{ code, line }] });
  });

  it("notes what follows a certificate in DER, and reads it if it is another one", async () => {
    const cer = fixture("valid-with-connector-id.cer");
    expect(await certificatesOf(Buffer.concat([cer, Buffer.from("\0\0junk")]))).toMatchObject({
      value: [{ thumbprint: valid.thumbprint }],
      notes: [{ code: "trailing-bytes", at: cer.length }],
    });
    expect((await certificatesOf(Buffer.concat([cer, cer]))).value).toEqual([valid, valid]);
  });
});

describe("files that are refused", () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const cer = fixture("valid-with-connector-id.cer");
  const pkcs8 = privateKey.export({ type: "pkcs8", format: "der" });
  const sec1 = privateKey.export({ type: "sec1", format: "der" });
  const locked = { type: "pkcs8", cipher: "aes-256-cbc", passphrase: "8443" } as const;
  const pemKey = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const pfxStart = [0x30, 0x82, 0x09, 0x51, 0x02, 0x01, 0x03, 0x30, 0x82, 0x09, 0x17, 0x06, 0x09];

  it.each<[string, Uint8Array | string]>([
    ["PKCS#8 in PEM", pemKey],
    ["PKCS#8 in PEM behind a certificate", `${fixture("expired.pem")}\n${pemKey}`],
    ["PKCS#8 in PEM in UTF-16", Buffer.from(`\ufeff${pemKey}`, "utf16le")],
    ["encrypted PKCS#8 in PEM", privateKey.export({ ...locked, format: "pem" }).toString()],
    ["SEC 1 in PEM", privateKey.export({ type: "sec1", format: "pem" }).toString()],
    ["OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----"],
    ["PuTTY", "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none"],
    ["openssl's dump of a key", "Private-Key: (2048 bit)\nprivateExponent:\n    00:8a"],
    ["PKCS#8 in DER", pkcs8],
    ["SEC 1 in DER", sec1],
    ["encrypted PKCS#8 in DER", privateKey.export({ ...locked, format: "der" })],
    [
      "PKCS#1 in DER",
      generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export({ type: "pkcs1", format: "der" }),
    ],
    ["PKCS#8 in DER behind a certificate", Buffer.concat([cer, pkcs8])],
    ["PKCS#8 in bare base64", pkcs8.toString("base64")],
    [
      "a key that calls itself a certificate",
      `-----BEGIN CERTIFICATE-----\n${pkcs8.toString("base64")}\n-----END CERTIFICATE-----`,
    ],
    ["PKCS#12", Buffer.from([...pfxStart, ...Buffer.alloc(200)])],
    ["PKCS#12 without lengths", Buffer.from([0x30, 0x80, 0x02, 0x01, 0x03, 0x30, 0x80])],
    ["Microsoft's .pvk", Buffer.from([0x1e, 0xf1, 0xb5, 0xb0, 0, 0, 0, 0])],
    ["a Java key store", Buffer.from([0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2])],
  ])("refuses a private key as %s, and repeats nothing of it", async (_name, bytes) => {
    const read = await readCertificates(Buffer.from(bytes));
    expect(Object.keys(read)).toEqual(["refused"]);
    expect(read).toMatchObject({ refused: { code: "private-key" } });
    expect(JSON.stringify(read)).not.toMatch(/MI[A-Za-z0-9]|BEGIN|00:8a/);
  });

  it.each<[string, Uint8Array | string, string]>([
    ["an empty file", "", "no-certificate"],
    ["text", "The certificate with thumbprint 4150 was not found.", "no-certificate"],
    ["text that begins like DER", `000${"0".repeat(60)}`, "no-certificate"],
    ["binary content", Buffer.alloc(300, "\x00\x01\x02"), "no-certificate"],
    ["a certificate that is cut", cer.subarray(0, 300), "certificate-unreadable"],
    [
      "a public key",
      generateKeyPairSync("ec", { namedCurve: "P-256" })
        .publicKey.export({ type: "spki", format: "pem" })
        .toString(),
      "certificate-unreadable",
    ],
    [
      "lengths that reach beyond the file",
      Buffer.from("3082ffff3082fffa3082fff5", "hex"),
      "certificate-unreadable",
    ],
    ["lengths of their own", Buffer.from("3084ffffffff30845555", "hex"), "certificate-unreadable"],
    ["a file that is too large", Buffer.concat([cer, Buffer.alloc(64 * 1024)]), "too-large"],
  ])("refuses %s", async (_name, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it("never throws, whichever byte of a certificate is broken or missing", async () => {
    for (let at = 0; at < cer.length; at += 1) {
      const broken = Buffer.from(cer);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      for (const bytes of [broken, cer.subarray(0, at)]) {
        const read = await readCertificates(bytes);
        if ("refused" in read) expect(read.refused.message).toMatch(/\.$/);
        else expect(read.value[0]?.thumbprint).not.toBe(valid.thumbprint);
      }
    }
  });
});

describe("telling certificates by their beginning", () => {
  it.each<[string, Uint8Array | string, boolean]>([
    ["DER", fixture("valid-with-connector-id.cer"), true],
    ["a private key in DER", Buffer.from([0x30, 0x82, 0x01, 0x00, 0x02, 0x01, 0x00]), true],
    ["PEM", "junk\n-----BEGIN CERTIFICATE-----\n", true],
    ["a bundle in PEM", "-----BEGIN PKCS7-----\n", true],
    ["other bytes", Buffer.from("ElfFile\0"), false],
    ["other text", "Certificate:", false],
  ])("%s", (_name, head, expected) => expect(looksLikeCertificate(head)).toBe(expected));
});
