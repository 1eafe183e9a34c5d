import type { FactFile, Producer } from "../../schemas/generated/types.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { sortProblems } from "../../schemas/text/problems.ts";
import { schemaVersion } from "../fact-file/write-fact-file.ts";
import type { World } from "../world.ts";
import { chooseHost } from "./choose-host.ts";
import { collectedAt } from "./collected-at.ts";
import { doubledCertificates } from "./doubled-certificates.ts";
import type { Warning } from "./format.ts";
import { gatherInputs, type InputPath } from "./gather-inputs.ts";
import { mergeFacts } from "./merge/merge-facts.ts";
import { readInput } from "./open-file.ts";
import { outcomeOf } from "./outcome.ts";
import { renameEntry } from "./rename-sources.ts";
import { describeSources } from "./sources.ts";
import type { Plan } from "./wanted-fact.ts";

export interface ImportOptions {
  /** Only the files of this server. */
  readonly host?: string;
  /** When everything was collected, ISO 8601 with offset; known better than the files tell. */
  readonly at?: string;
  /** What stands in for the clock of the machine, in milliseconds since 1970. */
  readonly now?: number;
  /** Who makes the fact file. */
  readonly producer?: Producer;
}

export interface Imported {
  /** In full form. Without facts where `hosts` is not empty. */
  readonly factFile: FactFile;
  /** What was lost or doubtful, for the report; sorted. */
  readonly warnings: readonly Warning[];
  /** What the person can mend: paths, fact files, the choice of a server; sorted. At least one if nothing was recognised. */
  readonly problems: readonly Problem[];
  /** Files that could be opened. */
  readonly opened: number;
  /**
   * Files that were recognised, damaged ones too, and that are of the chosen server; a fact file with problems is
   * not among them. 0: there is nothing to go on, and `problems` says why.
   */
  readonly recognised: number;
  /** Not empty: the files are of these servers, none of which was chosen, and nothing was merged. */
  readonly hosts: readonly string[];
}

/** Turns files into facts: everything that a customer sent, fact files, answers written by hand. */
export async function importPaths(
  world: World,
  paths: readonly InputPath[],
  plan: Plan,
  options: ImportOptions = {},
): Promise<Imported> {
  return factsOf(await readPaths(world, paths, plan), options);
}

/**
 * The same, once for each server that the files name; once where they name one or none, or the person has chosen. Files
 * are read once.
 */
export async function importEachHost(
  world: World,
  paths: readonly InputPath[],
  plan: Plan,
  options: ImportOptions = {},
): Promise<readonly Imported[]> {
  const material = await readPaths(world, paths, plan);
  const together = factsOf(material, options);
  if (options.host !== undefined || together.hosts.length < 2) return [together];
  return together.hosts.map((host) => factsOf(material, { ...options, host }));
}

interface Material {
  readonly inputs: Awaited<ReturnType<typeof gatherInputs>>;
  readonly read: readonly Awaited<ReturnType<typeof readInput>>[];
  readonly plan: Plan;
  /** When all was read. */
  readonly now: number;
}

async function readPaths(world: World, paths: readonly InputPath[], plan: Plan): Promise<Material> {
  const inputs = await gatherInputs(world, paths);
  const read = [];
  for (const file of inputs.files) read.push(await readInput(world, file, plan));
  return { inputs, read, plan, now: world.now() };
}

function factsOf({ inputs, read, plan, now }: Material, options: ImportOptions): Imported {
  const outcome = outcomeOf(read);
  const choice = chooseHost(outcome.used, options.host);
  const { sources, keys, pathOf } = describeSources(read, choice);
  const found = choice.used.flatMap(({ reading }) =>
    reading.facts.map(({ fact, entry }) => ({ fact, entry: renameEntry(entry, keys) })),
  );
  const merged = mergeFacts(found, plan, pathOf);
  const time = collectedAt(choice.used.map(datedOf), options.now ?? now, options.at);
  const warnings = [
    ...inputs.warnings,
    ...outcome.warnings,
    ...choice.warnings,
    ...choice.used.flatMap(({ reading }) => reading.warnings),
    ...merged.warnings,
    ...doubledCertificates(merged.facts, plan, pathOf),
    ...time.warnings,
  ];
  return {
    factFile: {
      schemaVersion,
      ...subjectOf(choice),
      ...producerOf(choice.used, options.producer),
      ...(time.collectedAt && { collectedAt: time.collectedAt }),
      sources,
      facts: merged.facts,
    },
    warnings: sortWarnings(warnings),
    problems: sortProblems([...inputs.problems, ...outcome.problems, ...choice.problems]),
    opened: outcome.opened,
    recognised: choice.used.length,
    hosts: choice.hosts,
  };
}

type Choice = ReturnType<typeof chooseHost>;
type Used = Choice["used"][number];

function datedOf({ file, reading }: Used) {
  const { attested, factFile } = reading;
  return {
    shownAs: file.shownAs,
    isFactFile: factFile !== undefined,
    ...(attested !== undefined && { attested }),
    ...(factFile?.collectedAt && { collectedAt: factFile.collectedAt }),
  };
}

/** The role is taken over where the fact files agree on it. */
function subjectOf({ host, used }: Choice): Pick<FactFile, "subject"> {
  const roles = new Set(used.flatMap(({ reading }) => reading.factFile?.subject?.role ?? []));
  const role = roles.size === 1 ? { role: [...roles].join("") } : {};
  if (host === undefined && roles.size !== 1) return {};
  return { subject: { ...(host !== undefined && { host }), ...role } };
}

/** A fact file that is read alone was still made by whoever made it. */
function producerOf(used: readonly Used[], ours: Producer | undefined): Pick<FactFile, "producer"> {
  const [only] = used;
  const producer = used.length === 1 && only?.reading.factFile ? only.reading.factFile.producer : ours;
  return producer === undefined ? {} : { producer };
}

function sortWarnings(warnings: readonly Warning[]): Warning[] {
  const byText = new Map(
    warnings.map((warning) => [JSON.stringify([warning.file ?? "", warning.code, warning.message]), warning]),
  );
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, warning]) => warning);
}
