import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Editor, openEditor } from "./language-server.ts";
import { root, run } from "./run.ts";
import { scratch } from "./scratch.ts";

const pack = "rules/entra-private-network-connector";
const settings: Record<string, unknown> = JSON.parse(readFileSync(`${root}.vscode/settings.json`, "utf8"));
const disk = scratch();
let editor: Editor;

beforeAll(async () => {
  editor = await openEditor(root, { schemas: settings["yaml.schemas"] });
});
afterAll(() => editor.stop());

const yamlBelow = (folder: string): string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => `${folder}/${path}`);

describe("with the settings of this repository", () => {
  it.each([pack, "test/cases", "examples"])(
    "an editor has no complaint of any file in %s",
    async (folder) => {
      const complaints = await Promise.all(
        yamlBelow(folder).map(async (path) => ({
          path,
          found: await editor.diagnose(path, readFileSync(`${root}${path}`, "utf8")),
        })),
      );
      expect(complaints.length).toBeGreaterThan(2);
      expect(complaints.filter(({ found }) => found.length > 0)).toEqual([]);
    },
  );
});

const rule = `id: lamp-out
title: The lamp of the server room is out
severity: low
confidence: likely
explains: [connector-inactive]
when:
  backend.seconds: { above: 77 }
because: Nobody sees anything.
fix:
  - do: Put a new lamp in.
references:
  - { title: Lamps, url: "https://example.com/lamps", dated: "2026-05-05" }
examples:
  matches:
    - backend.seconds: 78
  does-not-match:
    - backend.seconds: 76
`;

const catalogue = `lamp.state:
  type: one-of
  values: [bright, dim]
  description: How bright the lamp is.
  ask: [services]
lamp.bright:
  type: boolean
  description: Whether it is bright enough.
  derived:
    cases:
      - when: { services.connector.state: running }
        value: true
      - otherwise: false
lamp.failures:
  type: number
  description: How many tries failed.
  derived:
    count: network.probes
    where: { failed-at: connect }
`;

const flowchart = `# yaml-language-server: $schema=.schema/flowchart.schema.json
id: lamps
title: Why it is dark
start: look
steps:
  - id: look
    ask: Does the lamp burn?
    when:
      backend.loads: true
    if-yes: done
    if-no: change
    rules: [backend-unreachable]
  - id: change
    do: Change the lamp.
    then: done
  - id: done
    end: It is bright.
`;

const head = "# yaml-language-server: $schema=.schema/flowchart.schema.json\n";

const texts = { rule, catalogue, flowchart } as const;
type Kind = keyof typeof texts;
const places: Record<Kind, string> = {
  rule: `${pack}/server/lamp-out.yaml`,
  catalogue: `${pack}/facts/lamp.yaml`,
  flowchart: `${pack}/flowchart.yaml`,
};

/** The text with one part of it replaced, which must be there once. */
function changed(kind: Kind, from: string, to: string): string {
  expect(texts[kind].split(from)).toHaveLength(2);
  return texts[kind].replace(from, () => to);
}

