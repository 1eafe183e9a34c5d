import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packSchemas } from "../../../engine/authoring/pack-schemas.ts";
import { layOut } from "../../../engine/authoring/schema/layout.ts";
import { readRulebook } from "../../../engine/rulebook/load.ts";
import { fileKind } from "../../../engine/rulebook/parse/file-kind.ts";
import type { PackFile } from "../../../engine/rulebook/source.ts";
import { filesOf, harbour, packAtHand, shipped } from "./packs.ts";

type Check = (file: string, value: unknown) => string[];

/** The tool takes a value of a one-of in any capitals, an editor only in those of the catalogue. */
const inOtherCapitals = "toner/toner-low.yaml/examples/matches/0/printer.state";

/** A checker that knows the standard only, and nothing of the words for editors. */
function checkerOf(schemas: Readonly<Record<string, string>>): Check {
  const ajv = new Ajv({ strict: false, allErrors: true });
  for (const [file, text] of Object.entries(schemas)) ajv.addSchema(JSON.parse(text), file);
  return (file, value) => {
    const validate = ajv.getSchema(file);
    if (validate === undefined) throw new Error(`There is no schema ${file}.`);
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

function schemaFor({ path }: PackFile): string {
  const { kind } = fileKind(path);
  return `${kind}.schema.json`;
}

const contentOf = ({ text }: PackFile): unknown => parse(text, { version: "1.2" });

describe("the schemas of a pack", () => {
  it.each([
    ["the shipped pack", [shipped]],
    ["another pack", [harbour]],
    ["a pack that extends another one", [harbour, "test/fixtures/packs/harbour-night-shift"]],
  ])("fit every file of %s", async (_, folders) => {
    const files = folders.flatMap(filesOf);
    const { rulebook, problems } = await readRulebook(files, null);
    expect(problems).toEqual([]);
    const check = checkerOf(packSchemas(rulebook));
    const complaints = files.flatMap((file) =>
      check(schemaFor(file), contentOf(file)).map((complaint) => `${file.path}${complaint}`),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(complaints.filter((complaint) => !complaint.startsWith(inOtherCapitals))).toEqual([]);
  });

  it("lie beside the shipped pack as they would be written now (connector-doctor schema writes them)", async () => {
    const { read } = await packAtHand(shipped);
    const stale = Object.entries(packSchemas(read.rulebook)).filter(
      ([file, text]) => readFileSync(`${shipped}/.schema/${file}`, "utf8") !== text,
    );
    expect(stale.map(([file]) => file)).toEqual([]);
  });

  it("are the same whatever order the files of the pack come in", async () => {
    const files = filesOf(harbour);
    const [one, other] = await Promise.all([
      readRulebook(files, null),
      readRulebook(files.toReversed(), null),
    ]);
    expect(packSchemas(other.rulebook)).toEqual(packSchemas(one.rulebook));
  });

  it("can be made of a pack that has nothing yet", async () => {
    const text =
      'id: bare\nversion: "0.1.0"\ntitle: Bare\nminimum-tool-version: "0.1.0"\nmaintainers: [x]\nlanguages: [en]\n';
    const { rulebook } = await readRulebook(
      [{ pack: "bare", path: "pack.yaml", shownAs: "pack.yaml", text }],
      null,
    );
    const check = checkerOf(packSchemas(rulebook));
    expect(check("pack.schema.json", parse(text))).toEqual([]);
    expect(check("rule.schema.json", { id: "x" })).not.toEqual([]);
    expect(
      check("flowchart.schema.json", { id: "x", title: "x", start: "a", steps: [{ id: "a", end: "x" }] }),
    ).toEqual([]);
  });

  it("take less than four kilobytes a fact or rule, with no line longer than its one text", async () => {
    const { read } = await packAtHand(shipped);
    const texts = Object.values(packSchemas(read.rulebook));
    expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(
      4_000 * (Object.keys(read.rulebook.facts).length + read.rulebook.rules.length),
    );
    for (const line of texts.join("").split("\n")) {
      if (line.length > 110) expect(line).toMatch(/^ *(?:"[^"]*": )?(?:"(?:[^"\\]|\\.)*"|\[|\{)?,?$/);
    }
  });
});

describe("a schema refuses what lint would refuse", () => {
  let check: Check;
  beforeAll(async () => {
    const { read } = await packAtHand(harbour);
    check = checkerOf(packSchemas(read.rulebook));
  });

  const rule = {
    id: "lamp-out",
    title: "The lamp is out",
    severity: "low",
    confidence: "likely",
    when: { "printer.is-colour": true },
    because: "It is dark.",
    fix: [{ do: "Change it." }],
    examples: {
      matches: [{ "printer.is-colour": true }],
      "does-not-match": [{ "printer.is-colour": false }],
    },
  };

  it("but not this", () => {
    expect(check("rule.schema.json", rule)).toEqual([]);
  });

  it.each<[string, object]>([
    ["an unknown fact", { when: { "printer.colour": true } }],
    ["a list tested like a value", { when: { jobs: true } }],
    ["a row tested like a value", { when: { "portal.certificate": true } }],
    ["a value of another type", { when: { "printer.is-colour": "red" } }],
    ["an operator of another type", { when: { "printer.is-colour": { above: 3 } } }],
    ["no operator at all", { when: { "printer.is-colour": {} } }],
    ["an empty condition", { when: {} }],
    ["an empty group", { when: { all: [] } }],
    ["an unknown fact deep inside", { when: { any: [{ not: { "printer.colour": true } }] } }],
    ["an unknown list", { when: { some: "job", where: { queue: "a" } } }],
    ["an unknown field", { when: { some: "jobs", where: { colour: "a" } } }],
    ["an unknown field among", { when: { every: "jobs", among: { colour: 1 }, where: { queue: "a" } } }],
    ["rows inside rows", { when: { some: "jobs", where: { some: "jobs" } } }],
    ["a field outside of rows", { when: { "printer.is-colour": { field: "queue" } } }],
    ["whether a field is known", { when: { some: "jobs", where: { queue: { known: true } } } }],
    ["an unknown rule", { when: { "rule.lamp-out-too": "matches" } }],
    ["an unknown area", { when: { "ruled-out": { area: "lamps" } } }],
    ["the severity of a symptom", { kind: "symptom" }],
    ["a fault without a fix", { fix: undefined }],
    ["itself explained by an all-clear", { explains: ["printing-is-sound"] }],
    [
      "an example with an unknown fact",
      { examples: { ...rule.examples, matches: [{ "printer.colour": true }] } },
    ],
    [
      "an example with a wrong value",
      { examples: { ...rule.examples, matches: [{ "printer.is-colour": 3 }] } },
    ],
    ["an example with an empty list", { examples: { ...rule.examples, matches: [{ jobs: [] }] } }],
    [
      "an example with an unknown field",
      { examples: { ...rule.examples, matches: [{ jobs: [{ colour: 1 }] }] } },
    ],
  ])("%s", (_, change) => {
    expect(check("rule.schema.json", { ...rule, ...change })).not.toEqual([]);
  });
});

describe("the schema of ways of asking", () => {
  const complaintsAbout = async (looksAt: unknown) => {
    const { read } = await packAtHand(harbour);
    const ask = { title: "Look", do: "Look.", "look-for": "Jobs.", who: "a clerk", minutes: 7 };
    const value = { look: { ...ask, "looks-at": looksAt } };
    return checkerOf(packSchemas(read.rulebook))("asks.schema.json", value);
  };

  it.each([
    ["a part of a list", { jobs: { account: "clerk" } }],
    [
      "several values",
      { jobs: { account: ["clerk", "night-shift"] }, "portal.certificates": { store: "user" } },
    ],
  ])("takes %s", async (_, looksAt) => expect(await complaintsAbout(looksAt)).toEqual([]));

  it.each([
    ["a fact that is no list", { "printer.port": { account: "clerk" } }],
    ["a list that follows from others", { "jobs.same-queue": { queue: "West" } }],
    ["a list that is divided by time alone", { "events.spooler": { time: "2026-06-01T06:30:00Z" } }],
    ["a field that the list is not covered by", { jobs: { queue: "West" } }],
    ["a value that the field does not have", { jobs: { account: "nobody" } }],
    ["no value", { jobs: { account: [] } }],
    ["no field", { jobs: {} }],
  ])("refuses %s", async (_, looksAt) => expect(await complaintsAbout(looksAt)).not.toEqual([]));
});

describe("the schema of a flowchart", () => {
  const flowchart = (arrow: unknown) => ({
    id: "x",
    title: "x",
    start: "a",
    steps: [
      { id: "a", ask: "Is it?", when: { "printer.is-colour": true }, "if-yes": arrow, "if-no": "done" },
    ],
  });
  const complaintsAbout = async (arrow: unknown) => {
    const { read } = await packAtHand(harbour);
    return checkerOf(packSchemas(read.rulebook))("flowchart.schema.json", flowchart(arrow));
  };

  it.each([
    ["a step of the pack", "done"],
    ["a new step", "lamp"],
    ["another chart", { chart: "paper" }],
  ])("takes an arrow to %s", async (_, arrow) => expect(await complaintsAbout(arrow)).toEqual([]));

  it.each([
    ["two charts", { chart: "paper", charts: "ink" }],
    ["nothing", {}],
    ["a list", ["done"]],
  ])("refuses an arrow to %s", async (_, arrow) => expect(await complaintsAbout(arrow)).not.toEqual([]));
});

describe("the layout of a schema", () => {
  it("is JSON that says the same", async () => {
    const { read } = await packAtHand(harbour);
    for (const text of Object.values(packSchemas(read.rulebook))) expect(layOut(JSON.parse(text))).toBe(text);
  });

  it.each([
    ["nothing", {}, "{}\n"],
    ["what fits", { a: [1, "b", null], c: { d: true } }, '{ "a": [1, "b", null], "c": { "d": true } }\n'],
    [
      "what does not",
      { a: ["x".repeat(60), "y".repeat(60)] },
      `{\n  "a": [\n    "${"x".repeat(60)}",\n    "${"y".repeat(60)}"\n  ]\n}\n`,
    ],
  ])("breaks lines only where it has to: %s", (_, value, text) => {
    expect(layOut(value)).toBe(text);
  });
});
