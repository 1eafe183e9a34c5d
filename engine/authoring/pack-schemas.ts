import type { Rulebook } from "../rulebook/rulebook.ts";
import { asksSchema } from "./schema/asks.ts";
import { caseSchema } from "./schema/case.ts";
import { catalogueSchema } from "./schema/catalogue.ts";
import { conditionSchema } from "./schema/conditions.ts";
import { factFileSchema } from "./schema/fact-file.ts";
import { flowchartSchema } from "./schema/flowchart.ts";
import { layOut } from "./schema/layout.ts";
import { listsSchema, packSchema } from "./schema/other-files.ts";
import { ruleSchema } from "./schema/rule.ts";

/** The folder inside a pack that holds its schemas. Its name begins with a dot, so that no reader of packs looks in. */
export const schemaFolder = ".schema";

/**
 * The schemas for editors: file name to text. They say what the files of the pack may say, with its own facts, rules,
 * lists and ways of asking. The files refer to each other and belong into one folder.
 */
export function packSchemas(rulebook: Rulebook): Readonly<Record<string, string>> {
  const schemas = {
    asks: { title: "Ways of asking", ...asksSchema(rulebook) },
    case: { title: "Case", ...caseSchema(rulebook) },
    catalogue: { title: "Catalogue of facts", ...catalogueSchema(rulebook) },
    condition: conditionSchema(rulebook),
    "fact-file": { title: "Fact file", ...factFileSchema(rulebook) },
    flowchart: { title: "Flowchart", ...flowchartSchema(rulebook) },
    lists: { title: "Lists", ...listsSchema() },
    pack: { title: "Pack", ...packSchema(rulebook) },
    rule: { title: "Rule", ...ruleSchema(rulebook) },
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`${name}.schema.json`, layOut(schema)]),
  );
}
