import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { certificate, commonName, pem, utcTime, utf8 } from "../formats/certificate/der-writer.ts";
import { factOf, importCase, rowsOf, sourceAt } from "./run-import.ts";

const id = "certificates";

describe("a certificate that was sent as a file", () => {
  it("gives a row and covers nothing, because a loose file has no store", async () => {
    const imported = await importCase({ "connector.cer": certificate() });
    expect(factOf(imported, id)).toEqual({
      items: [
        {
          thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
          subject: "CN=proxy.contoso.example",
          "subject-name": "proxy.contoso.example",
          issuer: "CN=Contoso Issuing CA 7",
          "issuer-name": "Contoso Issuing CA 7",
          "not-before": "2026-03-01T10:11:12Z",
          "not-after": "2027-03-01T10:11:12Z",
          "signature-hash": "sha512",
          from: [{ source: expect.any(String) }],
        },
      ],
      from: [{ source: expect.any(String) }],
    });
    expect(sourceAt(imported, "connector.cer")).toMatchObject({ kind: "certificate" });
  });

  it("in PEM says on which line it stands, whatever the file is called", async () => {
    const imported = await importCase({ "mail.txt": `Hello,\n\n${pem(certificate())}` });
    expect(rowsOf(imported, id)).toMatchObject([{ from: [{ at: "line 3" }] }]);
  });

  it("in two files is one row seen in both, and that is said", async () => {
    const imported = await importCase({ "a.cer": certificate(), "b/b.pem": pem(certificate()) });
    expect(rowsOf(imported, id)).toMatchObject([{ from: [{}, {}] }]);
    expect(imported.warnings).toMatchObject([
      { code: "certificate-twice", message: expect.stringContaining("a.cer and b/b.pem") },
    ]);
  });

  it("beside another one leaves two rows", async () => {
    const other = certificate({
      subject: [commonName(utf8("old.contoso.example"))],
      notAfter: utcTime("251231235959Z"),
    });
    const imported = await importCase({ "a.cer": certificate(), "b.cer": other });
    expect(rowsOf(imported, id)).toHaveLength(2);
    expect(imported.warnings).toEqual([]);
  });

  it.each([
    ["nothing in it but noise", Buffer.from("not a certificate at all")],
    ["its end cut off", certificate().slice(0, 120)],
    ["more bytes than any certificate", Buffer.alloc(64 * 1024 + 1, "A")],
  ])("with %s costs only itself", async (_what, content) => {
    const imported = await importCase({ "broken.cer": content, "whole.cer": certificate() });
    expect(rowsOf(imported, id)).toHaveLength(1);
    expect(imported.warnings.map(({ file }) => file)).toContain("broken.cer");
    const alone = await importCase({ "broken.cer": content });
    expect(factOf(alone, id)).toMatchObject({ unknown: "damaged-source" });
  });
});

describe("a private key", () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

  it.each([
    ["in PEM", "key.pem", privateKey.export({ type: "pkcs8", format: "pem" })],
    ["in DER", "key.bin", privateKey.export({ type: "pkcs8", format: "der" })],
    [
      "behind a certificate",
      "both.pem",
      `${pem(certificate())}${String(privateKey.export({ type: "sec1", format: "pem" }))}`,
    ],
  ])("%s is refused, noted and warned of, and nothing of it is kept", async (_what, name, content) => {
    const imported = await importCase({
      [name]: typeof content === "string" ? content : new Uint8Array(content),
    });
    expect(factOf(imported, id)).toMatchObject({ unknown: "redacted" });
    expect(imported.warnings).toMatchObject([{ code: "private-key", file: name }]);
    expect(sourceAt(imported, name)?.notes?.join(" ")).toContain("private key");
    const body = privateKey.export({ type: "pkcs8", format: "der" }).toString("base64").slice(40, 80);
    expect(JSON.stringify(imported)).not.toContain(body);
  });
});
