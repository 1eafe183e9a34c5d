import { type Command, InvalidArgumentError, Option } from "commander";
import { type ReporterName, reporterNames } from "../reporters/table.ts";
import { parseTimestamp } from "../schemas/values/timestamp.ts";
import { logLevels } from "./log.ts";

/** One `--reporter NAME[=FILE]`; without a file it goes to stdout. */
export interface ReporterChoice {
  readonly name: ReporterName;
  readonly file: string | null;
}

export const collect = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];

export function addPackOption(command: Command): Command {
  return command.addOption(
    new Option("--pack <dir>", "use only this pack of rules (repeatable)")
      .argParser(collect)
      .default([], "the shipped one"),
  );
}

export function addInputOptions(command: Command): Command {
  return addPackOption(command)
    .option(
      "--at <time>",
      "when the files were collected, ISO 8601 with offset, for example 2026-11-20T14:05:00+01:00",
      parseAt,
    )
    .option("--host <name>", "the server to look at, where the files speak of several")
    .addOption(
      new Option(
        "--symptom <name>",
        "what the caller reports: the name of a symptom, or the text on the screen (repeatable)",
      )
        .argParser(collect)
        .default([], "none"),
    )
    .addOption(
      new Option("--log-level <level>", "print to stderr what is done, step by step")
        .choices(logLevels)
        .default("silent"),
    );
}

export function parseAt(text: string): string {
  const time = parseTimestamp(text);
  if (!time.ok) throw new InvalidArgumentError(`${time.why}`);
  if (time.value.from !== time.value.to) {
    throw new InvalidArgumentError(
      "The time has no offset, so it names no instant. Add Z for UTC or an offset like +01:00.",
    );
  }
  return time.value.text;
}

export function parseReporter(text: string, earlier: readonly ReporterChoice[] = []): ReporterChoice[] {
  const [, word = "", file = null] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const name = reporterNames.find((each) => each === word);
  if (name === undefined)
    throw new InvalidArgumentError(
      `The reporters are ${reporterNames.join(", ")}; add =FILE to write to a file.`,
    );
  if (file === "") throw new InvalidArgumentError(`Name a file after ${word}=, or leave the = away.`);
  const target = file === "-" ? null : file;
  if (target !== null && earlier.some((each) => each.file === target))
    throw new InvalidArgumentError("Two reporters would write to one file; give each a file of its own.");
  if (target === null && earlier.some((each) => each.file === null)) {
    throw new InvalidArgumentError(
      "Only one reporter can write to stdout; give the others a file: NAME=FILE.",
    );
  }
  return [...earlier, { name, file: target }];
}
