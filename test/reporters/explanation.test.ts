import { describe, expect, it } from "vitest";
import { explanation } from "../../reporters/explanation.ts";

describe("an explanation", () => {
  it("sets details in, wraps and ends with a line break", () => {
    const lines = [
      { depth: 0, text: "The rule proxy-missing matches." },
      { depth: 1, text: `It does because ${"the proxy is not set, ".repeat(4)}as answers.yaml:7 says.` },
      { depth: 2, text: "proxy.mode is direct." },
    ];
    expect(explanation(lines)).toBe(
      [
        "The rule proxy-missing matches.",
        "  It does because the proxy is not set, the proxy is not set, the proxy is not",
        "    set, the proxy is not set, as answers.yaml:7 says.",
        "    proxy.mode is direct.",
        "",
      ].join("\n"),
    );
  });

  it.each([
    ["an escape sequence", { depth: 0, text: "a\u001b[2Jb" }, "a\\u{1b}[2Jb\n"],
    ["a line break", { depth: 1, text: "a\nFound: b" }, "  a Found: b\n"],
    ["a depth beyond all", { depth: 9_000, text: "a" }, `${" ".repeat(24)}a\n`],
    ["a negative depth", { depth: -3, text: "a" }, "a\n"],
  ])("is not led astray by %s", (_, line, expected) => {
    expect(explanation([line])).toBe(expected);
  });

  it("of nothing is nothing", () => {
    expect(explanation([])).toBe("");
  });
});
