import { evaluate } from "../../evaluate/evaluate.ts";
import { canonicalJson } from "../../report/canonical-json.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { RuleExample } from "../../rulebook/source.ts";
import { factFileOf } from "../../trial/fact-file-of.ts";
import { withRulesFor } from "../../trial/rules-for.ts";

/** What an example knows. */
export type Given = Pick<RuleExample, "facts" | "now">;

export type RuledOut =
  | { readonly given: Given; readonly broken: Given }
  /** The fault that the examples at hand do not rule out together with the others. */
  | { readonly open: string };

/**
 * Facts by which none of the faults matches, put together from the examples that there are, and facts by which one of
 * them does. null: the area has no faults.
 */
export async function ruledOut(
  area: string,
  rulebook: Rulebook,
  examples: readonly RuleExample[],
): Promise<RuledOut | null> {
  const faults = rulebook.rules
    .filter((rule) => rule.kind === "fault" && rule.area === area)
    .map(({ id }) => id);
  const [first] = faults;
  if (first === undefined) return null;
  const part = withRulesFor(rulebook, faults);
  const openOn = (given: Given) => stillOpen(part, faults, given);
  const broken = examples.find(({ rule, expected }) => faults.includes(rule) && expected === "matches");
  if (broken === undefined) return { open: first };
  const allClears = rulebook.rules.filter(({ kind }) => kind === "all-clear").map(({ id }) => id);
  const proofs = examples.filter(({ rule, expected }) => expected === "matches" && allClears.includes(rule));
  for (const each of proofs.toSorted((a, b) => sizeOf(a) - sizeOf(b)))
    if ((await openOn(each)).length === 0) return { given: each, broken };
  return puzzled(faults, examples, broken, openOn);
}

const sizeOf = ({ facts }: Given): number => JSON.stringify(facts).length;

type OpenOn = (given: Given) => Promise<readonly string[]>;

/** Examples put together as long as they do not contradict each other, first those that rule out most by themselves. */
async function puzzled(
  faults: readonly string[],
  examples: readonly RuleExample[],
  broken: Given,
  openOn: OpenOn,
): Promise<RuledOut> {
  const own = examples.filter(({ rule, expected }) => faults.includes(rule) && expected === "does-not-match");
  const alone: { readonly example: Given; readonly left: number }[] = [];
  for (const example of own) alone.push({ example, left: (await openOn(example)).length });
  let given: Given = { facts: {}, now: null };
  let open = faults;
  for (const { example } of alone.toSorted((a, b) => a.left - b.left)) {
    const joined = join(given, example);
    if (joined === null) continue;
    const left = await openOn(joined);
    if (left.length >= open.length || left.some((rule) => !open.includes(rule))) continue;
    given = joined;
    open = left;
  }
  const [first] = open;
  return first === undefined ? { given, broken } : { open: first };
}

/** null: they say different things of the same fact. */
function join(a: Given, b: Given): Given | null {
  if (a.now !== null && b.now !== null && a.now !== b.now) return null;
  const differs = Object.entries(b.facts).some(
    ([fact, value]) => Object.hasOwn(a.facts, fact) && canonicalJson(a.facts[fact]) !== canonicalJson(value),
  );
  return differs ? null : { facts: { ...a.facts, ...b.facts }, now: a.now ?? b.now };
}

async function stillOpen(
  part: Rulebook,
  faults: readonly string[],
  given: Given,
): Promise<readonly string[]> {
  const { outcomes } = await evaluate(part, { facts: factFileOf(given), derivedGiven: true });
  return faults.filter((fault) => outcomes.get(fault)?.verdict !== "does-not-match");
}
