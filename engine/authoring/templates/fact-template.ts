import { type FactType, scalarTypes } from "../../../schemas/fact-types.ts";
import type { ListFact } from "../../rulebook/rulebook.ts";
import { sampleOf } from "./samples.ts";
import { comment, schemaLine, yamlList } from "./yaml-text.ts";

export const factTypes: readonly FactType[] = [...scalarTypes, "list", "record"];

export interface FactDraft {
  readonly id: string;
  readonly type: FactType;
  /** Ids of asks.yaml; a record has none, because it follows from its list. */
  readonly ask: readonly string[];
  /** The list that a record is picked from. It has a key. */
  readonly from: ListFact | null;
}

/** A catalogue with one fact that lint finds in order. */
export function factTemplate({ id, type, ask, from }: FactDraft): string {
  const lines = [
    schemaLine("../.schema/catalogue.schema.json"),
    comment(
      "Lint passes this fact as it stands, and warns until a rule reads it. It may move into another file of this folder, beside its like.",
    ),
    "",
    `${id}:`,
    comment(`What it is: ${factTypes.join(", ")}.`, "  "),
    `  type: ${type}`,
    comment("What it says, for a reader who has never met it.", "  "),
    `  description: Say here in one sentence what the fact says (${id}).`,
    ...(type === "record" ? picked(from) : [...parts(type), ...got(ask)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** What only facts of one type have. */
function parts(type: Exclude<FactType, "record">): readonly string[] {
  switch (type) {
    case "number":
      return [
        comment("milliseconds, seconds, minutes, hours, days, bytes, percent or count.", "  "),
        "  unit: count",
      ];
    case "one-of":
      return [comment("The words that it may be.", "  "), "  values: [one-word, another-word]"];
    case "list":
      return [
        comment("The fields of a row, each with its type.", "  "),
        "  of:",
        "    name: { type: text, description: Say here what the field says. }",
        comment("The fields by which two rows are one and the same.", "  "),
        "  key: [name]",
        comment(
          "With covered-by: [field] a fact file can say which part of the list was looked at. Without it only none says that a row is not there.",
          "  ",
        ),
      ];
    default:
      return [comment("Add or: none if there may be no such thing.", "  ")];
  }
}

const got = (ask: readonly string[]): readonly string[] => [
  comment("How somebody gets it by hand: ids of asks.yaml, the best first.", "  "),
  ...(ask.length === 0 ? [] : [`  ask: ${yamlList(ask)}`]),
];

function picked(from: ListFact | null): readonly string[] {
  const [key] = from?.key ?? [];
  const field = key === undefined ? undefined : from?.fields[key];
  const sample = field === undefined ? null : sampleOf(field);
  return [
    comment(
      "The one row of a list that fits where. Each of its fields becomes a fact, and so does found.",
      "  ",
    ),
    "  derived:",
    "    pick:",
    `      from: ${from?.id}`,
    `      where: { ${key}: ${sample?.test ?? "none"} }`,
  ];
}
