import type { FactFile, Report, ReportSubject, Versions, Warning } from "../../schemas/generated/types.ts";
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
  return Object.fromEntries(Object.entries(sources ?? {}).toSorted(([a], [b]) => byCodeUnit(a, b)));
}

/** Each once, by code, file, fact and message. */
export function sortedWarnings(warnings: readonly Warning[]): Warning[] {
  const keyOf = ({ code, file, fact, message }: Warning) =>
    canonicalJson([code, file ?? "", fact ?? "", message]);
  const unique = new Map(warnings.map((warning) => [keyOf(warning), warning]));
  return [...unique].toSorted(([a], [b]) => byCodeUnit(a, b)).map(([, warning]) => warning);
}
