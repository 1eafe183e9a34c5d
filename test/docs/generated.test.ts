import { describe, expect, it } from "vitest";
import { withBlock } from "../../build/docs/marked-block.ts";
import { documentationPages } from "../../build/docs/pages.ts";
import { root } from "../support/source-files.ts";

const pages = await documentationPages(root);

describe("the pages that are made from the rules and the program", () => {
  it.each(pages)("$path is up to date", ({ path, written, fresh }) => {
    const first = firstDifference(written, fresh);
    const sentence =
      first === null
        ? ""
        : `${path} does not say what the rules and the program say (line ${first}). Run: npm run docs`;
    expect(sentence).toBe("");
  });

  it("would notice a page that is out of date, by its first line that differs", () => {
    expect(firstDifference("a\nb\nc", "a\nb\nd")).toBe(3);
    expect(firstDifference("a\n", "a\nb\n")).toBe(2);
    expect(firstDifference("a\n", "a\n")).toBeNull();
  });

  it("replaces what stands between two marks, and nothing else", () => {
    const page = "Before.\n\n<!-- tide: written by npm run docs -->\nold\n<!-- end of tide -->\n\nAfter.\n";
    const fresh = withBlock(page, "tide", "new\n");
    expect(fresh).toBe(
      "Before.\n\n<!-- tide: written by npm run docs -->\n\nnew\n\n<!-- end of tide -->\n\nAfter.\n",
    );
    expect(withBlock(fresh, "tide", "new\n")).toBe(fresh);
    expect(() => withBlock(page, "ebb", "new")).toThrow("ebb");
  });
});

function firstDifference(written: string, fresh: string): number | null {
  if (written === fresh) return null;
  const [a, b] = [written.split("\n"), fresh.split("\n")];
  return b.findIndex((line, index) => line !== a[index]) + 1 || b.length;
}
