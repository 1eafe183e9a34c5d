import type { ScalarType } from "../../../schemas/fact-types.ts";
import type { ListFact, ScalarFact, ScalarShape } from "../../rulebook/rulebook.ts";
import { flowYaml } from "../../trial/mutation/flow-yaml.ts";

/** A test to begin with, a value that fits it, and one that does not; all as YAML. */
export interface Sample {
  readonly test: string;
  readonly fits: string;
  readonly fails: string;
}

/** null: there are no two values, so that no rule could tell anything by it. */
export function sampleOf(shape: ScalarShape | ScalarFact): Sample | null {
  const values = possibleValues(shape);
  if (values === null) return shape.type === "one-of" ? null : samples[shape.type];
  const [first, second] = [...new Set(values.map(flowYaml))];
  return first === undefined || second === undefined ? null : same(first, second);
}

/** All that it can be, where that is written down. */
function possibleValues(shape: ScalarShape | ScalarFact): readonly unknown[] | null {
  const cases = "derived" in shape && shape.derived?.kind === "cases" ? shape.derived : null;
  const isText = shape.type === "text" || shape.type === "one-of";
  if (cases !== null && isText) {
    const { cases: each, otherwise, exhaustive } = cases;
    return [...each.map(({ value }) => value), ...(exhaustive ? [otherwise] : [])];
  }
  return shape.type === "one-of" ? [...shape.values, ...(shape.orNone ? [null] : [])] : null;
}

const same = (value: string, other: string): Sample => ({ test: value, fits: value, fails: other });

const samples: Record<Exclude<ScalarType, "one-of">, Sample> = {
  boolean: same("true", "false"),
  number: { test: "{ above: 10 }", fits: "11", fails: "10" },
  text: {
    test: "{ contains: words to look for }",
    fits: "before, words to look for, and after",
    fails: "other words",
  },
  timestamp: {
    test: '{ before: "2026-01-01T00:00:00Z" }',
    fits: '"2025-12-31T23:59:59Z"',
    fails: '"2026-01-01T00:00:00Z"',
  },
  version: { test: '{ below: "2.0" }', fits: '"1.9"', fails: '"2.0"' },
  thumbprint: same(`"${"0".repeat(39)}1"`, `"${"0".repeat(39)}2"`),
  host: same("server.example.com", "other.example.com"),
  "host-and-port": same("server.example.com:8443", "other.example.com:8443"),
};

/** The field to begin with: one that was seen, and that says more about a row than which one it is. */
export function telltaleField({ fields, key }: ListFact): string | null {
  const usable = Object.entries(fields).filter(([, field]) => sampleOf(field) !== null);
  const rank = ([name, field]: (typeof usable)[number]): number =>
    (field.derived === null ? 0 : 100) +
    (field.message ? 50 : 0) +
    (key.includes(name) ? 20 : 0) +
    order.indexOf(field.type);
  const [best] = usable.toSorted((a, b) => rank(a) - rank(b));
  return best?.[0] ?? null;
}

const order: readonly ScalarType[] = [
  "one-of",
  "boolean",
  "text",
  "number",
  "version",
  "host",
  "host-and-port",
  "thumbprint",
  "timestamp",
];
