import { Command, CommanderError } from "commander";
import { safeBlock } from "../reporters/safe-text.ts";
import { addDiagnose } from "./commands/diagnose.ts";
import { addEvents } from "./commands/events.ts";
import { addExplain } from "./commands/explain.ts";
import { addImport } from "./commands/import.ts";
import { addLint } from "./commands/lint.ts";
import { addNew } from "./commands/new.ts";
import { addSchema } from "./commands/schema.ts";
import { addTest } from "./commands/test.ts";
import { type ExitName, exitCodes } from "./exit-codes.ts";
import { reportBug } from "./report-bug.ts";
import { toolVersion } from "./tool-version.ts";

const examples = `
Examples:
  connector-doctor diagnose ./from-customer
      reads every file of a folder that a customer sent, and prints what is wrong and how to mend it
  connector-doctor diagnose facts.json --symptom "Gateway time-out" --reporter markdown=ticket.md
      takes a fact file and what the user saw, and writes the report for the ticket, too
  connector-doctor explain port-443-blocked ./from-customer
      says how a rule was proved or refuted, or which facts it waits for`;

const exitHelp = `
Exit codes:
${Object.values(exitCodes)
  .map(({ code, means }) => `  ${String(code).padStart(3)}  ${means}`)
  .join("\n")}`;

/** Ends a command with its exit code, without cutting off what is still being written. */
const finish = (name: ExitName): void => {
  process.exitCode = exitCodes[name].code;
};

function createProgram(): Command {
  const program = new Command("connector-doctor")
    .description(
      "Finds out from files or facts why a Microsoft Entra private network connector does not work.",
    )
    .version(toolVersion, "--version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", `${examples}\n${exitHelp}`)
    .showHelpAfterError("Add --help for what it takes.")
    .configureOutput({ outputError: (text, write) => write(inOurWords(text)) })
    .exitOverride();
  addDiagnose(program, finish);
  addImport(program, finish);
  addEvents(program, finish);
  addExplain(program, finish);
  addLint(program, finish);
  addTest(program, finish);
  addNew(program, finish);
  addSchema(program, finish);
  for (const command of program.commands)
    command.copyInheritedSettings(program).helpOption("-h, --help", "print this help");
  return program;
}

/** commander's sentences about a wrong command line, without blame, and safe to print. */
function inOurWords(text: string): string {
  const sentence = text
    .replace(/^error: /, "")
    .replace(/ is invalid\./, " cannot be used.")
    .trimEnd();
  return `${safeBlock(sentence.charAt(0).toUpperCase() + sentence.slice(1))}\n`;
}

async function main(): Promise<void> {
  process.stdout.on("error", ignoreClosedPipe);
  process.stderr.on("error", ignoreClosedPipe);
  process.once("SIGINT", () => process.exit(exitCodes.interrupted.code));
  try {
    await createProgram().parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) finish(error.exitCode === 0 ? "fine" : "unusable");
    else {
      reportBug(error);
      finish("bug");
    }
  }
}

/** Whoever reads the output may stop reading. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

void main();
