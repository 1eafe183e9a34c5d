import { describe, expect, it } from "vitest";
import { factTemplate, factTypes } from "../../../engine/authoring/templates/fact-template.ts";
import { lint } from "../../../engine/lint/lint.ts";
import { harbour, packAtHand } from "./packs.ts";

describe("a new fact", () => {
  it.each(factTypes)(
    "of the type %s passes lint, which says only that nothing reads it yet",
    async (type) => {
      const { pack, files, read } = await packAtHand(harbour);
      const { facts, asks } = read.rulebook;
      const from = Object.values(facts).find((fact) => fact.kind === "list" && fact.key.length > 0);
      const id = "lamp.bulb-7";
      const text = factTemplate({
        id,
        type,
        ask: type === "record" ? [] : Object.keys(asks).slice(0, 1),
        from: type === "record" && from?.kind === "list" ? from : null,
      });
      const draft = { pack, path: "facts/lamp-bulb-7.yaml", shownAs: "lamp-bulb-7.yaml", text };
      const said = await lint([...files, draft], [pack]);
      expect(said.problems).toEqual([]);
      const own = said.warnings.filter(({ file }) => file === "lamp-bulb-7.yaml");
      expect(own.map(({ code }) => code)).toEqual(["fact-not-read"]);
      expect(text).toContain(`  type: ${type}\n`);
    },
  );
});
