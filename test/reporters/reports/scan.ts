import { safeBlock, safeLine } from "../../../reporters/safe-text.ts";
import { columns } from "../../../reporters/text/width.ts";
import type { Diagnosis, Report } from "../../../schemas/generated/types.ts";
import { outsideCode } from "./read-markdown.ts";

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
// Built from strings: a linter takes an escape character in a literal for a slip.
const colour = String.raw`\u001b\[[0-9;]{1,4}m`;
const colourOfHead = new RegExp(`^(?: *${colour}[A-Za-z ]+${colour}){0,2}`);
const anyColour = new RegExp(colour, "g");

/** Lines with a character that a terminal would obey or hide. */
export const unsafeLines = (text: string): readonly string[] =>
  text.split("\n").filter((line) => unseen.test(line));

/** The same for a text with colours, which may stand only at words at the start of a line. */
export const unsafeColouredLines = (text: string): readonly string[] =>
  text.split("\n").filter((line) => unseen.test(line.replace(colourOfHead, "")));

export const withoutColour = (text: string): string => text.replace(anyColour, "");

/** Lines wider than the screen that are not there to be copied: a command or the address of a page. */
export function tooWide(text: string, report: Report, width: number): readonly string[] {
  const copied = new Set(toCopy(report));
  return text.split("\n").filter((line) => columns(line) > width && !copied.has(line.trim()));
}

function toCopy(report: Report): readonly string[] {
  const all: Diagnosis[] = [...report.diagnoses];
  for (const diagnosis of all) all.push(...diagnosis.consequences);
  const commands = [...all.flatMap(({ fix }) => fix), ...report.nextSteps].flatMap(({ run }) => run ?? []);
  const urls = all.flatMap(({ references }) => references.map(({ url }) => safeLine(url).trim()));
  return [...commands.flatMap((run) => safeBlock(run).split("\n")).map((line) => line.trim()), ...urls];
}

const ourMarkUp = [
  /^#{2,4} (?:CRITICAL: |HIGH: |MEDIUM: |LOW: |INFO: )?/,
  /^\*\*(?:Why|Seen|Open|Fix|Then|Led to|Also|Read)(?::\*\* |\*\*$)/,
  /^\*\*Step \d{1,4}\.\*\* /,
  /^\*\*(?:certain|likely|possible)\*\* · /,
  /^- /,
];

/** Throws at a line of Markdown that holds mark-up besides what the reporter itself writes. */
export function readAsOurs(markdown: string): void {
  let fence = "";
  for (const line of markdown.split("\n")) {
    if (fence !== "") fence = line === fence ? "" : fence;
    else if (/^`{3,}$/.test(line)) fence = line;
    else if (line.startsWith("| ")) readCells(line);
    else readOurLine(line);
  }
  if (fence !== "") throw new Error("A fence is left open.");
}

function readCells(line: string): void {
  const bars = line.replace(/\\./g, "  ").match(/\|/g)?.length;
  if (bars !== 4) throw new Error(`Not three cells: ${line}`);
  if (line !== "| --- | --- | --- |") checkOutside(line.replaceAll("\\|", "¦").split("|").join(" "));
}

function readOurLine(line: string): void {
  const ours = ourMarkUp.find((pattern) => pattern.test(line));
  const rest = ours === undefined ? line : line.replace(ours, "");
  const isEntry = ours === undefined && rest.startsWith("**") && rest.endsWith("**") && rest.length > 4;
  const text = isEntry ? rest.slice(2, -2) : rest;
  checkOutside(text.replace(/<https:\/\/[A-Za-z0-9./_~?#=&%+-]+>/, "address"));
}

function checkOutside(line: string): void {
  const text = outsideCode(line);
  if (/:\/\/|www\.|@[a-z0-9]|#\d|[a-z0-9]\.[a-z]{2}/i.test(text)) throw new Error(`A link: ${line}`);
}
