import type { Report, VerdictName } from "../../schemas/generated/types.ts";
import type { Words } from "./block.ts";
import { withConsequences } from "./consequences.ts";

/** The words of the three verdicts on a screen. */
export const verdictWords: Record<VerdictName, string> = {
  matches: "Found",
  "does-not-match": "Ruled out",
  "cannot-tell": "Could not check",
};

/** Titles of rules by id, as far as the report has them. */
export type Titles = ReadonlyMap<string, string>;

export function titlesOf(report: Report): Titles {
  const diagnoses = report.diagnoses.flatMap((root) =>
    withConsequences(root).map(({ diagnosis }) => diagnosis),
  );
  const all = [
    ...report.undecided,
    ...report.symptoms,
    ...report.allClear,
    ...report.setAside,
    ...diagnoses.flatMap((diagnosis) => diagnosis.lessPrecise),
    ...diagnoses,
  ];
  return new Map(all.map(({ rule, title }) => [rule, title]));
}

/** The title with the id behind it; the id alone where the report has no title. */
export function named(rule: string, titles: Titles): Words {
  const title = titles.get(rule);
  return title === undefined || title === rule ? [{ code: rule }] : [`${title} (`, { code: rule }, ")"];
}
