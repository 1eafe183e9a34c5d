// Rules x facts: warm runs of the shipped rulebook, and of it repeated, over one case.
// npx esbuild bench/throughput.ts --bundle --platform=node --format=cjs --outfile=dist/throughput.cjs && node dist/throughput.cjs
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { evaluate } from "../engine/evaluate/evaluate.ts";
import type { Rulebook } from "../engine/rulebook/rulebook.ts";
import type { FactFile } from "../schemas/generated/types.ts";

const root = join(import.meta.dirname ?? __dirname, "..");
const { rulebook } = JSON.parse(readFileSync(join(root, "dist/rulebook.json"), "utf8")) as {
  rulebook: Rulebook;
};
const facts = JSON.parse(readFileSync(join(root, "bench/one-case.json"), "utf8")) as FactFile;

function repeated(times: number): Rulebook {
  const rules = Array.from({ length: times }, (_, copy) =>
    rulebook.rules.map((rule) => ({ ...rule, id: copy === 0 ? rule.id : `${rule.id}-${copy}` })),
  ).flat();
  return { ...rulebook, rules };
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function measure(times: number): Promise<void> {
  const book = repeated(times);
  const samples: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const before = process.cpuUsage();
    await evaluate(book, { facts });
    const { user, system } = process.cpuUsage(before);
    if (round >= 5) samples.push((user + system) / 1000);
  }
  const cpu = median(samples);
  console.log(
    `${String(book.rules.length).padStart(5)} rules, ${Object.keys(facts.facts).length} facts: ${cpu.toFixed(1)} ms CPU a run, ${((1000 * cpu) / book.rules.length).toFixed(0)} µs a rule`,
  );
}

async function main(): Promise<void> {
  for (const times of [1, 4, 16]) await measure(times);
}

void main();
