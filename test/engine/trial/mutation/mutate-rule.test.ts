import { describe, expect, it } from "vitest";
import type { Rule } from "../../../../engine/rulebook/rulebook.ts";
import type { PackFile } from "../../../../engine/rulebook/source.ts";
import { runCase } from "../../../../engine/trial/cases/run-case.ts";
import { runExamples } from "../../../../engine/trial/examples.ts";
import { type Guards, isNoticed } from "../../../../engine/trial/mutation/judge-mutants.ts";
import { mutantsOf } from "../../../../engine/trial/mutation/mutants.ts";
import { mutateRule } from "../../../../engine/trial/mutation/mutate-rule.ts";
import { subjectsIn } from "../../../../engine/trial/mutation/subjects.ts";
import type { Pack } from "../../../../engine/trial/pack.ts";
import { withChange } from "../../rulebook/pack-on-disk.ts";
import { caseOf, exitOf, harbourFiles, packOf } from "../harbour.ts";

const pack = await packOf();

const tonerLow = "toner/toner-low.yaml";

/** Both sides of toner.used at 5, and each of the other conditions the only one that fails. */
const strong = `examples:
  matches:
    - { toner.level: low, printer.state: Ready, toner.used: 5, printer.address: "press.example:9100" }
    - { toner.level: empty, printer.state: Ready, toner.used: 6, printer.address: "press.example:9100" }
  does-not-match:
    - { toner.level: fine, printer.state: Ready, toner.used: 800, printer.address: "press.example:9100" }
    - { toner.level: low, printer.state: jammed, toner.used: 800, printer.address: "press.example:9100" }
    - { toner.level: low, printer.state: Ready, toner.used: 4, printer.address: "press.example:9100" }
    - { toner.level: low, printer.state: Ready, toner.used: 800, printer.address: none }
`;

/** The files with other examples of toner-low. */
const withExamples = (examples: string): PackFile[] =>
  harbourFiles.map((file) =>
    file.path === tonerLow ? { ...file, text: file.text.replace(/examples:[\s\S]*/, () => examples) } : file,
  );

const ruleOf = (id: string, { rulebook }: Pack): Rule => {
  const rule = rulebook.rules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  return rule;
};

async function guardsOf(rule: Rule, tried: Pack, cases: Guards["cases"] = []): Promise<Guards> {
  const runs = await runExamples(tried.rulebook, tried.examples);
  return { examples: runs.filter((run) => run.rule === rule.id), cases };
}

async function mutated(files: readonly PackFile[], id = "toner-low") {
  const tried = await packOf(files);
  const rule = ruleOf(id, tried);
  return mutateRule(rule, await guardsOf(rule, tried), { pack: tried, exitOf });
}

const caseText = `title: The pages are pale
matches: [toner-low]
all-clear: []
cannot-tell: [spooler-crashing]
next: [read-the-log]
`;

const caseFacts = {
  "toner.grams": 12,
  "toner.grams-when-full": 800,
  "printer.is-colour": true,
  "printer.state": "ready",
  "printer.address": "press.example:9100",
};

describe("a fault that is put into a rule", () => {
  it("counts as noticed exactly where the examples and cases of a pack with that fault fail", async () => {
    const tried = await caseOf(caseText, caseFacts, pack);
    const run = await runCase(pack.rulebook, tried, exitOf);
    expect(run.trial.differences).toEqual([]);
    const counted = { noticed: 0, not: 0 };
    for (const rule of pack.rulebook.rules) {
      const guards = await guardsOf(rule, pack, [{ ...run, tried }]);
      for (const { when, name } of mutantsOf(rule, pack.declared, subjectsIn(pack.rulebook))) {
        const rules = pack.rulebook.rules.map((each) => (each.id === rule.id ? { ...each, when } : each));
        const broken = { ...pack.rulebook, rules };
        const examples = await runExamples(broken, pack.examples);
        const own = examples.filter((example) => example.rule === rule.id);
        const { trial } = await runCase(broken, tried, exitOf);
        // That a change turns nothing but the next steps is left to cases that ask for them.
        const steps = trial.differences.every(({ kind }) => kind === "next");
        const fails = own.some(({ passed }) => !passed) || (trial.differences.length > 0 && !steps);
        const noticed = await isNoticed(when, rule, guards, pack.rulebook, exitOf);
        expect(`${rule.id} ${name}: ${noticed}`).toBe(`${rule.id} ${name}: ${fails}`);
        counted[noticed ? "noticed" : "not"] += 1;
      }
    }
    expect(counted.noticed).toBeGreaterThan(60);
    expect(counted.not).toBeGreaterThan(20);
  });
});

