import type { CatalogueFile } from "../../../schemas/generated/types.ts";
import type { ValuePath } from "../../../schemas/text/positions.ts";
import type { PackDocument } from "../../rulebook/parse/document.ts";
import { type PlacedLeaf, placedLeaves } from "../conditions/placed-leaves.ts";
import type { Pack } from "../pack.ts";

/** Something that decides by conditions: a rule, or a fact that is derived by cases. */
export interface Subject {
  readonly kind: "rule" | "fact";
  readonly id: string;
  readonly document: PackDocument;
  readonly leaves: readonly PlacedLeaf[];
}

/** Every rule, then every fact by cases, each by id. */
export function subjectsOf({ rulebook, sources, declared }: Pack): readonly Subject[] {
  const rules = rulebook.rules.flatMap(({ id, when }): Subject[] => {
    const document = declared.rules.known.get(id)?.document;
    const source = document?.value.when;
    if (document === undefined || source === undefined) return [];
    return [{ kind: "rule", id, document, leaves: placedLeaves(source, when, ["when"]) }];
  });
  const facts = Object.values(rulebook.facts).flatMap((fact): Subject[] => {
    if (fact.derived?.kind !== "cases") return [];
    const found = findFact(fact.id, sources.catalogues);
    if (found === null) return [];
    const leaves = fact.derived.cases.flatMap(({ when }, index) => {
      const path: ValuePath = [fact.id, "derived", "cases", index, "when"];
      const source = found.whens[index];
      return source === undefined ? [] : placedLeaves(source, when, path);
    });
    return [{ kind: "fact", id: fact.id, document: found.document, leaves }];
  });
  return [...rules, ...facts];
}

function findFact(id: string, catalogues: readonly PackDocument<CatalogueFile>[]) {
  for (const document of catalogues) {
    const source = Object.hasOwn(document.value, id) ? document.value[id] : undefined;
    const derived = source?.derived;
    if (derived === undefined || !("cases" in derived)) continue;
    return { document, whens: derived.cases.flatMap((each) => ("when" in each ? [each.when] : [])) };
  }
  return null;
}
