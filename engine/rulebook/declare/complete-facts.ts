import type { Scope } from "../condition/scope.ts";
import { inside, type Spot } from "../parse/document.ts";
import type { FactDefinition, FieldDefinition, ListFact, Picked } from "../rulebook.ts";
import { didYouMean, quoted } from "../words.ts";
import { factsRead } from "./dependencies.ts";
import { deriveScalarFact, matchUpFrom, pickFrom } from "./derive-fact.ts";
import { type Drafts, entryOf } from "./draft-facts.ts";
import type { FactEntry } from "./entries.ts";
import { scalarDerivation } from "./scalar-derivation.ts";
import { fullField } from "./shape.ts";

/** The facts with their derivations, and with the ways of asking for what they are derived from. */
export function completeFacts(
  entries: ReadonlyMap<string, FactEntry>,
  drafts: Drafts,
  scope: Scope,
): ReadonlyMap<string, FactDefinition> {
  const complete = new Map<string, FactDefinition>();
  const asks = new Map<string, readonly string[]>();
  for (const name of drafts.order) {
    const entry = entries.get(name);
    if (entry === undefined) continue;
    checkAsks(entry, scope);
    checkSettledBy(entry, scope);
    const own = entry.source.ask ?? [];
    const inherited = factsRead(entry.source).flatMap((fact) => asks.get(entryOf(fact, entries)) ?? []);
    const ask = [...new Set([...own, ...inherited])];
    asks.set(name, ask);
    for (const fact of completeEntry(entry, drafts, scope)) complete.set(fact.id, { ...fact, ask });
  }
  return complete;
}

function completeEntry(entry: FactEntry, { byEntry }: Drafts, scope: Scope): readonly FactDefinition[] {
  const { derived } = entry.source;
  const spot = inside(entry.spot, "derived");
  const drafts = byEntry.get(entry.name) ?? [];
  if (derived !== undefined && "pick" in derived) {
    const picked = pickFrom(derived, spot, scope);
    return picked === null ? [] : drafts.flatMap((part) => pickedPart(part, entry.name, picked));
  }
  const pairs = derived !== undefined && "match-up" in derived ? matchUpFrom(derived, spot, scope) : null;
  return drafts.map((fact) =>
    fact.kind === "scalar"
      ? { ...fact, derived: deriveScalarFact(entry, fact, scope) }
      : { ...fact, fields: completeFields(entry, fact, scope), derived: pairs },
  );
}

function pickedPart(
  part: FactDefinition,
  row: string,
  picked: Pick<Picked, "from" | "where">,
): FactDefinition[] {
  const name = part.id.slice(row.length + 1);
  return part.kind === "list"
    ? []
    : [{ ...part, derived: { kind: "picked", ...picked, field: name === "found" ? null : name } }];
}

function completeFields(
  entry: FactEntry,
  list: ListFact,
  scope: Scope,
): Readonly<Record<string, FieldDefinition>> {
  const within: Scope = { ...scope, rows: { list: list.id, fields: list.fields } };
  const complete = Object.entries(list.fields).map(([name, field]): [string, FieldDefinition] => {
    const source = entry.source.of?.[name];
    const derived = source === undefined ? undefined : fullField(source).derived;
    if (derived === undefined) return [name, field];
    return [
      name,
      {
        ...field,
        derived: scalarDerivation(derived, field, inside(entry.spot, "of", name, "derived"), within),
      },
    ];
  });
  return Object.fromEntries(complete);
}

function checkAsks({ source, spot }: FactEntry, { declared, findings }: Scope): void {
  const { known, isDamaged } = declared.asks;
  for (const [index, ask] of (source.ask ?? []).entries()) {
    if (known.has(ask) || isDamaged(ask)) continue;
    const hint = didYouMean(ask, [...known.keys()], "Ways of asking stand in asks.yaml of the pack.");
    findings.problem(
      inside(spot, "ask", index),
      "unknown-ask",
      `There is no way of asking called ${quoted(ask)}.`,
      hint,
    );
  }
}

function checkSettledBy({ source, spot }: FactEntry, scope: Scope): void {
  const name = source["settled-by"];
  if (name === undefined) return;
  const at: Spot = inside(spot, "settled-by");
  const { known, isDamaged } = scope.declared.facts;
  const fact = known.get(name);
  if (fact === undefined && isDamaged(name)) return;
  if (fact?.kind === "scalar" && fact.type === "text") return;
  if (fact !== undefined) {
    scope.findings.problem(
      at,
      "declaration-does-not-fit",
      `${quoted(name)} is not a text.`,
      "settled-by names a text fact that a path contains.",
    );
  } else
    scope.findings.problem(
      at,
      "unknown-fact",
      `There is no fact called ${quoted(name)}.`,
      didYouMean(name, [...known.keys()], "Declare it in the catalogue."),
    );
}
