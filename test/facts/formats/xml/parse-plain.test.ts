import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkXml } from "../../../../facts/formats/xml/check-xml.ts";
import { plainParser } from "../../../../facts/formats/xml/parse-plain.ts";
import { loadParseTree } from "../../../../facts/formats/xml/parse-tree.ts";
import type { XmlNode } from "../../../../facts/formats/xml/xml-element.ts";

const plain = plainParser();
const parseTree = await loadParseTree();

/** Without the lines, which the plain way does not know. */
function bare({ name, attributes, text, children }: XmlNode): unknown {
  return { name, attributes: [...attributes], text, children: children.map(bare) };
}

function theOtherWay(text: string): XmlNode | undefined {
  return checkXml(text, { controlCharacters: "kept" }) === undefined ? parseTree(text) : undefined;
}

describe("the plain way of reading XML", () => {
  it("reads the same as the careful way, or nothing", () => {
    const parts = "<a> </a> <b> </b> <a/> <b x='1'> <b x=\"1\" x='2'> <c:d/> <a\n> </a > <é> <1> <__proto__>";
    const others = [
      "&amp;",
      "&#13;",
      "&#x41;",
      "&x;",
      "&",
      "<",
      ">",
      "'",
      "]]>",
      "<![CDATA[<]]>",
      "<!-- -->",
    ];
    const texts = [" ", "\r\n", "\t", "x", "é", "\u0001", "<?a?>", "<!DOCTYPE a>", "<b y='&lt;\r&#10;'/>"];
    const part = fc.constantFrom(...parts.split(" "), ...others, ...texts);
    let read = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), fc.boolean(), (chosen, isWrapped) => {
        const text = isWrapped ? `<r z="'">${chosen.join("")}</r>` : chosen.join("");
        const found = plain(text);
        if (found === undefined) return;
        read += 1;
        const expected = theOtherWay(text);
        expect(bare(found)).toEqual(expected && bare(expected));
      }),
      { seed: 20261, numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it.each([
    "<a/>",
    "<a></a>",
    "<a x='1' y=\"2'\"/>",
    "<a>x<b/>y</a>",
    "<a>&lt;&#65;</a>",
    "<a:b xmlns:a='u'><a:c> </a:c></a:b>",
    "<a >x</a>",
    "<a>\r\n</a>",
  ])("takes %j itself", (text) => {
    expect(plain(text)).toBeDefined();
  });

  it("gives up on elements nested too deep", () => {
    const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(plain(nested(64))).toBeDefined();
    expect(plain(nested(65))).toBeUndefined();
  });
});
