import type { Block, Finding, Labelled, Reference, Section, Step } from "../document/block.ts";
import { safeCode, safeFence, safeMarkdown } from "../safe-markdown.ts";
import { seenTable } from "./seen.ts";
import { markdownOf } from "./words.ts";

/** The paragraphs of one block, each a list of lines; a blank line stands between paragraphs. */
type Paragraphs = readonly (readonly string[])[];

export function layout(block: Block): Paragraphs {
  switch (block.kind) {
    case "headline":
      return [[`## ${markdownOf([block.text])}`]];
    case "counts":
      return [[block.parts.map((part) => markdownOf([part])).join(" · ")]];
    case "section":
      return sectionParagraphs(block);
    case "finding":
      return findingParagraphs(block);
    case "labelled":
      return labelledParagraphs(block);
    case "entry":
      return [[bold(markdownOf(block.head))], ...block.blocks.flatMap(layout)];
    case "paragraph":
      return [[markdownOf(block.words)]];
    case "list":
      return [block.items.map((item) => `- ${markdownOf(item)}`)];
    case "command":
      return [safeFence(block.text)];
    case "seen":
      return [seenTable(block)];
    case "step":
      return stepParagraphs(block);
    case "reference":
      return [referenceLines(block)];
  }
}

/** Four asterisks with nothing between them would be a rule across the page. */
const bold = (line: string): string => (line === "" ? "" : `**${line}**`);

function sectionParagraphs({ title, lead, blocks }: Section): Paragraphs {
  const heading = title.charAt(0) + title.slice(1).toLowerCase();
  return [[`### ${heading}`], [markdownOf(lead)], ...blocks.flatMap(layout)];
}

function findingParagraphs(finding: Finding): Paragraphs {
  const { severity, title, confidence, note, depth, blocks } = finding;
  const level = depth === 0 ? "###" : "####";
  return [
    [`${level} ${severity.toUpperCase()}: ${markdownOf([title])}`],
    [`**${markdownOf([confidence])}** · ${markdownOf(note)}`],
    ...blocks.flatMap(layout),
  ];
}

/** The label in front of a paragraph, or on a line of its own in front of anything else. */
function labelledParagraphs({ label, blocks }: Labelled): Paragraphs {
  const [first, ...others] = blocks;
  if (first?.kind !== "paragraph") return [[`**${label}**`], ...blocks.flatMap(layout)];
  return [[`**${label}:** ${markdownOf(first.words)}`], ...others.flatMap(layout)];
}

/** Not a list: the commands between the steps would end it on some pages. */
function stepParagraphs({ number, condition, text, who, commands, remarks }: Step): Paragraphs {
  const by = who === undefined ? "" : ` (${markdownOf([who])})`;
  const words = condition === undefined ? [text] : [`${condition} `, text];
  return [
    [`**Step ${number}.** ${markdownOf(words)}${by}`],
    ...(commands === undefined ? [] : [safeFence(commands)]),
    remarks.map((remark) => `- ${remark.name}: ${safeMarkdown(remark.text)}`),
  ];
}

/** A link only where the address has nothing but the plain characters of a page's address. */
const pageAddress =
  /^https:\/\/[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10}(?:[/?#][A-Za-z0-9/._~?#=&%+-]{0,400})?$/;

function referenceLines({ title, dated, url, says }: Reference): readonly string[] {
  const link = pageAddress.test(url) ? `<${url}>` : safeCode(url);
  const words = says === undefined ? "" : ` It says: ${safeMarkdown(says)}`;
  return [`- ${markdownOf([`${title}, ${dated}: `])} ${link}${words}`];
}
