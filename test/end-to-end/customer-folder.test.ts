import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../schemas/generated/types.ts";
import {
  brandFolder,
  certificate,
  collected,
  eventExport,
  oldBrandFolder,
  pem,
  thumbprint,
  trustSettings,
} from "./case-files.ts";
import { allDiagnoses, diagnoseToReport } from "./report.ts";
import { run, unwrapped } from "./run.ts";
import { scratch } from "./scratch.ts";

const folder = scratch();
const expired = "trust-certificate-expired";
type Files = Readonly<Record<string, string | Uint8Array>>;

const diagnoseFiles = (files: Files) => diagnoseToReport([folder.write(files), "--at", collected]);
const said = ({ warnings }: Report) => unwrapped(warnings.map(({ message }) => message).join(" "));
const verdict = ({ verdicts }: Report, id: string) => verdicts.find(({ rule }) => rule === id)?.verdict;

const other = "9F3E00D1C2B3A4958677665544332211FFEEDDCC";
const spaced = "20 a5 02 d1 07 eb 6e d9 fc 88 2b 66 7d 29 7a 2f 83 14 db a7";

describe("a thumbprint as people and Windows write it", () => {
  it.concurrent.each([
    ["in lower case", thumbprint.toLowerCase(), "lower-case letters"],
    ["with spaces", spaced.toUpperCase(), "separators"],
    ["with colons", spaced.replaceAll(" ", ":"), "separators"],
    ["with the mark that the certificate dialog copies", `\u200e${thumbprint}`, "cannot be seen"],
    ["with all of it", `\u200e${spaced} `, "cannot be seen"],
  ])("%s names the same certificate, and the report says so", async (_, named, why) => {
    const { exitCode, report } = await diagnoseFiles({
      "TrustSettings.xml": trustSettings({ named }),
      "c.cer": certificate,
    });
    expect(exitCode).toBe(1);
    expect(allDiagnoses(report)).toEqual([expired]);
    expect(said(report)).toContain(why);
    expect(said(report)).toContain(thumbprint);
  });

  it.concurrent.each([
    ["empty", "", "is empty"],
    ["too short", "20A502D1", "40 characters"],
    ["of other characters", thumbprint.replace("20A5", "20G5"), "0-9 and A-F"],
  ])("that is %s leaves everything about the certificate open, and says why", async (_, named, why) => {
    const { exitCode, report } = await diagnoseFiles({
      "TrustSettings.xml": trustSettings({ named }),
      "c.cer": certificate,
    });
    expect(exitCode).toBe(3);
    expect([verdict(report, expired), verdict(report, "trust-certificate-missing")]).toEqual([
      "cannot-tell",
      "cannot-tell",
    ]);
    expect(said(report)).toContain(why);
  });
});

