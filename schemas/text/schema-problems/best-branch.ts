import type { ValuePath } from "../positions.ts";
import { type Located, resolved } from "./formats.ts";
import type { Misfit } from "./misfit.ts";
import { nounOf } from "./nouns.ts";
import { admitsKind, admittedKinds, kindOf } from "./schema.ts";

/** Handed in, because it calls this file in turn. */
type FindMisfits = (value: unknown, located: Located, path: ValuePath) => Misfit[];

/**
 * A value that fits none of several forms is told about the one form that its author most likely had in mind,
 * or, where that cannot be said, which forms there are.
 */
export function bestBranch(
  value: unknown,
  located: Located,
  path: ValuePath,
  findMisfits: FindMisfits,
): Misfit[] {
  const branches = branchesOf(located);
  const meaning = located.schema.description;
  const close = branches.filter(({ schema }) => admitsKind(schema, value));
  if (close.length === 0) {
    const wanted = [...new Set(branches.flatMap(({ schema }) => admittedKinds(schema) ?? []))];
    return [{ path, meaning, kind: "wrong-type", wanted, value }];
  }
  const tagged = byTag(value, close, path, findMisfits);
  if (tagged !== null) return tagged;
  const tries = close.map((branch) => ({ branch, misfits: findMisfits(value, branch, path) }));
  if (tries.some(({ misfits }) => misfits.length === 0)) return [];
  const named = tries.filter(({ branch }) => hasNamingKey(value, branch));
  const candidates = named.length > 0 ? named : tries;
  const fewest = Math.min(...candidates.map(({ misfits }) => misfits.length));
  const best = candidates.filter(({ misfits }) => misfits.length === fewest);
  const [first] = best;
  if (first !== undefined && (best.length === 1 || kindOf(value) !== "object")) return first.misfits;
  return [noSuchKind(value, located, close, path)];
}

/** The branches with the branches of branches in their places. */
function branchesOf({ schema, format }: Located): Located[] {
  return (schema.anyOf ?? []).flatMap((branch) => {
    const own = resolved({ schema: branch, format });
    const named = { ...own, schema: { ...own.schema, title: own.schema.title ?? schema.title ?? "" } };
    return own.schema.anyOf === undefined ? [named] : branchesOf(named);
  });
}

/** Forms that say in one key which they are (`kind: events`): the key decides. null: there is no such key. */
function byTag(
  value: unknown,
  branches: readonly Located[],
  path: ValuePath,
  findMisfits: FindMisfits,
): Misfit[] | null {
  if (kindOf(value) !== "object" || branches.length < 2) return null;
  const entries = new Map(Object.entries(value ?? {}));
  const tag = [...entries.keys()].find((key) => branches.every((branch) => tagOf(branch, key) !== undefined));
  if (tag === undefined) return null;
  const chosen = branches.find((branch) => tagOf(branch, tag) === entries.get(tag));
  if (chosen !== undefined) return findMisfits(value, chosen, path);
  const possible = branches.map((branch) => String(tagOf(branch, tag)));
  return [
    { path: [...path, tag], meaning: undefined, kind: "unknown-value", possible, value: entries.get(tag) },
  ];
}

const tagOf = ({ schema }: Located, key: string): unknown =>
  Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key]?.const : undefined;

/** The first key that a form needs is the one it is known by: `pick`, `difference`, `ask`. */
const namingKey = ({ schema }: Located): string | undefined => schema.required?.find((key) => key !== "id");

function hasNamingKey(value: unknown, branch: Located): boolean {
  const key = namingKey(branch);
  return key !== undefined && value !== null && typeof value === "object" && Object.hasOwn(value, key);
}

function noSuchKind(
  value: unknown,
  { schema }: Located,
  branches: readonly Located[],
  path: ValuePath,
): Misfit {
  const possible = branches.flatMap((branch) => namingKey(branch) ?? []);
  const key = Object.keys(value ?? {}).find(
    (each) => !branches.some((branch) => Object.hasOwn(branch.schema.properties ?? {}, each)),
  );
  const at = key === undefined ? path : [...path, key];
  return {
    path: at,
    meaning: schema.description,
    kind: "no-such-kind",
    key: key ?? null,
    possible,
    of: nounOf(schema, path),
  };
}
