import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { evaluate } from "../../../engine/evaluate/evaluate.ts";
import { assembleReport } from "../../../engine/report/assemble.ts";
import type { Rulebook } from "../../../engine/rulebook/rulebook.ts";
import type { FactFile } from "../../../schemas/generated/types.ts";
import { readShippedPack } from "../../laws/read-shipped-pack.ts";
import { root } from "../../support/source-files.ts";

let rulebook: Rulebook;
beforeAll(async () => {
  rulebook = await readShippedPack();
});

async function pathOf(facts: FactFile["facts"]) {
  const file: FactFile = { facts };
  const evaluation = await evaluate(rulebook, { facts: file });
  const { flowchart } = assembleReport(rulebook, evaluation, file, {
    toolVersion: "0.1.0",
    digest: () => "d",
  });
  if (flowchart === null) throw new Error("The shipped pack has no flowchart.");
  return flowchart;
}

/** A connector that is sound; nobody was asked whether users have trouble, and nobody looked at users. */
const throughTheFirst: FactFile["facts"] = Object.fromEntries(
  Object.entries((parse(readFileSync(join(root, "examples/healthy.yaml"), "utf8")) as FactFile).facts).filter(
    ([id]) => id !== "reported.symptoms" && !id.startsWith("users."),
  ),
);

const reported = (...names: string[]) => names.map((name) => ({ name }));

describe("the two charts of the shipped pack", () => {
  it.each<[string, FactFile["facts"], string]>([
    [
      "with nothing known: the first question of the first chart is put to a person",
      {},
      "connector-issues/find-group not-known",
    ],
    [
      "on into the second chart, whose first question is put to a person",
      {},
      "application-issues/sign-in not-known",
    ],
    [
      "with nobody in trouble: to the end of the second",
      { "reported.symptoms": null },
      "application-issues/works end",
    ],
    [
      "with an error that comes late: back to the first chart, where it stops",
      { "reported.symptoms": reported("gateway-time-out") },
      "application-issues/debug-connector went-round connector-issues/restart",
    ],
    [
      "with an error that may come at once: how long it takes is put to a person",
      { "reported.symptoms": reported("bad-gateway") },
      "application-issues/error-late not-known",
    ],
    [
      "with an error that is said to be all there is: how long it takes is put to a person all the same",
      { "reported.symptoms": { items: reported("bad-gateway"), covers: [{}] } },
      "application-issues/error-late not-known",
    ],
    [
      "with no app published: to an end that says so",
      { "cloud.app.name": null },
      "application-issues/private-access end",
    ],
  ])("%s", async (name, facts, end) => {
    const begun = name.startsWith("with nothing known") ? {} : throughTheFirst;
    const { stoppedAt, charts } = await pathOf({ ...begun, ...facts });
    const { chart, step, why, backTo } = stoppedAt;
    const back = backTo === undefined ? [] : [`${backTo.chart}/${backTo.step}`];
    expect([`${chart}/${step}`, why, ...back].join(" ")).toBe(end);
    expect(charts.map(({ id }) => id)).toEqual(
      end.startsWith("connector") ? ["connector-issues"] : ["connector-issues", "application-issues"],
    );
  });

  it("have all numbered steps of Microsoft's two tables", () => {
    const numbersOf = (id: string) =>
      Object.values(rulebook.flowcharts?.charts[id]?.steps ?? {}).flatMap(({ number }) => number ?? []);
    const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
    expect(numbersOf("connector-issues").sort((a, b) => a - b)).toEqual(upTo(10));
    expect(numbersOf("application-issues").sort((a, b) => a - b)).toEqual(upTo(8));
  });

  it("lead to rules from every question that has a fault behind it, and from every dead end", () => {
    const steps = Object.values(rulebook.flowcharts?.charts["connector-issues"]?.steps ?? {});
    // Step 10 goes on into the second chart, where the rules stand.
    expect(steps.filter(({ rules }) => rules.length === 0).map(({ id }) => id)).toEqual(["debug-app"]);
  });

  it("ask only for symptoms that there are", () => {
    const symptoms = rulebook.rules.filter(({ kind }) => kind === "symptom").map(({ id }) => id);
    const named = Object.values(rulebook.facts)
      .filter(({ id }) => id.startsWith("reported.") && id !== "reported.symptoms")
      .flatMap((fact) => JSON.stringify(fact.derived).match(/(?<="values":\[)[^\]]*/g) ?? [])
      .flatMap((values) => values.match(/[a-z-]+/g) ?? []);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !symptoms.includes(name))).toEqual([]);
  });
});
