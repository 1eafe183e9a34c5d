import type { ScalarType } from "../../../schemas/fact-types.ts";
import type { Findings } from "../findings.ts";
import { keyOf } from "../parse/document.ts";
import type { FactDefinition, ScalarFact } from "../rulebook.ts";
import type { FactEntry } from "./entries.ts";
import { canBeNone } from "./or-none.ts";
import { shapeFrom } from "./shape.ts";

export function draftScalar(
  { name, source, spot }: FactEntry,
  type: ScalarType,
  facts: ReadonlyMap<string, FactDefinition>,
  findings: Findings,
): ScalarFact | null {
  const { derived } = source;
  if (derived !== undefined && ("pick" in derived || "match-up" in derived)) {
    const [kind, needed] = "pick" in derived ? ["pick", "record"] : ["match-up", "list"];
    findings.problem(
      keyOf(spot, "derived"),
      "declaration-does-not-fit",
      `"${kind}" gives no single value of the type ${type}.`,
      `Write type: ${needed}.`,
    );
    return null;
  }
  const shape = shapeFrom(source, type, spot, findings);
  const isNonePossible = (operand: string): boolean => {
    const fact = facts.get(operand);
    return fact?.kind === "scalar" && fact.orNone;
  };
  return {
    kind: "scalar",
    id: name,
    ...shape,
    orNone: shape.orNone || canBeNone(derived, isNonePossible),
    ...commonParts(source),
    derived: null,
    settledBy: source["settled-by"] ?? null,
  };
}

export const commonParts = (source: FactEntry["source"]) => ({
  description: source.description.trim(),
  ask: source.ask ?? [],
  sensitive: source.sensitive === true,
  collect: source.collect ?? [],
});
