import type { Report, Verdict } from "../../schemas/generated/types.ts";
import { type Block, entry } from "./block.ts";
import { counted } from "./count.ts";
import { type SeenOptions, seen } from "./seen.ts";

/** Faults and advisories only: a symptom that nobody reported and an all-clear that fails rule nothing out. */
export const ruledOutVerdicts = (report: Report): readonly Verdict[] =>
  report.verdicts.filter(
    ({ kind, verdict }) => (kind === "fault" || kind === "advisory") && verdict === "does-not-match",
  );

/** A count, or every rule with the facts that rule it out. */
export function ruledOut(report: Report, options: SeenOptions): readonly Block[] {
  const verdicts = ruledOutVerdicts(report);
  if (verdicts.length === 0) return [];
  const { verbose } = options;
  const number = counted(verdicts.length, "rule");
  const blocks = verdicts.map(({ rule, evidence }) => entry([{ code: rule }], seen(evidence, options)));
  return [
    {
      kind: "section",
      title: "RULED OUT",
      tone: "neutral",
      lead: verbose
        ? [`${number}, by these facts:`]
        : [`${number}. For the facts that rule them out, add `, { code: "--verbose" }, "."],
      blocks: verbose ? blocks : [],
    },
  ];
}
