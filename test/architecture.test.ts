import { builtinModules } from "node:module";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root, type SourceFile, sourceFiles } from "./support/source-files.ts";

type Room = "cli" | "facts" | "engine" | "reporters" | "schemas";

/** What each room may import, and the sentence for who imports something else. */
const mayImport: Record<Room, { readonly rooms: readonly Room[]; readonly why: string }> = {
  cli: { rooms: ["cli", "facts", "engine", "reporters", "schemas"], why: "" },
  facts: { rooms: ["facts", "schemas"], why: "facts only say what was seen; what it means is the engine's" },
  engine: { rooms: ["engine", "schemas"], why: "the engine gets texts and facts, and gives a report" },
  reporters: { rooms: ["reporters", "schemas"], why: "a reporter reads the report only" },
  schemas: { rooms: ["schemas"], why: "the shared language knows nobody who speaks it" },
};

const rooms = Object.keys(mayImport) as Room[];
const files = sourceFiles(rooms);
const roomOf = (path: string): Room | undefined => rooms.find((room) => path.startsWith(`${room}/`));

function trespasses(file: SourceFile): string[] {
  const room = roomOf(file.path);
  if (room === undefined) return [];
  return file.imports.flatMap((target) => {
    const other = roomOf(target);
    return other === undefined || mayImport[room].rooms.includes(other)
      ? []
      : [`${file.path} imports ${target}: ${mayImport[room].why}.`];
  });
}

describe("the house plan", () => {
  it("lets imports run from cli to facts, engine and reporters, and from there to schemas", () => {
    expect(files.flatMap(trespasses)).toEqual([]);
  });

  it("would notice a reporter that imports the engine", () => {
    const stray: SourceFile = {
      path: "reporters/text.ts",
      text: "",
      imports: ["engine/rank.ts"],
    };
    expect(trespasses(stray)).toEqual([
      "reporters/text.ts imports engine/rank.ts: a reporter reads the report only.",
    ]);
  });

  it("has no import cycle", () => {
    expect(importCycles(files)).toEqual([]);
  });

  it("would notice a cycle", () => {
    const file = (path: string, target: string): SourceFile => ({
      path,
      text: "",
      imports: [target],
    });
    expect(importCycles([file("engine/a.ts", "engine/b.ts"), file("engine/b.ts", "engine/a.ts")])).toEqual([
      "engine/a.ts -> engine/b.ts -> engine/a.ts",
    ]);
  });

  it("keeps engine, reporters and schemas free of node, the clock, chance and the console", () => {
    const pure = files.filter(({ path }) => ["engine", "reporters", "schemas"].includes(roomOf(path) ?? ""));
    const stains = pure.flatMap(({ path, text, imports }) => [
      ...imports
        .filter((target) => target.startsWith("node:") || builtinModules.includes(target))
        .map((target) => `${path} imports ${target}: it has to run in a browser, too.`),
      ...[
        /\bDate\.now\(/,
        /\bnew Date\(\)/,
        /\bperformance\.\w/,
        /\bMath\.random\(/,
        /\bIntl\.\w/,
        /\bconsole\.\w/,
        /\bprocess\.\w/,
        /\.toLocale\w+\(/,
        /\.localeCompare\(/,
      ]
        .filter((stain) => stain.test(text))
        .map((stain) => `${path} uses ${stain.source}: the same facts must give the same report everywhere.`),
    ]);
    expect(stains).toEqual([]);
  });

  it("bundles engine, schemas and reporters for a browser", async () => {
    const entries = [
      "engine/diagnose.ts",
      "engine/explain.ts",
      "engine/rulebook/load.ts",
      "reporters/table.ts",
    ];
    const contents = entries.map((entry, index) => `export * as part${index} from "./${entry}";`).join("\n");
    // json-rules-engine brings in jsonpath-plus, whose browser build does without node's vm.
    const result = await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      platform: "browser",
      format: "esm",
      write: false,
      logLevel: "silent",
    });
    expect(result.errors).toEqual([]);
  });
});

/** Types count, too: who reads one file of a circle has to read them all. */
function importCycles(all: readonly SourceFile[]): string[] {
  const byPath = new Map(all.map((file) => [file.path, file]));
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
    if (finished.has(path) || trail.includes(path)) return;
    for (const target of byPath.get(path)?.imports ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const { path } of all) visit(path, []);
  return cycles;
}
