import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/** What changed since the last time, again and again; null: the system did not say what. */
export type Changes = AsyncIterable<readonly string[] | null>;

/** An editor writes a file in several steps, and a version control system many files at once. */
const settleMs = 40;

/** The changes below some folders from now on, as the system tells them; those that come close together are one. */
export function changesIn(folders: readonly string[]): Changes {
  const waiting: (string | null)[] = [];
  let wake: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const watched = watchedFolders((path) => {
    waiting.push(path);
    clearTimeout(timer);
    timer = setTimeout(() => wake(), settleMs);
  });
  watched.follow(folders);
  return settled();

  async function* settled(): Changes {
    try {
      for (;;) {
        if (waiting.length === 0)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        const paths = waiting.splice(0);
        // New folders are watched before anybody reads what is in them.
        watched.follow(folders);
        if (paths.length > 0) yield paths.includes(null) ? null : paths.filter((path) => path !== null);
      }
    } finally {
      watched.close();
    }
  }
}

interface Watched {
  /** Watches every folder below these that is not watched yet. */
  follow(folders: readonly string[]): void;
  close(): void;
}

/**
 * Folders one by one: a recursive watch on Linux follows the files themselves, and loses each that an editor saves
 * by putting a new one in its place.
 */
function watchedFolders(changed: (path: string | null) => void): Watched {
  const watchers = new Map<string, FSWatcher>();
  const watchFolder = (folder: string): void => {
    const watcher = watch(folder, (_event, name) => changed(name === null ? null : join(folder, name)));
    const forget = () => {
      watcher.close();
      watchers.delete(folder);
    };
    watcher.on("error", forget);
    watchers.set(folder, watcher);
  };
  return {
    follow: (folders) => {
      const there = new Set(folders.flatMap(withFolders));
      for (const [folder, watcher] of watchers) {
        if (there.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      for (const folder of there) if (!watchers.has(folder)) watchFolder(folder);
    },
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** The folder and all folders in it; nothing where there is none, and links are not followed. */
function withFolders(folder: string): string[] {
  try {
    const inside = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith("."),
    );
    return [folder, ...inside.flatMap(({ name }) => withFolders(join(folder, name)))];
  } catch {
    return [];
  }
}
