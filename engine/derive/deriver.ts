import type { Context } from "../evaluate/context.ts";
import { unknownFact } from "../facts/make-reading.ts";
import type { ListReading, Reading } from "../facts/reading.ts";
import type { Deriver } from "../facts/working-memory.ts";
import type { ListFact, ScalarFact } from "../rulebook/rulebook.ts";
import { deriveCases } from "./cases.ts";
import { deriveCount, deriveExtreme, derivePicked } from "./from-rows.ts";
import { deriveMatchUp } from "./match-up.ts";
import { deriveScalar } from "./scalar.ts";

/** Derives facts in a context; the context reads the memory that derives with this. */
export function deriverIn(context: Context, languages: readonly string[]): Deriver {
  return {
    scalar: (fact) => deriveFact(fact, context),
    list: (fact): ListReading =>
      fact.derived === null
        ? unknownFact(fact.id, "not-collected", null)
        : deriveMatchUp(fact.derived, context),
    fields: (fact, fields) => {
      deriveFields(fact, fields, context);
      markLanguages(fact, fields, languages);
    },
  };
}

function deriveFact({ id, derived }: ScalarFact, context: Context): Reading {
  if (derived === null) return unknownFact(id, "not-collected", null);
  switch (derived.kind) {
    case "picked":
      return derivePicked(derived, context);
    case "cases":
      return deriveCases(derived, context);
    case "count":
      return deriveCount(derived, context);
    case "smallest":
    case "largest":
      return deriveExtreme(derived, context);
    default:
      return deriveScalar(derived, (subject) => context.scalar(subject), context);
  }
}

/** What follows from the row itself beats what the row was said to be; where nothing follows, that stays. */
function deriveFields(fact: ListFact, fields: Map<string, Reading>, context: Context): void {
  for (const [name, { derived }] of Object.entries(fact.fields)) {
    if (derived === null) continue;
    const readField = (field: string): Reading => {
      const reading = fields.get(field);
      if (reading === undefined) throw new Error(`The rows of ${fact.id} have no field ${field}.`);
      return reading;
    };
    const reading = deriveScalar(derived, readField, context);
    // Fields of the same row are no facts that one could look up.
    if (reading.known || !fields.get(name)?.known) fields.set(name, { ...reading, through: [] });
  }
}

/** A rendered message is fully read only where its culture is named and is one that the rules speak. */
function markLanguages(fact: ListFact, fields: Map<string, Reading>, languages: readonly string[]): void {
  const culture = fields.get("culture");
  const isOurs =
    culture?.known === true &&
    culture.claims.every((claim) => "value" in claim && languages.includes(languageOf(claim.value)));
  if (isOurs) return;
  for (const [name, { message }] of Object.entries(fact.fields)) {
    const reading = fields.get(name);
    if (message && reading?.known) fields.set(name, { ...reading, hitsOnly: true });
  }
}

const languageOf = (culture: unknown): string => String(culture).split("-")[0]?.toLowerCase() ?? "";
