import type { Rulebook } from "../../../engine/rulebook/rulebook.ts";
import type { Coverage, CoveredPart } from "./coverage.ts";

/** The places where coverage and pack contradict each other, one sentence each; none where they agree. */
export function coverageProblems(coverage: Coverage, rulebook: Rulebook): readonly string[] {
  return [
    ...coverage.documents.flatMap(({ parts }) => parts.flatMap((part) => partProblems(part, rulebook))),
    ...beyondProblems(coverage, rulebook),
    ...unnamedRules(coverage, rulebook),
  ];
}

/** Parts that nothing carries, by document. */
export function uncoveredParts({ documents }: Coverage): readonly string[] {
  return documents.flatMap(({ title, parts }) =>
    parts.filter((part) => !isCarried(part)).map(({ name }) => `${title}: ${name}`),
  );
}

export const isCarried = ({ rules = [], steps = [], asks = [] }: CoveredPart): boolean =>
  rules.length + steps.length + asks.length > 0;

const keys: ReadonlySet<string> = new Set(["name", "quote", "says", "rules", "steps", "asks"]);

function partProblems(part: CoveredPart, rulebook: Rulebook): readonly string[] {
  const { name, rules = [], steps = [], asks = [] } = part;
  const known = new Set(rulebook.rules.map(({ id }) => id));
  const odd = (what: string, names: readonly string[], isKnown: (each: string) => boolean) =>
    names
      .filter((each) => !isKnown(each))
      .map((each) => `"${name}" names the ${what} "${each}", which is not there.`);
  const twice = rules.filter((rule, index) => rules.indexOf(rule) !== index);
  return [
    ...Object.keys(part)
      .filter((key) => !keys.has(key))
      .map((key) => `"${name}" has the key "${key}", which nobody reads.`),
    ...odd("rule", rules, (rule) => known.has(rule)),
    ...odd("step", steps, (step) => hasStep(step, rulebook)),
    ...odd("way of asking", asks, (ask) => Object.hasOwn(rulebook.asks, ask)),
    ...twice.map((rule) => `"${name}" names the rule "${rule}" twice.`),
  ];
}

function hasStep(name: string, { flowcharts }: Rulebook): boolean {
  const [chart = "", step = ""] = name.split("/");
  return Object.hasOwn(flowcharts?.charts[chart]?.steps ?? {}, step);
}

const named = ({ documents }: Coverage): ReadonlySet<string> =>
  new Set(documents.flatMap(({ parts }) => parts.flatMap(({ rules = [] }) => rules)));

function beyondProblems(coverage: Coverage, { rules }: Rulebook): readonly string[] {
  const [known, inDocuments] = [new Set(rules.map(({ id }) => id)), named(coverage)];
  return coverage.beyond.flatMap(({ rule }) => {
    if (!known.has(rule)) return [`Beyond the documents stands the rule "${rule}", which is not there.`];
    return inDocuments.has(rule) ? [`"${rule}" stands beyond the documents, and a document names it.`] : [];
  });
}

/** All-clears prove that something is sound; no document has to speak of them. */
function unnamedRules(coverage: Coverage, { rules }: Rulebook): readonly string[] {
  const all = new Set([...named(coverage), ...coverage.beyond.map(({ rule }) => rule)]);
  return rules
    .filter(({ id, kind }) => kind !== "all-clear" && !all.has(id))
    .map(
      ({ id, kind }) => `No document names the ${kind} "${id}"; if none speaks of it, it stands beyond them.`,
    );
}
