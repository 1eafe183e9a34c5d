import { createHash } from "node:crypto";

/**
 * The keys of sources until all are known: what identifies a source, its content and its path. The final keys are
 * short; making them takes the knowledge of all, because two files can have the same content.
 */
export function provisionalKey(sha256: string, path: string): string {
  return `${sha256}\n${path}`;
}

const shortest = 8;

/**
 * Short keys that say the same for the same file whatever lies beside it: `s-` and the beginning of the SHA-256
 * of its content. Of copies the first by path has that key; the others have their path in it.
 */
export function sourceKeys(provisional: Iterable<string>): ReadonlyMap<string, string> {
  const byContent = new Map<string, string[]>();
  for (const key of new Set(provisional)) {
    const [content = "", path = ""] = split(key);
    byContent.set(content, [...(byContent.get(content) ?? []), path]);
  }
  const clashing = clashes([...byContent.keys()]);
  const keys = new Map<string, string>();
  for (const [content, paths] of byContent) {
    const base = `s-${clashing.has(content) ? content : content.slice(0, shortest)}`;
    for (const [index, path] of paths.sort().entries()) {
      keys.set(
        provisionalKey(content, path),
        index === 0 ? base : `${base}-${sha256Of(path).slice(0, shortest)}`,
      );
    }
  }
  return keys;
}

function split(key: string): [string, string] {
  const at = key.indexOf("\n");
  return [key.slice(0, at), key.slice(at + 1)];
}

/** Contents that differ and begin alike: rare by chance, easy on purpose. */
function clashes(contents: readonly string[]): ReadonlySet<string> {
  const byStart = new Map<string, string[]>();
  for (const content of contents) {
    const start = content.slice(0, shortest);
    byStart.set(start, [...(byStart.get(start) ?? []), content]);
  }
  return new Set([...byStart.values()].filter((alike) => alike.length > 1).flat());
}

/** For what has no content to be known by. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
