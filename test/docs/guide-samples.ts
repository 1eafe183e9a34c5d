import { readPacks, sha256, shippedPack } from "../../cli/packs.ts";
import { loadRulebook } from "../../engine/rulebook/load.ts";
import type { LoadedRulebook, PackFile } from "../../engine/rulebook/source.ts";

const pack = "entra-private-network-connector";

/** Loads the shipped pack with what a page adds to it. */
export function loadWith(samples: Readonly<Record<string, string>>): Promise<LoadedRulebook> {
  const read = readPacks([shippedPack]);
  if ("problems" in read) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  const shipped = read.files.map((file) => {
    const more = samples[file.path];
    return more === undefined ? file : { ...file, text: `${file.text}\n${more}` };
  });
  const paths = shipped.map(({ path }) => path);
  const added = Object.entries(samples)
    .filter(([path]) => !paths.includes(path))
    .map(([path, text]): PackFile => ({ pack, path, shownAs: path, text }));
  return loadRulebook([...shipped, ...added], sha256);
}

/** Some keys of a rule, made into a whole one by plain words for what the sample leaves out. */
export function wholeRule(part: string, id: string): string {
  const isDiagnosis = !/^kind: (?:symptom|all-clear)$/m.test(part);
  const usual = isDiagnosis ? { ...ofEveryRule, ...ofDiagnoses } : ofEveryRule;
  const missing = Object.entries(usual).filter(([key]) => !new RegExp(`^${key}:`, "m").test(part));
  return [`id: ${id}`, part.trimEnd(), ...missing.map(([key, text]) => `${key}: ${text}`), ""].join("\n");
}

const ofEveryRule = {
  title: "A rule that shows one thing",
  when: "{ services.connector.state: stopped }",
  examples:
    '{ matches: [{ now: "2026-11-20T09:15:00Z", services.connector.state: stopped }], does-not-match: [{ now: "2026-11-20T09:15:00Z", services.connector.state: running }] }',
};

const ofDiagnoses = {
  severity: "low",
  confidence: "likely",
  because: "The service is stopped.",
  fix: "[{ do: Start the service. }]",
};
