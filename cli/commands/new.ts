import { type Command, Option } from "commander";
import { type RuleKind, ruleKinds } from "../../schemas/fact-types.ts";
import type { ExitName } from "../exit-codes.ts";
import type { NewKind } from "../new/ask-for-id.ts";
import type { Made } from "../new/finish-draft.ts";
import type { Interview } from "../new/interview.ts";
import type { NewCaseOptions } from "../new/new-case.ts";
import type { FactOptions } from "../new/new-fact.ts";
import type { NewPackOptions } from "../new/new-pack.ts";
import type { RuleOptions } from "../new/new-rule.ts";
import { collect, parseAt } from "../options.ts";
import { toStderr, toStdout } from "../output.ts";
import type { ProblemsWithTexts } from "../print-problems.ts";

type Finish = (exit: ExitName) => void;

export function addNew(program: Command, finish: Finish): void {
  const command = program
    .command("new")
    .description("write a rule, fact, pack or case to start from, which passes lint and test as it stands");
  addRule(command, finish);
  addFact(command, finish);
  addPack(command, finish);
  addCase(command, finish);
  for (const each of command.commands)
    each.copyInheritedSettings(program).helpOption("-h, --help", "print this help");
}

const packOption = [
  "--pack <dir>",
  "the folder of the pack; else the one you are in, or the only one in rules/",
] as const;

function addRule(parent: Command, finish: Finish): void {
  parent
    .command("rule")
    .description("write AREA/ID.yaml of a pack")
    .argument("[id]", "a noun phrase in the failing state, for example proxy-unreachable")
    .option("--area <area>", "the folder that it goes to; an area of pack.yaml")
    .addOption(new Option("--kind <kind>", "what kind of rule it is (default: fault)").choices(ruleKinds))
    .option("--title <title>", "one sentence that a customer understands")
    .addOption(
      new Option("--fact <id>", "a fact that it looks at (repeatable)")
        .argParser(collect)
        .default([], "none"),
    )
    .option(...packOption)
    .action((id: string | undefined, options: RuleOptions & { readonly kind?: RuleKind }) =>
      make(finish, "rule", id, async (named, interview) =>
        (await import("../new/new-rule.ts")).newRule(named, options, interview),
      ),
    );
}

function addFact(parent: Command, finish: Finish): void {
  parent
    .command("fact")
    .description("write facts/ID.yaml of a pack")
    .argument("[id]", "words joined by dashes, parts by dots, for example proxy.connector.address")
    .option(
      "--type <type>",
      "boolean, number, text, one-of, timestamp, version, thumbprint, host, host-and-port, list or record",
    )
    .option("--ask <id>", "how somebody gets it by hand, an id of asks.yaml; else as its nearest relative")
    .option("--from <list>", "the list that a record is picked from")
    .option(...packOption)
    .action((id: string | undefined, options: FactOptions) =>
      make(finish, "fact", id, async (named, interview) =>
        (await import("../new/new-fact.ts")).newFact(named, options, interview),
      ),
    );
}

function addPack(parent: Command, finish: Finish): void {
  parent
    .command("pack")
    .description("make a folder with a pack of one fact and one rule")
    .argument("[id]", "the name of its folder, for example print-server")
    .option("--extends <id>", "the pack that it builds on, whose facts and rules it brings along")
    .option("--dir <dir>", "where the folder is made; else rules/, or here if there is none")
    .option("--title <title>", "the product that it knows")
    .action((id: string | undefined, options: NewPackOptions) =>
      make(finish, "pack", id, async (named, interview) =>
        (await import("../new/new-pack.ts")).newPack(named, options, interview),
      ),
    );
}

function addCase(parent: Command, finish: Finish): void {
  parent
    .command("case")
    .description("keep what a customer sent as a case that test runs, with what comes out of it now")
    .argument("[name]", "what is special about it, for example proxy-known-to-one-service")
    .requiredOption("--from <path...>", "the fact file, or the files and folders that were sent")
    .option("--title <title>", "the trouble as the caller tells it")
    .addOption(
      new Option("--symptom <name>", "what the caller reports (repeatable)")
        .argParser(collect)
        .default([], "none"),
    )
    .option("--at <time>", "when it was collected, ISO 8601 with offset", parseAt)
    .option("--host <name>", "the server to look at, where the files speak of several")
    .option("--cases <dir>", "the folder that holds the cases; else that of the pack")
    .option(...packOption)
    .action((name: string | undefined, options: NewCaseOptions) =>
      make(finish, "case", name, async (named, interview) =>
        (await import("../new/new-case.ts")).newCase(named, options, interview),
      ),
    );
}

type Maker = (id: string, interview: Interview | null) => Promise<Made | ProblemsWithTexts>;

async function make(finish: Finish, kind: NewKind, id: string | undefined, maker: Maker): Promise<void> {
  const { askForId } = await import("../new/ask-for-id.ts");
  const { Abandoned, openInterview } = await import("../new/interview.ts");
  const { safeLine } = await import("../../reporters/safe-text.ts");
  const interview = openInterview();
  try {
    const named = await askForId(kind, id, interview);
    const made = typeof named === "string" ? await maker(named, interview) : named;
    if ("problems" in made) {
      const { printProblems } = await import("../print-problems.ts");
      finish(printProblems(made));
      return;
    }
    toStdout(made.paths.map((path) => `${safeLine(path)}\n`).join(""));
    for (const sentence of made.advice) toStderr(safeLine(sentence));
    finish("fine");
  } catch (error) {
    if (!(error instanceof Abandoned)) throw error;
    finish("interrupted");
  } finally {
    interview?.close();
  }
}
