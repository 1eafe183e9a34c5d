/**
 * How often each law is tried and with which seed: fixed in the ordinary test run, long and new in `npm run fuzz`, which
 * sets FUZZ_SEED and FUZZ_RUNS.
 */
const fixedSeed = 20261;
const leastRuns = 500;

const fromEnvironment = (name: string): number | null => {
  const text = process.env[name];
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
};

export const runs = {
  seed: fromEnvironment("FUZZ_SEED") ?? fixedSeed,
  numRuns: fromEnvironment("FUZZ_RUNS") ?? leastRuns,
};
