import type { Rulebook, ScalarShape } from "../../rulebook/rulebook.ts";

/** What a condition may speak of, and what else of the same type it could have spoken of. */
export interface Subjects {
  /** null: there is no such single value. @param rows the list whose rows are meant; null: facts */
  shapeOf(name: string, rows: string | null): ScalarShape | null;
  /** Another value of the same type, unit and words, the one with the most similar name; null: there is none. */
  otherThan(name: string, rows: string | null, taken: ReadonlySet<string>): string | null;
  /** Another list whose rows have all the fields of this one. */
  otherList(list: string): string | null;
}

export function subjectsIn({ facts }: Rulebook): Subjects {
  const scalars = new Map(
    Object.entries(facts).flatMap(([id, fact]) => (fact.kind === "scalar" ? [[id, fact] as const] : [])),
  );
  const fieldsOf = (list: string): ReadonlyMap<string, ScalarShape> => {
    const fact = Object.hasOwn(facts, list) ? facts[list] : undefined;
    return new Map(fact?.kind === "list" ? Object.entries(fact.fields) : []);
  };
  const shapes = (rows: string | null) => (rows === null ? scalars : fieldsOf(rows));
  return {
    shapeOf: (name, rows) => shapes(rows).get(name) ?? null,
    otherThan: (name, rows, taken) => {
      const all = shapes(rows);
      const shape = all.get(name);
      const fitting = [...all].filter(
        ([other, its]) => !taken.has(other) && shape !== undefined && fits(its, shape),
      );
      return mostSimilar(
        name,
        fitting.map(([other]) => other),
      );
    },
    otherList: (list) => {
      const own = fieldsOf(list);
      const lists = Object.values(facts).flatMap((fact) =>
        fact.kind === "list" && fact.id !== list ? [fact] : [],
      );
      const fitting = lists.filter(({ fields }) =>
        [...own].every(([name, { type }]) => Object.hasOwn(fields, name) && fields[name]?.type === type),
      );
      return mostSimilar(
        list,
        fitting.map(({ id }) => id),
      );
    },
  };
}

/** Whatever is compared with the one can be compared with the other. */
function fits(other: ScalarShape, { type, unit, values, orNone }: ScalarShape): boolean {
  return (
    other.type === type &&
    other.unit === unit &&
    (other.orNone || !orNone) &&
    values.every((value) => other.values.includes(value))
  );
}

/** The longest beginning in common: what one takes for the other has a similar name. */
function mostSimilar(name: string, others: readonly string[]): string | null {
  const ranked = others
    .filter((other) => other !== name)
    .map((other) => ({ other, common: sharedStart(name, other) }))
    .sort((a, b) => b.common - a.common || (a.other < b.other ? -1 : 1));
  return ranked[0]?.other ?? null;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
