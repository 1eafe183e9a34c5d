import { describe, expect, it } from "vitest";
import { touchedRules } from "../../../../engine/trial/again/touched-rules.ts";
import { withChange } from "../../rulebook/pack-on-disk.ts";
import { harbourFiles, packOf } from "../harbour.ts";

const pack = await packOf();

async function touchedBy(path: string, from: string, to: string) {
  const touched = touchedRules(pack, await packOf(withChange(harbourFiles, path, from, to)));
  return touched && { changed: [...touched.changed], all: [...touched.all].sort() };
}

describe("a change of a pack", () => {
  it("that means nothing touches no rule", async () => {
    expect(touchedRules(pack, await packOf())).toEqual({ changed: new Set(), all: new Set() });
  });

  it.each<[string, string, string, string, { changed: string[]; all: string[] } | null]>([
    [
      "a rule that nobody reads",
      "toner/toner-low.yaml",
      "at-least: 5",
      "at-least: 6",
      { changed: ["toner-low"], all: ["toner-low"] },
    ],
    [
      "a rule and, with it, all that read it",
      "spooler/queue-stalled.yaml",
      "above: 4",
      "above: 5",
      { changed: ["queue-stalled"], all: ["night-queue-stalled", "printing-is-sound", "queue-stalled"] },
    ],
    [
      "an example alone",
      "toner/toner-low.yaml",
      "toner.used: 800",
      "toner.used: 801",
      { changed: ["toner-low"], all: ["toner-low"] },
    ],
    ["everything, by a fact", "facts/printer.yaml", "at-most: 2 }", "at-most: 3 }", null],
    ["everything, by a list", "lists.yaml", '"7.0"', '"7.1"', null],
    ["everything, by a way of asking", "asks.yaml", "minutes: 3", "minutes: 4", null],
    [
      "everything, by the flowchart",
      "flowchart.yaml",
      "if-no: restart\n    yes",
      "if-no: done\n    yes",
      null,
    ],
  ])("touches %s", async (_, path, from, to, touched) => {
    expect(await touchedBy(path, from, to)).toEqual(touched);
  });

  it("touches everything where a rule is new", async () => {
    const more = harbourFiles.flatMap((file) =>
      file.path === "toner/toner-low.yaml"
        ? [
            file,
            { ...file, path: "toner/toner-gone.yaml", text: file.text.replace("toner-low", "toner-gone") },
          ]
        : [file],
    );
    expect(touchedRules(pack, await packOf(more))).toBeNull();
  });
});
