import type { FactSource, FieldSource } from "../../../schemas/generated/types.ts";
import { conditionWords } from "../condition/group-keys.ts";
import type { Findings } from "../findings.ts";
import { inOrder } from "../graph.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import type { FieldDefinition } from "../rulebook.ts";
import { circleInWords, didYouMean, quoted } from "../words.ts";
import { operandsOf } from "./dependencies.ts";
import { canBeNone } from "./or-none.ts";
import { fullField, shapeFrom } from "./shape.ts";

type Fields = Readonly<Record<string, FieldDefinition>>;

/**
 * The fields of the rows of a list, without their derivations yet. A field that follows from others stands after
 * them, so that a row can be filled in one pass.
 */
export function fieldsFrom(of: NonNullable<FactSource["of"]>, spot: Spot, findings: Findings): Fields {
  const sources = new Map(Object.entries(of).map(([name, field]) => [name, fullField(field)]));
  const { order, circles } = inOrder(sources.keys(), (name) => operandsIn(sources.get(name)));
  for (const circle of circles) {
    findings.problem(
      keyOf(spot, circle[0] ?? ""),
      "fact-cycle",
      `Fields are derived from each other in a circle: ${circleInWords(circle)}.`,
      "One of them has to be seen, not derived.",
    );
  }
  const fields: Record<string, FieldDefinition> = {};
  const isDerived = (name: string) => sources.get(name)?.derived !== undefined;
  const seen = [...sources.keys()].filter((name) => !isDerived(name));
  const circling = circles.flatMap((circle) => circle.slice(1));
  for (const name of [...seen, ...order.filter(isDerived), ...circling]) {
    const source = sources.get(name);
    if (source === undefined) continue;
    checkName(name, keyOf(spot, name), findings);
    const shape = shapeFrom(source, source.type, inside(spot, name), findings);
    const orNone = shape.orNone || canBeNone(source.derived, (operand) => fields[operand]?.orNone === true);
    fields[name] = {
      ...shape,
      orNone,
      description: (source.description ?? name.replaceAll("-", " ")).trim(),
      sensitive: source.sensitive === true,
      derived: null,
    };
  }
  return fields;
}

const operandsIn = (source: FieldSource | undefined): readonly string[] =>
  source?.derived === undefined ? [] : operandsOf(source.derived);

function checkName(name: string, spot: Spot, findings: Findings): void {
  if (name !== "from" && !conditionWords.has(name)) return;
  const why = name === "from" ? "it says where a row was seen" : "it is a word of conditions";
  findings.problem(
    spot,
    "reserved-name",
    `No field can be called ${quoted(name)}: ${why}.`,
    "Choose another name.",
  );
}

/** The fields that `key`, `covered-by` or `on` names, as written; those that do not exist are told. */
export function fieldNames(
  names: readonly string[] = [],
  fields: Fields,
  list: string,
  spot: Spot,
  findings: Findings,
): readonly string[] {
  for (const [index, name] of names.entries()) {
    if (Object.hasOwn(fields, name)) continue;
    const message = `The rows of ${quoted(list)} have no field ${quoted(name)}.`;
    const hint = didYouMean(name, Object.keys(fields), "Its fields stand under of.");
    findings.problem(inside(spot, index), "unknown-field", message, hint);
  }
  return names;
}