describe("an editor", () => {
  it.concurrent.each(Object.keys(texts) as Kind[])("has no complaint of a sound %s", async (kind) => {
    expect(await editor.diagnose(places[kind], texts[kind])).toEqual([]);
  });

  it.concurrent.each<[what: string, kind: Kind, from: string, to: string, place: string, message: RegExp]>([
    [
      "a misspelt fact",
      "rule",
      "backend.seconds: { above: 77 }",
      "backend.secnds: { above: 77 }",
      "7:3",
      /No fact is called so/,
    ],
    [
      "an operator that does not fit",
      "rule",
      "{ above: 77 }",
      "{ contains: slow }",
      "7:22",
      /contains is not allowed/,
    ],
    ["a misspelt operator", "rule", "{ above: 77 }", "{ abvoe: 77 }", "7:22", /abvoe is not allowed/],
    ["a text for a number", "rule", "{ above: 77 }", "{ above: seventy }", "7:29", /Write the number alone/],
    [
      "a value that a one-of has not",
      "rule",
      "backend.seconds: { above: 77 }",
      "services.connector.state: runing",
      "7:29",
      /"running", "stopped"/,
    ],
    [
      "one of several values that a one-of has not",
      "rule",
      "backend.seconds: { above: 77 }",
      "services.connector.state: [stopped, runing]",
      "7:39",
      /"running", "stopped"/,
    ],
    [
      "a text that looks like a number",
      "rule",
      "backend.seconds: { above: 77 }",
      "trust.thumbprint: 4905",
      "7:21",
      /Put the thumbprint in quotes/,
    ],
    [
      "yes for a boolean",
      "rule",
      "backend.seconds: { above: 77 }",
      "backend.loads: yes",
      "7:18",
      /Write true, false or none/,
    ],
    [
      "none for a fact that is never none",
      "rule",
      "backend.seconds: { above: 77 }",
      "trust.in-user-store: none",
      "7:24",
      /Write true or false/,
    ],
    [
      "a list that is not there",
      "rule",
      "backend.seconds: { above: 77 }",
      "some: network.prober\n  where: { port: 8443 }",
      "7:9",
      /no list of this name/,
    ],
    [
      "a field that the rows have not",
      "rule",
      "backend.seconds: { above: 77 }",
      "some: network.probes\n  where: { prt: 8443 }",
      "8:12",
      /network.probes have no field/,
    ],
    [
      "every without among",
      "rule",
      "backend.seconds: { above: 77 }",
      "every: network.probes\n  where: { port: 8443 }",
      "7:3",
      /missing property among/,
    ],
    [
      "a fact of another type to compare with",
      "rule",
      "{ above: 77 }",
      "{ above: { fact: host.os.kind } }",
      "7:37",
      /can be compared with it/,
    ],
    [
      "a rule that is not there",
      "rule",
      "explains: [connector-inactive]",
      "explains: [connector-inactiv]",
      "5:12",
      /is called so/,
    ],
    [
      "an all-clear among what is explained",
      "rule",
      "explains: [connector-inactive]",
      "explains: [tls-is-sound]",
      "5:12",
      /fault or advisory or symptom/,
    ],
    [
      "a verdict that nobody can ask for",
      "rule",
      "backend.seconds: { above: 77 }",
      "rule.tls-is-sound: cannot-tell",
      "7:22",
      /"matches", "does-not-match"/,
    ],
    [
      "a missing key",
      "rule",
      "title: The lamp of the server room is out\n",
      "",
      "1:1",
      /Missing property "title"/,
    ],
    ["a key that its kind needs", "rule", "severity: low\n", "", "1:1", /Missing property "severity"/],
    [
      "a key that its kind cannot have",
      "rule",
      "because: Nobody",
      "said: [It is dark]\nbecause: Nobody",
      "8:1",
      /of the kind fault cannot have/,
    ],
    [
      "a misspelt key",
      "rule",
      "because: Nobody",
      "comonness: rare\nbecause: Nobody",
      "8:1",
      /comonness is not allowed/,
    ],
    [
      "a severity that there is not",
      "rule",
      "severity: low",
      "severity: lowest",
      "3:11",
      /"critical", "high"/,
    ],
    [
      "a fact of an example that is not there",
      "rule",
      "- backend.seconds: 78",
      "- backend.secnds: 78",
      "15:7",
      /No fact of the pack is called so/,
    ],
    [
      "a value of an example that does not fit",
      "rule",
      "- backend.seconds: 78",
      "- backend.seconds: much",
      "15:24",
      /none|Write the number/,
    ],
    [
      "a field of an example that is not there",
      "rule",
      "- backend.seconds: 78",
      "- network.probes: [{ prt: 1 }]",
      "15:26",
      /prt is not allowed/,
    ],
    ["a misspelt type", "catalogue", "type: boolean", "type: boolen", "7:9", /"boolean", "number"/],
    [
      "a one-of without values",
      "catalogue",
      "  values: [bright, dim]\n",
      "",
      "1:1",
      /one-of needs its values/,
    ],
    [
      "a way of asking that is not there",
      "catalogue",
      "ask: [services]",
      "ask: [servces]",
      "5:9",
      /no way of asking of this name/,
    ],
    [
      "a fact in a case that is not there",
      "catalogue",
      "services.connector.state: running",
      "services.conector.state: running",
      "11:17",
      /No fact is called so/,
    ],
    [
      "a rule in a derived fact",
      "catalogue",
      "services.connector.state: running",
      "rule.tls-is-sound: matches",
      "11:17",
      /No fact is called so/,
    ],
    [
      "a list to count that is not there",
      "catalogue",
      "count: network.probes",
      "count: network.prober",
      "18:12",
      /no list of this name/,
    ],
    [
      "a field to count by that is not there",
      "catalogue",
      "where: { failed-at: connect }",
      "where: { failed: connect }",
      "19:14",
      /have no field/,
    ],
    [
      "no kind of derivation",
      "catalogue",
      "    count: network.probes\n    where: { failed-at: connect }",
      "    cuont: network.probes",
      "17:3",
      /One of these keys is needed: pick, cases/,
    ],
    [
      "a fact in a question that is not there",
      "flowchart",
      "backend.loads: true",
      "backend.load: true",
      "9:7",
      /No fact is called so/,
    ],
    [
      "a rule of a step that is not there",
      "flowchart",
      "rules: [backend-unreachable]",
      "rules: [backend-unreachabl]",
      "12:13",
      /There is no rule of this name/,
    ],
    [
      "a question without one of its ends",
      "flowchart",
      "    if-no: change\n",
      "",
      "6:5",
      /Missing property "if-no"/,
    ],
    [
      "a step that is nothing",
      "flowchart",
      "    end: It is bright.\n",
      "",
      "16:5",
      /One of these keys is needed: ask, do, end/,
    ],
  ])("points at %s (%s)", async (_, kind, from, to, place, message) => {
    const complaints = await editor.diagnose(places[kind], changed(kind, from, to));
    expect(complaints.map(({ line, column }) => `${line}:${column}`)).toEqual([place]);
    expect(complaints[0]?.message).toMatch(message);
  });

  it.concurrent.each<
    [where: string, kind: Kind, text: string, labels: readonly string[], not: readonly string[]]
  >([
    [
      "in when",
      "rule",
      "when:\n  ¦\n",
      ["backend.seconds", "all", "some", "ruled-out", "rule.tls-is-sound"],
      ["network.probes"],
    ],
    [
      "behind a group",
      "rule",
      "when:\n  all:\n    - ¦\n",
      ["backend.seconds", "any", "none"],
      ["network.probes"],
    ],
    [
      "behind a number",
      "rule",
      "when:\n  backend.seconds: ¦\n",
      ["{ above: … }", "{ below: … }"],
      ["{ contains: … }"],
    ],
    [
      "below a number",
      "rule",
      "when:\n  backend.seconds:\n    ¦\n",
      ["above", "at-most", "same-as"],
      ["contains", "within-last"],
    ],
    ["between braces", "rule", "when:\n  backend.seconds: { a¦ }\n", ["above", "at-least"], ["contains"]],
    [
      "behind a one-of",
      "rule",
      "when:\n  services.connector.state: ¦\n",
      ["running", "stopped", "none"],
      ["{ above: … }"],
    ],
    ["in a list of values", "rule", "when:\n  services.connector.state: [¦]\n", ["running", "stopped"], []],
    ["behind a boolean", "rule", "when:\n  trust.in-user-store: ¦\n", ["true", "false"], ["none"]],
    [
      "behind a timestamp",
      "rule",
      "when:\n  host.boot-time: ¦\n",
      ["{ within-last: … }", "{ before: … }"],
      ["{ above: … }"],
    ],
    ["behind some", "rule", "when:\n  some: ¦\n", ["network.probes", "certificates"], ["backend.seconds"]],
    [
      "in where",
      "rule",
      "when:\n  some: network.probes\n  where:\n    ¦\n",
      ["failed-at", "port", "any"],
      ["backend.seconds", "some"],
    ],
    [
      "behind a field",
      "rule",
      "when:\n  some: network.probes\n  where:\n    failed-at: ¦\n",
      ["handshake", "proxy"],
      ["running"],
    ],
    [
      "behind a fact to compare with",
      "rule",
      "when:\n  backend.seconds:\n    above:\n      fact: ¦\n",
      ["backend.seconds", "host.os.build"],
      ["backend.loads"],
    ],
    [
      "behind a field to compare with",
      "rule",
      "when:\n  some: network.probes\n  where:\n    port:\n      same-as:\n        field: ¦\n",
      ["proxy-status"],
      [],
    ],
    [
      "behind a list to look in",
      "rule",
      "when:\n  some: tls.server-certificates\n  where:\n    root-thumbprint:\n      in:\n        list: ¦\n",
      ["public-roots"],
      ["endpoints"],
    ],
    ["among what is ruled out", "rule", "when:\n  ruled-out:\n    - ¦\n", ["port-443-blocked"], []],
    ["behind an area", "rule", "when:\n  ruled-out:\n    area: ¦\n", ["trust", "network"], []],
    [
      "behind the verdict of a rule",
      "rule",
      "when:\n  rule.tls-is-sound: ¦\n",
      ["matches", "does-not-match"],
      ["cannot-tell"],
    ],
    [
      "among what is explained",
      "rule",
      "explains:\n  - ¦\n",
      ["connector-inactive", "gateway-time-out"],
      ["tls-is-sound"],
    ],
    ["behind refines", "rule", "refines: ¦\n", ["connector-inactive"], ["gateway-time-out", "tls-is-sound"]],
    [
      "behind set-aside-by",
      "rule",
      "set-aside-by: ¦\n",
      ["tls-is-sound", "port-443-blocked"],
      ["gateway-time-out"],
    ],
    ["at the top of a rule", "rule", "¦\n", ["id", "title", "when", "examples", "severity"], []],
    [
      "in an example",
      "rule",
      "examples:\n  matches:\n    - ¦\n",
      ["backend.seconds", "network.probes", "now"],
      ["all"],
    ],
    [
      "behind a fact of an example",
      "rule",
      "examples:\n  matches:\n    - services.connector.state: ¦\n",
      ["running", "none"],
      [],
    ],
    [
      "in a row of an example",
      "rule",
      "examples:\n  matches:\n    - network.probes:\n        - ¦\n",
      ["host", "failed-at"],
      ["backend.seconds"],
    ],
    ["in a fix step", "rule", "fix:\n  - ¦\n", ["do", "run", "expect", "only-when"], []],
    ["in a fact", "catalogue", "lamp.state:\n  ¦\n", ["type", "description", "ask", "derived"], []],
    ["behind the type of a fact", "catalogue", "lamp.state:\n  type: ¦\n", ["one-of", "list", "record"], []],
    [
      "among ways of asking",
      "catalogue",
      "lamp.state:\n  type: text\n  ask:\n    - ¦\n",
      ["services", "connector-events"],
      [],
    ],
    [
      "in a derivation",
      "catalogue",
      "lamp.state:\n  type: text\n  derived:\n    ¦\n",
      ["pick", "cases", "days-until", "looked-up"],
      [],
    ],
    [
      "in the where of a count",
      "catalogue",
      "lamp.count:\n  type: number\n  derived:\n    count: network.probes\n    where:\n      ¦\n",
      ["failed-at", "port"],
      ["backend.seconds"],
    ],
    [
      "behind a kind of reading",
      "catalogue",
      "lamp.state:\n  type: text\n  collect:\n    - kind: ¦\n",
      ["xml-element", "events", "certificates"],
      [],
    ],
    [
      "behind the field of a list",
      "catalogue",
      "lamps:\n  type: list\n  of:\n    name: ¦\n",
      ["text", "boolean"],
      ["list"],
    ],
    ["in a step", "flowchart", `${head}steps:\n  - ¦\n`, ["id", "ask", "do", "end"], []],
    [
      "in a question",
      "flowchart",
      `${head}steps:\n  - ask: Is it dark?\n    ¦\n`,
      ["when", "if-yes", "if-no"],
      [],
    ],
    [
      "in the condition of a question",
      "flowchart",
      `${head}steps:\n  - ask: Is it dark?\n    when:\n      ¦\n`,
      ["backend.loads", "rule.tls-is-sound"],
      [],
    ],
    [
      "among the rules of a step",
      "flowchart",
      `${head}steps:\n  - ask: Is it dark?\n    rules:\n      - ¦\n`,
      ["port-443-blocked"],
      [],
    ],
    [
      "behind the next step",
      "flowchart",
      `${head}steps:\n  - do: Look.\n    then: ¦\n`,
      ["test-ports", "find-group"],
      [],
    ],
  ])("offers %s of a %s what can stand there", async (_, kind, text, labels, not) => {
    const offered = await editor.complete(places[kind], text);
    const found = offered.map(({ label }) => label);
    expect(found).toEqual(expect.arrayContaining([...labels]));
    expect(found.filter((label) => not.includes(label))).toEqual([]);
  });

  it.concurrent.each<[kind: Kind, text: string]>([
    ["rule", "when:\n  ¦\n"],
    ["rule", "when:\n  backend.seconds:\n    ¦\n"],
    ["rule", "when:\n  some: certificates\n  where:\n    ¦\n"],
    ["rule", "examples:\n  matches:\n    - ¦\n"],
    ["rule", "explains:\n  - ¦\n"],
    ["catalogue", "lamp.state:\n  ¦\n"],
    ["flowchart", `${head}steps:\n  - ask: Is it dark?\n    ¦\n`],
  ])("says of everything that it offers what it means (%s: %j)", async (kind, text) => {
    const offered = await editor.complete(places[kind], text);
    expect(offered.length).toBeGreaterThan(5);
    expect(offered.filter(({ documentation }) => documentation === "").map(({ label }) => label)).toEqual([]);
  });

  it.concurrent.each<[what: string, text: string, inserted: string, label: string]>([
    ["a fact with its colon", "when:\n  backend.s¦\n", "backend.seconds: ", "backend.seconds"],
    ["an operator with its colon", "when:\n  backend.seconds:\n    ¦\n", "above: ", "above"],
    ["a comparison ready to fill in", "when:\n  backend.seconds: ¦\n", `{ above: $\{1:0} }`, "{ above: … }"],
    ["a boolean without quotes", "when:\n  trust.in-user-store: ¦\n", "true", "true"],
  ])("writes %s", async (_, text, inserted, label) => {
    const offered = await editor.complete(places.rule, text);
    expect(offered.find((each) => each.label === label)?.insertText).toBe(inserted);
  });

  it.concurrent.each<[what: string, kind: Kind, text: string, said: readonly RegExp[]]>([
    [
      "a fact",
      "rule",
      "when:\n  back¦end.seconds: 3\n",
      [/^#### backend\.seconds/, /how many seconds the app answers/, /number of seconds, may be none/],
    ],
    [
      "an operator",
      "rule",
      "when:\n  backend.seconds: { ab¦ove: 3 }\n",
      [/The number or version is greater/],
    ],
    ["a value", "rule", "when:\n  services.connector.state: run¦ning\n", [/`running`/, /`stopped`/]],
    ["a list", "rule", "when:\n  some: network.pro¦bes\n", [/Attempts to reach an address/]],
    [
      "a field",
      "rule",
      "when:\n  some: network.probes\n  where: { fail¦ed-at: name }\n",
      [/failed-at of network\.probes/, /How far it got/],
    ],
    ["a rule", "rule", "explains: [connector-in¦active]\n", [/The portal shows the connector as inactive/]],
    ["a key", "rule", "sever¦ity: low\n", [/How bad it is for the users/, /`critical`/]],
    ["a condition", "rule", "wh¦en:\n  backend.seconds: 3\n", [/Either one group/]],
    [
      "a fact of an example",
      "rule",
      "examples:\n  matches:\n    - back¦end.seconds: 3\n",
      [/how many seconds the app answers/],
    ],
    ["a key of a fact", "catalogue", "lamp.state:\n  ty¦pe: text\n", [/The type of the value/]],
    ["a way of asking", "catalogue", "lamp.state:\n  type: text\n  ask: [serv¦ices]\n", [/services/i]],
    [
      "a fact in a derivation",
      "catalogue",
      "lamp.state:\n  type: text\n  derived:\n    cases:\n      - when: { backend.lo¦ads: true }\n        value: x\n",
      [/boolean/],
    ],
    [
      "a question",
      "flowchart",
      `${head}steps:\n  - id: look\n    a¦sk: Is it dark?\n`,
      [/The question, answered by yes or no/],
    ],
    [
      "a rule of a step",
      "flowchart",
      `${head}steps:\n  - id: look\n    ask: Is it dark?\n    rules: [port-443¦-blocked]\n`,
      [/Port 443/],
    ],
  ])("explains %s of a %s to who hovers over it", async (_, kind, text, said) => {
    const shown = await editor.hover(places[kind], text);
    for (const part of said) expect(shown).toMatch(part);
    expect(shown).not.toMatch(/Source \||\|\|/);
  });
});

describe("with the line that new files have", () => {
  it("an editor knows a pack as soon as it is made, and a rule as soon as it is new", async () => {
    const folder = disk.write({ "README.md": "x" }, "packs").replace(/README\.md$/, "");
    await run(["new", "pack", "lamp-post", "--dir", folder]);
    const made = `${folder}lamp-post`;
    const { exitCode } = await run([
      ...[
        "new",
        "rule",
        "bulb-missing",
        "--pack",
        made,
        "--area",
        "first-area",
        "--fact",
        "first-area.broken",
      ],
    ]);
    expect(exitCode).toBe(0);
    const files = readdirSync(made, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".yaml"),
    );
    expect(files).toHaveLength(5);
    const inside = (path: string) => relative(root, join(made, path));
    for (const path of files)
      expect(await editor.diagnose(inside(path), readFileSync(join(made, path), "utf8"))).toEqual([]);
    const line = "# yaml-language-server: $schema=../.schema/rule.schema.json\n";
    const offered = await editor.complete(inside("first-area/next.yaml"), `${line}explains:\n  - ¦\n`);
    expect(offered.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["first-fault", "bulb-missing"]),
    );
  });
});
