import type {
  FactFile,
  Report,
  ReportSubject,
  Source,
  Versions,
  Warning,
} from "../../schemas/generated/types.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { canonicalJson, canonicalSetJson } from "./canonical-json.ts";
import { byCodeUnit } from "./code-unit-order.ts";

/**
 * What made the report. The digest of the facts is over all that a verdict depends on (facts, time of the
 * collection, subject), with sorted keys and lists: the same facts from other files have the same digest.
 */
export function versions(
  rulebook: Rulebook,
  { facts, collectedAt, subject }: FactFile,
  options: { readonly toolVersion: string; readonly digest: (text: string) => string },
): Versions {
  return {
    tool: options.toolVersion,
    packs: rulebook.packs
      .map(({ id, version, digest }) => ({ id, version, digest }))
      .toSorted((a, b) => byCodeUnit(a.id, b.id)),
    facts: options.digest(canonicalSetJson({ facts, collectedAt, subject })),
  };
}

export function subject({ subject }: FactFile): ReportSubject {
  return {
    ...(subject?.host !== undefined && { host: subject.host }),
    ...(subject?.role !== undefined && { role: subject.role }),
  };
}

export function sources({ sources }: FactFile): Report["sources"] {
  const entries = Object.entries(sources ?? {}).map(([key, source]) => [key, inOrder(source)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => byCodeUnit(a, b)));
}

/** The keys as the schema lists them, whatever their order in the file. */
function inOrder({ kind, path, sha256, bytes, encoding, parser, command, notes }: Source): Source {
  return {
    kind,
    ...(path !== undefined && { path }),
    ...(sha256 !== undefined && { sha256 }),
    ...(bytes !== undefined && { bytes }),
    ...(encoding !== undefined && { encoding }),
    ...(parser !== undefined && { parser }),
    ...(command !== undefined && { command }),
    ...(notes !== undefined && { notes }),
  };
}

/** Each once, by code, file, fact and message. */
export function sortedWarnings(warnings: readonly Warning[]): Warning[] {
  const keyOf = ({ code, file, fact, message }: Warning) =>
    canonicalJson([code, file ?? "", fact ?? "", message]);
  const unique = new Map(warnings.map((warning) => [keyOf(warning), warning]));
  return [...unique].toSorted(([a], [b]) => byCodeUnit(a, b)).map(([, warning]) => warning);
}