describe("the mutation of a rule", () => {
  it("has no survivor where the examples stand on both sides of everything", async () => {
    const result = await mutated(withExamples(strong));
    expect(result.survivors.map(({ name }) => name)).toEqual([]);
    expect(result).toMatchObject({ rule: "toner-low", skipped: null, waived: 0, waiverTroubles: [] });
    expect(result.tried).toBeGreaterThan(15);
    expect(result.killed).toBe(result.tried);
  });

  it("shows what no example stands on the other side of", async () => {
    const result = await mutated(
      withExamples(
        strong.replace("toner.used: 5,", "toner.used: 700,").replace("toner.used: 6,", "toner.used: 700,"),
      ),
    );
    expect(result.survivors.map(({ name, before, after }) => [name, before, after])).toEqual([
      [
        "toner.used at-least: becomes above",
        ["  toner.used: { at-least: 5 }"],
        ["  toner.used: { above: 5 }"],
      ],
      [
        "toner.used at-least: 5 becomes 6",
        ["  toner.used: { at-least: 5 }"],
        ["  toner.used: { at-least: 6 }"],
      ],
    ]);
  });

  it("says nothing while an example fails", async () => {
    const result = await mutated(withExamples(strong.replace("toner.used: 4", "toner.used: 5")));
    expect(result).toMatchObject({
      skipped: "its examples do not come out as expected",
      tried: 0,
      survivors: [],
    });
  });

  it("does not count what the rule waives in writing", async () => {
    const weak = strong.replace("toner.used: 4,", "toner.used: 3,");
    const waiver = `waived-mutants:
  - mutant: "toner.used at-least: 5 becomes 4"
    because: The scale of the cartridge shows odd numbers of grams only.
`;
    const without = await mutated(withExamples(weak));
    const result = await mutated(withExamples(`${waiver}${weak}`));
    expect(without.survivors).toHaveLength(1);
    expect(result).toMatchObject({
      survivors: [],
      waived: 1,
      tried: without.tried - 1,
      killed: without.killed,
      waiverTroubles: [],
    });
  });

  it("tells waivers that nobody needs, and that name nothing", async () => {
    const waivers = `waived-mutants:
  - mutant: "toner.used at-least: becomes above"
    because: It was once not noticed, long ago.
  - { mutant: toner is left out, because: Nobody remembers what that was. }
`;
    const result = await mutated(withExamples(`${waivers}${strong}`));
    expect(result.waived).toBe(0);
    expect(
      result.waiverTroubles.map(({ place, sentence }) => `${place.line}:${place.column} ${sentence}`),
    ).toEqual([
      '16:13 The mutant "toner.used at-least: becomes above" is noticed; the waiver is not needed.',
      '18:15 There is no mutant "toner is left out" any more.',
    ]);
  });

  it("counts a case that names the rule", async () => {
    const files = withChange(withExamples(strong), tonerLow, "toner.used: 5,", "toner.used: 700,");
    const tried = await packOf(files);
    const rule = ruleOf("toner-low", tried);
    const facts = { ...caseFacts, "toner.grams": 0.5, "toner.grams-when-full": 5.5 };
    const found = await caseOf(caseText, facts, tried);
    const run = await runCase(tried.rulebook, found, exitOf);
    expect(run.trial.differences.map((each) => each.kind)).toEqual([]);
    const guards = await guardsOf(rule, tried, [{ ...run, tried: found }]);
    expect((await mutateRule(rule, guards, { pack: tried, exitOf })).survivors).toEqual([]);
  });
});
