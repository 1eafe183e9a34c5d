import type { Problem } from "../../../schemas/text/problem.ts";
import { listed, quoted } from "../../rulebook/words.ts";
import { type CaseDocument, caseProblem } from "./case-problem.ts";
import { firstSteps } from "./expectation.ts";
import { type NamedRule, namedRules, ruleLists } from "./named-rules.ts";

/** Parts of a case that no report could fulfil together. */
export function checkAgreement(document: CaseDocument): Problem[] {
  const named = namedRules(document.value);
  return [
    ...twice(document),
    ...severalVerdicts(document, named),
    ...notAmongMatches(document, named),
    ...tooManySteps(document),
    ...outcomeAgainstMatches(document),
  ];
}

function twice(document: CaseDocument): Problem[] {
  return [...ruleLists, "next" as const].flatMap((key) => {
    const names: readonly string[] = document.value[key] ?? [];
    return names.flatMap((name, index) =>
      names.indexOf(name) === index
        ? []
        : [
            caseProblem(
              document,
              [key, index],
              "named-twice",
              `${quoted(name)} stands twice under ${quoted(key)}.`,
              "Keep one of the two.",
            ),
          ],
    );
  });
}

/** A rule comes to one verdict; what each key cannot stand beside, of those that are told before it. */
const excluded: Record<NamedRule["key"], readonly NamedRule["key"][]> = {
  matches: [],
  "set-aside": [],
  top: [],
  "all-clear": [],
  "does-not-match": ["matches", "all-clear"],
  "cannot-tell": ["matches", "all-clear", "does-not-match"],
  "must-not-match": ["matches", "all-clear"],
};

function severalVerdicts(document: CaseDocument, named: readonly NamedRule[]): Problem[] {
  return named.flatMap(({ rule, key, path }) => {
    const earlier = named.find((other) => other.rule === rule && excluded[key].includes(other.key));
    if (earlier === undefined) return [];
    const message = `${quoted(rule)} stands under ${quoted(earlier.key)} and under ${quoted(key)}.`;
    return [caseProblem(document, path, "case-disagrees", message, "Keep the one that is meant.")];
  });
}

function notAmongMatches(document: CaseDocument, named: readonly NamedRule[]): Problem[] {
  const { matches } = document.value;
  return named.flatMap(({ rule, key, path }) => {
    if ((key !== "top" && key !== "set-aside") || matches.includes(rule)) return [];
    const message = `${quoted(rule)} stands under ${quoted(key)}, and not under "matches".`;
    return [caseProblem(document, path, "case-disagrees", message, "Only a rule that matches can be that.")];
  });
}

function tooManySteps(document: CaseDocument): Problem[] {
  const { next = [] } = document.value;
  if (next.length <= firstSteps) return [];
  const message = `${next.length} next steps are named, and only the first ${firstSteps} of a report count.`;
  return [
    caseProblem(document, ["next", firstSteps], "case-disagrees", message, "Keep those that matter most."),
  ];
}

/** Without any match there is no diagnosis. */
function outcomeAgainstMatches(document: CaseDocument): Problem[] {
  const { outcome, matches } = document.value;
  if (outcome !== "diagnosed" || matches.length > 0) return [];
  const message = `The outcome is "diagnosed", and nothing is to match.`;
  const hint = `Name what matches, or another outcome: ${listed(["healthy", "nothing-found", "inconclusive"])}.`;
  return [caseProblem(document, ["outcome"], "case-disagrees", message, hint)];
}
