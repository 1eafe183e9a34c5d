import type { FactFile } from "../../../schemas/generated/types.ts";
import { evaluate } from "../../evaluate/evaluate.ts";
import { canonicalJson } from "../../report/canonical-json.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { RuleExample } from "../../rulebook/source.ts";
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

/** One example of each fault after the other, as long as they do not contradict each other. */
async function puzzled(
  faults: readonly string[],
  examples: readonly RuleExample[],
  broken: Given,
  openOn: OpenOn,
): Promise<RuledOut> {
  let given: Given = { facts: {}, now: null };
  let open = faults;
  for (const fault of faults) {
    const own = examples.filter(({ rule, expected }) => rule === fault && expected === "does-not-match");
    for (const example of own) {
      if (!open.includes(fault)) break;
      const joined = join(given, example);
      const left = joined === null ? open : await openOn(joined);
      if (joined === null || left.some((rule) => !open.includes(rule)) || left.includes(fault)) continue;
      given = joined;
      open = left;
    }
    if (open.includes(fault)) return { open: fault };
  }
  return { given, broken };
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
  { facts, now }: Given,
): Promise<readonly string[]> {
  // Checked against the catalogue when the examples were read.
  const file = { facts, ...(now === null ? {} : { collectedAt: { from: now, to: now } }) } as FactFile;
  const { outcomes } = await evaluate(part, { facts: file, derivedGiven: true });
  return faults.filter((fault) => outcomes.get(fault)?.verdict !== "does-not-match");
}
