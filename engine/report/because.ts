import type { WorkingMemory } from "../evaluate/evaluation.ts";
import { describeReading } from "../facts/wording.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

const reference = /\{\{ *([a-z0-9.-]{1,200}) *\}\}/g;

/** A text of a rule with each {{ fact }} replaced by its value, as plain text that nobody may trust. */
export function renderBecause(text: string, facts: Rulebook["facts"], memory: WorkingMemory): string {
  return text.replace(reference, (written, fact: string) => {
    const definition = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (definition === undefined) return written;
    if (definition.kind === "scalar") return describeReading(memory.scalar(fact), definition);
    return describeRows(fact, memory);
  });
}

/** Rows have no place in a sentence; how many were seen has. */
function describeRows(fact: string, memory: WorkingMemory): string {
  const list = memory.list(fact);
  if (!list.known) return "(not known)";
  const seen = list.rows.filter((row) => row.exists === true).length;
  return seen === 1 ? "1 row" : `${seen} rows`;
}
