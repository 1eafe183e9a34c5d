import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseFile } from "../../../schemas/generated/validate-case.cjs";
import { factFile } from "../../../schemas/generated/validate-fact-file.cjs";
import {
  asks,
  catalogue,
  flowchart,
  lists,
  pack,
  rule as ruleFile,
} from "../../../schemas/generated/validate-pack-files.cjs";
import { readJson } from "../../../schemas/text/read-json.ts";
import { readYaml } from "../../../schemas/text/read-yaml.ts";
import { findMisfits } from "../../../schemas/text/schema-problems/find-misfits.ts";
import { schemaOf } from "../../../schemas/text/schema-problems/formats.ts";
import { type FormatName, schemaProblems } from "../../../schemas/text/schema-problems.ts";

async function problemsIn(format: FormatName, text: string): Promise<string[]> {
  const read = await readYaml(text, "x.yaml");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const problems = await schemaProblems(format, read.value, "x.yaml", read);
  return problems.map(
    ({ problem: { line, column, length, code, message, hint } }) =>
      `${line}:${column}+${length} ${code}: ${message} ${hint}`,
  );
}

const rule = (more: string) => `id: lamp-broken
title: The lamp is broken
when: { lamp: off }
examples:
  matches: [{ lamp: off }]
  does-not-match: [{ lamp: on }]
${more}`;

