import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { safeLine } from "../../reporters/safe-text.ts";
import type { ExitName } from "../exit-codes.ts";
import { toStdout } from "../output.ts";
import { type ProblemsWithTexts, printProblems } from "../print-problems.ts";
import { type Changes, changesIn } from "./changes.ts";
import { casesFolder } from "./find-cases.ts";
import type { TrialPlaces } from "./load-trial.ts";
import { printResults } from "./print-results.ts";
import { again, begin, type Session, type Step } from "./session.ts";

/** Tries the pack, and after every change what the change touches; ends with the changes, for a person by Ctrl+C. */
export async function watch(
  places: TrialPlaces,
  changes: Changes = changesIn([resolve(places.pack), resolve(places.cases ?? casesFolder(places.pack))]),
): Promise<ExitName> {
  let session = print(await begin(places), null);
  toStdout("Waiting for changes; Ctrl+C ends.\n");
  for await (const changed of changes) {
    toStdout(`\n${changedInWords(changed)}\n`);
    const step = session === null ? await begin(places) : await again(session, changed, places);
    session = print(step, session);
    toStdout("Waiting for changes; Ctrl+C ends.\n");
  }
  return "fine";
}

/** What goes on with: where something cannot be read, what was tried before. */
function print(step: Step | ProblemsWithTexts, before: Session | null): Session | null {
  if ("problems" in step) {
    printProblems(step);
    return before;
  }
  printResults(step.session.run);
  const { examples, cases } = step;
  if (before !== null)
    toStdout(`Tried again: ${counted(examples, "example")} and ${counted(cases, "case")}.\n`);
  return step.session;
}

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;

const mostNamed = 3;

/** Without the files that an editor makes for a moment. */
function changedInWords(changed: readonly string[] | null): string {
  const all = [...new Set(changed ?? [])].filter((path) => existsSync(path));
  if (all.length === 0) return "Something changed.";
  const names = all.slice(0, mostNamed).map((path) => safeLine(relative(process.cwd(), path)));
  return `Changed: ${names.join(", ")}${all.length > mostNamed ? " and more" : ""}.`;
}
