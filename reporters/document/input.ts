import type { Report, Source } from "../../schemas/generated/types.ts";
import { type Block, type List, paragraph, type Words } from "./block.ts";
import { counted, firstOf, sizeText } from "./count.ts";

const itemsShown = 20;

/** What the report rests on: files that nobody understood, warnings, and with `verbose` every source. */
export function input(report: Report, verbose: boolean): readonly Block[] {
  return [
    ...notUnderstood(report, verbose),
    ...warnings(report, verbose),
    ...(verbose ? sources(report) : []),
  ];
}

function notUnderstood(report: Report, verbose: boolean): readonly Block[] {
  const files = Object.entries(report.sources)
    .filter(([, { kind }]) => kind === "unrecognized")
    .map(([key, source]): Words => [{ code: source.path ?? key }, aboutText(source)]);
  if (files.length === 0) return [];
  const lead = `${counted(files.length, "file")}, read by no part of this tool:`;
  const blocks = [capped(files, verbose)];
  return [{ kind: "section", title: "NOT UNDERSTOOD", tone: "open", lead: [lead], blocks }];
}

/** Its size and what was noted about it. */
function aboutText({ bytes, notes = [] }: Source): string {
  const about = [...(bytes === undefined ? [] : [sizeText(bytes)]), ...notes].join("; ");
  return about === "" ? "" : ` (${about})`;
}

function warnings(report: Report, verbose: boolean): readonly Block[] {
  if (report.warnings.length === 0) return [];
  const items = report.warnings.map(({ message, file, fact }): Words => {
    const about = [file, fact].filter((name) => name !== undefined && !message.includes(name)).join(", ");
    return about === "" ? [message] : [`${message} (`, { code: about }, ")"];
  });
  return [{ kind: "section", title: "WARNINGS", tone: "open", lead: [], blocks: [capped(items, verbose)] }];
}

function capped(items: readonly Words[], verbose: boolean): List {
  const { shown, more } = firstOf(items, verbose ? items.length : itemsShown);
  const rest: Words[] = more === 0 ? [] : [[`and ${more} more: add `, { code: "--verbose" }]];
  return { kind: "list", items: [...shown, ...rest] };
}

function sources(report: Report): readonly Block[] {
  const entries = Object.entries(report.sources).filter(([, { kind }]) => kind !== "unrecognized");
  if (entries.length === 0) return [];
  const items = entries.map(
    ([key, source]): Words => [
      { code: source.path ?? source.command ?? key },
      `: ${source.kind}${aboutText(source)}`,
      ...(source.sha256 === undefined ? [] : [", SHA-256 ", { code: source.sha256 }]),
    ],
  );
  const lead = counted(entries.length, "source");
  return [
    { kind: "section", title: "READ", tone: "neutral", lead: [lead], blocks: [{ kind: "list", items }] },
  ];
}

/** What made the report, so that it can be made again. */
export function footer({ versions }: Report): Block {
  const packs = versions.packs.map(({ id, version, digest }) => `${id} ${version} (${shortDigest(digest)})`);
  return paragraph(
    `connector-doctor ${versions.tool}, rules ${packs.join(", ") || "of no pack"}, facts ${shortDigest(versions.facts)}`,
  );
}

/** Enough to tell two apart; the JSON report has it whole. */
const shortDigest = (digest: string): string => digest.replace(/^sha256[-:]/, "").slice(0, 12);
