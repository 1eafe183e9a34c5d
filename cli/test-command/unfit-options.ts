import type { Problem } from "../../schemas/text/problem.ts";
import { usageProblem } from "../usage-problem.ts";
import type { TestOptions } from "./test-options.ts";

/** Options that do not go together, each told once. */
export function unfitOptions(options: TestOptions): readonly Problem[] {
  const { coverage, mutate, update, watch, format, require } = options;
  const given = Object.entries({ coverage, mutate, update }).flatMap(([name, isGiven]) =>
    isGiven ? [name] : [],
  );
  return [
    ...(watch ? given : []).map((name) =>
      usageProblem(`--watch runs examples and cases only, without --${name}.`, "Leave one of the two away."),
    ),
    ...(watch && format === "junit"
      ? [
          usageProblem(
            "--watch prints results again and again, and JUnit XML is one document.",
            "Leave one of the two away.",
          ),
        ]
      : []),
    ...(format === "junit" ? given : []).map((name) =>
      usageProblem(
        `JUnit XML holds examples and cases only, and --${name} prints more.`,
        "Run the command twice.",
      ),
    ),
    ...(require !== undefined && !coverage && !mutate
      ? [
          usageProblem(
            "--require says how much --coverage or --mutate must come to, and neither is given.",
            "Add one.",
          ),
        ]
      : []),
  ];
}
