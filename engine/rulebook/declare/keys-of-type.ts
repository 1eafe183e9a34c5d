import type { FactSource } from "../../../schemas/generated/types.ts";
import type { Findings } from "../findings.ts";
import { keyOf } from "../parse/document.ts";
import { quoted } from "../words.ts";
import type { Entry } from "./entries.ts";
import { isScalarType } from "./shape.ts";

type Family = "value" | "list" | "pairs" | "row";
type Key = keyof FactSource;

/** Keys of a catalogue entry that mean nothing for facts of the family. Those of single values are checked with their type. */
const misplaced: Record<Family, readonly Key[]> = {
  value: ["of", "key", "covered-by"],
  list: ["values", "also-written", "unit", "or", "message", "settled-by"],
  pairs: ["of", "key", "covered-by", "values", "also-written", "unit", "or", "message", "settled-by"],
  row: ["of", "key", "covered-by", "values", "also-written", "unit", "or", "message", "settled-by"],
};

const inWords: Record<Family, string> = {
  value: "a single value",
  list: "a list",
  pairs: "a list of pairs, whose fields come from match-up",
  row: "a row, whose parts come from the list it is picked from",
};

export function checkKeysOfType({ source, spot }: Entry<FactSource>, findings: Findings): void {
  const family = familyOf(source);
  for (const key of misplaced[family]) {
    if (!Object.hasOwn(source, key)) continue;
    findings.problem(
      keyOf(spot, key),
      "declaration-does-not-fit",
      `${quoted(key)} means nothing for ${inWords[family]}.`,
      "Leave it out, or change the type.",
    );
  }
  if (source.derived !== undefined && source.collect !== undefined) {
    findings.problem(
      keyOf(spot, "collect"),
      "declaration-does-not-fit",
      "A fact is either collected or derived.",
      "Leave out collect or derived.",
    );
  }
  checkCollect(source, spot, findings);
}

function familyOf({ type, derived }: FactSource): Family {
  if (isScalarType(type)) return "value";
  if (type === "record") return "row";
  return derived !== undefined && "match-up" in derived ? "pairs" : "list";
}

function checkCollect(
  { type, collect }: FactSource,
  spot: Entry<FactSource>["spot"],
  findings: Findings,
): void {
  for (const [index, way] of (collect ?? []).entries()) {
    const givesList = way.kind !== "xml-element";
    if (givesList !== (type === "list")) {
      const gives = givesList
        ? "rows, so that the type is to be list"
        : "one value, so that the type cannot be list";
      findings.problem(
        keyOf(spot, "collect", index, "kind"),
        "declaration-does-not-fit",
        `${quoted(way.kind)} gives ${gives}.`,
        "Change the type of the fact, or the kind.",
      );
    }
    if (way.kind === "events" && way.channels === undefined && way.providers === undefined) {
      findings.problem(
        keyOf(spot, "collect", index, "kind"),
        "declaration-incomplete",
        `"events" names neither channels nor providers.`,
        "Add channels: or providers: with their full names.",
      );
    }
  }
}
