import type { Problem } from "../../schemas/text/problem.ts";
import { type ProblemsWithTexts, withoutTexts } from "../print-problems.ts";
import { usageProblem } from "../usage-problem.ts";
import type { Interview } from "./interview.ts";
import { factIdProblem, idProblem, sentenceOf } from "./names.ts";

export type NewKind = "rule" | "fact" | "pack" | "case";

interface Wording {
  readonly question: string;
  readonly example: string;
  problem(id: string): Problem | null;
}

const wordings: Record<NewKind, Wording> = {
  rule: {
    question:
      "What is the rule called? A few words for what is wrong, joined by -, such as proxy-unreachable",
    example: "proxy-unreachable",
    problem: idProblem,
  },
  fact: {
    question: "What is the fact called? Parts joined by dots, such as proxy.connector.address",
    example: "proxy.connector.address",
    problem: factIdProblem,
  },
  pack: {
    question: "What is the pack called? The name of its folder, such as print-server",
    example: "print-server",
    problem: idProblem,
  },
  case: {
    question: "What is the case called? What is special about it, such as proxy-known-to-one-service",
    example: "proxy-known-to-one-service",
    problem: idProblem,
  },
};

/** The id that was given, or that a person gives. */
export async function askForId(
  kind: NewKind,
  given: string | undefined,
  interview: Interview | null,
): Promise<string | ProblemsWithTexts> {
  if (given !== undefined) return given;
  const { question, example, problem } = wordings[kind];
  if (interview === null)
    return withoutTexts([
      usageProblem(`The new ${kind} has no name yet.`, `Add one, for example: new ${kind} ${example}.`),
    ]);
  return interview.ask(question, {
    complaint: (answer) => {
      const wrong = problem(answer);
      return wrong === null ? null : sentenceOf(wrong);
    },
  });
}
