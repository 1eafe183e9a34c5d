import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LoadedRulebook } from "../../engine/rulebook/source.ts";
import { runExamples } from "../../engine/trial/examples.ts";
import { ruleKinds } from "../../schemas/fact-types.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { root } from "../support/source-files.ts";
import { type Fence, fencesIn } from "./fences.ts";
import { loadWith, wholeRule } from "./guide-samples.ts";

const page = readFileSync(join(root, "docs/writing-rules.md"), "utf8");
const yaml = fencesIn(page).filter(({ language }) => language === "yaml");
const withRole = (role: string): readonly Fence[] => yaml.filter((fence) => fence.role === role);
const joined = (fences: readonly Fence[]): string => fences.map(({ content }) => content).join("\n");
const parts = withRole("part");

/** A sample is called by the line of the page, so that a problem leads there. */
const idOf = ({ line }: Fence): string => `line-${line}`;

const samples = {
  "facts/guide.yaml": joined(withRole("catalogue")),
  "asks.yaml": joined(withRole("asks")),
  "lists.yaml": joined(withRole("lists")),
  ...Object.fromEntries(
    parts.map((fence) => [`health/${idOf(fence)}.yaml`, wholeRule(fence.content, idOf(fence))]),
  ),
};
const loaded = await loadWith(samples);

describe("the samples of the guide to rules", () => {
  it("each have something that checks them", () => {
    const checked = ["file", "line", "part", "catalogue", "asks", "lists"];
    expect(yaml.filter(({ role }) => !checked.includes(role))).toEqual([]);
    expect(parts.length).toBeGreaterThan(10);
  });

  it("load into the shipped pack without a problem or a warning", () => {
    expect(complaints(loaded)).toEqual([]);
  });

  it("come out as their examples say, and cannot tell without facts", async () => {
    if (!loaded.ok) throw new Error("The samples do not load.");
    const withBoth = parts.filter(({ content }) => /^when:/m.test(content) && /^examples:/m.test(content));
    const ids = withBoth.map(idOf);
    const examples = loaded.examples.filter(({ rule }) => ids.includes(rule));
    expect(examples.length).toBeGreaterThan(8);
    const results = await runExamples(loaded.rulebook, examples);
    const failed = results.filter(({ rule, passed }) => rule.startsWith("line-") && !passed);
    expect(failed.map(({ rule, expected }) => `${rule}: ${expected}`)).toEqual([]);
  });
});

describe("the guide to rules", () => {
  it("has every kind of rule, with one of the shipped pack that is of that kind", () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| .+ \| `([a-z-]+)` \|$/gm)];
    const shown = rows.filter(([, kind]) => ruleKinds.some((each) => each === kind));
    expect(shown.map(([, kind]) => kind)).toEqual([...ruleKinds]);
    const rules = loaded.ok ? loaded.rulebook.rules : [];
    for (const [, kind, id] of shown) expect(rules.find((rule) => rule.id === id)?.kind).toBe(kind);
  });

  it("has every key of a rule", () => {
    const schema = JSON.parse(readFileSync(join(root, "schemas/formats/rule.schema.json"), "utf8"));
    const section = page.split("## What stands in a rule")[1]?.split("\n## ")[0] ?? "";
    const keys = [...section.matchAll(/^\| (`.+?`) \|/gm)].flatMap(
      ([, cell = ""]) => cell.match(/[a-z-]+/g) ?? [],
    );
    expect(keys.toSorted()).toEqual(Object.keys(schema.properties).toSorted());
  });
});

describe("the traps of YAML", async () => {
  const rows = (page.split("## Traps of YAML")[1] ?? "").split("\n").flatMap((line) => {
    const [, wrong, right] = /^\| `(.+)` \| .+ \| `(.+)` \|$/.exec(line) ?? [];
    return wrong === undefined || right === undefined ? [] : [{ wrong, right }];
  });
  const traps = await complaintsAbout(rows.map(({ wrong }) => wrong));

  it("are there", () => expect(rows.length).toBeGreaterThan(7));

  it.each(rows.map(({ wrong }, index) => ({ wrong, index })))("are told: $wrong", ({ index }) => {
    expect(traps[index]?.length).toBeGreaterThan(0);
    expect(traps[index]?.filter(({ line }) => line !== 2)).toEqual([]);
  });

  it("are not there in what is to be written instead", async () => {
    const found = await complaintsAbout(rows.map(({ right }) => right));
    expect(found.flat()).toEqual([]);
  });
});

/** What is told about rules with one line each, given by itself; warnings are told only where nothing is wrong. */
async function complaintsAbout(lines: readonly string[]): Promise<readonly (readonly Problem[])[]> {
  const files = lines.map((line, index) => [
    `health/trap-${index}.yaml`,
    wholeRule(`${line}\n`, `trap-${index}`),
  ]);
  const first = told(await loadWith(Object.fromEntries(files)));
  const sound = files.filter(([path]) => first.every(({ file }) => file !== path));
  const second = told(await loadWith(Object.fromEntries(sound)));
  return files.map(([path]) => [...first, ...second].filter(({ file }) => file === path));
}

function told(result: LoadedRulebook): readonly Problem[] {
  return result.ok ? result.warnings : result.problems;
}

function complaints(result: LoadedRulebook): readonly string[] {
  return told(result).map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}
