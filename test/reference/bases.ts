import type { Literal } from "../../engine/condition.ts";
import type { ListFact } from "../../engine/rulebook/rulebook.ts";
import type { Mentions, Scope } from "./known.ts";
import { joined } from "./mentions.ts";

/** The fields that a field is derived from. */
export function basesOf(name: string, fact: ListFact): string[] {
  const derivation = fact.fields[name]?.derived ?? null;
  if (derivation === null) return [];
  switch (derivation.kind) {
    case "difference":
      return [derivation.from, derivation.minus];
    case "percent":
      return [derivation.part, derivation.of];
    case "days-until":
    case "part":
      return [derivation.of];
    case "looked-up":
      return [derivation.by];
  }
}

const day = 86_400_000;

/** What is asked of a derived field asks something of the field that it is derived from. */
export function mentionsOfBases(mentions: Mentions, fact: ListFact, { world }: Scope): Mentions {
  const result: [string, Literal[]][] = [];
  for (const [name, values] of mentions) {
    const derivation = fact.fields[name]?.derived ?? null;
    if (derivation?.kind === "looked-up")
      result.push([derivation.by, entriesOf(derivation.list, world.rulebook.lists)]);
    if (derivation?.kind !== "days-until") continue;
    const days = values.filter((value) => typeof value === "number");
    const { low, high } = world.now;
    result.push([derivation.of, days.flatMap((left) => [low + left * day, high + left * day])]);
  }
  return joined(...result.map(([field, values]) => new Map([[field, values]])));
}

const entriesOf = (list: string, lists: Scope["world"]["rulebook"]["lists"]): Literal[] =>
  (lists[list]?.entries ?? []).map(({ value }) => value);
