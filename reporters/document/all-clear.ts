import type { AllClear, Report } from "../../schemas/generated/types.ts";
import { type Block, entry, paragraph, type Words } from "./block.ts";
import { firstOf } from "./count.ts";
import { decidingLeaves } from "./leaves.ts";
import { type SeenOptions, seen } from "./seen.ts";

const factsShown = 4;

/** What is proved sound and by which facts: in full where that is the answer, else in a line each. */
export function allClear(report: Report, options: SeenOptions): readonly Block[] {
  if (report.allClear.length === 0) return [];
  const full = options.verbose || report.outcome !== "diagnosed";
  const blocks: readonly Block[] = full
    ? report.allClear.map((clear) => inFull(clear, options))
    : [{ kind: "list", items: report.allClear.map(inShort) }];
  const lead = "Proved sound by these facts, and nothing beyond:";
  return [{ kind: "section", title: "ALL CLEAR", tone: "sound", lead: [lead], blocks }];
}

function inFull(clear: AllClear, options: SeenOptions): Block {
  const area = clear.area === "" ? "" : `, area ${clear.area}`;
  return entry(
    [`${clear.title} (`, { code: clear.rule }, `${area})`],
    ...(clear.because.trim() === "" ? [] : [paragraph(clear.because)]),
    seen(clear.evidence, options),
  );
}

function inShort({ title, evidence }: AllClear): Words {
  const names = decidingLeaves(evidence).map((leaf) => (leaf.kind === "rule" ? leaf.rule : leaf.fact));
  const { shown, more } = firstOf([...new Set(names)], factsShown);
  const facts = shown.flatMap((code, index): Words => (index === 0 ? [{ code }] : [", ", { code }]));
  return [`${title}: `, ...facts, ...(more === 0 ? [] : [` and ${more} more`])];
}
