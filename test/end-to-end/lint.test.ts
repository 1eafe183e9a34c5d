import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { limits } from "../../schemas/limits.ts";
import { run, shippedPack, unwrapped } from "./run.ts";
import { scratch } from "./scratch.ts";
import { smallPack } from "./small-pack.ts";

const folder = scratch();
const tooHot = smallPack()["comfort/too-hot.yaml"] ?? "";
let count = 0;

function packWith(changes: Readonly<Record<string, string>>): string {
  count += 1;
  return folder.write(smallPack(changes), `packs-${count}/thermostats`);
}

/** It can never be below and above at once. */
const contradiction = { "comfort/too-hot.yaml": tooHot.replace("above: 35.5", "above: 35.5, below: 7") };

describe("lint", () => {
  it("has nothing against the shipped pack", async () => {
    const { exitCode, stdout, stderr } = await run(["lint", "--strict"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^\d+ rules and \d+ facts are in order\.\n$/);
  });

  it("proves that a rule can never match, and shows which test stands in the way", async () => {
    const { exitCode, stdout, stderr } = await run(["lint", packWith(contradiction)]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toMatch(/too-hot\.yaml:6:32 {2}never-matches\n/);
    expect(stdout).toMatch(/^ +6 \| {3}room\.celsius: .*\n +\| +\^+$/m);
    expect(unwrapped(stdout)).toContain("room.celsius is above 35.5; room.celsius is below 7.");
  });

  it("lets warnings pass, unless it is to be strict", async () => {
    const pack = packWith({});
    const lenient = await run(["lint", pack]);
    expect(lenient).toMatchObject({ exitCode: 0, stderr: "" });
    expect(lenient.stdout).toContain("warning: fact-not-read");
    expect(unwrapped(lenient.stdout)).toContain("No problem and");
    const strict = await run(["lint", pack, "--strict"]);
    expect({ ...strict, exitCode: 0 }).toEqual(lenient);
    expect(strict.exitCode).toBe(1);
  });

  it("leaves the authors of the pack that is extended alone", async () => {
    const base = packWith({});
    const own = folder.write(
      {
        "pack.yaml": `id: attic\nversion: "1.0.0"\ntitle: Attic\nminimum-tool-version: "0.1.0"\nmaintainers: [us]\nlanguages: [en]\nextends: thermostats\nareas: { attic: The attic }\n`,
        "attic/hot-attic.yaml": `${tooHot.replaceAll("too-hot", "hot-attic").replace("The room is far", "The attic is")}`,
      },
      `${base.slice(folder.path.length + 1, -"/thermostats".length)}/attic`,
    );
    const { exitCode, stdout } = await run(["lint", own]);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    // The same condition as in the other pack is told here, and nothing that stands there.
    expect(
      [...stdout.matchAll(/^(\S+):\d+:\d+ {2}(.*)$/gm)].map(([, file, code]) => [
        file?.split("/").at(-1),
        code,
      ]),
    ).toEqual([["hot-attic.yaml", "warning: same-condition"]]);
  });
});

describe("lint for programs", () => {
  const cwd = folder.path;
  folder.write(smallPack(contradiction), "project/rules/thermostats");
  const lintAs = (format: string) =>
    run(["lint", "rules/thermostats", "--format", format], { cwd: join(cwd, "project") });

  it("writes JSON with ranges", async () => {
    const { exitCode, stdout, stderr } = await lintAs("json");
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    const { findings, summary } = JSON.parse(stdout);
    expect(summary).toMatchObject({ rules: 2, facts: 2, problems: 1 });
    expect(findings[0]).toMatchObject({
      level: "problem",
      code: "never-matches",
      file: "rules/thermostats/comfort/too-hot.yaml",
      range: { start: { line: 6, column: 32 }, end: { line: 6, column: 37 } },
    });
  });

  it("writes SARIF with places inside of the repository", async () => {
    const { exitCode, stdout } = await lintAs("sarif");
    expect(exitCode).toBe(1);
    const { version, runs } = JSON.parse(stdout);
    expect(version).toBe("2.1.0");
    for (const { locations } of runs[0].results)
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^rules\/thermostats\/\S+\.yaml$/);
  });

  it("writes annotations for GitHub", async () => {
    const { exitCode, stdout } = await lintAs("github");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^::error file=rules\/thermostats\/comfort\/too-hot\.yaml,line=6,/);
    expect(stdout).toMatch(/^::warning file=/m);
  });

  it.each(["json", "sarif", "github"])("writes %s of a clean pack, too", async (format) => {
    const { exitCode, stdout, stderr } = await run(["lint", shippedPack, "--format", format]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    if (format === "github") expect(stdout).toBe("");
    else expect(() => JSON.parse(stdout)).not.toThrow();
  });
});

describe("lint --explain", () => {
  it("lists every code where none is named", async () => {
    const { exitCode, stdout } = await run(["lint", "--explain"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("\nfact-not-read: Nothing reads a fact.\n");
    expect(stdout.split("\n").length).toBeGreaterThan(100);
  });

  it("prints the page of a code, wherever one stands", async () => {
    const { exitCode, stdout, stderr } = await run(["lint", "--explain", "never-matches"], {
      cwd: folder.path,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^never-matches \(problem\)\n\n/);
    expect(stdout).toMatch(/^Wrong, in \S+\.yaml:\n {4}when:\n/m);
    expect(stdout).toMatch(/^Right:\n {4}when:\n/m);
  });

  it("names the code that was meant", async () => {
    const { exitCode, stdout, stderr } = await run(["lint", "--explain", "never-match"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("Did you mean never-matches");
  });
});

describe("lint that cannot run", () => {
  it.each([
    [["lint", "no-such-folder"], "pack.yaml"],
    [["lint", "--format", "xml"], "text, json, sarif, github"],
    [["lint", "no-such-folder", "--format", "json"], "pack.yaml"],
  ])("%j says why and ends with 2", async (args, sentence) => {
    const { exitCode, stdout, stderr } = await run(args, { cwd: folder.path });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unwrapped(stderr)).toContain(sentence);
  });
});

const bracket = "[".repeat(60_000);
const rule = (id: string, when: string, title = `${id} is there`): string =>
  tooHot
    .replaceAll("too-hot", id)
    .replace("The room is far too hot", title)
    .replace("room.celsius: { above: 35.5 }", when);

/** What a stranger may send in for a pack, and the code of what is said about it first. */
const hostile: readonly (readonly [of: string, changes: Readonly<Record<string, string>>, code: string])[] = [
  [
    "three files of open brackets",
    { "comfort/a.yaml": bracket, "comfort/b.yaml": bracket, "comfort/c.yaml": `a: ${"{a: ".repeat(40_000)}` },
    "nesting-too-deep",
  ],
  [
    "steps that go ever deeper",
    { "comfort/a.yaml": Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n") },
    "nesting-too-deep",
  ],
  ["fifty thousand lines", { "comfort/a.yaml": "a: 1\n".repeat(50_000) }, "yaml-too-many-lines"],
  [
    "a text of ten megabytes",
    { "comfort/a.yaml": `id: a\ntitle: "${"x".repeat(10_000_000)}"\n` },
    "file-too-large",
  ],
  [
    "aliases of aliases",
    {
      "comfort/a.yaml": `a: &a [x]\n${Array.from({ length: 900 }, (_, index) => `b${index}: &b${index} [*a, *a]`).join("\n")}\n`,
    },
    "yaml-anchor",
  ],
  ["tags", { "comfort/a.yaml": "a: !!js/function x\n".repeat(3) }, "yaml-tag"],
  ["a bell", { "comfort/a.yaml": rule("a", "room.celsius: 7", "Ring \u0007") }, "yaml-control-character"],
  [
    "text that runs the other way",
    { "comfort/a.yaml": rule("a", "room.celsius: 7", "Turn \u202e around") },
    "hidden-character",
  ],
  [
    "a pattern that is to hang",
    { "comfort/a.yaml": rule("a", 'room.name: { matches: "(?=(a+)+$)b" }') },
    "pattern-not-usable",
  ],
  [
    "thousands of keys",
    {
      "facts/more.yaml": Array.from(
        { length: 3_000 },
        (_, index) => `a.b${index}: { type: text, description: d }\n`,
      ).join(""),
    },
    "yaml-too-many-keys",
  ],
  [
    "alternatives that nobody can tell apart",
    {
      "comfort/a.yaml": rule(
        "a",
        `any: [${Array.from({ length: 2_500 }, (_, index) => `{ room.celsius: { above: ${index} } }`).join(", ")}]`,
      ),
    },
    "warning: ",
  ],
  [
    "more megabytes than a pack may have",
    Object.fromEntries(
      Array.from({ length: 45 }, (_, index) => [`comfort/a${index}.yaml`, `# ${"x".repeat(200_000)}\n`]),
    ),
    "pack-too-large",
  ],
];

describe("a pack of hostile files", () => {
  it.each(hostile)("with %s is told in a clean sentence", async (_, changes, code) => {
    const { exitCode, stdout, stderr } = await run(["lint", packWith(changes)], {
      env: { NODE_OPTIONS: "--max-old-space-size=400" },
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: code.startsWith("warning") ? 0 : 1, stderr: "" });
    expect(/^\S.*?:\d+:\d+ {2}(.*)$/m.exec(stdout)?.[1]).toContain(code);
    expect(stdout).not.toMatch(/\n\s+at |undefined/);
    for (const character of ["\u0007", "\u202e"]) expect(stdout).not.toContain(character);
  });

  it("with more files than a pack may have is not read at all", async () => {
    const files = Array.from({ length: limits.packFiles + 1 }, (_, index) => [
      `comfort/r${index}.yaml`,
      "a: 1\n",
    ]);
    const { exitCode, stdout } = await run(["lint", packWith(Object.fromEntries(files))]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("pack-too-large");
  });
});
