import { foldText } from "../../schemas/values/text-equal.ts";

/** One server under all the names that the files give it. */
export interface Host {
  /** The longest of its names. */
  readonly name: string;
  /** In lower case. */
  readonly aliases: ReadonlySet<string>;
}

/**
 * The servers behind the names: `CONN-02` and `conn-02.contoso.example` are one, if no other server has that
 * first part in its name. Sorted by name.
 */
export function hostsOf(names: Iterable<string>): readonly Host[] {
  const written = new Map<string, string>();
  for (const name of [...names].sort()) if (!written.has(foldText(name))) written.set(foldText(name), name);
  const full = [...written.keys()].filter((name) => name.includes("."));
  const short = [...written.keys()].filter((name) => !name.includes("."));
  const aliases = new Map<string, Set<string>>(full.map((name) => [name, new Set([name])]));
  for (const name of short) {
    const same = full.filter((each) => isShortFor(name, each));
    const [only] = same;
    if (only !== undefined && same.length === 1) aliases.get(only)?.add(name);
    else aliases.set(name, new Set([name]));
  }
  const hosts = [...aliases].map(([name, all]) => ({ name: written.get(name) ?? name, aliases: all }));
  return hosts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const netbiosLength = 15;

/** NetBIOS names are cut. */
function isShortFor(short: string, full: string): boolean {
  const [label = ""] = full.split(".");
  return label === short || (short.length === netbiosLength && label.slice(0, netbiosLength) === short);
}

export function hostNamed(name: string, hosts: readonly Host[]): Host | undefined {
  const folded = foldText(name);
  const exact = hosts.find(({ aliases }) => aliases.has(folded));
  if (exact) return exact;
  const byShort = hosts.filter(({ aliases }) =>
    [...aliases].some((alias) => isShortFor(folded, alias) || isShortFor(alias, folded)),
  );
  return byShort.length === 1 ? byShort[0] : undefined;
}

/** A file, as far as it can be told whose it is. */
export interface Owned {
  /** With the folder that was given in front. */
  readonly path: string;
  /** The servers that its content names. */
  readonly hosts: readonly string[];
}

/**
 * Whose each file is: by its content, else by a folder or the beginning of a name on its path, else by the nearest
 * folder around it that holds files of one server only. Undefined: it cannot be told.
 */
export function ownersOf(
  files: readonly Owned[],
  hosts: readonly Host[],
): readonly (readonly Host[] | undefined)[] {
  const certain = files.map((file) => byContent(file, hosts) ?? byPath(file.path, hosts));
  const byFolder = new Map<string, Set<Host>>();
  for (const [index, owners] of certain.entries()) {
    for (const folder of foldersAround(files[index]?.path ?? "")) {
      const all = byFolder.get(folder) ?? new Set();
      for (const owner of owners ?? []) all.add(owner);
      if (all.size > 0) byFolder.set(folder, all);
    }
  }
  return files.map(({ path }, index) => {
    const nearest = foldersAround(path).find((folder) => byFolder.has(folder));
    const around = nearest === undefined ? undefined : byFolder.get(nearest);
    return certain[index] ?? (around?.size === 1 ? [...around] : undefined);
  });
}

function byContent({ hosts: names }: Owned, hosts: readonly Host[]): readonly Host[] | undefined {
  const owners = new Set(names.flatMap((name) => hostNamed(name, hosts) ?? []));
  return owners.size === 0 ? undefined : [...owners];
}

/** Of several names that fit, the longest: `CONN-07-B_events.xml` is not of CONN-07. */
function byPath(path: string, hosts: readonly Host[]): readonly Host[] | undefined {
  for (const part of path.split("/").reverse()) {
    const fits = hosts.map((host) => ({ host, length: longestBeginning(foldText(part), host) }));
    const longest = Math.max(...fits.map(({ length }) => length));
    const owners = fits.filter(({ length }) => length === longest).map(({ host }) => host);
    if (longest > 0 && owners.length === 1) return owners;
  }
  return undefined;
}

/** How long the longest name of the server is that the part of a path begins with; 0: it begins with none. */
function longestBeginning(part: string, { aliases }: Host): number {
  const names = [...aliases].flatMap((alias) => [alias, alias.split(".")[0] ?? alias]);
  const fitting = names.filter(
    (name) => part.startsWith(name) && !/^[\p{L}\p{N}]/u.test(part.slice(name.length)),
  );
  return Math.max(0, ...fitting.map((name) => name.length));
}

/** The nearest first. */
function foldersAround(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
