import { describe, expect, it } from "vitest";
import { trustSettings } from "./plan.ts";
import { factOf, importCase, sourceAt } from "./run-import.ts";

const thumbprint = "4905CC64B2D81BBED60962ECC5DCF63F643CCD55";
const name = "TrustSettings.xml";

describe("a settings file", () => {
  it("gives its elements with their lines", async () => {
    const imported = await importCase({ [name]: trustSettings() });
    expect(factOf(imported, "trust.thumbprint")).toMatchObject({
      value: thumbprint,
      from: [{ at: "line 4" }],
    });
    expect(factOf(imported, "trust.in-user-store")).toMatchObject({ value: false, from: [{ at: "line 5" }] });
    expect(imported.warnings).toEqual([]);
    expect(sourceAt(imported, name)).toMatchObject({
      kind: "trust-settings",
      encoding: "utf-8",
      parser: "xml-settings 1",
    });
  });

  it("is known by its content, whatever it is called", async () => {
    const imported = await importCase({ "sent-by-mail.txt": trustSettings() });
    expect(factOf(imported, "trust.thumbprint")).toMatchObject({ value: thumbprint });
  });

  it.each([
    ["lower case", thumbprint.toLowerCase()],
    ["spaces", "49 05 CC 64 B2 D8 1B BE D6 09 62 EC C5 DC F6 3F 64 3C CD 55"],
    ["the invisible mark that Windows copies", `\u200e${thumbprint}`],
    ["colons", "49:05:CC:64:B2:D8:1B:BE:D6:09:62:EC:C5:DC:F6:3F:64:3C:CD:55"],
  ])("reads a thumbprint with %s and says so", async (_what, written) => {
    const imported = await importCase({ [name]: trustSettings(written) });
    expect(factOf(imported, "trust.thumbprint")).toMatchObject({
      value: thumbprint,
      note: expect.stringContaining("written with"),
    });
    expect(imported.warnings).toMatchObject([{ file: name, fact: "trust.thumbprint" }]);
  });

  it.each([
    ["an empty thumbprint", trustSettings(""), "trust.thumbprint"],
    ["a blank thumbprint", trustSettings("  "), "trust.thumbprint"],
    ["a short thumbprint", trustSettings("4905CC"), "trust.thumbprint"],
    ["a thumbprint with other letters", trustSettings("X".repeat(40)), "trust.thumbprint"],
    ["a store that is neither true nor false", trustSettings(thumbprint, "perhaps"), "trust.in-user-store"],
    ["an empty store", trustSettings(thumbprint, ""), "trust.in-user-store"],
    [
      "no store at all",
      trustSettings().replace(/ *<IsInUserStore>.*<\/IsInUserStore>\n/, ""),
      "trust.in-user-store",
    ],
  ])("with %s leaves the fact unknown, never none, and warns", async (_what, content, fact) => {
    const imported = await importCase({ [name]: content });
    expect(factOf(imported, fact)).toMatchObject({
      unknown: "parse-error",
      detail: expect.any(String),
      from: [{ at: expect.any(String) }],
    });
    expect(imported.warnings).toMatchObject([{ file: name, fact }]);
    expect(imported.recognised).toBe(1);
  });

  it.each(["TRUE", " true ", "True"])("reads %s as true", async (written) => {
    expect(
      factOf(await importCase({ [name]: trustSettings(thumbprint, written) }), "trust.in-user-store"),
    ).toMatchObject({ value: true });
  });

  it("says the same in UTF-16 with a byte order mark", async () => {
    const content = `\ufeff${trustSettings().replace("utf-8", "utf-16")}`;
    const imported = await importCase({ [name]: Buffer.from(content, "utf16le") });
    expect(factOf(imported, "trust.thumbprint")).toMatchObject({ value: thumbprint });
    expect(sourceAt(imported, name)?.encoding).toBe("utf-16le");
  });

  it.each([
    ["cut off", trustSettings().slice(0, 260), "cut-off"],
    [
      "with a document type",
      trustSettings().replace("?>\n", "?>\n<!DOCTYPE ConnectorTrustSettingsFile [<!ENTITY a 'b'>]>\n"),
      "doctype",
    ],
    ["not well-formed", trustSettings().replace("</CloudProxyTrust>", "</Trust>"), "not-well-formed"],
    [
      "too large",
      trustSettings().replace("<CloudProxyTrust>", `<!--${"x".repeat(4 * 1024 * 1024)}--><CloudProxyTrust>`),
      "too-large",
    ],
    [
      "too deep",
      trustSettings().replace(
        "<CloudProxyTrust>",
        `${"<a>".repeat(900)}${"</a>".repeat(900)}<CloudProxyTrust>`,
      ),
      "too-deep",
    ],
  ])("that is %s costs its own facts only", async (_what, content, code) => {
    const imported = await importCase({ [name]: content, "answers.yaml": "facts: { proxy.mode: direct }" });
    expect(factOf(imported, "trust.thumbprint")).toMatchObject({
      unknown: "damaged-source",
      detail: expect.any(String),
    });
    expect(factOf(imported, "trust.in-user-store")).toMatchObject({ unknown: "damaged-source" });
    expect(factOf(imported, "proxy.mode")).toMatchObject({ value: "direct" });
    expect(imported.warnings).toMatchObject([{ code, file: name, message: expect.stringContaining(name) }]);
    expect(sourceAt(imported, name)?.notes).toHaveLength(1);
    expect(imported.problems).toEqual([]);
  });

  it("twice with the same values gives one value seen in both", async () => {
    const imported = await importCase({
      "old/TrustSettings.xml": `${trustSettings()}\n`,
      "new/TrustSettings.xml": trustSettings(),
    });
    expect(factOf(imported, "trust.thumbprint")).toMatchObject({ value: thumbprint, from: [{}, {}] });
  });

  it("twice with different values gives a conflict that keeps both", async () => {
    const other = "A".repeat(40);
    const imported = await importCase({
      "old/TrustSettings.xml": trustSettings(other),
      "new/TrustSettings.xml": trustSettings(),
    });
    expect(factOf(imported, "trust.thumbprint")).toMatchObject({
      conflict: [{ value: thumbprint }, { value: other }],
    });
    expect(factOf(imported, "trust.in-user-store")).toMatchObject({ value: false });
  });

  it("with an element twice gives a conflict, or one value if both agree", async () => {
    const twice = (first: string, second: string) =>
      trustSettings(first).replace("</Thumbprint>", `</Thumbprint><Thumbprint>${second}</Thumbprint>`);
    const differ = await importCase({ [name]: twice(thumbprint, "B".repeat(40)) });
    expect(factOf(differ, "trust.thumbprint")).toMatchObject({
      conflict: [{ value: thumbprint }, { value: "B".repeat(40) }],
    });
    const agree = await importCase({ [name]: twice(thumbprint, thumbprint.toLowerCase()) });
    expect(factOf(agree, "trust.thumbprint")).toMatchObject({ value: thumbprint });
  });
});

describe("an XML file that no pack asks about", () => {
  it("is listed and gives nothing", async () => {
    const imported = await importCase({
      "web.config": "<configuration><a/></configuration>",
      [name]: trustSettings(),
    });
    expect(sourceAt(imported, "web.config")).toMatchObject({ kind: "unrecognized", bytes: 35 });
  });
});
