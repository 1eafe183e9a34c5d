import type { Rulebook } from "./rulebook.ts";

/** Counted up whenever the shape of a rulebook changes. */
const form = 5;

/** What has to be the same for a built rulebook to be used: by path of a source file the hash of its text. */
export type SourceHashes = Readonly<Record<string, string>>;

/** A rulebook as text, to be read back without YAML as long as no source file and not the tool has changed. */
export function writeBuilt(rulebook: Rulebook, sources: SourceHashes, toolVersion: string): string {
  return `${JSON.stringify({ form, toolVersion, sources: sorted(sources), rulebook })}\n`;
}

/** null as soon as anything differs, or the text is not one that `writeBuilt` gave: then the YAML is to be read. */
export function readBuilt(text: string, sources: SourceHashes, toolVersion: string): Rulebook | null {
  const built = parsed(text);
  if (built === null || built.form !== form || built.toolVersion !== toolVersion) return null;
  if (JSON.stringify(built.sources) !== JSON.stringify(sorted(sources))) return null;
  return isRulebook(built.rulebook) ? built.rulebook : null;
}

type Built = Readonly<Record<string, unknown>>;

function parsed(text: string): Built | null {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? value : null;
  } catch {
    return null;
  }
}

const isMap = (value: unknown): value is Built =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** A look at its outline: the hashes vouch for the rest. */
function isRulebook(value: unknown): value is Rulebook {
  if (!isMap(value)) return false;
  const hasLists = [value.packs, value.languages, value.rules].every(Array.isArray);
  return (
    hasLists &&
    [value.areas, value.facts, value.lists, value.asks].every(isMap) &&
    "flowcharts" in value &&
    "healthyWhen" in value
  );
}

const sorted = (sources: SourceHashes): SourceHashes =>
  Object.fromEntries(Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1)));
