import { describe, expect, it } from "vitest";
import { packSchemas } from "../../../engine/authoring/pack-schemas.ts";
import { packTemplate } from "../../../engine/authoring/templates/pack-template.ts";
import { lint } from "../../../engine/lint/lint.ts";
import { readRulebook } from "../../../engine/rulebook/load.ts";
import { runExamples } from "../../../engine/trial/examples.ts";

const pack = "lamp-post";

function filesOf(title: string | null) {
  const texts = packTemplate({ id: pack, title, extends: null, toolVersion: "0.7.3", today: "2026-11-20" });
  return Object.entries(texts).map(([path, text]) => ({ pack, path, shownAs: path, text }));
}

describe("a new pack", () => {
  it.each([null, 'Lamp posts: "all" of them # 7'])(
    "passes lint and its examples (title %j)",
    async (title) => {
      const files = filesOf(title);
      const { problems, warnings } = await lint(files, [pack], { toolVersion: "0.7.3" });
      expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
      const { rulebook, examples } = await readRulebook(files, null);
      const runs = await runExamples(rulebook, examples);
      expect(runs.map(({ passed }) => passed)).toEqual([true, true, true]);
      expect(rulebook.rules).toHaveLength(1);
    },
  );

  it("names schemas that are written for it", async () => {
    const files = filesOf(null);
    const { rulebook } = await readRulebook(files, null);
    const schemas = Object.keys(packSchemas(rulebook));
    for (const { text } of files) {
      const named = /\$schema=(?:\.\.\/)?\.schema\/(\S+)/.exec(text)?.[1] ?? "";
      expect(schemas).toContain(named);
    }
  });
});
