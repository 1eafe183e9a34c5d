import type { Problem } from "../schemas/text/problem.ts";

/** Something wrong with the command line. It stands at no place in a file. */
export function usageProblem(message: string, hint: string): Problem {
  return { file: "", line: 1, column: 1, code: "usage", message, hint };
}
