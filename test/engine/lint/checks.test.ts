import { describe, expect, it } from "vitest";
import { changed, type Files, found, lintGreenhouse, ruleText } from "./greenhouse.ts";

type Case = readonly [of: string, changes: Files, finds: readonly string[]];

const tested = "water/tested.yaml";
const other = "water/zz-other.yaml";
const ruled = (when: string, more = "", example = "air.celsius: 3"): Files => ({
  [tested]: ruleText("tested", when, example, more),
});
/** Two rules, `tested` and `zz-other`; the first one has the condition `when` and what stands in `more`. */
const pair = (when: string, otherWhen: string, more = "", example = "air.celsius: 3"): Files => ({
  ...ruled(when, more, example),
  [other]: ruleText("zz-other", otherWhen, example),
});
const allClear = (id: string, when: string, example = "air.celsius: 3"): Files => ({
  [`water/${id}.yaml`]: `id: ${id}\ntitle: ${id} is proved\nkind: all-clear\nwhen: ${when}\nexamples:\n  matches: [{ ${example} }]\n  does-not-match: [{ ${example} }]\n`,
});

const frost = "{ air.celsius: { below: 0 } }";
const frostMutants = [
  "the whole condition is negated",
  "air.celsius below: 0 becomes -1",
  "air.celsius below: 0 becomes 1",
];
const waiving = (mutants: readonly string[]): string =>
  `waived-mutants:\n${mutants.map((name) => `  - { mutant: "${name}", because: No facts could show it. }\n`).join("")}`;

const openList: Files = {
  "lists.yaml": "names: { title: Names that are known, type: text, entries: [Anna, Bert] }\n",
};

