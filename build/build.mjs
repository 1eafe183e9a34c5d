// Makes what runs: the generated types and validators, one bundle, and the rulebook of the shipped pack.
import { execFileSync } from "node:child_process";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { generate } from "./generate.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundle = `${root}dist/connector-doctor.cjs`;

const writer = `${root}dist/write-rulebook.cjs`;

/** iconv-lite brings tables for all of East Asia; what Windows servers send needs the Japanese one alone. */
const withoutForeignTables = {
  name: "without-foreign-tables",
  setup({ onLoad }) {
    const tables =
      /iconv-lite[\\/]encodings[\\/]tables[\\/](cp936|cp949|cp950|big5-added|gbk-added|gb18030-ranges|eucjp)\.json$/;
    onLoad({ filter: tables }, () => ({ contents: "[]", loader: "json" }));
  },
};

/** commander can start sub-commands as programs of their own. Ours cannot, and child_process is costly to load. */
const withoutChildProcesses = {
  name: "without-child-processes",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: "child_process", namespace: "nothing" }));
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({
      contents: "module.exports = {};",
      loader: "js",
    }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  // CommonJS: json-rules-engine brings in jsonpath-plus, and that needs `require("vm")`.
  format: "cjs",
  target: "node20",
  define: { "import.meta.dirname": "__dirname" },
  plugins: [withoutForeignTables, withoutChildProcesses],
  logLevel: "warning",
};

await generate();
await rm(`${root}dist`, { recursive: true, force: true });
await mkdir(`${root}dist`);
const outputs = (
  await build({
    ...common,
    entryPoints: ["cli/main.ts"],
    outfile: bundle,
    minify: true,
    legalComments: "linked",
    write: false,
  })
).outputFiles;
for (const { path, contents } of outputs) await writeFile(path, contents);
const program = outputs.find(({ path }) => path === bundle);
const cacheName = `connector-doctor.${program.hash.replace(/\W/g, "").slice(0, 10)}.cache`;
const starter = await readFile(`${root}build/starter.cjs`, "utf8");
await writeFile(
  bundle,
  `#!/usr/bin/env node\n${starter}\nstart(${JSON.stringify(program.text)}, "${cacheName}");\n`,
);
await chmod(bundle, 0o755);
await build({ ...common, entryPoints: ["build/write-rulebook.ts"], outfile: writer });
execFileSync(process.execPath, [writer, `${root}dist/rulebook.json`], { stdio: "inherit" });
await rm(writer);
execFileSync(
  process.execPath,
  [
    `${root}build/write-code-cache.cjs`,
    bundle,
    `${root}dist/${cacheName}`,
    "diagnose",
    `${root}bench/one-case.json`,
  ],
  { stdio: "inherit" },
);
