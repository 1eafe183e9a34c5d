import { describe, expect, it } from "vitest";
import { readBuilt, writeBuilt } from "../../../engine/rulebook/built.ts";
import type { Rulebook } from "../../../engine/rulebook/rulebook.ts";
import { filesOf, load, sha256 } from "./pack-on-disk.ts";

const files = filesOf("harbour-print-server");
const hashes = Object.fromEntries(files.map(({ path, text }) => [path, sha256(text)]));

async function built(): Promise<{ rulebook: Rulebook; text: string }> {
  const loaded = await load(files);
  if (!loaded.ok) throw new Error("It does not load.");
  return { rulebook: loaded.rulebook, text: writeBuilt(loaded.rulebook, hashes, "3.1.4") };
}

describe("a built rulebook", () => {
  it("reads back as it was, whatever the order of the files", async () => {
    const { rulebook, text } = await built();
    expect(readBuilt(text, hashes, "3.1.4")).toStrictEqual(rulebook);
    const reversed = Object.fromEntries(Object.entries(hashes).reverse());
    expect(readBuilt(text, reversed, "3.1.4")).toStrictEqual(rulebook);
  });

  it("is not used once a file or the tool has changed", async () => {
    const { text } = await built();
    const { "pack.yaml": _, ...fewer } = hashes;
    expect(readBuilt(text, { ...hashes, "pack.yaml": sha256("other") }, "3.1.4")).toBeNull();
    expect(readBuilt(text, { ...hashes, "toner/new.yaml": sha256("new") }, "3.1.4")).toBeNull();
    expect(readBuilt(text, fewer, "3.1.4")).toBeNull();
    expect(readBuilt(text, hashes, "3.1.5")).toBeNull();
  });

  it("is not used where it is cut, empty or something else", async () => {
    const { text } = await built();
    const foreign = JSON.stringify({
      form: 1,
      toolVersion: "3.1.4",
      sources: JSON.parse(text).sources,
      rulebook: { packs: [] },
    });
    const texts = [
      "",
      "null",
      "[]",
      "7",
      '"x"',
      "{}",
      text.slice(0, 4_000),
      text.slice(0, -20),
      text.slice(1),
      foreign,
    ];
    expect(texts.map((each) => readBuilt(each, hashes, "3.1.4"))).toEqual(texts.map(() => null));
  });
});
