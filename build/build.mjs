// Makes what runs: the generated types and validators, one bundle, and the rulebook of the shipped pack.
import { execFileSync } from "node:child_process";
import { chmod, mkdir, rm } from "node:fs/promises";
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

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  // CommonJS: json-rules-engine brings in jsonpath-plus, and that needs `require("vm")`.
  format: "cjs",
  target: "node20",
  define: { "import.meta.dirname": "__dirname" },
  plugins: [withoutForeignTables],
  logLevel: "warning",
};

await generate();
await rm(`${root}dist`, { recursive: true, force: true });
await mkdir(`${root}dist`);
await build({
  ...common,
  entryPoints: ["cli/main.ts"],
  outfile: bundle,
  minify: true,
  legalComments: "linked",
  banner: { js: "#!/usr/bin/env node" },
});
await chmod(bundle, 0o755);
await build({ ...common, entryPoints: ["build/write-rulebook.ts"], outfile: writer });
execFileSync(process.execPath, [writer, `${root}dist/rulebook.json`], { stdio: "inherit" });
await rm(writer);
