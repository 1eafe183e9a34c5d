import type { Rulebook } from "../../engine/rulebook/rulebook.ts";
import { nearest } from "../../schemas/text/nearest.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { usageProblem } from "../usage-problem.ts";

/** Rules of the command line that no pack has. */
export function unknownRules(wanted: readonly string[], { rules }: Rulebook): readonly Problem[] {
  const ids = rules.map(({ id }) => id);
  return wanted.flatMap((rule) => {
    if (ids.includes(rule)) return [];
    const close = nearest(rule, ids);
    const hint =
      close.length > 0 ? `Did you mean ${close.join(" or ")}?` : "The id of a rule is the name of its file.";
    return [usageProblem(`There is no rule called ${rule}.`, hint)];
  });
}
