// What `test --watch` costs after one rule changed, as a ratio to trying everything: CPU, in one warm process, paired.
// node bench/watch.mjs [rounds]
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const rounds = Number(process.argv[2] ?? 3);
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const pack = join(folder, "entra-private-network-connector");
const cases = join(folder, "cases");
cpSync(join(root, "rules/entra-private-network-connector"), pack, { recursive: true });
cpSync(join(root, "test/cases"), cases, { recursive: true });
const places = { pack, cases, rules: [] };

async function loadSession() {
  const outfile = join(folder, "session.cjs");
  await build({
    entryPoints: [join(root, "cli/test-command/session.ts")],
    bundle: true,
    platform: "node",
    format: "cjs",
    define: { "import.meta.dirname": JSON.stringify(join(root, "cli")) },
    outfile,
    logLevel: "error",
  });
  return createRequire(import.meta.url)(outfile);
}

async function cpuOf(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return { result, milliseconds: (user + system) / 1000 };
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const { begin, again } = await loadSession();
const rules = readdirSync(pack, { recursive: true, encoding: "utf8" }).filter(
  (path) => /^[^/]+\/[^/]+\.yaml$/.test(path) && !path.startsWith("facts/"),
);
/** A number of the condition is one more; a rule without numbers has another title. */
function changed(text) {
  const other = text.replace(
    /(\n {2,}[^\n]*(?:above|below|at-least|at-most|port): )(\d+)/,
    (_, before, number) => before + (Number(number) + 1),
  );
  return other === text ? text.replace(/^title: (.*)$/m, "title: $1 now") : other;
}

const full = [];
const one = [];
let { result } = await cpuOf(() => begin(places));
for (let round = 0; round < rounds; round++) {
  for (const [index, rule] of rules.entries()) {
    const path = join(pack, rule);
    const text = readFileSync(path, "utf8");
    // Everything takes seconds; every tenth rule is enough to know how many.
    if (index % 10 === 0) full.push((await cpuOf(() => begin(places))).milliseconds);
    writeFileSync(path, changed(text));
    const step = await cpuOf(() => again(result.session, [path], places));
    one.push(step.milliseconds);
    writeFileSync(path, text);
    ({ result } = await cpuOf(() => again(step.result.session, [path], places)));
  }
}
const { run } = result.session;
console.log(
  `${rules.length} rules, ${run.examples.length} examples, ${run.cases.length} cases; ${rounds} rounds over all rules`,
);
console.log(`everything: ${quantile(full, 0.5).toFixed(1)} ms of CPU (median)`);
console.log(
  `one changed rule: ${quantile(one, 0.5).toFixed(1)} ms (median), ${quantile(one, 0.95).toFixed(1)} ms (95 of 100)`,
);
const ratio = (share) => (quantile(one, share) / quantile(full, 0.5)).toFixed(3);
console.log(`ratio to the median of everything: ${ratio(0.5)} (median), ${ratio(0.95)} (95 of 100)`);
rmSync(folder, { recursive: true });
