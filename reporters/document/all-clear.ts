import type { AllClear, Report } from "../../schemas/generated/types.ts";
import { type Block, entry, joined, paragraph, type Words } from "./block.ts";
import { counted, firstOf } from "./count.ts";
import { decidingLeaves, type Leaf } from "./leaves.ts";
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

/** What was looked at, in names of facts; faults that were ruled out would read as if they were there. */
function inShort({ title, evidence }: AllClear): Words {
  const leaves = decidingLeaves(evidence);
  const ruledOut = leaves.filter((leaf) => leaf.kind === "rule" && leaf.expected === "does-not-match").length;
  const { shown, more } = firstOf([...new Set(leaves.flatMap(nameOf))], factsShown);
  const facts = shown.flatMap((code, index): Words => (index === 0 ? [{ code }] : [", ", { code }]));
  const parts: Words[] = [
    ...(ruledOut === 0 ? [] : [[`${counted(ruledOut, "fault")} ruled out`]]),
    ...(facts.length === 0 ? [] : [[...facts, ...(more === 0 ? [] : [` and ${more} more`])]]),
  ];
  return [`${title}: `, ...joined(parts, "; ")];
}

function nameOf(leaf: Leaf): string[] {
  if (leaf.kind !== "rule") return [leaf.fact];
  return leaf.expected === "does-not-match" ? [] : [leaf.rule];
}
