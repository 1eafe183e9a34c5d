import type { FactEntry } from "../../schemas/generated/types.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { foldText } from "../../schemas/values/text-equal.ts";
import type { FoundFact, Warning } from "./format.ts";
import { type Host, hostNamed, hostsOf, ownersOf } from "./hosts.ts";
import type { UsedInput } from "./outcome.ts";
import { counted, listed } from "./sentences.ts";

export interface HostChoice {
  /** The server that the facts speak of, if any file or the person names it. */
  readonly host: string | undefined;
  readonly used: readonly UsedInput[];
  /** Provisional key of a source to the sentence why it was left out. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** Not empty: none of these was chosen, and nothing may be merged. */
  readonly hosts: readonly string[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/** More names than any upload has servers; telling them apart takes the square of their number. */
const mostNames = 500;

/** Facts of two servers must never meet in one diagnosis: with several, the person has to choose. */
export function chooseHost(used: readonly UsedInput[], wanted: string | undefined): HostChoice {
  const names = new Set(used.flatMap(({ reading }) => reading.hosts ?? []));
  const hosts = hostsOf([...names].sort().slice(0, mostNames));
  const all = { used, leftOut: new Map(), hosts: [], problems: [], warnings: [] };
  const chosen = wanted === undefined ? hosts[0] : hostNamed(wanted, hosts);
  if (hosts.length === 0) return { ...all, host: wanted };
  if (wanted !== undefined && !chosen) return nothing(hosts, [notAmong(wanted, hosts)]);
  if (wanted === undefined && hosts.length > 1) return nothing(hosts, [several(hosts)]);
  if (!chosen || hosts.length === 1) return { ...all, host: chosen?.name };
  return only(chosen, hosts, used);
}

function nothing(hosts: readonly Host[], problems: readonly Problem[]): HostChoice {
  const names = hosts.map(({ name }) => name);
  return { host: undefined, used: [], leftOut: new Map(), hosts: names, problems, warnings: [] };
}

function problem(code: string, message: string, hint: string): Problem {
  return { file: "--host", line: 1, column: 1, code, message, hint };
}

function several(hosts: readonly Host[]): Problem {
  const names = hosts.map(({ name }) => name);
  const message = `The files are of ${hosts.length} servers: ${listed(names, 20)}. A diagnosis is about one.`;
  const hint = `Choose one, for example: --host ${names[0] ?? ""}. Or make a fact file of each: import --out FOLDER/.`;
  return problem("several-hosts", message, hint);
}

function notAmong(wanted: string, hosts: readonly Host[]): Problem {
  const names = hosts.map(({ name }) => name);
  const message = `No file is of a server called "${wanted}"; the files are of ${listed(names, 20)}.`;
  return problem("unknown-host", message, `Give one of these, for example: --host ${names[0] ?? ""}`);
}

function only(chosen: Host, hosts: readonly Host[], used: readonly UsedInput[]): HostChoice {
  const owners = ownersOf(
    used.map(({ file, reading }) => ({
      path: file.folder === "" ? file.shownAs : `${file.folder}/${file.shownAs}`,
      hosts: reading.hosts ?? [],
    })),
    hosts,
  );
  const kept: UsedInput[] = [];
  const leftOut = new Map<string, string>();
  const untold: string[] = [];
  for (const [index, input] of used.entries()) {
    const own = owners[index];
    if (own?.includes(chosen)) kept.push(own.length === 1 ? input : rowsOf(chosen, input));
    else if (own)
      leftOut.set(input.source, `It was left out: it is of ${listed(own.map(({ name }) => name))}.`);
    else {
      leftOut.set(input.source, "It was left out: it does not say which server it is of.");
      untold.push(input.file.shownAs);
    }
  }
  return {
    host: chosen.name,
    used: kept,
    leftOut,
    hosts: [],
    problems: [],
    warnings: leftOutWarnings(chosen, leftOut.size, untold),
  };
}

function leftOutWarnings(chosen: Host, count: number, untold: readonly string[]): Warning[] {
  const others = count - untold.length;
  const warnings: Warning[] = [];
  if (others > 0) {
    const message = `${counted(others, "file")} of other servers than ${chosen.name} ${others === 1 ? "was" : "were"} left out.`;
    warnings.push({ code: "other-host", message });
  }
  for (const file of untold) {
    const message = `${file} does not say which server it is of and was left out; put it into a folder called ${chosen.name}.`;
    warnings.push({ code: "host-not-known", message, file });
  }
  return warnings;
}

/** Of a file with events of several computers, the rows of one. */
function rowsOf({ aliases }: Host, input: UsedInput): UsedInput {
  const facts = input.reading.facts.map(
    ({ fact, entry }): FoundFact => ({ fact, entry: narrowed(entry, aliases) }),
  );
  return { ...input, reading: { ...input.reading, facts } };
}

function narrowed(entry: FactEntry, aliases: ReadonlySet<string>): FactEntry {
  if (!("items" in entry)) return entry;
  const isOwn = (computer: unknown) => typeof computer === "string" && aliases.has(foldText(computer));
  return { ...entry, items: entry.items.filter(({ computer }) => isOwn(computer)) };
}
