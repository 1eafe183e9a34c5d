import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { TrialPlaces } from "../../../cli/test-command/load-trial.ts";
import { again, begin, type Session, type Step } from "../../../cli/test-command/session.ts";

const harbour = new URL("../../fixtures/packs/harbour-print-server", import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), "connector-doctor-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let count = 0;
let pack = "";
let places: TrialPlaces;

/** The pack of the fixtures with two cases, in a place of its own. */
beforeEach(() => {
  count += 1;
  pack = join(scratch, String(count), "harbour-print-server");
  cpSync(harbour, pack, { recursive: true });
  places = { pack, cases: null, rules: [] };
  write(
    "cases/pale/expected.yaml",
    "title: The pages are pale\nmatches: [toner-low]\nall-clear: []\ncannot-tell: [spooler-crashing]\nnext: [read-the-log]\n",
  );
  write(
    "cases/pale/facts.yaml",
    "facts: { toner.grams: 12, toner.grams-when-full: 800, printer.is-colour: true, printer.state: ready, printer.address: 'press.example:9100' }\n",
  );
  write("cases/jam/expected.yaml", "title: It is jammed\nmatches: []\ndoes-not-match: [toner-low]\n");
  write("cases/jam/facts.yaml", "facts: { printer.state: jammed }\n");
});

