import { problems as problemsInWords } from "../reporters/problems.ts";
import { safeLine } from "../reporters/safe-text.ts";
import { codeFrame } from "../schemas/text/code-frame.ts";
import type { Problem } from "../schemas/text/problem.ts";
import type { ExitName } from "./exit-codes.ts";
import { toStderr, wantsColour } from "./output.ts";

export interface ProblemsWithTexts {
  readonly problems: readonly Problem[];
  /** File to text, for code frames; a problem of another file gets none. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Problems of what no file holds, or of files whose text is not kept. */
export const withoutTexts = (problems: readonly Problem[]): ProblemsWithTexts => ({
  problems,
  texts: new Map(),
});

/** Prints all problems at once. Whoever cannot go on without what they spoil ends as unusable. */
export function printProblems({ problems, texts }: ProblemsWithTexts): ExitName {
  // An option in place of a file: --host, where the files are of several servers.
  const isOfUsage = ({ file }: Problem) => file === "" || file.startsWith("--");
  const ofUsage = problems.filter(isOfUsage);
  const ofFiles = problems.filter((problem) => !isOfUsage(problem));
  for (const { message, hint } of ofUsage) toStderr(`${safeLine(message)} ${safeLine(hint ?? "")}`.trimEnd());
  if (ofFiles.length === 0) return "unusable";
  const frameOf = (problem: Problem): string => {
    const text = texts.get(problem.file);
    return text === undefined ? "" : codeFrame(text, problem);
  };
  toStderr(problemsInWords(ofFiles, { colour: wantsColour(process.stderr, process.env), frameOf }));
  return "unusable";
}
