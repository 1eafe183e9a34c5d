// Makes what runs: the generated types and validators, one bundle, the rulebook of the shipped pack, the code cache.
// Every file is put in place by a rename, so that a program that runs meanwhile sees the old one or the new one.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundling } from "./bundling.mjs";
import { generate } from "./generate.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const bundle = `${dist}connector-doctor.cjs`;
const inTheMaking = `.${process.pid}.cjs`;

function place(path, content, mode = 0o644) {
  writeFileSync(`${path}${inTheMaking}`, content);
  chmodSync(`${path}${inTheMaking}`, mode);
  renameSync(`${path}${inTheMaking}`, path);
}

/** The bundle: a starter, and the program as a text. Gives the name of the code cache that the starter looks for. */
async function writeBundle() {
  const { outputFiles } = await build({
    ...bundling,
    entryPoints: ["cli/main.ts"],
    outfile: bundle,
    minify: true,
    legalComments: "linked",
    write: false,
  });
  const program = outputFiles.find(({ path }) => path === bundle);
  for (const { path, contents } of outputFiles) if (path !== bundle) place(path, contents);
  const cacheName = `connector-doctor.${program.hash.replace(/\W/g, "").slice(0, 10)}.cache`;
  const starter = readFileSync(`${here}starter.cjs`, "utf8")
    .replace('"THE PROGRAM"', () => JSON.stringify(program.text))
    .replace('"THE CODE CACHE"', () => JSON.stringify(cacheName));
  place(bundle, `#!/usr/bin/env node\n${starter}`, 0o755);
  return cacheName;
}

async function writeRulebook() {
  const writer = `${dist}write-rulebook${inTheMaking}`;
  await build({ ...bundling, entryPoints: ["build/write-rulebook.ts"], outfile: writer });
  try {
    const options = { stdio: ["ignore", "pipe", "inherit"], maxBuffer: 64 * 1024 * 1024 };
    place(`${dist}rulebook.json`, execFileSync(process.execPath, [writer], options));
  } finally {
    rmSync(writer);
  }
}

function writeCodeCache(cacheName) {
  const temporary = `${dist}${cacheName}${inTheMaking}`;
  const oneCase = fileURLToPath(new URL("../bench/one-case.json", import.meta.url));
  execFileSync(process.execPath, [`${here}write-code-cache.cjs`, bundle, temporary, "diagnose", oneCase], {
    stdio: "inherit",
  });
  renameSync(temporary, `${dist}${cacheName}`);
  const stale = readdirSync(dist).filter((name) => name.endsWith(".cache") && name !== cacheName);
  for (const name of stale) rmSync(`${dist}${name}`, { force: true });
}

mkdirSync(dist, { recursive: true });
await generate();
const cacheName = await writeBundle();
await writeRulebook();
writeCodeCache(cacheName);
