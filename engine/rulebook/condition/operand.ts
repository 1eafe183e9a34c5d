import type {
  ConstantSource,
  ListReferenceSource,
  ReferenceSource,
} from "../../../schemas/generated/types.ts";
import { type OperandKind, type OperatorName, operators } from "../../../schemas/operators.ts";
import { parseDuration } from "../../../schemas/values/duration.ts";
import { compilePattern } from "../../../schemas/values/pattern.ts";
import { foldText } from "../../../schemas/values/text-equal.ts";
import type { Literal, Operand } from "../../condition.ts";
import { inside, type Spot } from "../parse/document.ts";
import { quoted } from "../words.ts";
import { listOperand } from "./list-operand.ts";
import { literal } from "./literal.ts";
import { reference } from "./reference.ts";
import type { Scope, Subject } from "./scope.ts";

export type OperandSource =
  | ConstantSource
  | readonly ConstantSource[]
  | ReferenceSource
  | ListReferenceSource;

interface Surroundings {
  readonly operator: OperatorName;
  readonly scope: Scope;
  readonly exact: boolean;
  /** Where one of the constants stands: the operand itself, or an entry of its list. */
  readonly spotOf: (index: number) => Spot;
}

/** The right side of an operator; null where it has a problem, which is told then. */
export function operandOf(
  operator: OperatorName,
  raw: OperandSource,
  subject: Subject,
  spot: Spot,
  around: Pick<Surroundings, "scope" | "exact">,
): Operand | null {
  if (raw !== null && typeof raw === "object" && !Array.isArray(raw))
    return operandMap(operator, raw, subject, spot, around.scope);
  const fromConstants = scalarOperands[operators[operator].operand];
  const isMany = Array.isArray(raw);
  const spotOf = (index: number) => (isMany ? inside(spot, index) : spot);
  return fromConstants(isMany ? raw : [raw], subject, spot, { operator, spotOf, ...around });
}

function operandMap(
  operator: OperatorName,
  raw: object,
  subject: Subject,
  spot: Spot,
  scope: Scope,
): Operand | null {
  if ("list" in raw && typeof raw.list === "string")
    return listOperand(operator, raw.list, subject, inside(spot, "list"), scope);
  return reference(operator, raw, subject, spot, scope);
}

type FromConstants = (
  raws: readonly ConstantSource[],
  subject: Subject,
  spot: Spot,
  around: Surroundings,
) => Operand | null;

const constants: FromConstants = (raws, { name, shape }, _spot, { operator, scope, spotOf }) => {
  const isEquality = operators[operator].types.length === operators.is.types.length;
  const values: Literal[] = [];
  for (const [index, raw] of raws.entries()) {
    // Nothing is below, above, before or after none.
    const possible = isEquality ? shape : { ...shape, orNone: false };
    const value = literal(raw, name, possible, spotOf(index), scope.findings);
    if (value !== undefined) values.push(value);
  }
  return values.length < raws.length ? null : { kind: "values", values };
};

/** Parts of a thumbprint lose what its normal form has not. */
const texts: FromConstants = (raws, { name, shape }, _spot, { operator, scope, exact, spotOf }) => {
  const isThumbprint = shape.type === "thumbprint";
  const values = isThumbprint ? raws.map((raw) => String(raw).replace(separators, "")) : raws;
  const blank = exact ? -1 : values.findIndex((value) => foldText(String(value)) === "");
  if (blank < 0) return { kind: "values", values };
  scope.findings.problem(
    spotOf(blank),
    "holds-nothing",
    `${quoted(operator)} looks for nothing in ${quoted(name)}, because outer space does not count.`,
    isThumbprint
      ? "Write the characters to look for."
      : "Write the words to look for; where a space itself matters, add exact: true.",
  );
  return null;
};

const separators = /[\s:\p{Pd}\p{Cf}]/gu;

const scalarOperands: Record<OperandKind, FromConstants> = {
  value: constants,
  values: constants,
  timestamp: constants,
  text: texts,
  "yes-no": ([yes]) => ({ kind: "yes-no", yes: yes === true }),
  duration: ([raw], _subject, spot, { scope }) => {
    const length = parseDuration(String(raw));
    if (length.ok) return { kind: "duration", milliseconds: length.value, written: String(raw) };
    scope.findings.problem(
      spot,
      "duration-not-readable",
      `${quoted(String(raw))} is not a length of time that can be used.`,
      length.why,
    );
    return null;
  },
  pattern: ([raw], _subject, spot, { scope, exact }) => {
    const pattern = compilePattern(String(raw), { exact });
    if (pattern.ok) return { kind: "values", values: [String(raw)] };
    scope.findings.problem(
      spot,
      "pattern-not-usable",
      `The pattern ${quoted(String(raw))} cannot be used.`,
      pattern.why,
    );
    return null;
  },
  list: () => null,
  reference: () => null,
};
