import type { MutatedRule, WaiverTrouble } from "../../../schemas/trial.ts";
import { inside, rootOf } from "../../rulebook/parse/document.ts";
import type { Rule } from "../../rulebook/rulebook.ts";
import type { ExitOf } from "../cases/run-case.ts";
import type { Pack } from "../pack.ts";
import { type Guards, isNoticed } from "./judge-mutants.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { sourceDiff } from "./source-diff.ts";
import { subjectsIn } from "./subjects.ts";

export interface Mutation {
  readonly pack: Pack;
  readonly exitOf: ExitOf;
}

/** Tries every mutant of a rule on its examples and on the cases. */
export async function mutateRule(rule: Rule, guards: Guards, mutation: Mutation): Promise<MutatedRule> {
  const { pack, exitOf } = mutation;
  const { rulebook, declared } = pack;
  const document = declared.rules.known.get(rule.id)?.document;
  if (document === undefined) throw new Error(`The rule ${rule.id} has no file.`);
  const file = document.file.shownAs;
  const nothing = { rule: rule.id, file, tried: 0, killed: 0, waived: 0, survivors: [], waiverTroubles: [] };
  if (guards.examples.some(({ passed }) => !passed))
    return { ...nothing, skipped: "its examples do not come out as expected" };
  const mutants = mutantsOf(rule, declared, subjectsIn(rulebook));
  const noticed = new Map<string, boolean>();
  for (const { name, when } of mutants)
    noticed.set(name, await isNoticed(when, rule, guards, rulebook, exitOf));
  const waivers = (document.value["waived-mutants"] ?? []).map(({ mutant }) => mutant.trim());
  const waived = new Set(waivers.filter((name) => noticed.get(name) === false));
  const survivors = mutants.filter(({ name }) => noticed.get(name) === false && !waived.has(name));
  return {
    ...nothing,
    skipped: null,
    tried: mutants.length - waived.size,
    killed: mutants.length - waived.size - survivors.length,
    waived: waived.size,
    survivors: survivors.map(({ name, placeOf, edit }: Mutant) => ({
      name,
      place: placeOf(),
      ...sourceDiff(document, ["when"], edit),
    })),
    waiverTroubles: waivers.flatMap((name, index): WaiverTrouble[] => {
      const sentence = troubleWith(name, noticed, waivers.indexOf(name) < index);
      const { path } = inside(rootOf(document), "waived-mutants", index, "mutant");
      return sentence === null ? [] : [{ place: document.placeOf(path), sentence }];
    }),
  };
}

function troubleWith(name: string, noticed: ReadonlyMap<string, boolean>, isSecond: boolean): string | null {
  if (isSecond) return `The mutant "${name}" is waived twice.`;
  const isNoticed = noticed.get(name);
  if (isNoticed === undefined) return `There is no mutant "${name}" any more.`;
  return isNoticed ? `The mutant "${name}" is noticed; the waiver is not needed.` : null;
}