function write(path: string, text: string): string {
  const place = join(pack, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
  return place;
}

function change(path: string, from: string, to: string): string {
  const text = readFileSync(join(pack, path), "utf8");
  if (!text.includes(from)) throw new Error(`${path} does not read ${from}.`);
  return write(
    path,
    text.replace(from, () => to),
  );
}

function ran(step: Awaited<ReturnType<typeof begin>>): Step {
  if ("problems" in step) throw new Error(JSON.stringify(step.problems, null, 2));
  return step;
}

/** What a person is told. */
const told = ({ run }: Session) => ({
  examples: run.examples.map(({ rule, expected, found, passed, place, warnings }) => ({
    rule,
    expected,
    found,
    passed,
    place,
    warnings,
  })),
  cases: run.cases.map(({ trial }) => ({
    ...trial,
    differences: trial.differences.map((each) => ({ ...each, evidence: null })),
  })),
});

const amount = ({ examples, cases }: Step) => ({ examples, cases });

describe("after a change", () => {
  it.each<[string, () => string, { examples: number; cases: number }]>([
    [
      "of a number of a rule: its examples, and no case whose verdict stays",
      () => change("toner/toner-low.yaml", "at-least: 5", "at-least: 6"),
      { examples: 3, cases: 0 },
    ],
    [
      "of a number that turns a case: its examples and that case",
      () => change("toner/toner-low.yaml", "at-least: 5", "at-least: 799"),
      { examples: 3, cases: 1 },
    ],
    [
      "of a title: its examples",
      () => change("toner/toner-low.yaml", "should be changed soon", "runs out"),
      { examples: 3, cases: 0 },
    ],
    [
      "of a severity: its examples, and the case that it matches in",
      () => change("toner/toner-low.yaml", "severity: info", "severity: low"),
      { examples: 3, cases: 1 },
    ],
    [
      "of what an open rule waits for: the case that asks for the next steps",
      () => change("spooler/spooler-crashing.yaml", "printer.firmware: {", "printer.firmware-wanted: {"),
      { examples: 4, cases: 1 },
    ],
    [
      "of an example: the examples of its rule",
      () => change("spooler/queue-stalled.yaml", "jobs.failed: 5", "jobs.failed: 4"),
      { examples: 3, cases: 0 },
    ],
    [
      "of a rule that another one reads: the other one, too, where a verdict turned",
      () => change("spooler/queue-stalled.yaml", "above: 4", "above: 8"),
      { examples: 6, cases: 0 },
    ],
    [
      "of a fact: everything",
      () => change("facts/printer.yaml", "at-most: 2 }", "at-most: 3 }"),
      { examples: 32, cases: 2 },
    ],
    [
      "of what a case expects: that case",
      () => change("cases/jam/expected.yaml", "It is jammed", "Paper is stuck"),
      { examples: 0, cases: 1 },
    ],
    [
      "of the facts of a case: that case",
      () => change("cases/jam/facts.yaml", "jammed", "offline"),
      { examples: 0, cases: 1 },
    ],
    ["of nothing that counts: nothing", () => write("notes.txt", "later"), { examples: 0, cases: 0 }],
  ])("%s is tried again, and all is as if it were", async (_, makeChange, expected) => {
    const first = ran(await begin(places));
    expect(told(first.session).cases.map(({ differences }) => differences)).toEqual([[], []]);
    const path = makeChange();
    const next = ran(await again(first.session, [path], places));
    expect(amount(next)).toEqual(expected);
    expect(told(next.session)).toEqual(told(ran(await begin(places)).session));
  });

  it("that cannot be read goes on with what was tried before, and then with all that changed", async () => {
    const first = ran(await begin(places));
    const path = change("toner/toner-low.yaml", "toner.used: { at", "toner.usde: { at");
    const broken = await again(first.session, [path], places);
    if (!("problems" in broken)) throw new Error("It was read.");
    expect(broken.problems.map(({ code, line }) => [code, line])).toEqual([["unknown-fact", 10]]);
    change("toner/toner-low.yaml", "toner.usde: { at-least: 5", "toner.used: { at-least: 799");
    const mended = ran(await again(first.session, [path], places));
    expect(amount(mended)).toEqual({ examples: 3, cases: 1 });
    expect(told(mended.session)).toEqual(told(ran(await begin(places)).session));
  });

  it("tries a case that failed again, whatever changed", async () => {
    change("cases/jam/expected.yaml", "does-not-match", "cannot-tell");
    const first = ran(await begin(places));
    const path = change("certificate/portal-certificate-expired.yaml", "Renew the", "Renew that");
    expect(amount(ran(await again(first.session, [path], places)))).toEqual({ examples: 4, cases: 1 });
  });

  it("follows a case that is new, and one that is gone", async () => {
    const first = ran(await begin(places));
    write("cases/new/facts.yaml", "facts: { printer.state: offline }\n");
    const path = write("cases/new/expected.yaml", "title: It is off\nmatches: []\n");
    const second = ran(await again(first.session, [path], places));
    expect(amount(second)).toEqual({ examples: 0, cases: 1 });
    expect(second.session.run.cases.map(({ trial }) => trial.name)).toEqual(["jam", "new", "pale"]);
    rmSync(join(pack, "cases/new"), { recursive: true });
    const third = ran(await again(second.session, [join(pack, "cases/new")], places));
    expect(third.session.run.cases.map(({ trial }) => trial.name)).toEqual(["jam", "pale"]);
  });

  it("follows rules that are new", async () => {
    const first = ran(await begin(places));
    const text = readFileSync(join(pack, "toner/toner-low.yaml"), "utf8").replace(
      "id: toner-low",
      "id: toner-lower",
    );
    const second = ran(await again(first.session, [write("toner/toner-lower.yaml", text)], places));
    expect(told(second.session)).toEqual(told(ran(await begin(places)).session));
    expect(second.session.run.cases.map(({ trial }) => trial.differences.length)).toEqual([0, 1]);
  });

  it("looks at everything where the system does not say what changed", async () => {
    const first = ran(await begin(places));
    change("cases/jam/facts.yaml", "jammed", "offline");
    change("toner/toner-low.yaml", "at-least: 5", "at-least: 799");
    const next = ran(await again(first.session, null, places));
    expect(told(next.session)).toEqual(told(ran(await begin(places)).session));
  });

  it("keeps to the rules that were named", async () => {
    places = { ...places, rules: ["toner-low"] };
    const first = ran(await begin(places));
    expect(first.session.run.examples.map(({ rule }) => rule)).toEqual([
      "toner-low",
      "toner-low",
      "toner-low",
    ]);
    const other = change("spooler/queue-stalled.yaml", "above: 4", "above: 5");
    expect(amount(ran(await again(first.session, [other], places)))).toEqual({ examples: 0, cases: 0 });
    const own = change("toner/toner-low.yaml", "at-least: 5", "at-least: 6");
    expect(amount(ran(await again(first.session, [own, other], places)))).toEqual({ examples: 3, cases: 0 });
  });
});
