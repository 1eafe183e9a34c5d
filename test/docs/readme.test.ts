import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { reporterNames } from "../../reporters/table.ts";
import { root, sourceFiles } from "../support/source-files.ts";

const textOf = (path: string): string => readFileSync(join(root, path), "utf8");
const markdownIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md"));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...markdownIn("docs"),
  "examples/README.md",
];
const readme = textOf("README.md");
const scripts: Readonly<Record<string, string>> = JSON.parse(textOf("package.json")).scripts;

describe("the README", () => {
  it("begins with the two commands that a newcomer types", () => {
    const [, fence, start, test] = readme.split("\n").filter((line) => line !== "");
    expect([fence, start?.split("#")[0]?.trim(), test?.split("#")[0]?.trim()]).toEqual([
      "```sh",
      "npm ci && npm start",
      "npm ci && npm test",
    ]);
  });

  it("names every reporter", () => {
    for (const name of reporterNames) expect(readme).toContain(`\`${name}\``);
  });

  it("says of every folder what is there, and of none that is not there", () => {
    const rows = [...readme.matchAll(/^\| `([a-z]+)\/` \|/gm)].map(([, folder]) => folder);
    const made = ["node_modules", "dist", "coverage"];
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !made.includes(entry.name))
      .map(({ name }) => name);
    expect(rows.toSorted()).toEqual(folders.toSorted());
  });

  it("promises rightly that the program opens no connection and runs no command", () => {
    const outside =
      /^(?:node:)?(?:net|tls|http|https|http2|dgram|dns|child_process|cluster|inspector)(?:\/|$)/;
    const files = sourceFiles(["cli", "facts", "engine", "reporters", "schemas"]);
    expect(files.length).toBeGreaterThan(100);
    const doors = files.flatMap(({ path, imports }) =>
      imports.filter((target) => outside.test(target)).map((target) => `${path} imports ${target}`),
    );
    const fetching = files.filter(({ text }) => /\bfetch\(|\bWebSocket\(/.test(text)).map(({ path }) => path);
    expect([...doors, ...fetching]).toEqual([]);
  });
});

describe("the pages for people", () => {
  it.each(pages)("%s links to files and headings that are there", (page) => {
    const links = [...withoutCode(textOf(page)).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const broken = links.flatMap(([link, path = "", anchor]) => {
      const target = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(root, target))) return [link];
      return anchor === undefined || anchorsOf(textOf(target)).has(anchor) ? [] : [link];
    });
    expect(broken).toEqual([]);
  });

  it.each(pages)("%s names only commands of npm that the package has", (page) => {
    const named = [...textOf(page).matchAll(/\bnpm run ([a-z]+)/g)].map(([, script = ""]) => script);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  // The files in the page of problems belong to its samples, which test/engine/lint/pages.test.ts writes and lints.
  const ofTheProject = pages.filter((page) => page !== "docs/problems.md");

  it.each(ofTheProject)("%s names only files and folders of the project that are there", (page) => {
    const room =
      /`((?:cli|engine|facts|reporters|schemas|build|test|bench|rules|examples|docs)\/[A-Za-z0-9_./-]*)`/g;
    const named = [...textOf(page).matchAll(room)].map(([, path = ""]) => path);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

const withoutCode = (page: string): string => page.replace(/^```[\s\S]*?^```$/gm, "");

/** As GitHub makes them of headings, and those that are written out. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...withoutCode(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
  const written = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  return new Set([...headings, ...written]);
}
