import type { Literal } from "../../engine/condition.ts";
import type { ScalarShape } from "../../engine/rulebook/rulebook.ts";
import type { ScalarType } from "../../schemas/fact-types.ts";
import { spread } from "./samples.ts";

type Spreader = (mentioned: readonly Literal[], shape: ScalarShape) => Literal[];

const numbers: Spreader = (mentioned) => spread(mentioned.filter((value) => typeof value === "number"));

const textsAnd =
  (...others: readonly string[]): Spreader =>
  (mentioned) => [...mentioned.filter((value) => typeof value === "string").map(withoutWildcard), ...others];

/** `*.contoso.example` is no host; this is one that it stands for. */
const withoutWildcard = (host: string) => host.replace(/^\*\./, "some.");

const spreaders: Record<ScalarType, Spreader> = {
  boolean: () => [true, false],
  number: numbers,
  text: (mentioned) => {
    const texts = mentioned.filter((value) => typeof value === "string");
    return [...texts, ...texts.flatMap((a) => texts.map((b) => `${a} ${b}`)), "something else"];
  },
  "one-of": (_, { values }) => [...values],
  timestamp: numbers,
  version: textsAnd("0", "77.7", "999"),
  thumbprint: textsAnd("5EA1".repeat(10)),
  host: textsAnd("elsewhere.example"),
  "host-and-port": textsAnd("elsewhere.example:8443"),
};

/** A few values that stand for all that there are: those mentioned, what lies between them, and another one. */
export function domain(shape: ScalarShape, mentioned: readonly Literal[]): Literal[] {
  const values = spreaders[shape.type](mentioned, shape);
  return [...new Set(shape.orNone ? [...values, null] : values)];
}
