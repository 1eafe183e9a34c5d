import type { Scope } from "../condition/scope.ts";
import type { Findings } from "../findings.ts";
import type { PackDocument } from "../parse/document.ts";
import type { Sources } from "../parse/read-packs.ts";
import type { Ask, FactDefinition } from "../rulebook.ts";
import { declareRules } from "../rules/declare-rules.ts";
import { askFrom } from "./asks.ts";
import { completeFacts } from "./complete-facts.ts";
import type { Declared, Names } from "./declared.ts";
import { checkDerivationDepth } from "./derivation-depth.ts";
import { draftFacts } from "./draft-facts.ts";
import { entriesOf, namesOf } from "./entries.ts";
import { listFrom } from "./lists.ts";
import type { PackOrder } from "./packs.ts";

/** Everything that may be named, and the facts as the rulebook holds them. */
export interface Declarations {
  readonly declared: Declared;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly asks: ReadonlyMap<string, Ask>;
}

export function declareAll(sources: Sources, order: PackOrder, findings: Findings): Declarations {
  const lists = mapped(
    entriesOf(byPack(sources.lists, order), "duplicate-list", "a list", findings),
    (entry) => listFrom(entry, findings),
  );
  const asks = entriesOf(byPack(sources.asks, order), "duplicate-ask", "a way of asking", findings);
  const entries = entriesOf(byPack(sources.catalogues, order), "duplicate-fact", "a fact", findings);
  const drafts = draftFacts(entries, findings);
  checkDerivationDepth(entries, drafts, findings);
  const { unreadable } = sources;
  const { rules, overridden } = declareRules(sources.rules, order, findings);
  const declared: Declared = {
    facts: namesOf(drafts.facts, sources.catalogues, unreadable.facts, drafts.damaged),
    lists: namesOf(lists, sources.lists, unreadable.lists),
    asks: namesOf(
      mapped(asks, ({ source }) => source),
      sources.asks,
      unreadable.asks,
    ),
    rules: namesOf(rules, [], unreadable.rules),
    overridden,
    areas: areasOf(sources, order),
  };
  const scope: Scope = { declared, findings, rows: null, may: { known: false, rules: false } };
  return {
    declared,
    facts: completeFacts(entries, drafts, scope),
    asks: mapped(asks, (entry) => askFrom(entry, scope)),
  };
}

/** A pack after the one that it extends, so that the second of two names is the newcomer. */
function byPack<Document extends PackDocument>(
  documents: readonly Document[],
  { folders }: PackOrder,
): readonly Document[] {
  const rank = ({ file }: Document) => folders.indexOf(file.pack);
  return documents.toSorted((a, b) => rank(a) - rank(b));
}

function mapped<Source, Meaning>(
  entries: ReadonlyMap<string, Source>,
  meaningOf: (source: Source) => Meaning,
): ReadonlyMap<string, Meaning> {
  return new Map([...entries].map(([name, entry]) => [name, meaningOf(entry)]));
}

/** A pack's own title of an area stands above that of the pack it extends. */
function areasOf({ headers }: Sources, { folders }: PackOrder): Names<string> {
  const areas = new Map<string, string>();
  for (const folder of folders) {
    for (const [area, title] of Object.entries(headers.get(folder)?.value.areas ?? {}))
      areas.set(area, title.trim());
  }
  const isUncertain = [...headers.values()].some((header) => header === null || header.damaged.has("areas"));
  return { known: areas, isDamaged: () => isUncertain };
}
