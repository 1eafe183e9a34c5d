import { canonicalJson } from "../report/canonical-json.ts";
import { type Declarations, declareAll } from "./declare/declare-all.ts";
import { checkToolVersion, orderPacks, type PackOrder } from "./declare/packs.ts";
import { examineExamples } from "./examples/examine.ts";
import { createFindings } from "./findings.ts";
import { flowchartFrom } from "./flowchart.ts";
import { healthyWhen } from "./healthy-when.ts";
import { loadPatterns } from "./parse/load-patterns.ts";
import { readPacks, type Sources } from "./parse/read-packs.ts";
import type { Flowchart, PackIdentity, Rule, Rulebook } from "./rulebook.ts";
import { rulesFrom } from "./rules/rules.ts";
import type { LoadedRulebook, PackFile } from "./source.ts";

export interface LoadOptions {
  /** A pack may need a newer tool than this. Without it nobody asks. */
  readonly toolVersion?: string;
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
  { toolVersion }: LoadOptions = {},
): Promise<LoadedRulebook> {
  const findings = createFindings();
  const sources = await readPacks(files, findings);
  await loadPatterns(sources);
  const order = orderPacks(sources.headers, findings);
  for (const header of sources.headers.values())
    if (header !== null && toolVersion !== undefined) checkToolVersion(header, toolVersion, findings);
  const declarations = declareAll(sources, order, findings);
  const rules = rulesFrom(declarations.declared, findings);
  const examples = await examineExamples(declarations, rules, findings);
  const scope = { declared: declarations.declared, findings, rows: null, may: { known: true, rules: true } };
  const flowcharts = sources.flowcharts.map((document) => ({
    pack: document.file.pack,
    flowchart: flowchartFrom(document, scope),
  }));
  const healthy = healthyWhen(sources, order, declarations.declared, findings);
  const problems = findings.problems();
  if (problems.length > 0) return { ok: false, problems };
  const flowchart = topmost(flowcharts, order);
  const rulebook = assemble({
    sources,
    order,
    declarations,
    rules,
    flowchart,
    healthyWhen: healthy,
    packs: identities(sources, order, digest),
  });
  return { ok: true, rulebook, examples, warnings: findings.warnings() };
}

/** Of several charts the one of the pack that builds on the others. */
function topmost(
  charts: readonly { readonly pack: string; readonly flowchart: Flowchart | null }[],
  { folders }: PackOrder,
): Flowchart | null {
  const rank = (pack: string) => folders.indexOf(pack);
  return charts.toSorted((a, b) => rank(b.pack) - rank(a.pack))[0]?.flowchart ?? null;
}

function identities(
  { headers, ...sources }: Sources,
  { folders }: PackOrder,
  digest: (text: string) => string,
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
    const own = documents.filter((document) => document?.file.pack === folder);
    const contents = Object.fromEntries(own.map((document) => [document?.file.path, document?.value]));
    const { id = folder, version = "", title = "" } = headers.get(folder)?.value ?? {};
    return { id, version, title: title.trim(), digest: digest(canonicalJson(contents)) };
  });
}

interface Parts extends Pick<Rulebook, "packs" | "flowchart" | "healthyWhen"> {
  readonly sources: Sources;
  readonly order: PackOrder;
  readonly declarations: Declarations;
  readonly rules: readonly Rule[];
}

function assemble({ sources, order, declarations, rules, ...parts }: Parts): Rulebook {
  const { declared, facts } = declarations;
  const languages = order.folders.flatMap((folder) => sources.headers.get(folder)?.value.languages ?? []);
  return {
    packs: parts.packs,
    languages: [...new Set(languages)],
    areas: record(declared.areas.known),
    facts: record(facts),
    lists: record(declared.lists.known),
    asks: record(declared.asks.known),
    rules,
    flowchart: parts.flowchart,
    healthyWhen: parts.healthyWhen,
    usesPatterns: JSON.stringify([rules, [...facts.values()], parts.flowchart]).includes(
      '"operator":"matches"',
    ),
  };
}

/** Keys in the order of code units, so that files may be split and joined without any effect. */
function record<Meaning>(names: ReadonlyMap<string, Meaning>): Readonly<Record<string, Meaning>> {
  return Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}
