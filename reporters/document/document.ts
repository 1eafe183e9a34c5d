import type { Report } from "../../schemas/generated/types.ts";
import { allClear } from "./all-clear.ts";
import type { Block } from "./block.ts";
import { conflicts } from "./conflicts.ts";
import { couldNotCheck } from "./could-not-check.ts";
import { rootFinding } from "./diagnosis.ts";
import { flowchart } from "./flowchart.ts";
import { heading } from "./heading.ts";
import { history } from "./history.ts";
import { footer, input } from "./input.ts";
import { titlesOf } from "./names.ts";
import { ruledOut } from "./ruled-out.ts";
import { symptoms } from "./symptoms.ts";

/** The report in the order in which it is read: the answer, its grounds, what is open, what is sound, what it rests on. */
export function documentOf(report: Report, verbose: boolean): readonly Block[] {
  const titles = titlesOf(report);
  const options = { sources: report.sources, verbose, titles };
  const open = couldNotCheck(report, verbose);
  const sound = allClear(report, options);
  return [
    ...heading(report, titles),
    ...(report.outcome === "inconclusive" ? open : []),
    ...report.diagnoses.map((root) => rootFinding(root, options)),
    ...history(report, options, titles),
    ...symptoms(report, titles),
    ...conflicts(report, options),
    ...(report.outcome === "healthy" ? sound : []),
    ...(report.outcome === "inconclusive" ? [] : open),
    ...(report.outcome === "healthy" ? [] : sound),
    ...ruledOut(report, options),
    ...flowchart(report, titles),
    ...input(report, verbose),
    footer(report),
  ];
}
