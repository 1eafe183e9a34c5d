import lists from "../../../schemas/generated/formats/lists.schema.json" with { type: "json" };
import pack from "../../../schemas/generated/formats/pack.schema.json" with { type: "json" };
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { forEditors } from "./alternatives.ts";
import { oneOfNames } from "./names.ts";
import type { Schema } from "./schema.ts";
import { orNewer, ruleNames } from "./wording.ts";

export const listsSchema = (): Schema => forEditors(lists);

export function packSchema({ rules }: Rulebook): Schema {
  const allClears = rules.filter(({ kind }) => kind === "all-clear");
  const { description } = pack.properties["healthy-when"];
  const base = forEditors(pack);
  const healthy = oneOfNames(
    ruleNames(allClears),
    `There is no all-clear of this name. ${orNewer}`,
    description,
  );
  return { ...base, properties: { ...(base.properties as object), "healthy-when": healthy } };
}
