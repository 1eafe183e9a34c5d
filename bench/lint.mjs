// Lint: the CPU of `lint` as a ratio to a bare script that parses the same files with yaml's parseDocument, paired,
// medians, for the shipped pack and for 1,000 rules made here. Then packs of hostile files: their time and memory.
// node bench/lint.mjs [rounds]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const rounds = Number(process.argv[2] ?? 9);
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const bundle = join(root, "dist/connector-doctor.cjs");
const cpuFile = join(folder, "cpu");
const bare = join(folder, "bare.cjs");
writeFileSync(
  bare,
  `const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const { parseDocument } = require(${JSON.stringify(join(root, "node_modules/yaml"))});
const folder = process.argv[2];
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
  if (name.endsWith(".yaml")) parseDocument(readFileSync(join(folder, name), "utf8"));
`,
);

function write(pack, files) {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, pack, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(folder, pack);
}

const header = (id, areas) => `id: ${id}
version: "1.0.0"
title: A pack that was made for a measurement
minimum-tool-version: "0.1.0"
maintainers: [nobody]
languages: [en]
areas:
${areas.map((area) => `  ${area}: The area ${area}`).join("\n")}
`;
const asks = `look:
  title: Look at it
  do: Look at the part.
  look-for: The number and the state.
  who: anybody beside it
  minutes: 1
`;
const factsOf = (part, count) =>
  Array.from(
    { length: count },
    (_, index) => `part-${part}.value-${index}:
  type: number
  unit: count
  description: The value ${index} of the part ${part}.
  ask: [look]
part-${part}.state-${index}:
  type: one-of
  values: [on, off, broken]
  description: The state that the value ${index} belongs to.
  ask: [look]
`,
  ).join("");
const ruleOf = (part, index) => `id: value-${part}-${index}-high
title: The part ${part} has a value ${index} that is too high
severity: high
confidence: certain
commonness: rare
when:
  all:
    - part-${part}.value-${index}: { above: ${index + 1} }
    - any:
        - part-${part}.state-${index}: broken
        - part-${part}.state-${index}: off
because: >-
  The value of the part is {{ part-${part}.value-${index} }}, which is more than the part can bear for long,
  and so it stops.
fix:
  - do: Turn the part off.
    who: a local administrator of the server
    expect: The value falls within the hour.
  - do: If it still does not fall, replace the part.
    run: |
      Stop-Part -Name part
      Remove-Part -Name part
    expect: The new part is shown.
    risk: The part is offline meanwhile.
references:
  - title: How parts work
    url: https://parts.contoso.example/how
    dated: "2026-03-13"
examples:
  matches:
    - part-${part}.value-${index}: ${index + 5}
      part-${part}.state-${index}: off
  does-not-match:
    - part-${part}.value-${index}: ${index}
      part-${part}.state-${index}: off
    - part-${part}.value-${index}: ${index + 5}
      part-${part}.state-${index}: on
`;

function thousandRules() {
  const parts = Array.from({ length: 10 }, (_, part) => part);
  const files = {
    "pack.yaml": header(
      "thousand",
      parts.map((part) => `area-${part}`),
    ),
    "asks.yaml": asks,
  };
  for (const part of parts) {
    files[`facts/part-${part}.yaml`] = factsOf(part, 100);
    for (let index = 0; index < 100; index++)
      files[`area-${part}/value-${part}-${index}-high.yaml`] = ruleOf(part, index);
  }
  return write("thousand", files);
}

