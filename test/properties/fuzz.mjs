// Tries the laws for long, with a seed of its own that it prints: npm run fuzz [RUNS]
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

const seed = process.env.FUZZ_SEED ?? String(randomInt(1, 1_000_000_000));
const runs = process.argv[2] ?? "20000";
console.log(`Seed ${seed}, ${runs} runs of each law. The same again: FUZZ_SEED=${seed} npm run fuzz ${runs}`);
const { status } = spawnSync(
  "npx",
  ["vitest", "run", "test/properties", "test/laws", "--testTimeout", "3600000"],
  {
    stdio: "inherit",
    env: { ...process.env, FUZZ_SEED: seed, FUZZ_RUNS: runs },
  },
);
process.exitCode = status ?? 1;
