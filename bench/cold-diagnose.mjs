// Cold start: the CPU of `diagnose` of one fact file, as a ratio to an empty Node process, paired, medians.
// node bench/cold-diagnose.mjs [rounds]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const rounds = Number(process.argv[2] ?? 25);
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const empty = join(folder, "empty.cjs");
const cpuFile = join(folder, "cpu");
writeFileSync(empty, "");

const bundle = join(root, "dist/connector-doctor.cjs");
const arms = {
  "empty process": [empty],
  "--version": [bundle, "--version"],
  "diagnose facts.json": [bundle, "diagnose", join(root, "bench/one-case.json"), "--fail-on", "never"],
  "diagnose a folder": [bundle, "diagnose", join(root, "examples/expired-certificate"), "--fail-on", "never"],
};

function cpuOf(args) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", join(root, "bench/report-cpu.cjs"), ...args],
    {
      env: { ...process.env, BENCH_CPU_FILE: cpuFile },
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return Number(readFileSync(cpuFile, "utf8")) / 1000;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const samples = Object.fromEntries(Object.keys(arms).map((arm) => [arm, []]));
for (let round = -1; round < rounds; round += 1) {
  for (const [arm, args] of Object.entries(arms)) {
    const cpu = cpuOf(args);
    if (round >= 0) samples[arm].push(cpu);
  }
}
rmSync(folder, { recursive: true });

const base = samples["empty process"];
console.log(`Node ${process.version}, ${rounds} paired rounds, medians`);
for (const [arm, values] of Object.entries(samples)) {
  const ratio = median(values.map((value, index) => value / base[index]));
  console.log(`${arm.padEnd(22)} ${median(values).toFixed(1).padStart(7)} ms CPU   ${ratio.toFixed(2)} x`);
}
