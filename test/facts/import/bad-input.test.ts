import { describe, expect, it } from "vitest";
import { importPaths } from "../../../facts/import/import-paths.ts";
import type { Trouble } from "../../../facts/world.ts";
import { breakingWorld, type FakeEntry, fakeWorld } from "../fake-world.ts";
import { plan, trustSettings } from "./plan.ts";
import { importCase, sourceAt } from "./run-import.ts";

const importGiven = (files: Record<string, FakeEntry>, ...paths: string[]) =>
  importPaths(fakeWorld(files), paths, plan);

describe("a path that the person gave", () => {
  it.each<[string, Record<string, FakeEntry>, string, string]>([
    ["does not exist", {}, "path-not-found", "does not exist"],
    [
      "may not be read",
      { "/up/x.xml": { trouble: "no-permission" } },
      "file-no-permission",
      "permission is denied",
    ],
    ["is a pipe", { "/up/x.xml": "<pipe>" }, "path-special-file", "pipe, socket or device"],
    ["is empty", { "/up/x.xml": "" }, "file-empty", "0 bytes"],
    ["is nothing that can be read", { "/up/x.xml": "hello" }, "not-recognised", "none of the files"],
    ["is binary", { "/up/x.xml": new Uint8Array(900) }, "not-recognised", "none of the files"],
  ])("and that %s is one problem that says what to do", async (_what, files, code, words) => {
    const { problems, recognised } = await importGiven(files, "/up/x.xml");
    expect(problems).toEqual([
      {
        file: "/up/x.xml",
        line: 1,
        column: 1,
        code,
        message: expect.stringContaining(words),
        hint: expect.stringMatching(/\.$/),
      },
    ]);
    expect(problems[0]?.message).toContain('"/up/x.xml"');
    expect(recognised).toBe(0);
  });

  it("costs nothing of the others", async () => {
    const { problems, recognised } = await importGiven(
      { "/up/TrustSettings.xml": trustSettings() },
      "/nope",
      "/up/TrustSettings.xml",
    );
    expect(problems).toMatchObject([{ code: "path-not-found" }]);
    expect(recognised).toBe(1);
  });

  it("is a folder without files", async () => {
    const world = fakeWorld({ "/up/hidden/.git/config": "x" }, { folders: ["/up/empty"] });
    for (const [path, words] of [
      ["/up/empty", "holds no files."],
      ["/up/hidden", "holds no files besides 1 entry"],
    ] as const) {
      const { problems, opened } = await importPaths(world, [path], plan);
      expect(problems).toMatchObject([{ code: "empty-folder", message: expect.stringContaining(words) }]);
      expect(opened).toBe(0);
    }
  });

  it("is a folder that may not be opened", async () => {
    const { problems } = await importGiven(
      { "/up/a.xml": "x", "/up/*": { trouble: "no-permission" } },
      "/up",
    );
    expect(problems).toMatchObject([{ code: "path-no-permission" }]);
  });
});

describe("a file in a folder", () => {
  const whole = { "TrustSettings.xml": trustSettings() };

  it.each<Trouble>(["no-permission", "not-found", "cannot-read"])(
    "that cannot be read (%s) is listed and warned of",
    async (trouble) => {
      const imported = await importCase({ ...whole, "deep/x.xml": { trouble } });
      expect(imported.warnings).toMatchObject([{ code: `file-${trouble}`, file: "deep/x.xml" }]);
      expect(sourceAt(imported, "deep/x.xml")).toMatchObject({
        kind: "unreadable",
        notes: [expect.any(String)],
      });
      expect(imported).toMatchObject({ opened: 1, recognised: 1, problems: [] });
    },
  );

  it("that is empty is listed as empty", async () => {
    const imported = await importCase({ ...whole, "x.cer": "" });
    expect(sourceAt(imported, "x.cer")).toMatchObject({ kind: "empty", bytes: 0 });
    expect(imported.warnings).toMatchObject([{ code: "file-empty" }]);
  });

  it("that nobody understands is listed, and no more", async () => {
    const imported = await importCase({
      ...whole,
      "trace.etl": new Uint8Array(9_000),
      "notes.docx": "PK\u0003\u0004",
    });
    expect(sourceAt(imported, "trace.etl")).toMatchObject({
      kind: "unrecognized",
      bytes: 9_000,
      sha256: expect.any(String),
    });
    expect(sourceAt(imported, "notes.docx")).toMatchObject({ kind: "unrecognized" });
    expect(imported.warnings).toEqual([]);
  });

  it("that lies behind a link, is hidden or is no file is passed over and counted", async () => {
    const imported = await importCase({
      ...whole,
      "to/there": "<link>",
      ".hidden/x.xml": "x",
      "node_modules/y.xml": "y",
      pipe: "<pipe>",
    });
    expect(imported.warnings.map(({ message }) => message)).toEqual([
      "In case, 2 hidden files or folders were passed over (node_modules counts too).",
      "In case, 1 link was not followed: to/there.",
      "In case, 1 pipe, socket or device was not read: pipe.",
    ]);
    expect(Object.keys(imported.factFile.sources ?? {})).toHaveLength(1);
  });

  it("is never opened beyond the number of files that are read of a folder", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_002 }, (_, index) => [`${String(index).padStart(5, "0")}.txt`, "x"]),
    );
    const imported = await importCase(files);
    expect(imported.opened).toBe(10_000);
    expect(imported.warnings).toMatchObject([
      { code: "folder-too-large", message: expect.stringContaining("bundleFiles") },
    ]);
  });
});

describe("nothing that can be recognised", () => {
  it("is a problem that says what can be read", async () => {
    const imported = await importCase({ "a.txt": "x", "b.bin": new Uint8Array(600) });
    expect(imported).toMatchObject({
      opened: 2,
      recognised: 0,
      problems: [
        { file: "/case", code: "nothing-recognised", message: "None of the 2 files could be recognised." },
      ],
    });
  });
});

describe("a disk that fails in the middle of a file", () => {
  it("costs that file", async () => {
    const world = breakingWorld(fakeWorld({ "/case/TrustSettings.xml": trustSettings() }));
    const imported = await importPaths(world, ["/case"], plan);
    expect(imported.warnings).toMatchObject([{ code: "file-cannot-read", file: "TrustSettings.xml" }]);
  });
});

describe("standard input", () => {
  it("is read like a file that was named", async () => {
    const stdin = (text: string) => importPaths(fakeWorld({}), [{ stdin: Buffer.from(text) }], plan);
    expect((await stdin("facts: { proxy.mode: direct }")).factFile.facts).toMatchObject({
      "proxy.mode": { value: "direct" },
    });
    expect((await stdin('{"facts":{"proxy.mode":"direct"}}')).factFile.facts).toMatchObject({
      "proxy.mode": { value: "direct" },
    });
    expect((await stdin(trustSettings())).factFile.facts).toHaveProperty(["trust.thumbprint", "value"]);
    expect(await stdin("fact: {}")).toMatchObject({
      recognised: 0,
      problems: [{ file: "-", code: "unknown-key" }],
    });
    expect((await stdin("")).problems).toMatchObject([{ file: "-", code: "file-empty" }]);
  });
});
