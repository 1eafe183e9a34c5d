import { describe, expect, it } from "vitest";
import { type RuleDraft, ruleTemplate } from "../../../engine/authoring/templates/rule-template.ts";
import { type RuledOut, ruledOut } from "../../../engine/authoring/templates/ruled-out.ts";
import { ruleKinds } from "../../../schemas/fact-types.ts";
import { harbour, packAtHand, shipped, withFiles } from "./packs.ts";

const draft: RuleDraft = {
  id: "lamp-out",
  area: "health",
  kind: "fault",
  title: null,
  facts: [],
  ruledOut: null,
  today: "2026-11-20",
};

function textOf(changes: Partial<RuleDraft>): string {
  const made = ruleTemplate({ ...draft, ...changes });
  if ("useless" in made) throw new Error(`Nothing can be made of ${made.useless}.`);
  return made.text;
}

function proved(found: RuledOut | null): RuleDraft["ruledOut"] {
  if (found !== null && "open" in found) throw new Error(`${found.open} stays open.`);
  return found;
}

/** Without facts, by the example that fits, and by the one that does not. */
const asItHasTo = "cannot-tell matches does-not-match";

describe("a new rule", () => {
  it.each([shipped, harbour])("is in order, whatever fact of %s it looks at", async (folder) => {
    const pack = await packAtHand(folder);
    const texts = Object.fromEntries(
      Object.values(pack.read.rulebook.facts).map((fact, index) => [
        `health/sample-${index}.yaml`,
        textOf({ id: `sample-${index}`, facts: [fact] }),
      ]),
    );
    const { problems, verdicts } = await withFiles(pack, texts);
    expect(problems).toEqual([]);
    expect(Object.entries(verdicts).filter(([, found]) => found !== asItHasTo)).toEqual([]);
    expect(Object.keys(verdicts).length).toBeGreaterThan(15);
  });

  it.each(ruleKinds)("of the kind %s is in order", async (kind) => {
    const pack = await packAtHand(harbour);
    const { rulebook, examples } = pack.read;
    const fact = rulebook.facts["printer.state"];
    if (fact === undefined) throw new Error("The pack has lost a fact.");
    const text = textOf({
      kind,
      area: "toner",
      facts: kind === "symptom" ? [] : [fact],
      ruledOut: kind === "all-clear" ? proved(await ruledOut("toner", rulebook, examples)) : null,
    });
    const { problems, verdicts } = await withFiles(pack, { "toner/lamp-out.yaml": text });
    expect({ problems, verdicts }).toEqual({ problems: [], verdicts: { "lamp-out": asItHasTo } });
    expect(text).toMatch(kind === "fault" ? /^severity: medium$/m : new RegExp(`^kind: ${kind}$`, "m"));
  });

  it("holds several facts and lists in one condition, and is in order", async () => {
    const pack = await packAtHand(shipped);
    const named = ["backend.seconds", "network.probes", "host.os.kind", "certificates"];
    const facts = named.flatMap((name) => pack.read.rulebook.facts[name] ?? []);
    const text = textOf({ facts });
    expect(await withFiles(pack, { "health/lamp-out.yaml": text })).toEqual({
      problems: [],
      verdicts: { "lamp-out": asItHasTo },
    });
    for (const name of named) expect(text).toContain(name);
  });

  it.each(['He said: "no" # twice', "yes", "- a list", "ends with a blank ", "Tür zu, Lampe aus: {{ x }}"])(
    "takes the title %j as it is",
    async (title) => {
      const pack = await packAtHand(harbour);
      const fact = pack.read.rulebook.facts["toner.left"];
      const text = textOf({ title, facts: fact === undefined ? [] : [fact] });
      const path = "toner/lamp-out.yaml";
      const { problems } = await withFiles(pack, { [path]: text });
      expect(problems.filter(({ code }) => code !== "placeholder-not-filled")).toEqual([]);
      expect(text).toContain(title.replaceAll('"', '\\"'));
    },
  );

  it("is refused for a fact that can be one thing only", async () => {
    const { read } = await packAtHand(shipped);
    const kind = read.rulebook.facts["host.os.kind"];
    if (kind?.kind !== "scalar") throw new Error("The pack has lost a fact.");
    const alone = { ...kind, values: ["server"], orNone: false };
    expect(ruleTemplate({ ...draft, facts: [alone] })).toEqual({ useless: "host.os.kind" });
  });
});

describe("an all-clear", () => {
  it("rules out every fault of its area, whichever area of the shipped pack has one", async () => {
    const pack = await packAtHand(shipped);
    const { rulebook, examples } = pack.read;
    const areasOf = (wanted: string) =>
      new Set(rulebook.rules.flatMap(({ kind, area }) => (kind === wanted ? [area] : [])));
    const withProof = areasOf("all-clear");
    const areas = [...areasOf("fault")].filter((area) => withProof.has(area));
    const texts: Record<string, string> = {};
    for (const area of areas) {
      const proof = proved(await ruledOut(area, rulebook, examples));
      const [first] = Object.keys(proof?.given.facts ?? {}).flatMap((name) => rulebook.facts[name] ?? []);
      const facts = first?.kind === "scalar" ? [first] : [];
      texts[`${area}/all-${area}.yaml`] = textOf({
        id: `all-${area}`,
        area,
        kind: "all-clear",
        facts,
        ruledOut: proof,
      });
    }
    const { problems, verdicts } = await withFiles(pack, texts);
    expect(problems).toEqual([]);
    expect(Object.entries(verdicts).filter(([, found]) => found !== asItHasTo)).toEqual([]);
    expect(areas.length).toBeGreaterThan(8);
  });

  describe("where no other all-clear has done it", () => {
    const withoutProofs = async () => {
      const { read } = await packAtHand(shipped);
      const kinds = new Map(read.rulebook.rules.map(({ id, kind }) => [id, kind]));
      return { ...read, examples: read.examples.filter(({ rule }) => kinds.get(rule) !== "all-clear") };
    };

    it("puts the examples of the faults together", async () => {
      const { rulebook, examples } = await withoutProofs();
      const found = proved(await ruledOut("backend", rulebook, examples));
      expect(Object.keys(found?.given.facts ?? {})).toEqual(
        expect.arrayContaining(["backend.seconds", "backend.loads"]),
      );
    });

    it("names the fault that stays open if they do not go together", async () => {
      const { rulebook, examples } = await withoutProofs();
      const asked = examples.filter(({ expected }) => expected === "matches");
      expect(await ruledOut("services", rulebook, asked)).toEqual({ open: "agent-updater-conflict" });
    });
  });

  it("asks for nothing to be ruled out in an area without faults", async () => {
    const { read } = await packAtHand(shipped);
    expect(await ruledOut("symptoms", read.rulebook, read.examples)).toBeNull();
  });
});
