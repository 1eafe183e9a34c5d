import type { RuleKind } from "../../../schemas/fact-types.ts";
import type { ValuePath } from "../../../schemas/text/positions.ts";
import type { Problem } from "../../../schemas/text/problem.ts";
import { asksForFact } from "../../report/asks-for.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { didYouMean, listed, quoted } from "../../rulebook/words.ts";
import { type CaseDocument, caseProblem } from "./case-problem.ts";
import { namedRules } from "./named-rules.ts";

const diagnoses: readonly RuleKind[] = ["fault", "advisory"];
const anyKind: readonly RuleKind[] = ["fault", "advisory", "symptom", "all-clear"];

/** The kinds of rule that may stand under each key. */
const kindsUnder: Readonly<Record<string, readonly RuleKind[]>> = {
  matches: diagnoses,
  "set-aside": diagnoses,
  top: diagnoses,
  "all-clear": ["all-clear"],
  "does-not-match": anyKind,
  "cannot-tell": anyKind,
  "must-not-match": anyKind,
};

/** Rules that are not there or of another kind, and next steps that nobody could take. */
export function checkNames(document: CaseDocument, rulebook: Rulebook): Problem[] {
  const kinds = new Map(rulebook.rules.map(({ id, kind }) => [id, kind]));
  return [
    ...namedRules(document.value).flatMap(({ rule, path, key }) => {
      const kind = kinds.get(rule);
      if (kind === undefined) return [unknownRule(document, rule, path, [...kinds.keys()])];
      const possible = kindsUnder[key] ?? anyKind;
      return possible.includes(kind) ? [] : [otherKind(document, { rule, kind, key, path, possible })];
    }),
    ...(document.value.next ?? []).flatMap((name, index) =>
      isStep(name, rulebook) ? [] : [unknownStep(document, name, ["next", index], rulebook)],
    ),
  ];
}

function unknownRule(
  document: CaseDocument,
  rule: string,
  path: ValuePath,
  rules: readonly string[],
): Problem {
  const hint = didYouMean(rule, rules, "The id of a rule is the name of its file.");
  const problem = caseProblem(
    document,
    path,
    "unknown-rule",
    `There is no rule called ${quoted(rule)}.`,
    hint,
  );
  return path[0] === "must-not-match" ? { ...problem, ...document.keyPlaceOf(path) } : problem;
}

interface OtherKind {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly key: string;
  readonly path: ValuePath;
  readonly possible: readonly RuleKind[];
}

function otherKind(document: CaseDocument, { rule, kind, key, path, possible }: OtherKind): Problem {
  const message = `${quoted(rule)} is a rule of the kind ${kind}; ${quoted(key)} names rules of the kind ${possible.join(" or ")}.`;
  const instead = kind === "all-clear" ? "all-clear" : kind === "symptom" ? "symptoms" : "matches";
  return caseProblem(
    document,
    path,
    "kind-does-not-fit",
    message,
    `Name it under ${instead}, or leave it out.`,
  );
}

function isStep(name: string, rulebook: Rulebook): boolean {
  if (Object.hasOwn(rulebook.asks, name)) return true;
  return asksForFact(name, rulebook).length > 0 && rulebook.facts[name]?.derived == null;
}

function unknownStep(document: CaseDocument, name: string, path: ValuePath, rulebook: Rulebook): Problem {
  if (Object.hasOwn(rulebook.facts, name)) {
    const asks = asksForFact(name, rulebook).map(({ id }) => id);
    const isDerived = rulebook.facts[name]?.derived != null;
    const message = isDerived
      ? `Nobody is asked for the fact ${quoted(name)} itself, because it follows from others.`
      : `No way of asking gives the fact ${quoted(name)}.`;
    const hint =
      asks.length > 0 ? `Name a way of asking: ${asks.join(", ")}.` : "Give it one in the catalogue: ask.";
    return caseProblem(document, path, "unknown-next-step", message, hint);
  }
  const names = [...Object.keys(rulebook.asks), ...Object.keys(rulebook.facts)];
  const message = `${quoted(name)} is neither a way of asking nor a fact.`;
  const hint = didYouMean(
    name,
    names,
    `Ways of asking are, for example, ${listed(Object.keys(rulebook.asks).slice(0, 3))}.`,
  );
  return caseProblem(document, path, "unknown-next-step", message, hint);
}