describe("TrustSettings.xml", () => {
  it.concurrent.each([
    ["without IsInUserStore", null, "no CloudProxyTrust/IsInUserStore"],
    ["with an IsInUserStore that is neither true nor false", "perhaps", "neither true nor false"],
    ["with an empty IsInUserStore", "", "should say true or false"],
  ])("%s still says which certificate is meant", async (_, inUserStore, why) => {
    const { exitCode, report } = await diagnoseFiles({
      "TrustSettings.xml": trustSettings({ inUserStore }),
      "c.cer": certificate,
    });
    expect(exitCode).toBe(1);
    expect(allDiagnoses(report)).toEqual([expired]);
    expect(verdict(report, "trust-certificate-missing")).toBe("cannot-tell");
    expect(said(report)).toContain(why);
  });

  it.concurrent.each<[string, string, RegExp]>([
    ["was cut off", trustSettings().slice(0, 290), /ends/],
    [
      "has a document type",
      trustSettings().replace("\r\n", '\r\n<!DOCTYPE ConnectorTrustSettingsFile [<!ENTITY a "b">]>'),
      /document type/,
    ],
    ["has a tag that is not closed", trustSettings().replace("</Thumbprint>", ""), /Thumbprint/],
  ])("that %s costs its own facts only: the rest decides", async (_, text, why) => {
    const { exitCode, report } = await diagnoseFiles({
      [`${brandFolder}/TrustSettings.xml`]: text,
      "c.cer": certificate,
      "events.xml": eventExport,
    });
    expect(exitCode).toBe(1);
    expect(allDiagnoses(report)).toEqual(["trust-certificate-expiry-logged"]);
    expect(said(report)).toMatch(new RegExp(`TrustSettings\\.xml.*${why.source}`));
    const sources = Object.values(report.sources).filter(({ kind }) => kind !== "unrecognized");
    expect(sources.map(({ kind }) => kind).sort()).toEqual(["certificate", "event-export", "trust-settings"]);
  });

  it.concurrent.each<[string, Uint8Array]>([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${trustSettings()}`, "utf8")],
    ["UTF-16 with a mark", Buffer.from(`\ufeff${trustSettings().replace("utf-8", "utf-16")}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${trustSettings()}`, "utf16le").swap16()],
  ])("in %s is read", async (_, bytes) => {
    const { report } = await diagnoseFiles({ "TrustSettings.xml": bytes, "c.cer": certificate });
    expect(allDiagnoses(report)).toEqual([expired]);
  });
});

describe("two TrustSettings.xml, of the old and the new brand", () => {
  const two = {
    [`${brandFolder}/TrustSettings.xml`]: trustSettings(),
    [`${oldBrandFolder}/TrustSettings.xml`]: trustSettings({ named: other, inUserStore: "true" }),
    "c.cer": certificate,
  };
  const service = (program: string) =>
    `facts: { services.connector.binary-path: 'C:\\Program Files\\Here\\${program}.exe' }`;

  it("that disagree are a conflict with both paths, and no guess", async () => {
    const { exitCode, report } = await diagnoseFiles(two);
    expect(exitCode).toBe(3);
    expect(verdict(report, expired)).toBe("cannot-tell");
    const claims = report.conflicts.find(({ fact }) => fact === "trust.thumbprint")?.claims ?? [];
    expect(claims.map(({ value }) => value).sort()).toEqual([thumbprint, other].sort());
    const paths = claims.flatMap(({ from }) => from.map(({ source }) => report.sources[source]?.path));
    expect(paths.sort()).toEqual(
      Object.keys(two)
        .filter((path) => path.endsWith("xml"))
        .sort(),
    );
  });

  it.concurrent.each([
    ["the new one", "MicrosoftEntraPrivateNetworkConnectorService", "matches"],
    ["the old one", "ApplicationProxyConnectorService", "cannot-tell"],
  ])("are settled by the program that the service runs: %s", async (_, program, expected) => {
    const { report } = await diagnoseFiles({ ...two, "answers.yaml": service(program) });
    expect(verdict(report, expired)).toBe(expected);
  });

  it("that agree are one", async () => {
    const same = { ...two, [`${oldBrandFolder}/TrustSettings.xml`]: trustSettings() };
    const { report } = await diagnoseFiles(same);
    expect(report.conflicts).toEqual([]);
    expect(allDiagnoses(report)).toEqual([expired]);
  });
});

describe("certificates", () => {
  it("that are the same twice, in DER and PEM, count once, and the report names both files", async () => {
    const { report } = await diagnoseFiles({
      "TrustSettings.xml": trustSettings(),
      "a.cer": certificate,
      "b/copy.pem": pem("CERTIFICATE", certificate),
    });
    expect(allDiagnoses(report)).toEqual([expired]);
    expect(said(report)).toContain("a.cer and b/copy.pem hold the same certificate");
  });

  it("that were cut off cost themselves only", async () => {
    const { exitCode, report } = await diagnoseFiles({
      "TrustSettings.xml": trustSettings(),
      "a.cer": certificate.subarray(0, 400),
      "b.cer": certificate,
    });
    expect(exitCode).toBe(1);
    expect(allDiagnoses(report)).toEqual([expired]);
    expect(said(report)).toContain("a.cer");
  });

  it("come without their private key: a file with one is refused, named, and not quoted", async () => {
    const secret = Buffer.from("this would be the secret part of the key").toString("base64");
    const { exitCode, report, stderr } = await diagnoseFiles({
      "TrustSettings.xml": trustSettings(),
      "c.cer": certificate,
      "store/export.pem": pem("CERTIFICATE", certificate) + pem("PRIVATE KEY", Buffer.from(secret, "base64")),
    });
    expect(exitCode).toBe(1);
    expect(allDiagnoses(report)).toEqual([expired]);
    expect(said(report)).toMatch(/store\/export\.pem was not used\. .*private key/);
    expect(JSON.stringify(report) + stderr).not.toContain(secret.slice(0, 24));
  });
});

describe("what a customer sends along", () => {
  it("and nobody understands is listed, never dropped", async () => {
    const files = {
      "TrustSettings.xml": trustSettings(),
      "capture.etl": Buffer.alloc(2048, 0xa7),
      "notes.docx": "PK\u0003\u0004",
      "empty.log": "",
    };
    const { report } = await diagnoseFiles(files);
    const unread = Object.values(report.sources).filter(({ kind }) => kind === "unrecognized");
    expect(unread.map(({ path }) => path)).toEqual(expect.arrayContaining(["capture.etl", "notes.docx"]));
    expect(JSON.stringify(report)).toContain("empty.log");
  });

  it("in hidden folders and behind links is passed over, and counted", async () => {
    const path = folder.write({
      "TrustSettings.xml": trustSettings(),
      ".git/config": "x",
      "node_modules/a.txt": "x",
    });
    symlinkSync("/etc", join(path, "etc"));
    const { report } = await diagnoseToReport([path]);
    expect(said(report)).toMatch(/2 hidden files or folders/);
    expect(said(report)).toMatch(/1 link was not followed: etc/);
    expect(Object.values(report.sources).map(({ path: at }) => at)).toEqual(["TrustSettings.xml"]);
  });

  it("of two servers is not mixed: both are named, and --host chooses", async () => {
    const second = eventExport
      .replaceAll("CONN-RTM-07", "CONN-AMS-01")
      .replaceAll("EventID>1000<", "EventID>24030<");
    const path = folder.write({ "rtm/events.xml": eventExport, "ams/events.xml": second });
    const unchosen = await run(["diagnose", path]);
    expect(unchosen).toMatchObject({ exitCode: 2, stdout: "" });
    expect(unwrapped(unchosen.stderr)).toMatch(/CONN-AMS-01.*CONN-RTM-07.*--host/);
    const chosen = await diagnoseToReport([path, "--host", "conn-rtm-07"]);
    expect(allDiagnoses(chosen.report)).toEqual(["trust-certificate-expiry-logged"]);
    expect((await diagnoseToReport([path, "--host", "CONN-AMS-01"])).report.diagnoses).toEqual([]);
    const unknown = await run(["diagnose", path, "--host", "CONN-XXX"]);
    expect(unknown).toMatchObject({ exitCode: 2, stdout: "" });
  });

  it("as events saved by Event Viewer, in UTF-16, is read like the other form", async () => {
    const saved = `\ufeff<?xml version="1.0" encoding="utf-16" standalone="yes"?>\r\n<Events>${eventExport.trimEnd().split("\r\n").join("")}</Events>`;
    const { report } = await diagnoseFiles({ "saved.xml": Buffer.from(saved, "utf16le") });
    expect(allDiagnoses(report)).toEqual(["trust-certificate-expiry-logged"]);
  });

  it("as events in another language proves nothing by their texts", async () => {
    const german = eventExport
      .replaceAll("Culture='en-US'", "Culture='de-DE'")
      .replaceAll(
        /<Message>Connector re-registration[^<]*/g,
        "<Message>Das Zertifikat des Connectors ist abgelaufen.",
      );
    const { exitCode, report } = await diagnoseFiles({ "events.xml": german });
    expect(exitCode).toBe(3);
    expect(verdict(report, "trust-certificate-expiry-logged")).toBe("cannot-tell");
  });

  it("is found however deep it lies", async () => {
    const deep = `${"down/".repeat(60)}TrustSettings.xml`;
    const { report } = await diagnoseFiles({ [deep]: trustSettings(), "c.cer": certificate });
    expect(allDiagnoses(report)).toEqual([expired]);
  });

  it("as an empty folder beside facts is said, and the facts are used", async () => {
    const empty = join(folder.path, "empty-upload");
    mkdirSync(empty);
    const { exitCode, report, stderr } = await diagnoseToReport([empty, "examples/port-443-blocked.yaml"]);
    expect(exitCode).toBe(1);
    expect(report.diagnoses[0]?.rule).toBe("port-443-blocked");
    expect(stderr).toContain("empty-upload");
  });
});
