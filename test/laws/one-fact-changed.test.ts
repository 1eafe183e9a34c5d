import { beforeAll, describe, expect, it } from "vitest";
import type { Condition, Leaf } from "../../engine/condition.ts";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import { assembleReport } from "../../engine/report/assemble.ts";
import { withSymptoms } from "../../engine/reported-symptoms.ts";
import type { Rule, Rulebook } from "../../engine/rulebook/rulebook.ts";
import { withRulesFor } from "../../engine/trial/rules-for.ts";
import { allOf, anyOf, negate, type Truth } from "../../engine/truth.ts";
import { decidingLeaves } from "../../reporters/document/leaves.ts";
import type { Evidence, FactFile } from "../../schemas/generated/types.ts";
import { type ChangedFact, changedFacts, comparedWith } from "./changed-facts.ts";
import { exampleFiles, shippedTrial } from "./shipped-trial.ts";
import { readsOf } from "./what-a-rule-reads.ts";

/** `npm run fuzz` runs with a seed of its own. */
const seed = Number(process.env.FUZZ_SEED ?? 20261);
/** Of the other values of a fact in a case so many are drawn by the seed: all would take minutes. */
const valuesOfAFact = 2;
/** Where that makes more changes than so many in all, every second, third and so on is tried. */
const mostChanges = 600;
/** Whole reports are dear; of the changes that turn a diagnosis so many get one, spread over all cases. */
const wholeReports = 40;

interface Case {
  readonly name: string;
  readonly file: FactFile;
  readonly changes: readonly ChangedFact[];
}

/** A change of one fact, and the rules whose verdicts are others afterwards. */
interface Turn {
  readonly of: Case;
  readonly change: ChangedFact;
  readonly rules: readonly Rule[];
}

let rulebook: Rulebook;
/** A rule stands after those that it reads. */
let byStratum: readonly Rule[];
let cases: readonly Case[];
let tried = 0;
let turns: readonly Turn[];
let readBy: ReadonlyMap<string, ReadonlySet<string>>;

beforeAll(async () => {
  const trial = await shippedTrial();
  rulebook = trial.pack.rulebook;
  byStratum = rulebook.rules.toSorted((a, b) => a.stratum - b.stratum);
  readBy = new Map(rulebook.rules.map((rule) => [rule.id, withWhatSettles(readsOf(rule, rulebook).seen)]));
  const compared = comparedWith(rulebook);
  const fromCases = trial.cases.map(({ tried: { name, facts, expectation } }) => {
    return { name, file: withSymptoms(facts, expectation.symptoms) };
  });
  const all = [...fromCases, ...exampleFiles()].map(({ name, file }) => {
    return {
      name,
      file,
      changes: changedFacts(file.facts, rulebook, compared, { seed, most: valuesOfAFact }),
    };
  });
  cases = thinned(all);
  turns = await allTurns();
});

/** What sources contradict each other about is settled by another fact. */
function withWhatSettles(facts: ReadonlySet<string>): ReadonlySet<string> {
  const settled = new Set(facts);
  for (const id of settled) {
    const fact = rulebook.facts[id];
    if (fact?.kind === "scalar" && fact.settledBy !== null) settled.add(fact.settledBy);
  }
  return settled;
}

function thinned(all: readonly Case[]): readonly Case[] {
  const total = all.reduce((sum, { changes }) => sum + changes.length, 0);
  const every = Math.max(1, Math.ceil(total / mostChanges));
  return all.map((each) => ({ ...each, changes: each.changes.filter((_, index) => index % every === 0) }));
}

async function allTurns(): Promise<readonly Turn[]> {
  const found: Turn[] = [];
  for (const of of cases) {
    const before = await truthsOf(of.file);
    for (const change of of.changes) {
      const after = await truthsOf({ ...of.file, facts: change.facts });
      const rules = rulebook.rules.filter(({ id }) => before.get(id) !== after.get(id));
      tried += 1;
      if (rules.length > 0) found.push({ of, change, rules });
    }
  }
  return found;
}

/** Only how each rule comes out. Its evidence, and what is missing, would cost ten times as much. */
async function truthsOf(file: FactFile): Promise<ReadonlyMap<string, Truth>> {
  const { judge } = await evaluate({ ...rulebook, rules: [] }, { facts: file });
  const truths = new Map<string, Truth>();
  const truthOf = (condition: Condition): Truth => {
    if (condition.kind === "all") return allOf(condition.of.map(truthOf));
    if (condition.kind === "any") return anyOf(condition.of.map(truthOf));
    if (condition.kind === "not") return negate(truthOf(condition.of));
    if (condition.kind !== "rule") return judge(condition);
    const matches = truths.get(condition.rule) ?? "unknown";
    return condition.verdict === "matches" ? matches : negate(matches);
  };
  for (const { id, when } of byStratum) truths.set(id, truthOf(when));
  return truths;
}

