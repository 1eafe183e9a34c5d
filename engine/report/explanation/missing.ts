import type { Missing } from "../../../schemas/generated/types.ts";
import type { Ask, Rulebook } from "../../rulebook/rulebook.ts";
import { asksFor } from "../asks-for.ts";
import { type ExplainedLine, line, linesOf } from "./line.ts";
import { reasonInWords } from "./reason.ts";

/** Each fact that a rule waits for, what of it is missing and how to get it; a way is told in full once. */
export function tellMissing(missing: readonly Missing[], depth: number, rulebook: Rulebook): ExplainedLine[] {
  const told = new Set<string>();
  const byFact = new Map<string, Missing[]>();
  for (const one of missing) {
    const parts = byFact.get(one.fact) ?? [];
    parts.push(one);
    byFact.set(one.fact, parts);
  }
  return [...byFact].flatMap(([fact, parts]) => [
    line(depth, `${fact}${description(fact, rulebook)}`),
    ...parts.map((part) => line(depth + 1, `${partInWords(part)}.`)),
    ...tellAsks([...new Set(parts.flatMap((part) => asksFor(part, rulebook)))], depth + 1, told),
  ]);
}

function description(fact: string, { facts }: Rulebook): string {
  if (fact === "collected-at") return ": when the files were collected";
  const definition = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return definition === undefined ? "" : `: ${definition.description}`;
}

function partInWords({ field, slice, reason, detail }: Missing): string {
  const parts = Object.entries(slice ?? {}).map(([name, value]) => `${name} ${value}`);
  const where = [...(field === undefined ? [] : [`field ${field}`]), ...parts].join(", ");
  const why = reasonInWords(reason, detail);
  return where === "" ? `${why.charAt(0).toUpperCase()}${why.slice(1)}` : `${where}: ${why}`;
}

function tellAsks(asks: readonly Ask[], depth: number, told: Set<string>): ExplainedLine[] {
  if (asks.length === 0) return [line(depth, "No way of asking for it is written down.")];
  return asks.flatMap((ask) => {
    if (told.has(ask.id)) return [line(depth, `To get it: ${ask.title}, as above.`)];
    told.add(ask.id);
    const minutes = `${ask.minutes} ${ask.minutes === 1 ? "minute" : "minutes"}`;
    return [
      line(depth, `To get it: ${ask.title} (${ask.who}, ${minutes}).`),
      line(depth + 1, ask.do),
      ...(ask.run === null ? [] : linesOf(depth + 2, ask.run)),
      line(depth + 1, `Look for: ${ask.lookFor}`),
    ];
  });
}
