import { describe, expect, it } from "vitest";
import { readExpected } from "../../../../engine/trial/cases/read-expected.ts";
import { updateExpected } from "../../../../engine/trial/cases/update-expected.ts";
import type { FactFile } from "../../../../schemas/generated/types.ts";
import { packOf, runOf } from "../harbour.ts";

const pack = await packOf();

const facts: FactFile["facts"] = {
  "toner.grams": 12,
  "toner.grams-when-full": 800,
  "printer.is-colour": true,
  "printer.state": "ready",
  "printer.address": "press.example:9100",
};

async function updated(text: string) {
  const { outcome } = await runOf(text, facts, pack);
  const read = await readExpected(text, "expected.yaml", pack.rulebook);
  if (!read.ok) throw new Error("It cannot be read.");
  return updateExpected(text, read.expectation.wanted, outcome);
}

describe("a case that is updated", () => {
  it("says what came out, keeps its comments, and names every change", async () => {
    const before = `# From the print room.
title: The pages are pale
matches: [queue-stalled] # not sure
all-clear: [toner-is-sound]
cannot-tell:
  # Nobody looked at the log.
  - spooler-crashing
  - printing-is-sound
top: queue-stalled
next: [printer.state, read-the-log]
exit: 3
`;
    const { text, changes } = await updated(before);
    expect(text).toBe(`# From the print room.
title: The pages are pale
matches: [toner-low] # not sure
all-clear: []
cannot-tell:
  # Nobody looked at the log.
  - spooler-crashing
top: toner-low
next: [read-the-log, look-at-the-panel]
exit: 1
`);
    expect(changes).toEqual([
      "matches: queue-stalled is taken out.",
      "matches: toner-low is added.",
      "all-clear: toner-is-sound is taken out.",
      "cannot-tell: printing-is-sound is taken out.",
      "next: printer.state is taken out.",
      "next: look-at-the-panel is added.",
      "top: queue-stalled becomes toner-low.",
      "exit: 3 becomes 1.",
    ]);
  });

  it("holds afterwards", async () => {
    const { text } = await updated(
      "title: a\nmatches: []\ndoes-not-match: [spooler-crashing]\ncannot-tell: [toner-is-sound]\noutcome: inconclusive\n",
    );
    expect(text).toBe("title: a\nmatches: [toner-low]\noutcome: diagnosed\n");
    const { trial } = await runOf(text, facts, pack);
    expect(trial.differences).toEqual([]);
  });

  it("is left alone, to the letter, where it held before", async () => {
    const text = "title:   a\nmatches:   [ toner-low ]\n\n\n";
    expect(await updated(text)).toEqual({ text, changes: [] });
  });

  it("never allows what must not be", async () => {
    const text = "title: a\nmatches: []\nmust-not-match: { toner-low: It is new. }\n";
    expect(await updated(text)).toEqual({ text, changes: [] });
  });
});