const inWords = ({ of, change }: Turn): string => `${of.name}, ${change.told}`;

/** The seen facts behind each name that the evidence of a rule may show: a fact, a list, or another rule. */
function behindLeaves(rule: Rule): ReadonlyMap<string, ReadonlySet<string>> {
  const behind = new Map<string, Set<string>>();
  const visit = (condition: Condition): void => {
    switch (condition.kind) {
      case "all":
      case "any":
        condition.of.forEach(visit);
        return;
      case "not":
        visit(condition.of);
        return;
      default: {
        const name = nameOf(condition);
        const own = withWhatSettles(readsOf({ ...rule, when: condition }, rulebook).seen);
        behind.set(name, new Set([...(behind.get(name) ?? []), ...own]));
      }
    }
  };
  visit(rule.when);
  return behind;
}

function nameOf(leaf: Leaf): string {
  if (leaf.kind === "rule") return `rule.${leaf.rule}`;
  return leaf.kind === "test" ? leaf.subject : leaf.list;
}

/** Do the leaves that decided show the fact, or something that follows from it? */
function shows(evidence: Evidence, fact: string, rule: Rule): boolean {
  const behind = behindLeaves(rule);
  return decidingLeaves(evidence).some((leaf) =>
    behind.get(leaf.kind === "rule" ? `rule.${leaf.rule}` : leaf.fact)?.has(fact),
  );
}

describe("one fact of a case told otherwise", () => {
  it("is tried on every case and example, and turns many verdicts", () => {
    expect(cases.length).toBeGreaterThan(2);
    expect(cases.filter(({ changes }) => changes.length === 0).map(({ name }) => name)).toEqual([]);
    expect(tried).toBeGreaterThan(100);
    expect(turns.length).toBeGreaterThan(tried / 4);
  });

  it("turns only rules that read the fact, by themselves, by derived facts or by other rules", () => {
    const strays = turns.flatMap((turn) =>
      turn.rules
        .filter(({ id }) => !readBy.get(id)?.has(turn.change.fact))
        .map(({ id }) => `${id} turned, and does not read the fact (${inWords(turn)})`),
    );
    expect(strays).toEqual([]);
  });

  it("is shown by the evidence of every verdict that it turned", async () => {
    const silent: string[] = [];
    for (const turn of turns) {
      const some = withRulesFor(
        rulebook,
        turn.rules.map(({ id }) => id),
      );
      const { outcomes } = await evaluate(some, { facts: { ...turn.of.file, facts: turn.change.facts } });
      for (const rule of turn.rules) {
        const outcome = outcomes.get(rule.id);
        if (outcome === undefined || outcome.verdict === "cannot-tell") continue;
        if (!shows(outcome.evidence, turn.change.fact, rule)) silent.push(`${rule.id}: ${inWords(turn)}`);
      }
    }
    expect(silent).toEqual([]);
  });

  it("is shown by the evidence of the first diagnosis, where it put another one there", async () => {
    const diagnoses = turns.filter(({ rules }) =>
      rules.some(({ kind }) => kind === "fault" || kind === "advisory"),
    );
    const every = Math.max(1, Math.ceil(diagnoses.length / wholeReports));
    const silent: string[] = [];
    const firsts = new Map<string, string | undefined>();
    let moved = 0;
    const firstOf = async (file: FactFile) => {
      const evaluation = await evaluate(rulebook, { facts: file });
      return assembleReport(rulebook, evaluation, file, { toolVersion: "", digest: () => "" }).diagnoses[0];
    };
    for (const turn of diagnoses.filter((_, index) => index % every === 0)) {
      const { name, file } = turn.of;
      if (!firsts.has(name)) firsts.set(name, (await firstOf(file))?.rule);
      const first = await firstOf({ ...file, facts: turn.change.facts });
      if (first === undefined || first.rule === firsts.get(name)) continue;
      const rule = turn.rules.find(({ id }) => id === first.rule);
      // One that was found before moved up because another one went; what it rests on is as it was.
      if (rule === undefined) continue;
      moved += 1;
      if (!shows(first.evidence, turn.change.fact, rule)) silent.push(`${first.rule}: ${inWords(turn)}`);
    }
    expect(silent).toEqual([]);
    expect(moved).toBeGreaterThan(0);
  });
});
