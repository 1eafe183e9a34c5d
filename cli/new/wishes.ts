import type { Problem } from "../../schemas/text/problem.ts";
import { usageProblem } from "../usage-problem.ts";
import type { Answer, Interview } from "./interview.ts";
import { sentenceOf } from "./names.ts";

/** Something that has to be known before a file can be written. */
export interface Wish extends Omit<Answer, "complaint"> {
  /** As it is written on the command line, for example `--area AREA`. */
  readonly flag: string;
  readonly given: string | undefined;
  readonly question: string;
  /** Why a value cannot be used. */
  problem(value: string): Problem | null;
}

/** Takes wishes from flags, then from a person; what is missing at the end comes back in one problem. */
export interface Wishes {
  /** A value that can be used; an empty one where it is missing, which `problems` tells. */
  settle(wish: Wish): Promise<string>;
  problems(): readonly Problem[];
}

export function createWishes(interview: Interview | null): Wishes {
  const missing: string[] = [];
  const found: Problem[] = [];
  return {
    settle: async (wish) => {
      const { given, flag, question, choices, otherwise, problem } = wish;
      if (given !== undefined) {
        const wrong = problem(given);
        if (wrong !== null) found.push(wrong);
        return given;
      }
      if (interview !== null) return interview.ask(question, { ...answerTo(wish), complaint });
      if (otherwise !== undefined) return otherwise;
      missing.push(choices === undefined || choices.length === 0 ? flag : `${flag} (${few(choices)})`);
      return "";

      function complaint(answer: string): string | null {
        const wrong =
          answer === "" && otherwise !== ""
            ? usageProblem("Something has to stand here.", "")
            : problem(answer);
        return wrong === null ? null : sentenceOf(wrong);
      }
    },
    problems: () => (missing.length === 0 ? found : [...found, missingProblem(missing)]),
  };
}

const answerTo = ({ choices, otherwise }: Wish): Omit<Answer, "complaint"> => ({
  ...(choices === undefined ? {} : { choices }),
  ...(otherwise === undefined ? {} : { otherwise }),
});

const mostNamed = 15;

const few = (choices: readonly string[]): string =>
  choices.length <= mostNamed ? choices.join(", ") : `${choices.slice(0, mostNamed).join(", ")}, …`;

const missingProblem = (missing: readonly string[]): Problem =>
  usageProblem("Nobody sits at a terminal who could be asked.", `Add ${missing.join(" and ")}.`);
