import { describe, expect, it } from "vitest";
import type { FactFile } from "../../../../schemas/generated/types.ts";
import { packOf, runOf } from "../harbour.ts";

const pack = await packOf();

/** Five jobs failed, and the toner runs out: two diagnoses, one all-clear of the kind that is not there. */
const facts: FactFile["facts"] = {
  "printer.state": "ready",
  "printer.address": "press.example:9100",
  "printer.is-colour": true,
  "toner.grams": 12,
  "toner.grams-when-full": 800,
  jobs: {
    items: [1, 2, 3, 4, 5].map((id) => ({
      id,
      account: "clerk",
      queue: "West",
      target: "press.example:9100",
      pages: 3,
      printed: 0,
      error: "Paper jam",
    })),
    covers: [{}],
  },
};

async function differences(more: string): Promise<unknown[]> {
  const { trial } = await runOf(`title: It hums\nmatches: [queue-stalled, toner-low]\n${more}`, facts, pack);
  return trial.differences.map(({ place, ...difference }) => {
    if (difference.kind !== "verdict") return { line: place.line, ...difference };
    const { evidence, kind: _, ...verdict } = difference;
    return { line: place.line, ...verdict, truth: evidence.truth };
  });
}

describe("a case", () => {
  it("that says what comes out has no difference", async () => {
    expect(
      await differences(`top: queue-stalled
set-aside: []
all-clear: []
does-not-match: [night-queue-stalled, toner-is-sound]
cannot-tell: [spooler-crashing]
must-not-match: { portal-certificate-expired: Nobody looked at it. }
next: [read-the-log]
outcome: diagnosed
exit: 1
`),
    ).toEqual([]);
  });

  it("asks for nothing that it leaves out", async () => {
    expect(await differences("")).toEqual([]);
  });

  it.each<[string, string, unknown[]]>([
    [
      "a rule that is ruled out, where it should be open",
      "cannot-tell: [toner-is-sound]",
      [
        {
          line: 3,
          rule: "toner-is-sound",
          wanted: "cannot-tell",
          found: "does-not-match",
          because: null,
          truth: false,
        },
      ],
    ],
    [
      "a rule that is open, where it should be ruled out",
      "does-not-match: [spooler-crashing]",
      [
        {
          line: 3,
          rule: "spooler-crashing",
          wanted: "does-not-match",
          found: "cannot-tell",
          because: null,
          truth: "unknown",
        },
      ],
    ],
    [
      "an all-clear that does not match",
      "all-clear: [toner-is-sound]",
      [
        {
          line: 3,
          rule: "toner-is-sound",
          wanted: "matches",
          found: "does-not-match",
          because: null,
          truth: false,
        },
      ],
    ],
    [
      "another diagnosis on top",
      "top: toner-low",
      [{ line: 3, kind: "value", key: "top", wanted: "toner-low", found: "queue-stalled" }],
    ],
    [
      "a rule that is no history",
      "set-aside: [toner-low]",
      [{ line: 3, kind: "list", key: "set-aside", missing: ["toner-low"], surplus: [] }],
    ],
    [
      "a step that is not among the first",
      "next: [printer.firmware-wanted]",
      [
        {
          line: 3,
          kind: "next",
          wanted: "printer.firmware-wanted",
          found: ["read-the-log", "look-at-the-panel"],
        },
      ],
    ],
    [
      "another outcome",
      "outcome: healthy",
      [{ line: 3, kind: "value", key: "outcome", wanted: "healthy", found: "diagnosed" }],
    ],
    ["another exit code", "exit: 3", [{ line: 3, kind: "value", key: "exit", wanted: "3", found: "1" }]],
  ])("tells %s", async (_, more, told) => {
    expect(await differences(more)).toEqual(told);
  });

  it("names every diagnosis: one that it leaves out is told", async () => {
    const { trial } = await runOf("title: It hums\nmatches: [toner-low]\n", facts, pack);
    expect(trial.differences).toMatchObject([
      {
        kind: "verdict",
        rule: "queue-stalled",
        wanted: "no-match",
        found: "matches",
        because: null,
        place: { line: 2 },
      },
    ]);
  });

  it("tells one that must not match once, and with its reason", async () => {
    const text = "title: a\nmatches: [queue-stalled]\nmust-not-match:\n  toner-low: The cartridge is new.\n";
    const { trial } = await runOf(text, facts, pack);
    expect(trial.differences).toMatchObject([
      {
        rule: "toner-low",
        wanted: "no-match",
        found: "matches",
        because: "The cartridge is new.",
        place: { line: 4 },
      },
    ]);
  });

  it("counts what the caller reports", async () => {
    const text =
      "title: a\nsymptoms: [Your document could not be printed]\nmatches: [queue-stalled, toner-low]\n";
    const { outcome } = await runOf(text, facts, pack);
    expect(outcome.report.symptoms.map(({ rule }) => rule)).toEqual(["nothing-printed"]);
  });

  it("of facts that were written for it tells what could not be used of them", async () => {
    const text = "title: a\nmatches: [queue-stalled, toner-low]\n";
    const { trial } = await runOf(text, { ...facts, "printer.colour": true }, pack);
    expect(trial.unused).toEqual([
      "No loaded pack knows the fact printer.colour; it was kept and not used. Did you mean printer.is-colour?",
    ]);
  });
});
