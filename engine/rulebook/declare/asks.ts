import type { AskSource } from "../../../schemas/generated/types.ts";
import { literal } from "../condition/literal.ts";
import { type Scope, unknownFact } from "../condition/scope.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import type { Ask, ListFact } from "../rulebook.ts";
import { didYouMean, quoted } from "../words.ts";
import type { Entry } from "./entries.ts";

/** A way of asking, with the parts of lists that it looks at. */
export const askFrom = ({ name, source, spot }: Entry<AskSource>, scope: Scope): Ask => ({
  id: name,
  title: source.title.trim(),
  do: source.do.trim(),
  run: source.run?.trim() ?? null,
  lookFor: source["look-for"].trim(),
  who: source.who.trim(),
  minutes: source.minutes,
  looksAt: looksAt(source["looks-at"] ?? {}, inside(spot, "looks-at"), scope),
});

type LooksAtSource = NonNullable<AskSource["looks-at"]>;
type PartSource = LooksAtSource[string];

function looksAt(source: LooksAtSource, spot: Spot, scope: Scope): Ask["looksAt"] {
  const parts = Object.entries(source).flatMap(([fact, part]) => {
    const list = listNamed(fact, keyOf(spot, fact), scope);
    return list === null ? [] : [[fact, partOf(list, part, inside(spot, fact), scope)]];
  });
  return Object.fromEntries(parts);
}

function listNamed(name: string, spot: Spot, scope: Scope): ListFact | null {
  const { known, isDamaged } = scope.declared.facts;
  const fact = known.get(name);
  if (fact?.kind === "list") return fact;
  if (fact !== undefined || known.has(`${name}.found`)) {
    const hint = "Leave it out: only of a list a way of asking can look at a part.";
    scope.findings.problem(spot, "no-list", `${quoted(name)} is not a list.`, hint);
  } else if (!isDamaged(name)) unknownFact(scope, name, spot);
  return null;
}

function partOf(list: ListFact, source: PartSource, spot: Spot, scope: Scope): Ask["looksAt"][string] {
  const fields = Object.entries(source).flatMap(([field, values]) => {
    const shape = list.fields[field];
    if (shape === undefined || !fieldsOfParts(list).includes(field)) {
      tellNoPart(field, list, keyOf(spot, field), scope);
      return [];
    }
    const at = inside(spot, field);
    const literals = (Array.isArray(values) ? values : [values]).flatMap((raw, index) => {
      const one = Array.isArray(values) ? inside(at, index) : at;
      const value = literal(raw, field, shape, one, scope.findings);
      return value === undefined ? [] : [value];
    });
    return [[field, literals]];
  });
  return Object.fromEntries(fields);
}

/** What divides a list into parts that a way can look at. By time a list is covered in ranges, which are no parts. */
export const fieldsOfParts = ({ coveredBy, fields }: ListFact): readonly string[] =>
  coveredBy.filter((field) => fields[field]?.type !== "timestamp");

function tellNoPart(field: string, list: ListFact, spot: Spot, { findings }: Scope): void {
  const possible = fieldsOfParts(list);
  const otherwise =
    possible.length > 0
      ? `There are: ${possible.join(", ")}.`
      : "Leave the list out; the catalogue says by covered-by which parts there are.";
  findings.problem(
    spot,
    "part-not-possible",
    `${quoted(list.id)} has no parts by ${quoted(field)}.`,
    didYouMean(field, possible, otherwise),
  );
}
