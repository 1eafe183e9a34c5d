// Writes the parts of the documentation that follow from the rules and the program. Needs a build.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundling } from "./bundling.mjs";

const writer = fileURLToPath(new URL(`../dist/write-docs.${process.pid}.cjs`, import.meta.url));

// Without the plugins, because the report in the README is made by running the program as a child process.
await build({ ...bundling, plugins: [], entryPoints: ["build/write-docs.ts"], outfile: writer });
try {
  execFileSync(process.execPath, [writer], { stdio: "inherit" });
} finally {
  rmSync(writer);
}