function cpuOf(args) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", join(root, "bench/report-cpu.cjs"), ...args],
    { env: { ...process.env, BENCH_CPU_FILE: cpuFile }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return Number(readFileSync(cpuFile, "utf8")) / 1000;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function measure(name, pack) {
  const samples = { parse: [], lint: [] };
  for (let round = -1; round < rounds; round++) {
    const [parse, lint] = [cpuOf([bare, pack]), cpuOf([bundle, "lint", pack])];
    if (round < 0) continue;
    samples.parse.push(parse);
    samples.lint.push(lint);
  }
  const ratio = median(samples.lint.map((value, index) => value / samples.parse[index]));
  const [parse, lint] = [median(samples.parse), median(samples.lint)].map((value) =>
    value.toFixed(0).padStart(6),
  );
  console.log(`${name.padEnd(18)} parse ${parse} ms CPU   lint ${lint} ms CPU   ${ratio.toFixed(2)} x`);
}

const small = {
  "pack.yaml": header("hostile", ["area-0"]),
  "asks.yaml": asks,
  "facts/part-0.yaml": factsOf(0, 3),
};
const bracket = "[".repeat(60_000);
const many = (count, of) => Object.fromEntries(Array.from({ length: count }, (_, index) => of(index)));
const when = (index, condition) =>
  ruleOf(0, 0)
    .replaceAll("value-0-0-high", `r-${index}`)
    .replace(/when:\n[\s\S]*?because:/, `when: ${condition}\nbecause:`);
const hostile = {
  "20,000 rules": () =>
    many(20_000, (index) => [`area-0/r-${index}.yaml`, when(index, "{ part-0.value-0: 1 }")]),
  "2,500 rules, 1 fact": () =>
    many(2_500, (index) => [
      `area-0/r-${index}.yaml`,
      when(index, `{ part-0.value-0: { above: ${index} } }`),
    ]),
  "2,500 rules, a chain": () =>
    many(2_500, (index) => [
      `area-0/r-${index}.yaml`,
      when(
        index,
        `{ part-0.value-0: { above: ${index} }${index > 0 ? `, rule.r-${index - 1}: matches` : ""} }`,
      ),
    ]),
  "50,000 lines": () => ({
    "area-0/r-0.yaml": "a: 1\n".repeat(50_000),
    "area-0/r-1.yaml": "- 1\n".repeat(50_000),
  }),
  "nesting bombs": () => ({
    ...many(3, (index) => [`area-0/r-${index}.yaml`, bracket]),
    "area-0/r-9.yaml": `a: ${"{a: ".repeat(40_000)}`,
  }),
  "aliases and tags": () => ({
    "area-0/r-0.yaml": `a: &a [x]\n${Array.from({ length: 3_000 }, (_, index) => `b${index}: &b${index} [*a, !!x *a]`).join("\n")}\n`,
  }),
  patterns: () =>
    many(5, (index) => [
      `area-0/r-${index}.yaml`,
      when(
        index,
        `{ part-0.state-0: { matches: "${["(a+)+$", "(a|aa)*$", "((a*)*)*b", "(.*a){900}", "(?=a)"][index]}", contains: ${"a".repeat(30_000)} } }`,
      ),
    ]),
  "10 MB in one text": () => ({ "area-0/r-0.yaml": `id: r-0\ntitle: "${"x".repeat(10_000_000)}"\n` }),
  "8 MB in many texts": () =>
    many(38, (index) => [
      `area-0/r-${index}.yaml`,
      when(index, "{ part-0.value-0: 1 }")
        .replace("is too high", `is ${"very ".repeat(20)}high`)
        .replace("and so it stops.", "and so on\n  ".repeat(15_000)),
    ]),
};

function attack(name, files) {
  const pack = write(`${name.replace(/\W+/g, "-")}/hostile`, { ...small, ...files });
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=400", "--require", join(folder, "memory.cjs"), bundle, "lint", pack],
    { env: { ...process.env, BENCH_CPU_FILE: cpuFile }, encoding: "utf8", maxBuffer: 1e9 },
  );
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const megabytes = Number(readFileSync(cpuFile, "utf8")) / 1024;
  console.log(
    `${name.padEnd(22)} exit ${status}  ${seconds.toFixed(1).padStart(5)} s  ${megabytes.toFixed(0).padStart(4)} MB${stderr === "" ? "" : `  ${stderr.slice(0, 80)}`}`,
  );
}

console.log(`Node ${process.version}, ${rounds} paired rounds, medians`);
measure("shipped pack", join(root, "rules/entra-private-network-connector"));
measure("1,000 rules", thousandRules());
writeFileSync(
  join(folder, "memory.cjs"),
  `process.on("exit", () => require("node:fs").writeFileSync(process.env.BENCH_CPU_FILE, String(process.resourceUsage().maxRSS)));`,
);
for (const [name, files] of Object.entries(hostile)) attack(name, files());
rmSync(folder, { recursive: true });
