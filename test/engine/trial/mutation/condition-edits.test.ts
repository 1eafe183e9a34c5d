import { describe, expect, it } from "vitest";
import { conditionEdits } from "../../../../engine/trial/mutation/condition-edits.ts";
import { withEdit } from "../../../../engine/trial/mutation/edit.ts";
import { flowYaml } from "../../../../engine/trial/mutation/flow-yaml.ts";
import { subjectsIn } from "../../../../engine/trial/mutation/subjects.ts";
import type { ConditionSource } from "../../../../schemas/generated/types.ts";
import { readYaml } from "../../../../schemas/text/read-yaml.ts";
import { packOf } from "../harbour.ts";

const { rulebook } = await packOf();
const subjects = subjectsIn(rulebook);

/** Each change of a condition, as the condition that it gives. */
async function changesOf(text: string): Promise<string[]> {
  const read = await readYaml(text, "x.yaml");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const source = read.value as ConditionSource;
  return conditionEdits(source, [], { subjects, rows: null }).map((edit) => flowYaml(withEdit(source, edit)));
}

describe("the changes of a condition", () => {
  it.each<[string, string, string[]]>([
    [
      "a number moves by one, and its comparison to each side",
      "toner.left: { below: 15 }",
      [
        "{ toner.left: { at-least: 15 } }",
        "{ toner.left: { at-most: 15 } }",
        "{ toner.left: { below: 14 } }",
        "{ toner.left: { below: 16 } }",
      ],
    ],
    [
      "a boolean turns",
      "printer.is-colour: true",
      ["{ portal.certificate.found: true }", "{ printer.is-colour: false }"],
    ],
    [
      "one of several values is taken for another",
      "printer.state: ready",
      ["{ printer.state: { is-not: ready } }", "{ printer.state: jammed }"],
    ],
    [
      "each of several alternatives is left out or taken for one that is not there",
      "printer.state: [ready, jammed]",
      [
        "{ not: { printer.state: [ready, jammed] } }",
        "{ printer.state: [jammed] }",
        "{ printer.state: [offline, jammed] }",
        "{ printer.state: [ready] }",
        "{ printer.state: [ready, offline] }",
      ],
    ],
    [
      "a version moves at its end, and one fact is taken for another of its type",
      'printer.firmware: { at-least: "6.2" }',
      [
        '{ printer.firmware-wanted: { at-least: "6.2" } }',
        '{ printer.firmware: { below: "6.2" } }',
        '{ printer.firmware: { above: "6.2" } }',
        '{ printer.firmware: { at-least: "6.1" } }',
        '{ printer.firmware: { at-least: "6.3" } }',
      ],
    ],
    [
      "an instant moves by a second",
      'spooler.restarted-at: { after: "2026-01-01T00:00:00Z" }',
      [
        '{ spooler.installed-at: { after: "2026-01-01T00:00:00Z" } }',
        '{ spooler.restarted-at: { before: "2026-01-01T00:00:00Z" } }',
        '{ spooler.restarted-at: { after: "2025-12-31T23:59:59Z" } }',
        '{ spooler.restarted-at: { after: "2026-01-01T00:00:01Z" } }',
      ],
    ],
    [
      "several facts: each left out, any of them enough",
      "printer.is-colour: true\nreported.pages: 3\n",
      [
        "{ any: [{ printer.is-colour: true }, { reported.pages: 3 }] }",
        "{ reported.pages: 3 }",
        "{ portal.certificate.found: true, reported.pages: 3 }",
        "{ printer.is-colour: false, reported.pages: 3 }",
        "{ printer.is-colour: true }",
      ],
    ],
    [
      "a group: all and any change places, each part is left out",
      "all: [{ rule.a: matches }, { rule.b: does-not-match }]",
      [
        "{ any: [{ rule.a: matches }, { rule.b: does-not-match }] }",
        "{ all: [{ rule.b: does-not-match }] }",
        "{ all: [{ rule.a: matches }] }",
        "{ all: [{ rule.a: does-not-match }, { rule.b: does-not-match }] }",
        "{ all: [{ rule.a: matches }, { rule.b: matches }] }",
      ],
    ],
    [
      "a negation is left out",
      "not: { printer.is-colour: true }",
      [
        "{ printer.is-colour: true }",
        "{ not: { portal.certificate.found: true } }",
        "{ not: { printer.is-colour: false } }",
      ],
    ],
    [
      "rows: none for some, without where, another field of the type",
      "some: jobs\nwhere: { pages: { above: 3 } }\n",
      [
        "{ none: jobs, where: { pages: { above: 3 } } }",
        "{ some: jobs }",
        "{ some: jobs, where: { printed: { above: 3 } } }",
        "{ some: jobs, where: { pages: { at-most: 3 } } }",
        "{ some: jobs, where: { pages: { at-least: 3 } } }",
        "{ some: jobs, where: { pages: { above: 2 } } }",
        "{ some: jobs, where: { pages: { above: 4 } } }",
      ],
    ],
    [
      "every row: one is enough",
      "every: jobs\namong: { account: clerk }\nwhere: { error: none }\n",
      [
        "{ some: jobs, where: { all: [{ account: clerk }, { error: none }] } }",
        "{ every: jobs, among: { account: { is-not: clerk } }, where: { error: none } }",
        "{ every: jobs, among: { account: night-shift }, where: { error: none } }",
        "{ every: jobs, among: { account: clerk }, where: { error: { is-not: none } } }",
      ],
    ],
    [
      "a time span moves by one",
      "some: events.spooler\nwhere: { time: { within-last: 30 days } }\n",
      [
        "{ none: events.spooler, where: { time: { within-last: 30 days } } }",
        "{ some: events.spooler }",
        "{ some: events.spooler, where: { not: { time: { within-last: 30 days } } } }",
        "{ some: events.spooler, where: { time: { within-last: 29 days } } }",
        "{ some: events.spooler, where: { time: { within-last: 31 days } } }",
      ],
    ],
    [
      "a comparison with another fact: its opposite, another fact",
      "printer.firmware: { fact: printer.firmware-wanted }",
      [
        "{ printer.firmware-wanted: { fact: printer.firmware-wanted } }",
        "{ printer.firmware: { differs-from: { fact: printer.firmware-wanted } } }",
      ],
    ],
    [
      "several operators: each left out",
      "toner.left: { above: 1, below: 15, exact: true }",
      expect.arrayContaining([
        "{ toner.left: { above: 1, below: 15 } }",
        "{ toner.left: { below: 15, exact: true } }",
        "{ toner.left: { above: 1, exact: true } }",
      ]),
    ],
    [
      "a text that is contained: as a beginning, and not at all",
      "printer.settings-path: { contains: [North, West] }",
      [
        "{ not: { printer.settings-path: { contains: [North, West] } } }",
        "{ printer.nickname: { contains: [North, West] } }",
        "{ printer.settings-path: { starts-with: [North, West] } }",
        "{ printer.settings-path: { contains: [West] } }",
        "{ printer.settings-path: { contains: [North] } }",
      ],
    ],
    [
      "rules that are ruled out: each left out, and the whole negated",
      "ruled-out: [a, b]",
      ["{ not: { ruled-out: [a, b] } }", "{ ruled-out: [b] }", "{ ruled-out: [a] }"],
    ],
    [
      "the faults of an area: the whole negated",
      "ruled-out: { area: toner }",
      ["{ not: { ruled-out: { area: toner } } }"],
    ],
    [
      "whether there is a value: the opposite",
      "printer.address: { set: true }",
      ["{ printer.address: { set: false } }"],
    ],
  ])("are: %s", async (_, text, changes) => {
    expect(await changesOf(text)).toEqual(changes);
  });
});