describe("a value that does not fit its schema", () => {
  it.each<[string, FormatName, string, string[]]>([
    ["a sound file has no problem", "rule", rule("said: [It is dark]"), []],
    [
      "a misspelt key is told at the key, with the key that was meant",
      "rule",
      rule("confidance: likely"),
      ['7:1+10 unknown-key: "confidance" is not a key of a rule. Did you mean "confidence"?'],
    ],
    [
      "a missing key is told at the map that lacks it",
      "rule",
      rule("references:\n  - { title: Lamps, url: https://lamp.example/ }"),
      [
        '8:5+1 missing-key: The key "dated" is missing in a reference. The date of the edition that was read, in quotes.',
      ],
    ],
    [
      "a key that is missing because another stands there is told once",
      "rule",
      rule("fix:\n  - { action: Change it. }"),
      ['8:7+6 unknown-key: "action" is not a key of a step of a fix. Did you mean "do"?'],
    ],
    [
      "a text that looks like a number wants quotes",
      "asks",
      "look: { title: 1.10, do: a, look-for: b, who: c, minutes: 3 }",
      [
        '1:16+4 needs-quotes: A text belongs here, and without quotes YAML reads 1.10 as the number 1.1. Put it in quotes: "1.10".',
      ],
    ],
    [
      "a text that looks like a power of ten wants quotes",
      "asks",
      "look: { title: 4905E12, do: a, look-for: b, who: c, minutes: 3 }",
      [
        '1:16+7 needs-quotes: A text belongs here, and without quotes YAML reads 4905E12 as the number 4905000000000000. Put it in quotes: "4905E12".',
      ],
    ],
    [
      "leading zeros want quotes",
      "asks",
      "look: { title: 00123, do: a, look-for: b, who: c, minutes: 3 }",
      [
        '1:16+5 needs-quotes: A text belongs here, and without quotes YAML reads 00123 as the number 123. Put it in quotes: "00123".',
      ],
    ],
    [
      "the word true wants quotes",
      "asks",
      "look: { title: true, do: a, look-for: b, who: c, minutes: 3 }",
      [
        '1:16+4 needs-quotes: A text belongs here, and without quotes YAML reads true as the word true. Put it in quotes: "true".',
      ],
    ],
    [
      "nothing behind a key is told at the key",
      "rule",
      rule("because:"),
      [
        '7:1+7 value-missing: Nothing stands in "because". The mechanism, with the facts seen: {{ fact.id }} is replaced by its value.',
      ],
    ],
    [
      "a null in words is told as none",
      "rule",
      rule("because: null"),
      [
        '7:10+4 wrong-type: "because" is to be a text; this is none. The mechanism, with the facts seen: {{ fact.id }} is replaced by its value.',
      ],
    ],
    [
      "a word that is not possible is told with the nearest",
      "rule",
      rule("severity: hihg"),
      ['7:11+4 unknown-value: "hihg" is not possible in "severity". Did you mean "high"?'],
    ],
    [
      "a word like no other is told with all",
      "rule",
      rule("severity: urgent"),
      [
        '7:11+6 unknown-value: "urgent" is not possible in "severity". It may be: critical, high, medium, low, info.',
      ],
    ],
    [
      "of several forms, the one that was begun is spoken of",
      "catalogue",
      "lamp.age: { type: number, description: a, derived: { difference: a, minsu: b } }",
      ['1:69+5 unknown-key: "minsu" is not a key of a difference. Did you mean "minus"?'],
    ],
    [
      "of several forms none of which was begun, all are named",
      "catalogue",
      "lamp.age: { type: number, description: a, derived: { sum: a } }",
      [
        '1:54+3 no-such-kind: "sum" is not a kind of derivation. Use one of these: pick, cases, match-up, count, smallest, largest, difference, percent, days-until, part, looked-up.',
      ],
    ],
    [
      "of several kinds, the one that is named is spoken of",
      "catalogue",
      "lamp.age: { type: list, description: a, collect: [{ kind: events, event-ids: [70000] }] }",
      [
        '1:79+5 wrong-form: 70000 is out of bounds for an entry of "event-ids". It is at least 0 and at most 65535.',
      ],
    ],
    [
      "an operator deep in a condition is told alone",
      "rule",
      rule(
        "surer:\n  confidence: certain\n  when: { all: [{ any: [{ not: { lamp.age: { abovve: 3 } } }] }] }",
      ),
      ['9:46+6 unknown-key: "abovve" is not an operator. Did you mean "above"?'],
    ],
    [
      "a test with a list of maps is told as what it should be",
      "rule",
      rule("surer:\n  confidence: certain\n  when: { lamp.age: [{ a: 1 }] }"),
      [
        '9:22+1 wrong-type: An entry of "lamp.age" is to be a text, a number, true or false or none; this is a map of keys and values. undefined',
      ],
    ],
    [
      "a step says what it is by its first word",
      "flowchart",
      "id: a\ntitle: b\nstart: c\nsteps:\n  - { id: c, ask: d, when: { lamp: on }, if-yes: c }",
      ['5:5+1 missing-key: The key "if-no" is missing in a question. The step after no.'],
    ],
    [
      "a file that is a list is told at its beginning",
      "pack",
      "- a\n- b\n",
      [
        "1:1+1 wrong-type: This file is to be a map of keys and values; this is a list. pack.yaml: what a pack is, and for which version of the tool it is written.",
      ],
    ],
    [
      "several slips are told each",
      "pack",
      'id: A b\nversion: "1"\ntitle: ""\nminimum-tool-version: "0.1.0"\nmaintainers: []\nlanguages: [english]\n',
      [
        '1:5+3 wrong-form: "A b" does not have the form of "id". Write lower-case letters and digits, words joined by dashes.',
        '2:10+3 wrong-form: "1" does not have the form of "version". Write three numbers with dots, in quotes, for example "1.4.0".',
        '3:1+5 holds-nothing: "title" holds nothing. The product that the pack knows, in words.',
        '5:1+11 holds-nothing: "maintainers" holds nothing. Who answers for the pack.',
        '6:13+7 wrong-form: "english" does not have the form of an entry of "languages". Write the two letters of the language, for example en.',
      ],
    ],
  ])("%s", async (_, format, text, expected) => {
    expect(await problemsIn(format, text)).toEqual(expected);
  });

  it("is told for JSON too", async () => {
    const text = '{"schemaVersion": 1, "facts": {"lamp.age": {"vaule": 3}}}';
    const read = readJson(text, "facts.json");
    if (!read.ok) throw new Error("It cannot be read.");
    const problems = await schemaProblems("fact-file", read.value, "facts.json", read);
    expect(problems).toMatchObject([
      {
        problem: {
          file: "facts.json",
          line: 1,
          column: 45,
          code: "no-such-kind",
          hint: 'Did you mean "value"?',
        },
        path: ["facts", "lamp.age", "vaule"],
      },
    ]);
  });

  it("never prints long or unseen text as it is", async () => {
    const told = await problemsIn("rule", rule(`severity: "${"x".repeat(300)}\\u202E\\u0007"`));
    expect(told.join().length).toBeLessThan(250);
    expect((await problemsIn("rule", rule('severity: "a\\u202Eb"'))).join()).toContain("a\\u{202e}b");
  });
});

const validators: Record<FormatName, (value: unknown) => boolean> = {
  pack,
  catalogue,
  lists,
  asks,
  rule: ruleFile,
  flowchart,
  "fact-file": factFile,
  case: caseFile,
};

