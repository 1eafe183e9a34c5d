import { type EventFilter, filterTest } from "../../facts/events/event-filter.ts";
import { recogniseEvents } from "../../facts/events/event-formats.ts";
import type { Damage } from "../../facts/formats/reading.ts";
import { DamageList } from "../../facts/import/formats/damage-list.ts";
import { ReadFailure } from "../../facts/world.ts";
import { safeLine } from "../../reporters/safe-text.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { parseTimestamp } from "../../schemas/values/timestamp.ts";
import type { ExitName } from "../exit-codes.ts";
import { toStderr } from "../output.ts";
import { printProblems } from "../print-problems.ts";
import { usageProblem } from "../usage-problem.ts";
import { EventSink } from "./event-sink.ts";
import type { EventsOptions } from "./events-options.ts";
import { type Input, openInput, troubleWith, wholeFile } from "./open-input.ts";
import { type EventPrinter, printers } from "./printers.ts";
import { writerTo } from "./stdout-writer.ts";

/** Where the output is no screen. */
const usualColumns = 120;

/** Prints the events of all files, one file after the other; damage goes to stderr and costs what it damaged. */
export async function printEvents(files: readonly string[], options: EventsOptions): Promise<ExitName> {
  const filter = filterOf(options);
  if ((filter.since ?? Number.NEGATIVE_INFINITY) > (filter.until ?? Number.POSITIVE_INFINITY))
    return complain([
      usageProblem("--since lies after --until, so that no event fits.", "Exchange the two."),
    ]);
  const printer = printers[options.format](process.stdout.columns ?? usualColumns);
  const sink = new EventSink(printer, writerTo(process.stdout));
  const problems: Problem[] = [];
  for (const givenAs of files) {
    const fate = await printFile(givenAs, filter, printer, sink);
    if (fate === "nobody-reads") return "fine";
    if (fate !== "read") problems.push(fate);
  }
  const isAnyRead = problems.length < files.length;
  await sink.end(isAnyRead);
  if (problems.length > 0) complain(problems);
  return isAnyRead ? "fine" : "unusable";
}

function filterOf({ provider, id, channel, since, until }: EventsOptions): EventFilter {
  return {
    ...(provider.length > 0 && { providers: provider }),
    ...(id.length > 0 && { eventIds: id }),
    ...(channel.length > 0 && { channels: channel }),
    ...(since !== undefined && { since: instantOf(since) }),
    ...(until !== undefined && { until: instantOf(until) }),
  };
}

/** The command line was checked. */
function instantOf(text: string): number {
  const time = parseTimestamp(text);
  return time.ok ? time.value.from : Number.NaN;
}

function complain(problems: readonly Problem[]): ExitName {
  return printProblems({ problems, texts: new Map() });
}

type Fate = "read" | Problem | "nobody-reads";

async function printFile(
  givenAs: string,
  filter: EventFilter,
  printer: EventPrinter,
  sink: EventSink,
): Promise<Fate> {
  const input = await openInput(givenAs);
  if ("code" in input) return input;
  try {
    return await printContent(input, filter, printer, sink);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    return troubleWith(givenAs, error.trouble);
  } finally {
    input.file.close();
  }
}

async function printContent(
  { givenAs, name, file, head }: Input,
  filter: EventFilter,
  printer: EventPrinter,
  sink: EventSink,
): Promise<Fate> {
  const format = recogniseEvents({ name, head });
  if (format === undefined)
    return wholeFile(givenAs, "not-recognised", "holds no events that can be read.", whatCanBeRead);
  const damages = new DamageList();
  let printed = 0;
  for await (const item of printer.read(format, file, filterTest(filter)).items) {
    if (item.kind === "refused") return refusal(givenAs, item.damage, printed);
    if (item.kind !== "event") damages.add(item.damage);
    else if (!(await sink.take(item.content))) return "nobody-reads";
    else printed += 1;
  }
  for (const sentence of damages.sentences()) toStderr(safeLine(`${givenAs}: ${sentence}`));
  return "read";
}

const whatCanBeRead =
  "Give event logs (.evtx), XML exports of wevtutil or Event Viewer, or what Get-WinEvent gives as CSV or JSON.";

function refusal(file: string, { code, message, line = 1 }: Damage, printed: number): Problem {
  const hint =
    printed === 0
      ? "Export the events again."
      : "Do not rely on the events of this file that were printed before. Export them again.";
  return { file, line, column: 1, code, message, hint };
}
