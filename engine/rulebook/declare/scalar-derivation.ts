import type { ScalarType } from "../../../schemas/fact-types.ts";
import type { ScalarDerivation as DerivationSource, Unit } from "../../../schemas/generated/types.ts";
import { type Scope, subjectIn } from "../condition/scope.ts";
import type { Findings } from "../findings.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import type { ScalarDerivation, ScalarShape } from "../rulebook.ts";
import { quoted } from "../words.ts";
import { lookedUpFrom } from "./looked-up.ts";

type Of<Key extends string> = Extract<DerivationSource, { readonly [each in Key]: unknown }>;

/** A derivation of single values: of facts, or of the fields of a row where the scope is one. null: it has a problem. */
export function scalarDerivation(
  source: DerivationSource,
  result: ScalarShape,
  spot: Spot,
  scope: Scope,
): ScalarDerivation | null {
  if ("difference" in source) return differenceFrom(source, result, spot, scope);
  if ("percent" in source) return percentFrom(source, result, spot, scope);
  if ("days-until" in source) return daysUntilFrom(source, result, spot, scope);
  return "part" in source
    ? partFrom(source, result, spot, scope)
    : lookedUpFrom(source["looked-up"], result, inside(spot, "looked-up"), scope);
}

function differenceFrom(
  { difference, minus }: Of<"difference">,
  result: ScalarShape,
  spot: Spot,
  scope: Scope,
): ScalarDerivation | null {
  const isNumber = needsType("difference", ["number"], result, keyOf(spot, "difference"), scope.findings);
  const from = operand(difference, ["number", "timestamp"], inside(spot, "difference"), scope);
  const second = operand(minus, ["number", "timestamp"], inside(spot, "minus"), scope);
  if (!isNumber || from === null || second === null || !areAlike(from, second, spot, scope)) return null;
  if (from.type === "number") return { kind: "difference", from: difference, minus, perUnit: 1 };
  const perUnit = result.unit === null ? undefined : millisecondsPer[result.unit];
  if (perUnit !== undefined) return { kind: "difference", from: difference, minus, perUnit };
  const hint = `Let it say unit: with one of ${Object.keys(millisecondsPer).join(", ")}.`;
  scope.findings.problem(
    keyOf(spot, "difference"),
    "declaration-incomplete",
    "Between two times the result needs a unit of time.",
    hint,
  );
  return null;
}

const millisecondsPer: Partial<Record<Unit, number>> = {
  milliseconds: 1,
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};

function percentFrom(
  { percent, of }: Of<"percent">,
  result: ScalarShape,
  spot: Spot,
  scope: Scope,
): ScalarDerivation | null {
  const isNumber = needsType("percent", ["number"], result, keyOf(spot, "percent"), scope.findings);
  const isPercent = needsUnit("percent", result, keyOf(spot, "percent"), scope.findings);
  const part = operand(percent, ["number"], inside(spot, "percent"), scope);
  const whole = operand(of, ["number"], inside(spot, "of"), scope);
  if (!isNumber || !isPercent || part === null || whole === null || !areAlike(part, whole, spot, scope))
    return null;
  return { kind: "percent", part: percent, of };
}

function daysUntilFrom(
  { "days-until": of }: Of<"days-until">,
  result: ScalarShape,
  spot: Spot,
  scope: Scope,
): ScalarDerivation | null {
  const isNumber = needsType("days-until", ["number"], result, keyOf(spot, "days-until"), scope.findings);
  const isDays = needsUnit("days", result, keyOf(spot, "days-until"), scope.findings);
  const time = operand(of, ["timestamp"], inside(spot, "days-until"), scope);
  return isNumber && isDays && time !== null ? { kind: "days-until", of } : null;
}

function partFrom(
  { part, of }: Of<"part">,
  result: ScalarShape,
  spot: Spot,
  scope: Scope,
): ScalarDerivation | null {
  const fits = needsType(
    "part",
    [part === "host" ? "host" : "number"],
    result,
    keyOf(spot, "part"),
    scope.findings,
  );
  const address = operand(of, ["host-and-port"], inside(spot, "of"), scope);
  return fits && address !== null ? { kind: "part", part, of } : null;
}

/** A value that is reckoned with; null where it is unknown or of another type, which is told then. */
function operand(name: string, types: readonly ScalarType[], spot: Spot, scope: Scope): ScalarShape | null {
  const shape = subjectIn(scope, name, spot);
  if (shape === null || types.includes(shape.type)) return shape;
  scope.findings.problem(
    spot,
    "declaration-does-not-fit",
    `${quoted(name)} is of the type ${shape.type}; here stands a ${types.join(" or ")}.`,
    "Name a value of that type.",
  );
  return null;
}

function areAlike(a: ScalarShape, b: ScalarShape, spot: Spot, { findings }: Scope): boolean {
  if (a.type !== b.type) {
    findings.problem(
      keyOf(spot),
      "types-differ",
      `A ${a.type} and a ${b.type} cannot be reckoned with each other.`,
      "Name two values of the same type.",
    );
    return false;
  }
  if (a.unit === null || b.unit === null || a.unit === b.unit) return true;
  findings.problem(
    keyOf(spot),
    "units-differ",
    `One of the values is in ${a.unit}, the other in ${b.unit}.`,
    "Name two values in the same unit.",
  );
  return false;
}

/** Whether the fact that results is declared with a type that the derivation gives. */
export function needsType(
  kind: string,
  types: readonly ScalarType[],
  { type }: ScalarShape,
  spot: Spot,
  findings: Findings,
): boolean {
  if (types.includes(type)) return true;
  findings.problem(
    spot,
    "declaration-does-not-fit",
    `${quoted(kind)} gives a ${types.join(" or ")}, and this is declared as ${type}.`,
    `Write type: ${types[0]}.`,
  );
  return false;
}

function needsUnit(unit: Unit, result: ScalarShape, spot: Spot, findings: Findings): boolean {
  if (result.unit === null || result.unit === unit) return true;
  findings.problem(
    spot,
    "units-differ",
    `The result is in ${unit}, and this is declared in ${result.unit}.`,
    `Write unit: ${unit}.`,
  );
  return false;
}