describe("the explanation of a schema and its validator", () => {
  const sound: [FormatName, unknown][] = [
    [
      "pack",
      {
        id: "lamp",
        version: "1.0.0",
        title: "Lamps",
        "minimum-tool-version": "0.1.0",
        maintainers: ["A"],
        languages: ["en"],
        areas: { light: "Light" },
      },
    ],
    [
      "lists",
      {
        roots: {
          title: "Roots",
          type: "text",
          entries: ["a", { value: 3, is: "b" }],
          "closed-as-of": "2026-01-02",
          "good-for": "30 days",
        },
      },
    ],
    [
      "case",
      {
        title: "a",
        matches: ["b"],
        "must-not-match": { c: "d" },
        "cannot-tell": ["e"],
        next: ["f"],
        outcome: "diagnosed",
        exit: 1,
      },
    ],
    ["asks", { look: { title: "a", do: "b", "look-for": "c", who: "d", minutes: 3 } }],
    [
      "rule",
      {
        id: "a",
        title: "b",
        when: { any: [{ x: { below: { fact: "y" } } }, { not: { z: ["a", 1, null] } }] },
        fix: [{ do: "c", "only-when": { x: { known: true } } }],
        examples: { matches: [{ now: "n", x: 1 }], "does-not-match": [{ x: 2 }] },
      },
    ],
    [
      "catalogue",
      {
        x: {
          type: "list",
          description: "a",
          of: { b: "number", c: ["d"], e: { type: "text", derived: { part: "host", of: "b" } } },
          key: ["b"],
          collect: [{ kind: "events", channels: ["a"] }],
        },
        y: {
          type: "number",
          description: "a",
          derived: { cases: [{ when: { x: 1 }, value: 2 }, { otherwise: 3 }] },
        },
      },
    ],
    [
      "flowchart",
      {
        id: "a",
        title: "b",
        start: "c",
        steps: [
          { id: "c", ask: "d", when: { x: 1 }, "if-yes": "e", "if-no": "e" },
          // biome-ignore lint/suspicious/noThenProperty: the word of the file.
          { id: "f", do: "g", then: "e" },
          { id: "e", end: "h", number: 3 },
        ],
      },
    ],
    [
      "fact-file",
      {
        schemaVersion: 1,
        facts: {
          a: 1,
          b: [{ c: 2 }],
          d: { value: 3, from: [{ source: "s" }] },
          e: { items: [], covers: [{ c: { from: "x" } }] },
          f: { unknown: "timeout" },
        },
      },
    ],
  ];

  const odd = fc.constantFrom<unknown>(
    null,
    true,
    0,
    -3,
    70_000,
    2.5,
    "",
    "x",
    "A B",
    "none",
    "2026-01-02",
    [],
    ["a"],
    [{}],
    {},
    { fact: "x" },
    { value: 1 },
  );

  /** The value with something else at some place in it. */
  function spoilt(value: unknown, choose: () => number, put: unknown): unknown {
    const pick = choose();
    if (value === null || typeof value !== "object" || pick < 0.15) return put;
    const entries = Object.entries(value);
    const at = Math.floor(choose() * (entries.length + 1));
    if (Array.isArray(value))
      return at === entries.length
        ? [...value, put]
        : value.map((each, index) => (index === at ? spoilt(each, choose, put) : each));
    const chosen = entries[at];
    if (chosen === undefined) return { ...value, extra: put };
    const rest = entries.filter((_, index) => index !== at);
    if (pick < 0.3) return Object.fromEntries(rest);
    const key = pick < 0.45 ? `${chosen[0]}x` : chosen[0];
    return Object.fromEntries([...rest, [key, pick < 0.45 ? chosen[1] : spoilt(chosen[1], choose, put)]]);
  }

  it.each(sound)("agree about %s", (format, value) => {
    const validator = validators[format];
    const explained = (each: unknown) => findMisfits(each, schemaOf(format), []).length === 0;
    expect(validator(value)).toBe(true);
    expect(explained(value)).toBe(true);
    let refused = 0;
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 24, maxLength: 24 }),
        odd,
        (numbers, put) => {
          let next = 0;
          const changed = spoilt(value, () => numbers[next++ % numbers.length] ?? 0, put);
          const fits = validator(changed);
          if (!fits) refused++;
          expect(explained(changed), JSON.stringify(changed)).toBe(fits);
        },
      ),
      { seed: 20261, numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});
