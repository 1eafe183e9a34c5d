import { type Failed, type OpenFile, ReadFailure, type Trouble, type World } from "../../facts/world.ts";

/** A folder, a file with its content, or what makes the machine refuse. */
export type FakeEntry = string | Uint8Array | { readonly trouble: Trouble } | "<link>" | "<pipe>";

export interface FakeWorld extends World {
  /** What was written, by path. */
  readonly written: ReadonlyMap<string, string>;
}

export const fakeNow = Date.UTC(2027, 0, 15, 8, 30, 0);

interface FakeOptions {
  readonly now?: number;
  /** The order in which folders give their names. */
  readonly order?: (names: string[]) => string[];
  /** Folders without a file in them. */
  readonly folders?: readonly string[];
}

/** A disk that exists in memory. Paths are absolute, with forward slashes; folders follow from the paths. */
export function fakeWorld(files: Readonly<Record<string, FakeEntry>>, options: FakeOptions = {}): FakeWorld {
  const folders = new Map<string, Set<string>>();
  const addFolders = (path: string) => {
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join("/") || "/";
      folders.set(folder, (folders.get(folder) ?? new Set()).add(parts[depth] ?? ""));
    }
  };
  for (const path of Object.keys(files)) addFolders(path);
  for (const folder of options.folders ?? []) folders.set(folder, folders.get(folder) ?? new Set());
  const written = new Map<string, string>();
  const { order = (names) => names } = options;
  return {
    written,
    now: () => options.now ?? fakeNow,
    realPath: async (path) =>
      find(path, files, folders) === undefined ? { failed: "not-found" } : path.replace(/\/+$/, ""),
    lookAt: async (path) => {
      const entry = find(path, files, folders);
      if (entry === undefined) return { failed: "not-found" };
      if (entry === "<folder>") return { kind: "folder", bytes: 0 };
      if (entry === "<link>") return { kind: "link", bytes: 0 };
      if (entry === "<pipe>") return { kind: "special", bytes: 0 };
      return { kind: "file", bytes: isTrouble(entry) ? 77 : bytesOf(entry).length };
    },
    readDirectory: async (path) => {
      const entry = files[`${path}/*`];
      if (entry !== undefined && isTrouble(entry)) return { failed: entry.trouble };
      return order([...(folders.get(path) ?? [])]);
    },
    openFile: async (path) => open(files[path]),
    writeAtomic: async (path, text) => {
      written.set(path, text);
      return { bytes: text.length };
    },
  };
}

function find(
  path: string,
  files: Readonly<Record<string, FakeEntry>>,
  folders: ReadonlyMap<string, unknown>,
) {
  const clean = path.replace(/\/+$/, "");
  return files[clean] ?? (folders.has(clean) ? ("<folder>" as const) : undefined);
}

function isTrouble(entry: FakeEntry): entry is { readonly trouble: Trouble } {
  return typeof entry === "object" && "trouble" in entry;
}

function bytesOf(entry: string | Uint8Array): Uint8Array {
  return typeof entry === "string" ? new TextEncoder().encode(entry) : entry;
}

function open(entry: FakeEntry | undefined): OpenFile | Failed {
  if (entry === undefined) return { failed: "not-found" };
  if (isTrouble(entry)) return { failed: entry.trouble };
  const bytes = bytesOf(entry);
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    close: () => undefined,
  };
}

/** A world in which reading fails in the middle of every file. */
export function breakingWorld(world: World): World {
  return {
    ...world,
    openFile: async () => ({
      size: 9_000,
      read: () => {
        throw new ReadFailure("cannot-read");
      },
      close: () => undefined,
    }),
  };
}
