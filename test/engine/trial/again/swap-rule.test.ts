import { describe, expect, it } from "vitest";
import type { ReadMemory } from "../../../../engine/rulebook/parse/read-document.ts";
import type { PackFile } from "../../../../engine/rulebook/source.ts";
import { swapRule } from "../../../../engine/trial/again/swap-rule.ts";
import { mutantsOf } from "../../../../engine/trial/mutation/mutants.ts";
import { sourceDiff } from "../../../../engine/trial/mutation/source-diff.ts";
import { subjectsIn } from "../../../../engine/trial/mutation/subjects.ts";
import type { Pack } from "../../../../engine/trial/pack.ts";
import { withChange } from "../../rulebook/pack-on-disk.ts";
import { harbourFiles, packOf } from "../harbour.ts";

const memory: ReadMemory = new WeakMap();
const pack = await packOf(harbourFiles, memory);

/** The pack with one file changed, by reading that file only. */
async function swapped(path: string, from: string, to: string): Promise<Pack | null> {
  const files = withChange(harbourFiles, path, from, to);
  const [before, after] = [harbourFiles, files].map((all) => all.find((file) => file.path === path));
  if (before === undefined || after === undefined) throw new Error(`There is no ${path}.`);
  return (await swapRule(pack, before, after, memory))?.pack ?? null;
}

const comparable = ({ rulebook, examples, declared, sources }: Pack) => ({
  rulebook,
  examples,
  rules: [...declared.rules.known].map(([id, { kind, area, confidence, document }]) => [
    id,
    { kind, area, confidence, value: document.value },
  ]),
  sources: sources.rules.map(({ area, id, document }) => ({ area, id, text: document.file.text })),
});

describe("a pack with one rule read anew", () => {
  it.each<[string, string, string, string]>([
    ["a number", "toner/toner-low.yaml", "at-least: 5", "at-least: 7"],
    ["a text", "toner/toner-low.yaml", "Order toner.", "Order toner and paper."],
    ["a comment that moves its lines", "spooler/queue-stalled.yaml", "when:\n", "# One more line.\nwhen:\n"],
    ["an example", "spooler/queue-stalled.yaml", "jobs.failed: 5", "jobs.failed: 6"],
    ["a severity", "spooler/spooler-crashing.yaml", "severity: critical", "severity: high"],
    [
      "a pattern where there was none",
      "toner/toner-low.yaml",
      "printer.port: { is-not: none }",
      'printer.settings-path: { matches: "^D:" }',
    ],
    ["a rule that reads others", "spooler/night-queue-stalled.yaml", "at-most: 240", "at-most: 13"],
  ])("by %s is the one that all files together give", async (_, path, from, to) => {
    const whole = await packOf(withChange(harbourFiles, path, from, to));
    const part = await swapped(path, from, to);
    if (part === null) throw new Error("All files were wanted.");
    expect(comparable(part)).toEqual(comparable(whole));
  });

  it("is the one that all files give for every small change of every condition", async () => {
    let count = 0;
    for (const rule of pack.rulebook.rules) {
      const before = pack.declared.rules.known.get(rule.id)?.document;
      if (before === undefined) throw new Error(`${rule.id} has no file.`);
      for (const { edit, when, placeOf } of mutantsOf(rule, pack.declared, subjectsIn(pack.rulebook))) {
        const diff = sourceDiff(before, ["when"], edit);
        const place = placeOf();
        const lines = before.file.text.split("\n");
        const at = [...lines.keys()].find(
          (index) =>
            index < place.line &&
            place.line <= index + diff.before.length &&
            diff.before.every((line, offset) => lines[index + offset] === line),
        );
        const text = lines.toSpliced(at ?? 0, diff.before.length, ...diff.after).join("\n");
        const after: PackFile = { ...before.file, text };
        const result = await swapRule(pack, before.file, after, memory);
        // A rule that reads other rules than before may stand elsewhere; then all files are read.
        if (result === null) continue;
        count += 1;
        expect(result.pack.rulebook.rules.find(({ id }) => id === rule.id)?.when).toEqual(when);
      }
    }
    expect(count).toBeGreaterThan(100);
  });

  it.each<[string, string, string, string]>([
    ["has a problem", "toner/toner-low.yaml", "toner.used: { at", "toner.usde: { at"],
    ["has a misspelt key", "toner/toner-low.yaml", "severity:", "severty:"],
    ["is no YAML any more", "toner/toner-low.yaml", "when:", "when"],
    ["has an example with a problem", "spooler/queue-stalled.yaml", "jobs.failed: 5", "jobs.faild: 5"],
    ["is of another kind", "toner/toner-low.yaml", "kind: advisory", "kind: fault"],
    ["is less sure", "toner/toner-low.yaml", "confidence: certain", "confidence: likely"],
    [
      "explains something else",
      "spooler/spooler-crashing.yaml",
      "explains: [queue-stalled, nothing-printed]",
      "explains: [queue-stalled]",
    ],
    [
      "reads another rule",
      "health/printing-is-sound.yaml",
      "rule.toner-is-sound: matches",
      "rule.restart-logged: does-not-match",
    ],
    ["is no rule", "facts/printer.yaml", "What is left of the toner.", "What is left."],
  ])("is left to the loader where the file %s", async (_, path, from, to) => {
    expect(await swapped(path, from, to)).toBeNull();
  });
});
