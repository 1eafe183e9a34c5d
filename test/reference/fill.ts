import type { Condition } from "../../engine/condition.ts";
import type { ListFact } from "../../engine/rulebook/rulebook.ts";
import { basesOf, mentionsOfBases } from "./bases.ts";
import { domain } from "./domain.ts";
import { judgeRow } from "./judge.ts";
import { known, type Reading, type Row, type Scope } from "./known.ts";
import { joined, mentionsIn, testsIn } from "./mentions.ts";
import { withDerivedFields } from "./row-fields.ts";

const mostTries = 20_000;

/** Whether its unknown fields can be filled so that the condition is not false. Too many ways to fill them: it can. */
export function canFit(row: Row, fact: ListFact, where: Condition | null, scope: Scope): boolean {
  const asked = mentionsIn(where, scope);
  const mentions = joined(asked, mentionsOfBases(asked, fact, scope));
  const names = [...new Set([...asked.keys()].flatMap((name) => [name, ...basesOf(name, fact)]))].filter(
    (name) => isFree(name, row, fact, scope),
  );
  const patterned = new Set(
    testsIn(where).flatMap(({ subject, operator }) => (operator === "matches" ? [subject] : [])),
  );
  const optionsFor = (name: string): Reading[] => {
    const shape = fact.fields[name];
    const values =
      shape === undefined ? [] : domain(shape, mentions.get(name) ?? []).map((value) => known({ value }));
    // Nobody can list the texts that a pattern fits, so one that only patterns ask about stays open.
    return patterned.has(name) && asked.get(name)?.length === 0 ? [null] : values;
  };
  const options = new Map(names.map((name) => [name, optionsFor(name)]));
  if ([...options.values()].reduce((product, { length }) => product * length, 1) > mostTries) return true;
  for (const filled of combinations(names, (name) => options.get(name) ?? [])) {
    const whole = withDerivedFields({ ...row, fields: new Map([...row.fields, ...filled]) }, fact, scope);
    const fields = new Map([...whole.fields, ...filled]);
    if (judgeRow(where, fact.id, { ...whole, fields }, scope) !== false) return true;
  }
  return false;
}

/** Derived fields follow from others; but days to a time are anybody's guess while nobody knows from when on. */
function isFree(name: string, row: Row, { fields }: ListFact, { world: { now } }: Scope): boolean {
  const derivation = fields[name]?.derived ?? null;
  if (derivation === null) return (row.fields.get(name) ?? null) === null;
  return derivation.kind === "days-until" && now.low < now.high;
}

/** Every way to give each name one of its values. */
export function* combinations(
  names: readonly string[],
  valuesOf: (name: string) => readonly Reading[],
): Iterable<ReadonlyMap<string, Reading>> {
  const [name, ...rest] = names;
  if (name === undefined) {
    yield new Map();
    return;
  }
  for (const fields of combinations(rest, valuesOf))
    for (const value of valuesOf(name)) yield new Map([...fields, [name, value]]);
}
