import { describe, expect, it } from "vitest";
import { readRulebook } from "../../../../engine/rulebook/load.ts";
import type { PackDocument } from "../../../../engine/rulebook/parse/document.ts";
import type { Rule } from "../../../../engine/rulebook/rulebook.ts";
import type { PackFile } from "../../../../engine/rulebook/source.ts";
import { type Mutant, mutantsOf } from "../../../../engine/trial/mutation/mutants.ts";
import { type SourceDiff, sourceDiff } from "../../../../engine/trial/mutation/source-diff.ts";
import { subjectsIn } from "../../../../engine/trial/mutation/subjects.ts";
import { withChange } from "../../rulebook/pack-on-disk.ts";
import { harbourFiles, packOf } from "../harbour.ts";

const pack = await packOf();
const subjects = subjectsIn(pack.rulebook);

const mutants = pack.rulebook.rules.flatMap((rule) =>
  mutantsOf(rule, pack.declared, subjects).map((mutant) => ({ rule, mutant })),
);

function documentOf({ id }: Rule): PackDocument {
  const document = pack.declared.rules.known.get(id)?.document;
  if (document === undefined) throw new Error(`${id} has no file.`);
  return document;
}

const diffOf = (rule: Rule, { edit }: Mutant): SourceDiff => sourceDiff(documentOf(rule), ["when"], edit);

/** The file with the lines before in the place of those after. */
function patched(file: PackFile, { placeOf }: Mutant, { before, after }: SourceDiff): PackFile {
  const place = placeOf();
  const lines = file.text.split("\n");
  const starts = [...lines.keys()].filter(
    (at) =>
      at < place.line &&
      place.line <= at + before.length &&
      before.every((line, i) => lines[at + i] === line),
  );
  if (starts.length !== 1)
    throw new Error(`${file.path}:${place.line} is not among the lines of the change.`);
  return { ...file, text: lines.toSpliced(starts[0] ?? 0, before.length, ...after).join("\n") };
}

describe("a mutant", () => {
  it("has a name of its own within its rule", () => {
    const names = mutants.map(({ rule, mutant }) => `${rule.id} ${mutant.name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(150);
  });

  it("is never the rule itself, nor another mutant once more", () => {
    for (const rule of pack.rulebook.rules) {
      const own = mutants
        .filter((each) => each.rule === rule)
        .map(({ mutant }) => JSON.stringify(mutant.when));
      expect(own).not.toContain(JSON.stringify(rule.when));
      expect(new Set(own).size).toBe(own.length);
    }
  });

  it("is shown by lines of its file that make it, when they are changed as shown", async () => {
    for (const { rule, mutant } of mutants) {
      const { file } = documentOf(rule);
      const changed = patched(file, mutant, diffOf(rule, mutant));
      const { problems, rulebook } = await readRulebook(
        harbourFiles.map((each) => (each === file ? changed : each)),
        null,
      );
      const when = rulebook.rules.find(({ id }) => id === rule.id)?.when;
      expect({ name: mutant.name, problems, when }).toEqual({
        name: mutant.name,
        problems: [],
        when: mutant.when,
      });
    }
  });

  it.each<[string, string, string, readonly string[], readonly string[]]>([
    [
      "toner-low",
      "toner.used at-least: 5 becomes 6",
      "10:17",
      ["  toner.used: { at-least: 5 }"],
      ["  toner.used: { at-least: 6 }"],
    ],
    ["toner-low", "printer.state: left out", "9:3", ["  printer.state: ready"], []],
    [
      "toner-low",
      "any of these is enough",
      "7:1",
      [
        "when:",
        "  toner.level: [low, empty]",
        "  printer.state: ready",
        "  toner.used: { at-least: 5 }",
        "  printer.port: { is-not: none }",
      ],
      [
        "when: { any: [{ toner.level: [low, empty] }, { printer.state: ready }, { toner.used: { at-least: 5 } }, { printer.port: { is-not: none } }] }",
      ],
    ],
    [
      "queue-stalled",
      "any #2 where printed is-not: left out",
      "10:52",
      ["      where: { printed: { below: { field: pages }, is-not: 13 }, left: { above: 0 } }"],
      ["      where: { printed: { below: { field: pages } }, left: { above: 0 } }"],
    ],
    [
      "queue-stalled",
      "any #2: left out",
      "8:7",
      [
        "    - every: jobs",
        "      among: { account: night-shift, pages: { at-least: 1 } }",
        "      where: { printed: { below: { field: pages }, is-not: 13 }, left: { above: 0 } }",
      ],
      [],
    ],
    ["queue-stalled", "any: becomes all", "6:3", ["  any:"], ["  all:"]],
  ])("of %s, %s, stands at %s", (id, name, place, before, after) => {
    const found = mutants.find(({ rule, mutant }) => rule.id === id && mutant.name === name);
    if (found === undefined) throw new Error("There is no such mutant.");
    const { line, column } = found.mutant.placeOf();
    expect(`${line}:${column}`).toBe(place);
    expect(diffOf(found.rule, found.mutant)).toEqual({ before, after });
  });

  it("keeps its name when the lines around it move", async () => {
    const moved = withChange(harbourFiles, "toner/toner-low.yaml", "when:\n", "# One line more.\nwhen:\n");
    const other = await packOf(moved);
    const rule = other.rulebook.rules.find(({ id }) => id === "toner-low");
    if (rule === undefined) throw new Error("The rule is gone.");
    const names = mutantsOf(rule, other.declared, subjectsIn(other.rulebook)).map(({ name }) => name);
    expect(names).toEqual(
      mutants.filter((each) => each.rule.id === "toner-low").map(({ mutant }) => mutant.name),
    );
  });
});
