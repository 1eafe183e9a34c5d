import { type Command, InvalidArgumentError, Option } from "commander";
import type { EventsOptions } from "../events/events-options.ts";
import type { EventsFormat } from "../events/printers.ts";
import type { ExitName } from "../exit-codes.ts";
import { collect, parseAt } from "../options.ts";

const formats: readonly EventsFormat[] = ["jsonl", "xml", "table"];

export function addEvents(program: Command, finish: (exit: ExitName) => void): void {
  program
    .command("events")
    .description("print the events of Windows logs: .evtx, or exports in XML, CSV and JSON")
    .argument("<file...>", "logs and exports, printed one after the other; - reads one from stdin")
    .addOption(
      new Option("--format <format>", "one JSON object a line, one XML document, or a table to read")
        .choices(formats)
        .default("jsonl"),
    )
    .addOption(repeatable("--provider <name>", "only events of this provider (repeatable)"))
    .addOption(
      new Option("--id <number>", "only events with this event id (repeatable)")
        .argParser(collectId)
        .default([], "all"),
    )
    .addOption(repeatable("--channel <name>", "only events of this log, by its full name (repeatable)"))
    .option("--since <time>", "only events from this time on, ISO 8601 with offset", parseAt)
    .option("--until <time>", "only events up to this time, ISO 8601 with offset", parseAt)
    .action(async (files: string[], options: EventsOptions) => {
      const { printEvents } = await import("../events/print-events.ts");
      finish(await printEvents(files, options));
    });
}

function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser(collect).default([], "all");
}

function collectId(text: string, earlier: readonly number[] = []): number[] {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 0xffff)
    throw new InvalidArgumentError("An event id is a whole number from 0 to 65535.");
  return [...earlier, Number(text)];
}
