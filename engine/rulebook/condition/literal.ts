import type { ScalarType } from "../../../schemas/fact-types.ts";
import { nearest } from "../../../schemas/text/nearest.ts";
import { unquoted } from "../../../schemas/text/schema-problems/sentences.ts";
import type { Literal } from "../../condition.ts";
import { normalForm } from "../../facts/normal-form.ts";
import type { Findings } from "../findings.ts";
import { type Spot, writtenAt } from "../parse/document.ts";
import type { ScalarShape } from "../rulebook.ts";
import { quoted, typeInWords } from "../words.ts";

/**
 * A constant in the normal form of the value that it is compared with; undefined where it does not fit, which is
 * told then. With `openTimes` a time may leave its offset open, as in a fact file.
 */
export function literal(
  raw: unknown,
  name: string,
  shape: ScalarShape,
  spot: Spot,
  findings: Findings,
  { openTimes = false }: { readonly openTimes?: boolean } = {},
): Literal | undefined {
  if (raw === null || raw === "none") return noneLiteral(raw, name, shape, spot, findings);
  if (isUnquoted(raw, shape.type)) {
    const { code, message, hint } = unquoted(raw, writtenAt(spot) ?? String(raw));
    findings.problem(spot, code, message, hint);
    return undefined;
  }
  // A one-of without values is told where it is declared.
  if (shape.type === "one-of" && shape.values.length === 0) return undefined;
  const form = normalForm(raw, shape);
  if (!form.ok) {
    const message = `${quoted(String(raw))} does not fit ${quoted(name)} (${typeInWords(shape)}).`;
    findings.problem(spot, "value-does-not-fit", message, hintFor(raw, shape, form.why));
    return undefined;
  }
  if ("value" in form.value) return form.value.value;
  if (openTimes) return form.value.low;
  const hint = `Write the offset behind it, for example "${String(raw).slice(0, 10)}T00:00:00Z".`;
  findings.problem(
    spot,
    "needs-offset",
    `${quoted(String(raw))} does not say how far its clock is from UTC.`,
    hint,
  );
  return undefined;
}

function noneLiteral(
  raw: null | "none",
  name: string,
  shape: ScalarShape,
  spot: Spot,
  findings: Findings,
): null | undefined {
  if (raw === null && writtenAt(spot)?.trim() === "") {
    const hint = "Write the value, or none if there is to be no such thing.";
    findings.problem(spot, "value-missing", `Nothing stands after ${quoted(name)}.`, hint);
    return undefined;
  }
  if (shape.orNone) return null;
  const hint = `Name a value. Where there may be no such thing, the catalogue says or: none, and is, is-not and set can ask for it.`;
  findings.problem(spot, "none-not-possible", `${quoted(name)} cannot be compared with none here.`, hint);
  return undefined;
}

const notTexts: ReadonlySet<ScalarType> = new Set(["boolean", "number", "timestamp"]);

const isUnquoted = (raw: unknown, type: ScalarType): raw is number | boolean =>
  !notTexts.has(type) && (typeof raw === "number" || typeof raw === "boolean");

function hintFor(raw: unknown, shape: ScalarShape, why: string): string {
  if (shape.type === "boolean") return "Write true or false, without quotes.";
  if (shape.type === "number")
    return "Write the number alone, without quotes and without a unit; the catalogue names the unit.";
  if (shape.type !== "one-of") return why;
  const [meant] = nearest(String(raw), shape.values, 1);
  return meant === undefined ? `It is one of: ${shape.values.join(", ")}.` : `Did you mean ${quoted(meant)}?`;
}
