import type { Report } from "../../schemas/generated/types.ts";
import { type Block, joined, type Words } from "./block.ts";
import { named, type Titles } from "./names.ts";

/** What the caller reported: first what is explained and by what, then what is not. */
export function symptoms(report: Report, titles: Titles): readonly Block[] {
  return [...explained(report, titles), ...unexplained(report, titles)];
}

function explained(report: Report, titles: Titles): readonly Block[] {
  const items = report.symptoms
    .filter(({ explainedBy }) => explainedBy.length > 0)
    .map(({ title, explainedBy }): Words => {
      const by = joined(
        explainedBy.map((rule) => named(rule, titles)),
        "; ",
      );
      return [`"${title}" by: `, ...by];
    });
  if (items.length === 0) return [];
  const blocks: Block[] = [{ kind: "list", items }];
  return [{ kind: "section", title: "REPORTED AND EXPLAINED", tone: "sound", lead: [], blocks }];
}

function unexplained(report: Report, titles: Titles): readonly Block[] {
  const alone = report.symptoms.filter(({ explainedBy }) => explainedBy.length === 0).map(({ rule }) => rule);
  const rules = [...new Set([...report.unexplained, ...alone])];
  if (rules.length > 0) {
    const lead = "The case is not solved: nothing that is found here brings this about.";
    const items = rules.map((rule) => named(rule, titles));
    return [
      {
        kind: "section",
        title: "NOT EXPLAINED",
        tone: "open",
        lead: [lead],
        blocks: [{ kind: "list", items }],
      },
    ];
  }
  if (report.symptoms.length === 0) return [];
  return [{ kind: "section", title: "NOT EXPLAINED", tone: "neutral", lead: ["Nothing."], blocks: [] }];
}