const cases: Readonly<Record<string, readonly Case[]>> = {
  "the place of a contradiction": [
    [
      "is the last test that takes part in it",
      {
        [tested]: ruleText(
          "tested",
          "\n  pump.is-old: true\n  air.celsius: { above: 5 }\n  all-in-one: 1",
          "air.celsius: 3",
        ).replace("  all-in-one: 1", "  air.humidity: { above: 9, below: 4 }"),
      },
      [`${tested}:8:29 never-matches`],
    ],
    [
      "is its condition where the parts are many",
      ruled("{ all: [{ air.celsius: { above: 5 } }, { air.celsius: { below: 4 } }] }"),
      [`${tested}:5:63 never-matches`],
    ],
  ],
  "a rule that builds on one that never matches": [
    [
      "is not told once more",
      {
        ...ruled("{ air.celsius: { above: 5, below: 4 } }"),
        [other]: ruleText("zz-other", "{ rule.tested: matches }", "air.celsius: 3"),
      },
      [`${tested}:5:34 never-matches`],
    ],
  ],
  "a surer": [
    [
      "that can never be",
      ruled(
        "{ air.celsius: { below: 0 } }",
        "surer: { confidence: certain, when: { air.celsius: { above: 9 } } }\n",
      ),
      [`${tested}:5:31 never-holds`],
    ],
    [
      "that always is",
      ruled(
        "{ air.celsius: { below: 0 } }",
        "surer: { confidence: certain, when: { air.celsius: { below: 9 } } }\n",
      ),
      [`${tested}:5:31 always-holds`],
    ],
    [
      "that may be",
      ruled(
        "{ air.celsius: { below: 0 } }",
        "surer: { confidence: certain, when: { air.celsius: { below: -9 } } }\n",
      ),
      [],
    ],
  ],
  "a step of a fix": [
    [
      "that is never needed",
      {
        [tested]: ruleText("tested", "{ pump.state: stopped }", "pump.state: stopped").replace(
          "gardener. }",
          "gardener., only-when: { pump.state: running }, if: it runs }",
        ),
      },
      [`${tested}:7:33 never-holds`],
    ],
    [
      "that is always needed",
      {
        [tested]: ruleText("tested", "{ pump.state: stopped }", "pump.state: stopped").replace(
          "gardener. }",
          "gardener., only-when: { pump.state: { is-not: running } }, if: it rests }",
        ),
      },
      [`${tested}:7:33 always-holds`],
    ],
    [
      "that may be needed",
      {
        [tested]: ruleText("tested", "{ pump.state: stopped }", "pump.state: stopped").replace(
          "gardener. }",
          "gardener., only-when: { pump.is-old: { known: true } }, if: somebody looked }",
        ),
      },
      [],
    ],
  ],
  "a fact by cases": [
    [
      "with a case that is never reached",
      changed(
        "facts/all.yaml",
        "{ when: { pump.name: { starts-with: L- } }, value: large }",
        "{ when: { pump.name: { starts-with: S-1 } }, value: large }",
      ),
      ["facts/all.yaml:17:11 never-holds"],
    ],
    [
      "whose cases leave something over",
      changed("facts/all.yaml", "      - { otherwise: none-of-ours }\n", ""),
      ["facts/all.yaml:10:1 cases-not-exhaustive"],
    ],
    [
      "whose cases leave nothing over needs no otherwise",
      changed(
        "facts/all.yaml",
        "      - { otherwise: none-of-ours }\n",
        "      - { when: { not: { pump.name: { starts-with: L- } } }, value: none-of-ours }\n",
      ),
      [],
    ],
    [
      "whose otherwise is never reached",
      changed(
        "facts/all.yaml",
        "      - { otherwise: none-of-ours }\n",
        "      - { when: { not: { pump.name: { starts-with: L- } } }, value: small }\n      - { otherwise: none-of-ours }\n",
      ),
      ["facts/all.yaml:19:11 never-holds"],
    ],
  ],
  "a question of a flowchart": [
    [
      "that has one answer only",
      {
        "flowchart.yaml":
          "id: way\ntitle: The way\nstart: first\nsteps:\n  - { id: first, ask: Is it so?, when: { air.humidity: { above: 7, below: 5 } }, if-yes: last, if-no: last }\n  - { id: last, end: Call the gardener. }\n",
      },
      ["flowchart.yaml:5:34 never-holds"],
    ],
    [
      "that has two answers",
      {
        "flowchart.yaml":
          "id: way\ntitle: The way\nstart: first\nsteps:\n  - { id: first, ask: Is it so?, when: { air.humidity: { above: 5, below: 7 } }, if-yes: last, if-no: last }\n  - { id: last, end: Call the gardener. }\n",
      },
      [],
    ],
  ],
  "two rules": [
    [
      "of which one follows from the other",
      pair("{ air.celsius: { below: 0 } }", "{ air.celsius: { below: 4 } }"),
      [`${tested}:5:1 implied-rule`],
    ],
    [
      "of which one follows from an alternative of the other",
      pair(
        "{ air.celsius: { below: 0 } }",
        "{ any: [{ pump.is-old: true }, { air.celsius: { below: 4 } }] }",
      ),
      [`${tested}:5:1 implied-rule`],
    ],
    [
      "that ask for the same in other words",
      pair(
        "{ pump.state: { is-not: running } }",
        "{ pump.state: [stopped, blocked, none] }",
        "",
        "pump.state: stopped",
      ),
      [`${other}:5:1 same-condition`],
    ],
    [
      "that follow from each other through rows",
      pair(
        "{ some: beds, where: { crop: basil, litres: 0 } }",
        "{ some: beds, where: { litres: { below: 1 } } }",
        "",
        "beds: none",
      ),
      [`${tested}:5:1 implied-rule`],
    ],
    [
      "of which the special one says that it refines",
      pair("{ air.celsius: { below: 0 } }", "{ air.celsius: { below: 4 } }", "refines: zz-other\n"),
      [],
    ],
    [
      "of which the cause says that it explains",
      pair("{ air.celsius: { below: 0 } }", "{ air.celsius: { below: 4 } }", "explains: [zz-other]\n"),
      [],
    ],
    [
      "of which one reads the other",
      pair("{ air.celsius: { below: 0 }, rule.zz-other: matches }", "{ air.celsius: { below: 4 } }"),
      [],
    ],
    ["that overlap", pair("{ air.celsius: { below: 4 } }", "{ air.celsius: { above: 0 } }"), []],
    [
      "of different kinds",
      {
        ...ruled("{ pump.state: running }", "", "pump.state: running"),
        ...allClear(
          "water-is-fine",
          "{ all: [{ ruled-out: { area: water } }, { pump.state: stopped }] }",
          "pump.state: stopped",
        ),
      },
      [],
    ],
  ],
  "a relation": [
    [
      "that never acts",
      pair(
        "{ air.celsius: { below: 0 } }",
        "{ air.celsius: { above: 4 } }",
        "explains: [bed-of-tomatoes, zz-other]\n",
      ),
      [`${tested}:5:29 relation-without-effect`],
    ],
    [
      "refines that never acts",
      pair("{ air.celsius: { below: 0 } }", "{ air.celsius: { above: 4 } }", "refines: zz-other\n"),
      [`${tested}:5:10 relation-without-effect`],
    ],
    [
      "that may act",
      pair(
        "{ air.celsius: { below: 0 } }",
        "{ pump.is-old: true }",
        "explains: [zz-other]\n",
        "air.celsius: 3, pump.is-old: true",
      ),
      [],
    ],
  ],
  "an all-clear": [
    [
      "that does not wait for the faults of its area",
      allClear("water-is-fine", "{ air.celsius: { above: 4 } }"),
      ["water/water-is-fine.yaml:4:1 all-clear-too-early"],
    ],
    [
      "that rules them out",
      allClear("water-is-fine", "{ all: [{ ruled-out: { area: water } }, { air.celsius: { above: 4 } }] }"),
      [],
    ],
    [
      "that rules them out one by one",
      allClear("water-is-fine", "{ ruled-out: [bed-of-tomatoes] }", "beds: none"),
      [],
    ],
    [
      "that rules them out through another one",
      {
        ...allClear("water-is-fine", "{ rule.water-was-seen: matches }", "beds: none"),
        ...allClear("water-was-seen", "{ ruled-out: { area: water } }", "beds: none"),
      },
      [],
    ],
    [
      "that matches along with a fault",
      {
        ...ruled("{ air.celsius: { above: 9 } }"),
        ...allClear(
          "water-is-fine",
          "{ all: [{ ruled-out: [bed-of-tomatoes] }, { air.celsius: { above: 4 } }] }",
        ),
      },
      [],
    ],
    [
      "that holds where a fault does",
      {
        ...ruled("{ air.celsius: { above: 9 } }"),
        ...allClear("water-is-fine", "{ air.celsius: { above: 4 } }"),
        "water/bed-of-tomatoes.yaml": "",
        ...changed("whole/everything.yaml", "  rule.bed-of-tomatoes: matches\n", ""),
      },
      ["water/water-is-fine.yaml:4:1 all-clear-too-early"],
    ],
    [
      "whose own condition rules the fault out",
      {
        ...ruled("{ air.celsius: { above: 9 } }"),
        ...allClear(
          "water-is-fine",
          "{ all: [{ ruled-out: [bed-of-tomatoes] }, { air.celsius: { below: 4 } }] }",
        ),
      },
      [],
    ],
    [
      "of an area without faults",
      {
        "whole/house-is-warm.yaml":
          allClear("house-is-warm", "{ air.celsius: { above: 4 } }")["water/house-is-warm.yaml"] ?? "",
      },
      [],
    ],
  ],
  "what has to be absent": [
    [
      "of rows that nobody can have seen all of",
      {
        ...changed("facts/all.yaml", "covered-by: [crop]", "covered-by: [crop, owner]"),
        ...ruled("{ none: beds, where: { litres: 0 } }", "", "beds: none"),
      },
      [`${tested}:5:9 quantifier-never-decided`],
    ],
    [
      "of rows behind not",
      {
        ...changed("facts/all.yaml", "covered-by: [crop]", "covered-by: [owner]"),
        ...ruled("{ not: { some: beds, where: { litres: 0 } } }", "", "beds: none"),
      },
      [`${tested}:5:16 quantifier-never-decided`],
    ],
    [
      "of strays",
      {
        ...changed("facts/all.yaml", "covered-by: [crop]", "covered-by: [owner]"),
        ...ruled("{ every: beds, among: { crop: basil }, where: { litres: 0 } }", "", "beds: none"),
      },
      [`${tested}:5:9 quantifier-never-decided`],
    ],
    [
      "of rows of one owner",
      {
        ...changed("facts/all.yaml", "covered-by: [crop]", "covered-by: [crop, owner]"),
        ...ruled("{ none: beds, where: { litres: 0, owner: { fact: pump.name } } }", "", "beds: none"),
      },
      [],
    ],
    [
      "of one row",
      {
        ...changed("facts/all.yaml", "covered-by: [crop]", "covered-by: [crop, owner]"),
        ...ruled("{ none: beds, where: { litres: 0, number: 4 } }", "", "beds: none"),
      },
      [],
    ],
    [
      "of rows that there need not be",
      {
        ...changed("facts/all.yaml", "covered-by: [crop]", "covered-by: [crop, owner]"),
        ...ruled("{ some: beds, where: { litres: 0 } }", "", "beds: none"),
      },
      [],
    ],
    [
      "from an open list",
      { ...openList, ...ruled("{ not: { pump.name: { in: { list: names } } } }", "", "pump.name: x") },
      [`${tested}:5:29 open-list-denied`],
    ],
    [
      "from an open list in rows",
      {
        ...openList,
        ...ruled("{ none: beds, where: { owner: { in: { list: names } } } }", "", "beds: none"),
      },
      [`${tested}:5:39 open-list-denied`],
    ],
    [
      "nothing, where the list is to hold it",
      {
        ...openList,
        ...ruled("{ not: { not: { pump.name: { in: { list: names } } } } }", "", "pump.name: x"),
      },
      [],
    ],
  ],
  "what is declared": [
    [
      "and not read",
      { "facts/more.yaml": "air.colour: { type: text, description: Its colour., ask: [walk] }\n" },
      ["facts/more.yaml:1:1 fact-not-read"],
    ],
    [
      "and read by because only",
      {
        "facts/more.yaml": "air.colour: { type: text, description: Its colour., ask: [walk] }\n",
        [tested]: ruleText("tested", "{ pump.is-old: true }", "pump.is-old: true").replace(
          "It is so.",
          "The air is {{ air.colour }}.",
        ),
      },
      [],
    ],
    [
      "and settles another one",
      {
        "facts/more.yaml": "air.colour: { type: text, description: Its colour., ask: [walk] }\n",
        ...changed(
          "facts/all.yaml",
          "pump.name: { type: text,",
          "pump.name: { type: text, settled-by: air.colour,",
        ),
      },
      [],
    ],
    [
      "and shown by the command events",
      {
        "facts/more.yaml":
          "events.pump: { type: list, description: Its log., key: [record-id], of: { record-id: number }, ask: [walk], collect: [{ kind: events, channels: [Pump/Operational] }] }\n",
      },
      [],
    ],
    [
      "a record whose parts nobody reads",
      {
        "facts/more.yaml":
          "bed: { type: record, description: One bed., derived: { pick: { from: beds, where: { number: 4 } } } }\n",
      },
      ["facts/more.yaml:1:1 fact-not-read"],
    ],
    [
      "a record of which one part is read",
      {
        "facts/more.yaml":
          "bed: { type: record, description: One bed., derived: { pick: { from: beds, where: { number: 4 } } } }\n",
        ...ruled("{ bed.owner: Anna }", "", "bed.owner: Anna"),
      },
      [],
    ],
    [
      "and nobody can get",
      {
        "facts/more.yaml": "air.colour: { type: text, description: Its colour. }\n",
        ...ruled("{ air.colour: red }", "", "air.colour: red"),
      },
      ["facts/more.yaml:1:1 fact-out-of-reach"],
    ],
    [
      "a way of asking for nothing",
      {
        "asks-more.yaml": "",
        ...changed(
          "asks.yaml",
          "walk:\n",
          "smell:\n  title: Smell\n  do: Smell.\n  look-for: Mould.\n  who: a gardener\n  minutes: 1\nwalk:\n",
        ),
      },
      ["asks.yaml:1:1 ask-not-used"],
    ],
    [
      "a part of a list that is not got this way, or that follows from others",
      {
        "facts/more.yaml": `leaves:
  type: list
  description: Leaves of the plants.
  key: [plant]
  of: { plant: text, bed: [north, south] }
  covered-by: [bed]
  ask: [look]
`,
        ...ruled("{ some: leaves, where: { bed: north } }", "", "leaves: [{ bed: north }]"),
        ...changed(
          "asks.yaml",
          "walk:\n",
          `look:
  title: Look
  do: Look.
  look-for: Spots.
  who: a gardener
  minutes: 1
  looks-at: { leaves: { bed: north } }
walk:
  looks-at: { leaves: { bed: south } }
`,
        ),
      },
      ["asks.yaml:9:15 part-not-asked"],
    ],
    ["a list for nothing", openList, ["lists.yaml:1:1 list-not-used"]],
    [
      "an area for nothing",
      changed("pack.yaml", "  whole: The", "  light: Light\n  whole: The"),
      ["pack.yaml:9:3 area-not-used"],
    ],
  ],
  waivers: [
    [
      "of mutants that are not there, or waived before",
      ruled(
        frost,
        waiving([
          "the whole condition is negated",
          "air.celsius below: 9 becomes 8",
          "the whole condition is negated",
        ]),
      ),
      [`${tested}:7:15 mutant-unknown`, `${tested}:8:15 mutant-unknown`],
    ],
    ["of more than 5 in 100", ruled(frost, waiving(frostMutants)), [`${tested}:5:1 too-many-waived`]],
    ["of less", ruled(frost, waiving(frostMutants.slice(0, 2))), []],
  ],
  "an example": [
    [
      "that gives nothing of its rule",
      ruled("{ air.celsius: { below: 0 } }", "", "pump.is-old: true"),
      [`${tested}:10:13 example-proves-nothing`, `${tested}:11:20 example-proves-nothing`],
    ],
    ["that gives what a derived fact comes from", ruled("{ pump.kind: small }", "", "pump.name: S-4"), []],
    ["that gives a derived fact", ruled("{ pump.kind: small }", "", "pump.kind: small"), []],
    [
      "that gives what another rule reads",
      ruled("{ rule.bed-of-tomatoes: matches, pump.is-old: true }", "", "beds: none"),
      [],
    ],
    [
      "that gives a fact of the right side",
      ruled("{ pump.name: { fact: pump.wanted-name } }", "", "pump.wanted-name: x"),
      [],
    ],
  ],
  "what readers see": [
    [
      "twice the same title",
      {
        [tested]: ruleText("tested", "{ pump.is-old: true }", "pump.is-old: true").replace(
          "tested is the case",
          "Bed-of-tomatoes is the Case",
        ),
      },
      [`${tested}:2:8 duplicate-title`],
    ],
    [
      "no reference",
      {
        [tested]: ruleText("tested", "{ pump.is-old: true }", "pump.is-old: true").replace(
          /references:.*\n/,
          "",
        ),
      },
      [`${tested}:2:1 reference-missing`],
    ],
    [
      "braces in a title",
      {
        [tested]: ruleText("tested", "{ pump.is-old: true }", "pump.is-old: true").replace(
          "tested is the case",
          "It has {{ air.celsius }} degrees",
        ),
      },
      [`${tested}:2:8 placeholder-not-filled`],
    ],
    [
      "braces of a fact in a command",
      {
        [tested]: ruleText("tested", "{ pump.is-old: true }", "pump.is-old: true").replace(
          "gardener. }",
          "gardener., run: 'call {{ air.celsius }}' }",
        ),
      },
      [`${tested}:7:38 placeholder-not-filled`],
    ],
    [
      "braces of the command's own",
      {
        [tested]: ruleText("tested", "{ pump.is-old: true }", "pump.is-old: true").replace(
          "gardener. }",
          "gardener., run: 'docker ps --format {{.Names}}' }",
        ),
      },
      [],
    ],
    [
      "braces in a way of asking",
      changed("asks.yaml", "look-for: What is wrong.", "look-for: What is wrong at {{ pump.name }}."),
      ["asks.yaml:4:13 placeholder-not-filled"],
    ],
    [
      "a fact that comes along with what is read",
      {
        [tested]: ruleText("tested", "{ pump.is-old: true }", "pump.is-old: true").replace(
          "It is so.",
          "It has {{ air.celsius }} degrees.",
        ),
      },
      [],
    ],
    [
      "a fact that has nothing to do with what is read",
      {
        ...changed(
          "facts/all.yaml",
          "Temperature of the air., ask: [walk]",
          "Temperature of the air., ask: [read]",
        ),
        ...changed(
          "asks.yaml",
          "walk:\n",
          "read:\n  title: Read\n  do: Read.\n  look-for: The number.\n  who: a gardener\n  minutes: 1\nwalk:\n",
        ),
        [tested]: ruleText("tested", "{ pump.is-old: true }", "pump.is-old: true").replace(
          "It is so.",
          "It has {{ air.celsius }} degrees.",
        ),
      },
      [`${tested}:6:1 because-of-another-fact`],
    ],
  ],
};

describe.each(Object.entries(cases))("%s", (_of, rows) => {
  it.each(rows)("%s", async (_what, changes, finds) => {
    expect(await found(changes)).toEqual(finds);
  });
});

describe("what is told", () => {
  it("names the tests that exclude each other", async () => {
    const { problems } = await lintGreenhouse(
      ruled("{ pump.is-old: true, air.celsius: { above: 5, at-most: 4 } }"),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      "This rule can never match, because these exclude each other: air.celsius is above 5; air.celsius is at most 4.",
    ]);
  });

  it("keeps proofs of sound rules where another file has a problem, and says nothing that may come of it", async () => {
    expect(
      await found({
        ...ruled("{ air.celsius: { above: 5, below: 4 } }"),
        ...changed("asks.yaml", "minutes: 9", "minutes: soon"),
        [other]: ruleText("zz-other", "{ air.celcius: 4 }", "air.celsius: 3"),
      }),
    ).toEqual(["asks.yaml:6:12 wrong-type", `${tested}:5:34 never-matches`, `${other}:5:9 unknown-fact`]);
  });
});
