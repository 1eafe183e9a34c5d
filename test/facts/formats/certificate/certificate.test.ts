import { describe, expect, it } from "vitest";
import { certificateFromDer } from "../../../../facts/formats/certificate/certificate.ts";
import { readCertificates } from "../../../../facts/formats/certificate/read-certificates.ts";
import {
  certificate,
  commonName,
  der,
  generalizedTime,
  oid,
  pem,
  sequence,
  utcTime,
  utf8,
} from "./der-writer.ts";

type Sketch = Parameters<typeof certificate>[0];

function read(sketch: Sketch = {}) {
  const found = certificateFromDer(certificate(sketch));
  if (!found) throw new Error("no certificate");
  return found;
}

describe("what a certificate says", () => {
  it("tells subject and issuer apart", () => {
    expect(read().certificate).toMatchObject({
      subjectCommonName: "proxy.contoso.example",
      issuerCommonName: "Contoso Issuing CA 7",
      signatureAlgorithm: "sha512WithRSAEncryption",
      serialNumber: "20FB",
    });
  });

  it.each([
    ["UTF-8", utf8("größe"), "größe"],
    ["printable text", der(0x13, "Contoso"), "Contoso"],
    ["two bytes a character", der(0x1e, Buffer.from("größe", "utf16le").swap16()), "größe"],
    ["four bytes a character", der(0x1c, Uint8Array.of(0, 0, 0, 0x41, 0, 1, 0xf6, 0)), "A😀"],
    ["control characters", utf8("a\u0000b\n\u001b[31mc\u202e"), "a\u0000b\n\u001b[31mc\u202e"],
    ["HTML", utf8("<script>alert(8443)</script>"), "<script>alert(8443)</script>"],
    ["commas and equal signs", utf8("a, O=Microsoft"), "a, O=Microsoft"],
    ["nothing", utf8(""), ""],
  ])("gives a common name of %s as it was signed", (_name, value, expected) => {
    expect(read({ subject: [commonName(value)] }).certificate.subjectCommonName).toBe(expected);
  });

  it("keeps line breaks in a name from looking like two names", () => {
    const { subject } = read({ subject: [commonName(utf8("a\nO=Microsoft, b"))] }).certificate;
    expect(subject).toBe("CN=a\\0AO=Microsoft\\, b");
  });

  it("takes the most specific of several common names, and none where there is none", () => {
    expect(
      read({ subject: [commonName(utf8("a")), commonName(utf8("b"))] }).certificate.subjectCommonName,
    ).toBe("b");
    const { certificate: unnamed, notes } = read({ subject: [] });
    expect([unnamed.subject, "subjectCommonName" in unnamed, notes]).toEqual(["", false, []]);
  });

  it.each([
    ["a two-digit year before 50", utcTime("491231235959Z"), "2049-12-31T23:59:59Z"],
    ["a two-digit year from 50 on", utcTime("500101000000Z"), "1950-01-01T00:00:00Z"],
    ["a four-digit year", generalizedTime("20500101000000Z"), "2050-01-01T00:00:00Z"],
    ["no end", generalizedTime("99991231235959Z"), "9999-12-31T23:59:59Z"],
  ])("reads a time with %s", (_name, notAfter, expected) => {
    expect(read({ notAfter }).certificate.notAfter).toBe(expected);
  });

  it.each([
    ["a day that no calendar has", utcTime("260230000000Z")],
    ["an hour that no day has", utcTime("260228250000Z")],
    ["no seconds", utcTime("2602280000Z")],
    ["an offset", utcTime("260228000000+0200")],
    ["a fraction", generalizedTime("20260228000000.5Z")],
    ["the digits of the other kind", utcTime("20260228000000Z")],
    ["no digits", utcTime("forever-and-Z")],
  ])("leaves out a time with %s, and says so", (_name, notAfter) => {
    const found = read({ notAfter });
    expect("notAfter" in found.certificate).toBe(false);
    expect(found.certificate.notBefore).toBe("2026-03-01T10:11:12Z");
    expect(found.notes).toMatchObject([{ code: "value-not-understood" }]);
    expect(found.notes[0]?.message).toContain("The end of the validity of the certificate");
  });

  it.each([
    ["1.2.840.113549.1.1.5", "sha1WithRSAEncryption", "sha1"],
    ["1.2.840.113549.1.1.11", "sha256WithRSAEncryption", "sha256"],
    ["1.2.840.10045.4.3.4", "ecdsa-with-SHA512", "sha512"],
    ["1.3.14.3.2.29", "sha1WithRSAEncryption", "sha1"],
    ["1.2.840.113549.1.1.10", "rsassaPss", "sha1"],
    ["1.3.6.1.4.1.311.8443", "1.3.6.1.4.1.311.8443", undefined],
  ])("knows the signature algorithm %s", (id, name, hash) => {
    const found = read({ algorithm: sequence(oid(id)) }).certificate;
    expect([found.signatureAlgorithm, found.signatureHash]).toEqual([name, hash]);
  });

  it.each([
    ["is too short", Uint8Array.of(1, 2, 3), undefined],
    ["is too long", Buffer.alloc(17, 7), undefined],
    [
      "is sixteen bytes",
      Buffer.from("00112233445566778899aabbccddeeff", "hex"),
      "33221100-5544-7766-8899-aabbccddeeff",
    ],
  ])("reads a connector id that %s", (_name, value, expected) => {
    const agentId = sequence(oid("1.3.6.1.4.1.311.82.1"), der(0x04, value));
    expect(read({ extensions: [agentId] }).certificate.connectorId).toBe(expected);
  });

  it("takes no other extension for a connector id", () => {
    const other = sequence(oid("1.3.6.1.4.1.311.82.2"), der(0x04, Buffer.alloc(16, 7)));
    expect(read({ extensions: [other] }).certificate.connectorId).toBeUndefined();
  });

  it("gives the line of the certificate with each of its notes", async () => {
    const file = `\n\n${pem(certificate({ notAfter: utcTime("never") }))}`;
    expect(await readCertificates(Buffer.from(file))).toMatchObject({
      value: [{ line: 3 }],
      notes: [{ line: 3 }],
    });
  });
});
