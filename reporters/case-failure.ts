import type { CaseDifference, CaseTrial, VerdictDifference } from "../schemas/trial.ts";
import { blame, says } from "./blame.ts";
import { truthFor } from "./example-failure.ts";
import { type ExplanationLine, explanation } from "./explanation.ts";
import { proseCharacters, safeLine } from "./safe-text.ts";

/** What came out otherwise than a case says, each with its line, and for verdicts the conditions that did it. */
export function caseFailure({ name, title, file, differences, unused }: CaseTrial): string {
  const lines: readonly ExplanationLine[] = unused.map((text) => ({ depth: 1, text }));
  const blocks = differences.map((difference) => {
    const { line, column } = difference.place;
    return `${safeLine(file)}:${line}:${column}\n${explanation(differenceLines(difference))}`;
  });
  const head = `${safeLine(name)}: ${safeLine(title, proseCharacters)}\n`;
  return `${head}${explanation(lines)}${blocks.join("")}\n`;
}

export function differenceLines(difference: CaseDifference): readonly ExplanationLine[] {
  switch (difference.kind) {
    case "verdict":
      return verdictLines(difference);
    case "list": {
      const parts = [
        ...difference.missing.map((rule) => `${rule} is not set aside, and the case says that it is.`),
        ...difference.surplus.map((rule) => `${rule} is set aside, and the case does not name it.`),
      ];
      return parts.map((text) => ({ depth: 1, text }));
    }
    case "next": {
      const found =
        difference.found.length === 0 ? "there are none" : `they are ${difference.found.join(", ")}`;
      return [{ depth: 1, text: `${difference.wanted} is not among the first next steps; ${found}.` }];
    }
    case "value":
      return [{ depth: 1, text: valueSentence(difference) }];
  }
}

function verdictLines({
  rule,
  wanted,
  found,
  evidence,
  because,
}: VerdictDifference): readonly ExplanationLine[] {
  const asked =
    because !== null
      ? `which the case forbids: ${because}`
      : wanted === "no-match"
        ? "and the case does not name it."
        : `where the case says that it ${says[wanted]}.`;
  const truth = wanted === "no-match" ? false : truthFor[wanted];
  return [{ depth: 1, text: `The rule ${rule} ${says[found]}, ${asked}` }, ...blame(evidence, truth, 2)];
}

function valueSentence({ key, wanted, found }: Extract<CaseDifference, { readonly kind: "value" }>): string {
  switch (key) {
    case "top":
      return found === null
        ? `The report has no diagnosis, and the case puts ${wanted} first.`
        : `The report puts ${found} first, and the case ${wanted}.`;
    case "outcome":
      return `The outcome is ${found}, and the case says ${wanted}.`;
    case "exit":
      return `The exit code is ${found}, and the case says ${wanted}.`;
  }
}
