import type { Literal } from "../../engine/condition.ts";
import type { FieldDefinition, ListFact, ScalarShape } from "../../engine/rulebook/rulebook.ts";
import { mayExist } from "../reference/further-rows.ts";
import { openScope } from "../reference/interpret.ts";
import { known, type List, type Reading, type Row, type World } from "../reference/known.ts";
import { pointOf } from "../reference/point-of.ts";
import { readValue } from "../reference/read-value.ts";
import { withDerivedFields } from "../reference/row-fields.ts";
import { sameValue } from "../reference/same-value.ts";
import { spread } from "../reference/samples.ts";
import type { Chance } from "./chance.ts";
import { literals, noon, raws } from "./generate/values.ts";

/**
 * One of the worlds that what is known leaves possible: every unknown has a value, of every conflict one claim is right,
 * rows stand where nobody looked, the collection was at one instant. null: the choice makes two rows of one key, which no
 * world has.
 */
export function completion(world: World, chance: Chance): World | null {
  const facts = Object.values(world.rulebook.facts).filter(({ derived }) => derived === null);
  const scalars = new Map<string, Reading>();
  const lists = new Map<string, List>();
  const now = chance.of(
    spread([world.now.low, world.now.high, noon]).filter((at) => at >= world.now.low && at <= world.now.high),
  );
  for (const fact of facts) {
    if (fact.kind === "scalar")
      scalars.set(fact.id, settled(world.scalars.get(fact.id) ?? null, fact, chance));
    else {
      const rows = completedRows(fact, world, chance);
      if (rows === null) return null;
      lists.set(fact.id, { rows, slices: [new Map()] });
    }
  }
  return { rulebook: world.rulebook, scalars, lists, now: { low: now, high: now } };
}

/** One of the values that it may have. */
function settled(reading: Reading, shape: ScalarShape, chance: Chance): Reading {
  if (reading === null) return known({ value: chance.of(valuesOf(shape)) });
  const claim = chance.of(reading.claims);
  if ("value" in claim) return known(claim);
  return known({
    value: chance.of(spread([claim.low, claim.high]).filter((at) => at >= claim.low && at <= claim.high)),
  });
}

/** What files say and what rules ask for, so that the two meet. */
function valuesOf(shape: ScalarShape): Literal[] {
  const told = raws[shape.type].flatMap((raw) => {
    const claim = readValue(raw, shape);
    return claim !== null && "value" in claim ? [claim.value] : [];
  });
  const asked = shape.type === "one-of" ? shape.values : literals[shape.type];
  return [...told, ...asked, ...(shape.orNone ? [null] : [])];
}

function completedRows(fact: ListFact, world: World, chance: Chance): Row[] | null {
  const list = world.lists.get(fact.id) ?? { rows: [], slices: [] };
  const rows = list.rows.map((row) => completedRow(row, fact, chance));
  for (const _ of [1, 2]) {
    const another = completedRow({ certain: true, fields: new Map() }, fact, chance);
    if (chance.once(2) && mayExist(withDerivedFields(another, fact, openScope(world)), list, fact, world))
      rows.push(another);
  }
  const areApart = rows.every((row, index) =>
    rows.slice(index + 1).every((other) => !sameKey(row, other, fact)),
  );
  return areApart ? rows : null;
}

function completedRow({ fields }: Row, fact: ListFact, chance: Chance): Row {
  const seen = Object.entries(fact.fields).filter(([, { derived }]) => derived === null);
  return {
    certain: true,
    fields: new Map(seen.map(([name, shape]) => [name, settledField(name, fields, shape, chance)])),
  };
}

const settledField = (name: string, fields: Row["fields"], shape: FieldDefinition, chance: Chance): Reading =>
  settled(fields.get(name) ?? null, shape, chance);

function sameKey(a: Row, b: Row, { key, fields }: ListFact): boolean {
  return (
    key.length > 0 &&
    key.every((name) => {
      const type = fields[name]?.type ?? "text";
      const [left, right] = [a, b].map((row) => pointOf(row.fields.get(name) ?? null, type));
      return left !== undefined && right !== undefined && sameValue(left, right, type);
    })
  );
}
