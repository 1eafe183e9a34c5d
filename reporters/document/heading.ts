import type { Report } from "../../schemas/generated/types.ts";
import { type Block, paragraph, type Words } from "./block.ts";
import { withConsequences } from "./consequences.ts";
import { counted } from "./count.ts";
import { collectionText } from "./instant.ts";
import { named, type Titles } from "./names.ts";
import { ruledOutVerdicts } from "./ruled-out.ts";

/** The answer in one sentence, the counts, and what the outcome does not mean. */
export function heading(report: Report, titles: Titles): readonly Block[] {
  const outcome = outcomeWords(report, titles);
  return [
    { kind: "headline", text: report.headline },
    { kind: "counts", parts: counts(report) },
    ...(outcome.length === 0 ? [] : [paragraph(...outcome)]),
  ];
}

function counts(report: Report): readonly string[] {
  const { host } = report.subject;
  const when = collectionText(report.collectedAt);
  const history = report.setAside.length === 0 ? [] : [`${report.setAside.length} set aside as history`];
  return [
    diagnosesText(report),
    `${ruledOutVerdicts(report).length} ruled out`,
    `${report.undecided.length} could not be checked`,
    ...history,
    host === undefined ? `facts ${when}` : `facts of ${host}, ${when}`,
  ];
}

function diagnosesText({ diagnoses }: Report): string {
  const all = diagnoses.reduce((sum, root) => sum + withConsequences(root).length, 0);
  const found = counted(all, "diagnosis", "diagnoses");
  return all < 2 ? found : `${found}, ${counted(diagnoses.length, "cause")}`;
}

function outcomeWords(report: Report, titles: Titles): Words {
  switch (report.outcome) {
    case "inconclusive":
      return [inconclusiveText(report), ...healthWords(report, titles)];
    case "nothing-found":
      return [
        "Every fault that the packs know is ruled out. They name no proof of health, so this says no more.",
      ];
    case "healthy":
      return report.healthy === undefined ? [] : ["Proved by: ", ...named(report.healthy.rule, titles), "."];
    case "diagnosed":
      return [];
  }
}

function inconclusiveText({ allClear }: Report): string {
  return allClear.length === 0
    ? "Nothing is proved: neither a fault, nor that anything is sound. "
    : "No fault is proved, and nothing is proved sound but what stands under all clear. ";
}

function healthWords({ healthy }: Report, titles: Titles): Words {
  if (healthy === undefined || healthy.verdict === "matches") return [];
  const rule = named(healthy.rule, titles);
  return healthy.verdict === "does-not-match"
    ? ["The proof of health is ruled out: ", ...rule, "."]
    : ["The proof of health could not be checked: ", ...rule, "."];
}
