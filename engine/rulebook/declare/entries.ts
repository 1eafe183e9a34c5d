import type { FactSource } from "../../../schemas/generated/types.ts";
import type { RulebookCode } from "../codes.ts";
import type { Findings } from "../findings.ts";
import { inside, keyOf, type PackDocument, rootOf, type Spot } from "../parse/document.ts";
import { quoted } from "../words.ts";
import type { Names } from "./declared.ts";

/** One entry of a file whose keys are names. */
export interface Entry<Source> {
  readonly name: string;
  readonly source: Source;
  readonly spot: Spot;
}

export type FactEntry = Entry<FactSource>;

/** The entries of all packs by name. A name that stands twice is told at its second place. */
export function entriesOf<Source>(
  documents: readonly PackDocument<Readonly<Record<string, Source>>>[],
  duplicate: RulebookCode,
  noun: string,
  findings: Findings,
): Map<string, Entry<Source>> {
  const entries = new Map<string, Entry<Source>>();
  for (const document of documents) {
    for (const [name, source] of Object.entries(document.value)) {
      const first = entries.get(name);
      if (first === undefined) entries.set(name, { name, source, spot: inside(rootOf(document), name) });
      else {
        const message = `${quoted(name)} is ${noun} of ${first.spot.document.file.shownAs} too.`;
        findings.problem(
          keyOf(rootOf(document), name),
          duplicate,
          message,
          "Keep one of the two, or rename one.",
        );
      }
    }
  }
  return entries;
}

/** Names with the meanings that could be found out; all others that were met are damaged. */
export function namesOf<Meaning>(
  known: ReadonlyMap<string, Meaning>,
  documents: readonly PackDocument[],
  unreadable: ReadonlySet<string>,
  alsoDamaged: ReadonlySet<string> = new Set(),
): Names<Meaning> {
  const damaged = new Set([
    ...documents.flatMap((document) => [...document.damaged]),
    ...unreadable,
    ...alsoDamaged,
  ]);
  return { known, isDamaged: (name) => declaringNames(name).some((each) => damaged.has(each)) };
}

/**
 * The names of the entries that may declare a fact: its own, and that of the row that it is a part of. A part is
 * called by a field, or by a side and a field.
 */
export function declaringNames(fact: string): string[] {
  const field = fact.lastIndexOf(".");
  const side = field < 1 ? -1 : fact.lastIndexOf(".", field - 1);
  return [fact, ...[field, side].flatMap((end) => (end > 0 ? [fact.slice(0, end)] : []))];
}
