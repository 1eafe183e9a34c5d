import { constants, copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { schemaFolder } from "../../engine/authoring/pack-schemas.ts";
import { type CaseDraft, caseTemplate } from "../../engine/authoring/templates/case-template.ts";
import { type CaseRun, runCase } from "../../engine/trial/cases/run-case.ts";
import { type FoundFile, walk } from "../../facts/import/walk.ts";
import { realWorld } from "../../facts/real-world.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { asTyped } from "../called-as.ts";
import { type ProblemsWithTexts, withoutTexts } from "../print-problems.ts";
import { casesFolder, expectedFile } from "../test-command/find-cases.ts";
import { readCase } from "../test-command/read-cases.ts";
import { exitOf } from "../test-command/run-trial.ts";
import { usageProblem } from "../usage-problem.ts";
import type { Made } from "./finish-draft.ts";
import type { Interview } from "./interview.ts";
import { idProblem } from "./names.ts";
import { openPack, type TargetPack } from "./target-pack.ts";
import { isThere, writeNew } from "./write-new.ts";

export interface NewCaseOptions {
  readonly pack?: string;
  readonly cases?: string;
  readonly from: readonly string[];
  readonly title?: string;
  readonly symptom: readonly string[];
  readonly at?: string;
  readonly host?: string;
}

/** A case of what a customer sent, with what comes out of it now. */
export async function newCase(
  name: string,
  options: NewCaseOptions,
  interview: Interview | null,
): Promise<Made | ProblemsWithTexts> {
  const wrongName = idProblem(name);
  if (wrongName !== null) return withoutTexts([wrongName]);
  const target = await openPack(options.pack, interview);
  if ("problems" in target) return withoutTexts(target.problems);
  if (target.read.problems.length > 0) {
    const hint = `See ${asTyped("lint", target.folder)}`;
    return withoutTexts([
      usageProblem("The pack has problems, so that nothing can come out of a case.", hint),
    ]);
  }
  const folder = join(options.cases ?? casesFolder(target.folder), name);
  if (existsSync(folder)) return withoutTexts([isThere(folder)]);
  const found = await Promise.all(options.from.map((path) => walk(realWorld, path)));
  const problems = found.flatMap((each) => each.problems);
  if (problems.length > 0) return withoutTexts(problems);
  const made = await makeCase(
    folder,
    found.flatMap(({ files }) => files),
    options,
    target,
  );
  if (!("problems" in made)) return made;
  // Half a case would stand in the way of the next try.
  rmSync(folder, { recursive: true, force: true });
  return withoutTexts(made.problems.map((problem) => asGiven(problem, folder, options.from)));
}

/** A copy that is gone again is spoken of by the name of what was copied; the rest came from the command line. */
function asGiven(problem: Problem, folder: string, from: readonly string[]): Problem {
  const place = relative(folder, problem.file);
  if (problem.file === "" || place.startsWith("..")) return problem;
  if (place === expectedFile) return { ...problem, file: "" };
  const [only = "", ...others] = from;
  return { ...problem, file: others.length === 0 ? only : place };
}

async function makeCase(
  folder: string,
  files: readonly FoundFile[],
  options: NewCaseOptions,
  target: TargetPack,
): Promise<Made | ProblemsWithTexts> {
  const draft = {
    title: options.title ?? null,
    symptoms: options.symptom,
    at: options.at ?? null,
    host: options.host ?? null,
    schema: relative(folder, join(target.folder, schemaFolder, "case.schema.json"))
      .split(sep)
      .join("/"),
  };
  const input = await copyInput(folder, files, (copied) => tryCase(folder, copied, draft, target));
  if ("problems" in input) return withoutTexts(input.problems);
  const { report, exit } = input.ran.outcome;
  const path = join(folder, expectedFile);
  const unwritten = writeNew(path, caseTemplate(draft, report, exit));
  if (unwritten !== null) return withoutTexts([unwritten]);
  return {
    paths: [path, join(folder, input.name)],
    advice: [
      "Replace every name, address, tenant and thumbprint of the customer in it, before you keep it.",
      "Then read what came out, say in expected.yaml what must not, and run:",
      `  ${asTyped("test", target.folder, ...(options.cases === undefined ? [] : ["--cases", options.cases]))}`,
    ],
  };
}

type Ran = CaseRun | { readonly problems: readonly Problem[] };

/** A fact file that the rules use to the last fact lies there by itself; all else as it was sent. */
async function copyInput(
  folder: string,
  files: readonly FoundFile[],
  run: (name: string) => Promise<Ran>,
): Promise<{ readonly name: string; readonly ran: CaseRun } | { readonly problems: readonly Problem[] }> {
  const [first] = files;
  const ending = files.length === 1 ? /\.(?:ya?ml|json)$/.exec(first?.shownAs ?? "")?.[0] : undefined;
  if (first !== undefined && ending !== undefined) {
    const name = ending === ".json" ? "facts.json" : "facts.yaml";
    const copied = copy(first.path, join(folder, name));
    if (copied !== null) return { problems: [copied] };
    const ran = await run(name);
    if ("problems" in ran || ran.trial.unused.length === 0) return "problems" in ran ? ran : { name, ran };
    rmSync(join(folder, name));
  }
  for (const file of files) {
    const copied = copy(file.path, join(folder, customerFolder, file.shownAs));
    if (copied !== null) return { problems: [copied] };
  }
  const ran = await run(customerFolder);
  return "problems" in ran ? ran : { name: customerFolder, ran };
}

const customerFolder = "from-customer";

/** As test will try it. */
async function tryCase(folder: string, input: string, draft: CaseDraft, { read }: TargetPack): Promise<Ran> {
  const nothing = {
    verdicts: [],
    setAside: [],
    diagnoses: [],
    nextSteps: [],
    outcome: "inconclusive" as const,
  };
  const path = join(folder, expectedFile);
  const tried = await readCase(
    {
      name: basename(folder),
      folder,
      file: path,
      path,
      text: caseTemplate(draft, nothing, 3),
      input: join(folder, input),
      isFactFile: input !== customerFolder,
    },
    read.rulebook,
  );
  return "problems" in tried ? tried : runCase(read.rulebook, tried, exitOf);
}

function copy(from: string, to: string): Problem | null {
  try {
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return null;
  } catch {
    const hint =
      "Two files of one name cannot lie in one case; else see whether there is room and permission.";
    return usageProblem(`${from} could not be copied to ${to}.`, hint);
  }
}
