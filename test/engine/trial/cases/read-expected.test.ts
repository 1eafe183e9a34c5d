import { describe, expect, it } from "vitest";
import { readExpected } from "../../../../engine/trial/cases/read-expected.ts";
import { packOf } from "../harbour.ts";

const { rulebook } = await packOf();
const file = "cases/loud-printer/expected.yaml";

async function problemsOf(text: string): Promise<string[]> {
  const read = await readExpected(text, file, rulebook);
  if (read.ok) return [];
  return read.problems.map(
    ({ line, column, length, code, message, hint }) =>
      `${line}:${column}+${length} ${code}: ${message} ${hint ?? ""}`,
  );
}

const whole = `title: Nothing is printed since Monday
symptoms: [Your document could not be printed]
at: "2026-06-01T06:30:00+02:00"
host: print-utr-03
matches: [queue-stalled, toner-low] # both
set-aside: [toner-low]
all-clear: [toner-is-sound]
does-not-match: [spooler-crashing]
cannot-tell: [portal-certificate-expired]
must-not-match:
  night-queue-stalled: The night shift has not printed.
top: queue-stalled
next: [read-the-log, printer.state, collected-at]
outcome: diagnosed
exit: 1
`;

describe("a case", () => {
  it("is read with everything that it may say", async () => {
    const read = await readExpected(whole, file, rulebook);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { placeOf, rules, wanted, ...others } = read.expectation;
    expect(others).toEqual({
      file,
      title: "Nothing is printed since Monday",
      symptoms: ["nothing-printed"],
      at: "2026-06-01T06:30:00+02:00",
      host: "print-utr-03",
    });
    expect(wanted).toEqual({
      matches: ["queue-stalled", "toner-low"],
      "set-aside": ["toner-low"],
      "all-clear": ["toner-is-sound"],
      "does-not-match": ["spooler-crashing"],
      "cannot-tell": ["portal-certificate-expired"],
      "must-not-match": { "night-queue-stalled": "The night shift has not printed." },
      top: "queue-stalled",
      next: ["read-the-log", "printer.state", "collected-at"],
      outcome: "diagnosed",
      exit: 1,
    });
    expect([...rules].sort()).toEqual([
      "night-queue-stalled",
      "nothing-printed",
      "portal-certificate-expired",
      "queue-stalled",
      "spooler-crashing",
      "toner-is-sound",
      "toner-low",
    ]);
    expect(placeOf(["matches", 1])).toEqual({ line: 5, column: 26, length: 9 });
  });

  it("needs a title and matches, and nothing else", async () => {
    const read = await readExpected("title: It hums\nmatches: []\n", file, rulebook);
    expect(read.ok && read.expectation).toMatchObject({ symptoms: [], at: null, host: null });
  });

  it.each<[string, string, string[]]>([
    [
      "a key that is misspelt",
      "title: a\nmatches: []\ncanot-tell: [toner-low]\n",
      ['3:1+10 unknown-key: "canot-tell" is not a key of a case. Did you mean "cannot-tell"?'],
    ],
    [
      "no matches",
      "title: It hums\n",
      [
        '1:1+1 missing-key: The key "matches" is missing in a case. The faults and advisories that match: these, and no others.',
      ],
    ],
    [
      "a rule that is not there",
      "title: a\nmatches: [queue-staled]\n",
      ['2:11+12 unknown-rule: There is no rule called "queue-staled". Did you mean "queue-stalled"?'],
    ],
    [
      "a rule that must not match and is not there, at its name",
      "title: a\nmatches: []\nmust-not-match:\n  toner-lo: The toner is new.\n",
      ['4:3+8 unknown-rule: There is no rule called "toner-lo". Did you mean "toner-low"?'],
    ],
    [
      "an all-clear among the diagnoses",
      "title: a\nmatches: [toner-is-sound]\n",
      [
        '2:11+14 kind-does-not-fit: "toner-is-sound" is a rule of the kind all-clear; "matches" names rules of the kind fault or advisory. Name it under all-clear, or leave it out.',
      ],
    ],
    [
      "a symptom that nobody knows",
      "title: a\nsymptoms: [smells-burnt]\nmatches: []\n",
      [
        '2:12+12 unknown-symptom: No symptom is called, or shows the text, "smells-burnt". Give one of: nothing-printed.',
      ],
    ],
    [
      "a time without an offset",
      'title: a\nat: "2026-06-01T06:30:00"\nmatches: []\n',
      [
        '2:5+21 needs-offset: "2026-06-01T06:30:00" does not say how far its clock is from UTC. Write the offset behind it, for example "2026-06-01T00:00:00Z".',
      ],
    ],
    [
      "a step that nobody can take",
      "title: a\nmatches: []\nnext: [look-at-thepanel]\n",
      [
        '3:8+16 unknown-next-step: "look-at-thepanel" is neither a way of asking nor a fact. Did you mean "look-at-the-panel"?',
      ],
    ],
    [
      "a derived fact as the next step, with the way to what it follows from",
      "title: a\nmatches: []\nnext: [toner.left]\n",
      [
        '3:8+10 unknown-next-step: Nobody is asked for the fact "toner.left" itself, because it follows from others. Name a way of asking: look-at-the-panel.',
      ],
    ],
    [
      "a fact without a way of asking as the next step",
      "title: a\nmatches: []\nnext: [reported.symptoms]\n",
      [
        '3:8+17 unknown-next-step: No way of asking gives the fact "reported.symptoms". Give it one in the catalogue: ask.',
      ],
    ],
    [
      "two verdicts for one rule",
      "title: a\nmatches: [toner-low]\ncannot-tell: [toner-low]\n",
      [
        '3:15+9 case-disagrees: "toner-low" stands under "matches" and under "cannot-tell". Keep the one that is meant.',
      ],
    ],
    [
      "a rule that matches and must not",
      "title: a\nmatches: [toner-low]\nmust-not-match: { toner-low: It is new. }\n",
      [
        '3:30+10 case-disagrees: "toner-low" stands under "matches" and under "must-not-match". Keep the one that is meant.',
      ],
    ],
    [
      "a top that does not match",
      "title: a\nmatches: []\ntop: toner-low\n",
      [
        '3:6+9 case-disagrees: "toner-low" stands under "top", and not under "matches". Only a rule that matches can be that.',
      ],
    ],
    [
      "a name that stands twice",
      "title: a\nmatches: [toner-low, toner-low]\n",
      ['2:22+9 named-twice: "toner-low" stands twice under "matches". Keep one of the two.'],
    ],
    [
      "more next steps than count",
      "title: a\nmatches: []\nnext: [read-the-log, look-at-the-panel, jobs, printer.state]\n",
      [
        "3:47+13 case-disagrees: 4 next steps are named, and only the first 3 of a report count. Keep those that matter most.",
      ],
    ],
    [
      "a diagnosis without a match",
      "title: a\nmatches: []\noutcome: diagnosed\n",
      [
        '3:10+9 case-disagrees: The outcome is "diagnosed", and nothing is to match. Name what matches, or another outcome: healthy, nothing-found and inconclusive.',
      ],
    ],
    [
      "several mistakes, all at once",
      "title: a\nat: soon\nmatches: [toner-loow]\n",
      [
        '2:5+4 value-does-not-fit: "soon" is not a time. This is not a date and time that can be read for certain; write it like 2026-11-20T14:05:07Z or 2026-11-20 14:05 +01:00.',
        '3:11+10 unknown-rule: There is no rule called "toner-loow". Did you mean "toner-low"?',
      ],
    ],
    ["a file that is no YAML", "title: [\n", [expect.stringMatching(/^\d+:\d+\+\d+ yaml-/)]],
  ])("with %s is told with its place and what to do", async (_, text, told) => {
    expect(await problemsOf(text)).toEqual(told);
  });
});
