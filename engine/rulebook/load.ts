import type { Problem } from "../../schemas/text/problem.ts";
import { canonicalJson } from "../report/canonical-json.ts";
import { type Declarations, declareAll } from "./declare/declare-all.ts";
import type { Declared } from "./declare/declared.ts";
import { checkToolVersion, orderPacks, type PackOrder } from "./declare/packs.ts";
import { examineExamples } from "./examples/examine.ts";
import { createFindings } from "./findings.ts";
import { flowchartsFrom } from "./flowcharts.ts";
import { healthyWhen } from "./healthy-when.ts";
import { loadPatterns } from "./parse/load-patterns.ts";
import type { ReadMemory } from "./parse/read-document.ts";
import { readPacks, type Sources } from "./parse/read-packs.ts";
import type { PackIdentity, Rule, Rulebook } from "./rulebook.ts";
import { rulesFrom } from "./rules/rules.ts";
import type { LoadedRulebook, PackFile, RuleExample } from "./source.ts";

export interface LoadOptions {
  /** A pack may need a newer tool than this. Without it nobody asks. */
  readonly toolVersion?: string;
  /** For who loads again and again: files that are the same objects are not read twice. */
  readonly memory?: ReadMemory;
}

/**
 * Reads, checks and types the packs: all their files as text in, one rulebook out, or everything that is wrong with
 * them.
 *
 * @param digest of a text, for example its SHA-256 in hex
 */
export async function loadRulebook(
  files: readonly PackFile[],
  digest: (text: string) => string,
  options: LoadOptions = {},
): Promise<LoadedRulebook> {
  const { rulebook, examples, problems, warnings } = await readRulebook(files, digest, options);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rulebook, examples, warnings };
}

/** What the packs say, and what is wrong with them. */
export interface ReadRulebook {
  /** What could be understood; all of it where there are no problems. */
  readonly rulebook: Rulebook;
  readonly examples: readonly RuleExample[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly sources: Sources;
  readonly declared: Declared;
}

/** @param digest null: the packs get none, which saves time where nobody asks for it */
export async function readRulebook(
  files: readonly PackFile[],
  digest: ((text: string) => string) | null,
  { toolVersion, memory }: LoadOptions = {},
): Promise<ReadRulebook> {
  const findings = createFindings();
  const sources = await readPacks(files, findings, memory);
  const mayUsePatterns = await loadPatterns(sources);
  const order = orderPacks(sources.headers, findings);
  for (const header of sources.headers.values())
    if (header !== null && toolVersion !== undefined) checkToolVersion(header, toolVersion, findings);
  const declarations = declareAll(sources, order, findings);
  const { declared } = declarations;
  const rules = rulesFrom(declared, findings);
  const examples = await examineExamples(declarations, rules, findings);
  const scope = { declared, findings, rows: null, may: { known: true, rules: true } };
  const flowcharts = flowchartsFrom(sources.flowcharts, order, scope);
  const healthy = healthyWhen(sources, order, declared, findings);
  const rulebook = assemble({
    sources,
    order,
    declarations,
    rules,
    mayUsePatterns,
    flowcharts,
    healthyWhen: healthy,
    packs: identities(sources, order, digest),
  });
  return {
    rulebook,
    examples,
    problems: findings.problems(),
    warnings: findings.warnings(),
    sources,
    declared,
  };
}

function identities(
  { headers, ...sources }: Sources,
  { folders }: PackOrder,
  digest: ((text: string) => string) | null,
): readonly PackIdentity[] {
  const documents = [
    ...headers.values(),
    ...sources.catalogues,
    ...sources.lists,
    ...sources.asks,
    ...sources.flowcharts,
    ...sources.rules.map(({ document }) => document),
  ];
  return folders.map((folder) => {
    const contents = () => {
      const own = documents.filter((document) => document?.file.pack === folder);
      return Object.fromEntries(own.map((document) => [document?.file.path, document?.value]));
    };
    const { id = folder, version = "", title = "" } = headers.get(folder)?.value ?? {};
    return {
      id,
      version,
      title: title.trim(),
      digest: digest === null ? "" : digest(canonicalJson(contents())),
    };
  });
}

interface Parts extends Pick<Rulebook, "packs" | "flowcharts" | "healthyWhen"> {
  readonly sources: Sources;
  readonly order: PackOrder;
  readonly declarations: Declarations;
  readonly rules: readonly Rule[];
  readonly mayUsePatterns: boolean;
}

function assemble({ sources, order, declarations, rules, mayUsePatterns, ...parts }: Parts): Rulebook {
  const { declared, facts, asks } = declarations;
  const languages = order.folders.flatMap((folder) => sources.headers.get(folder)?.value.languages ?? []);
  return {
    packs: parts.packs,
    languages: [...new Set(languages)],
    areas: record(declared.areas.known),
    facts: record(facts),
    lists: record(declared.lists.known),
    asks: record(asks),
    rules,
    flowcharts: parts.flowcharts,
    healthyWhen: parts.healthyWhen,
    usesPatterns:
      mayUsePatterns &&
      JSON.stringify([rules, [...facts.values()], parts.flowcharts]).includes('"operator":"matches"'),
  };
}

/** Keys in the order of code units, so that files may be split and joined without any effect. */
function record<Meaning>(names: ReadonlyMap<string, Meaning>): Readonly<Record<string, Meaning>> {
  return Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}
