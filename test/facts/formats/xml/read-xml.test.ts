import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { checkXml } from "../../../../facts/formats/xml/check-xml.ts";
import { looksLikeXml, readXml } from "../../../../facts/formats/xml/read-xml.ts";
import type { XmlElement } from "../../../../facts/formats/xml/xml-element.ts";

async function rootOf(text: string): Promise<XmlElement> {
  const read = await readXml(text);
  if ("refused" in read)
    throw new Error(`${read.refused.line}:${read.refused.column} ${read.refused.message}`);
  return read.value;
}

async function placeOf(text: string): Promise<string> {
  const read = await readXml(text);
  if (!("refused" in read)) return "read";
  const { code, line, column, message } = read.refused;
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(message.toLowerCase()).not.toContain("invalid");
  return `${code} ${line}:${column}`;
}

describe("reading small XML documents", () => {
  it("gives elements in their order, with lines, attributes and text", async () => {
    const root = await rootOf(
      '<?xml version="1.0" encoding="utf-8"?>\r\n<!-- edited by hand -->\r\n<a x="1" y=\'two\'>\r\n  <b/>text<c>\r\n  1 </c>\r\n  <b z="">2</b></a>\r\n',
    );
    expect(root).toEqual({
      name: "a",
      attributes: new Map([
        ["x", "1"],
        ["y", "two"],
      ]),
      text: "\n  text\n  ",
      line: 3,
      children: [
        { name: "b", attributes: new Map(), children: [], text: "", line: 4 },
        { name: "c", attributes: new Map(), children: [], text: "\n  1 ", line: 4 },
        { name: "b", attributes: new Map([["z", ""]]), children: [], text: "2", line: 6 },
      ],
    });
  });

  it.each([
    "<?xml version='1.0'?>",
    '<?xml version="1.0" encoding="utf-16" standalone="yes" ?>\n',
    '<?xml\n version = "1.0"\tencoding="ISO-8859-1"?><!-- a -->',
  ])("accepts the declaration %j", async (start) => {
    expect(await placeOf(`${start}<a/>`)).toBe("read");
  });

  it.each(["4905", "0012", "1e5", "4905000000000000000000000000000000000E12", "true", " 1 ", "0x1F"])(
    "leaves the text %j as it is, in elements and in attributes",
    async (value) => {
      const root = await rootOf(`<a b="${value}">${value}</a>`);
      expect([root.text, root.attributes.get("b")]).toEqual([value, value]);
    },
  );

  it("decodes references in text and attributes, and leaves CDATA alone", async () => {
    const root = await rootOf(
      "<a b='&quot;&#xD;&#10;&apos;'>&lt;&amp;lt;&gt;&#65;&#x1F600;<![CDATA[<b>&amp;]]>&#x00000000000041;</a>",
    );
    expect(root.text).toBe("<&lt;>A😀<b>&amp;A");
    expect(root.attributes.get("b")).toBe("\"\r\n'");
  });

  it("puts text together that comments and instructions interrupt", async () => {
    expect((await rootOf("<a>84<!-- > -->4<?keep out?>3</a>")).text).toBe("8443");
  });

  it("reads a document with 100,000 references", async () => {
    expect((await rootOf(`<a>${"&lt;".repeat(100_000)}</a>`)).text).toBe("<".repeat(100_000));
  });

  it.each(["constructor", "toString", "hasOwnProperty", "prototype", "valueOf"])(
    "reads elements and attributes that are called %s",
    async (name) => {
      const root = await rootOf(`<${name} ${name}="1"><${name}/></${name}>`);
      expect([root.name, [...root.attributes], root.children[0]?.name]).toEqual([name, [[name, "1"]], name]);
    },
  );

  const refused: [string, string, string][] = [
    ["tags that overlap", "<a>\n<b></a></b>", "not-well-formed 2:4"],
    ["a closing tag in another case", "<proxy>\n</Proxy>", "not-well-formed 2:1"],
    ["a missing closing tag", "<a>\n  <b>\n</a>", "not-well-formed 3:1"],
    ["a closing tag too much", "<a/></a>", "not-well-formed 1:5"],
    ["two outermost elements", "<a/>\n<b/>", "not-well-formed 2:1"],
    ["text behind the end", "<a/>\n end", "not-well-formed 2:2"],
    ["an attribute without quotation marks", "<a b=8443/>", "not-well-formed 1:4"],
    ["an attribute without a value", "<a b/>", "not-well-formed 1:4"],
    ["a missing quotation mark", '<a b="1>\n<c d="2"/></a>', "not-well-formed 1:6"],
    ["an attribute twice", '<a b="1" b="2"/>', "not-well-formed 1:10"],
    ["no white space between attributes", '<a b="1"c="2"/>', "not-well-formed 1:9"],
    ["curly quotation marks", "<a b=“1”/>", "not-well-formed 1:4"],
    ["a < in text", "<a>1 < 2</a>", "not-well-formed 1:6"],
    ["a bare &", "<a>http://proxy.contoso.example/?x=1&y=2</a>", "not-well-formed 1:37"],
    ["a bare & in an attribute", '<a b="Tom & Ann"/>', "not-well-formed 1:11"],
    ["an entity that HTML has and XML has not", "<a>&nbsp;</a>", "not-well-formed 1:4"],
    ["an undefined entity", "<a>\n&undefined;</a>", "not-well-formed 2:1"],
    ["a reference without digits", "<a>&#;</a>", "not-well-formed 1:4"],
    ["a comment within a comment", "<a>\n<!-- <b/> <!-- note --> -->\n</a>", "not-well-formed 2:13"],
    ["the end of CDATA without its beginning", "<a>]]></a>", "not-well-formed 1:4"],
    ["the declaration behind an empty line", '\n<?xml version="1.0"?><a/>', "not-well-formed 2:1"],
    ["a declaration without version", '<?xml encoding="utf-8"?><a/>', "not-well-formed 1:1"],
    [
      "a declaration with the parts in another order",
      '<?xml encoding="utf-8" version="1.0"?><a/>',
      "not-well-formed 1:1",
    ],
    ["an instruction without a name", "<a><? x?></a>", "not-well-formed 1:4"],
    ["an instruction that the library cannot read", "<a><?note it's ours?></a>", "unreadable 1:1"],
    ["a name that begins with a digit", "<1a/>", "not-well-formed 1:1"],
    ["a closing tag with an attribute", '<a></a b="1">', "not-well-formed 1:8"],
    ["a document cut between tags", "<a>\n<b>\n", "cut-off 3:1"],
    ["a document cut within a tag", '<a>\n<b c="1', "cut-off 2:1"],
    ["a document cut within a name", "<a><b", "cut-off 1:4"],
    ["a document cut within a closing tag", "<a></a", "cut-off 1:4"],
    ["a document cut within a comment", "<a><!-- x -", "cut-off 1:4"],
    ["a document cut within CDATA", "<a><![CDATA[x]]", "cut-off 1:4"],
    ["a document cut within its declaration", '<?xml version="1.0"', "cut-off 1:1"],
    ["a control character", "<a>\u0001</a>", "control-character 1:4"],
    ["a zero", "<a>\n1\u00002</a>", "control-character 2:2"],
    ["a reference to a control character", "<a>&#x1;</a>", "control-character 1:4"],
    ["a reference to a surrogate", "<a>&#xD800;</a>", "control-character 1:4"],
    ["a reference beyond Unicode", "<a>&#x110000;</a>", "control-character 1:4"],
    ["an error message that was saved as XML", "Der Zugriff wurde verweigert.", "not-xml 1:1"],
    ["JSON", '\n {"a": 1}', "not-xml 2:2"],
    ["nothing", "", "not-xml 1:1"],
    ["a comment alone", "<!-- a -->", "not-xml 1:1"],
  ];

  it.each(refused)("refuses %s and says where", async (_name, text, place) => {
    expect(await placeOf(text)).toBe(place);
  });

  const declarations = [
    "<!DOCTYPE a>",
    "<!doctype a>",
    "<! DOCTYPE a>",
    "<!\nDocType a [",
    "<!ENTITY x 'y'>",
    "<![CDATA[x]]>",
  ];

  it.each(declarations)("refuses %j before the root", async (declaration) => {
    expect(await placeOf(`<?xml version="1.0"?>\n${declaration}\n<a/>`)).toBe("doctype 2:1");
  });

  it("refuses entities that grow, and files from outside, without expanding them", async () => {
    const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(1000)}">]><l>${"&b;".repeat(1000)}</l>`;
    const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>';
    expect([await placeOf(laughs), await placeOf(outside)]).toEqual(["doctype 1:1", "doctype 1:1"]);
  });

  it("reads elements 64 deep and refuses deeper ones, however deep they are", async () => {
    const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(await placeOf(nested(64))).toBe("read");
    expect(await placeOf(nested(65))).toBe("too-deep 1:193");
    expect(await placeOf("<a>".repeat(500_000))).toBe("too-deep 1:193");
  });

  it.each(["<__proto__/>", "<a __proto__='1'/>", "<a><x:__proto__/></a>"])(
    "refuses the name in %s",
    async (text) => {
      expect(await placeOf(text)).toMatch(/^reserved-name /);
    },
  );

  it("refuses a document that is too long to be a settings file", async () => {
    expect(await placeOf(`<a>${" ".repeat(4 * 1024 * 1024)}</a>`)).toBe("too-large 1:1");
  });

  it("never echoes what a file holds, other than names of elements and attributes", async () => {
    const read = await readXml('<a password="hunter2 <b/>');
    expect(JSON.stringify(read)).not.toContain("hunter2");
  });
});

/** Pieces from which hostile and sound documents are put together at random. */
const fragment = fc.constantFrom(
  ...[
    "<a>",
    "</a>",
    "<b x='1'>",
    "</b>",
    "<c/>",
    "<d y=\"&lt;\" z='>'/>",
    "text",
    "&amp;",
    "&#65;",
    "&bad;",
    "&",
    "<",
  ],
  ...[
    ">",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "--",
    "<?pi x?>",
    "<?xml version='1.0'?>",
    "<!DOCTYPE a>",
    "'",
    '"',
    "=",
    "/",
  ],
  ...["\n", "\t", " ", "\0", "\u200e", "é", "😀", "\ud800", "x:", "__proto__"],
);

describe("the check before the parser", () => {
  it("lets nothing pass that the library's validator refuses, and never throws", async () => {
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fragment, { maxLength: 12 }), async (parts) => {
        const text = `<r>${parts.join("")}</r>`;
        const fault = checkXml(text, { controlCharacters: "refused" });
        const read = await readXml(text);
        expect("refused" in read).toBe(fault !== undefined);
        if (fault) return;
        passed += 1;
        expect(XMLValidator.validate(text)).toBe(true);
      }),
      { seed: 20261, numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  const element: fc.Arbitrary<XmlElement> = fc.letrec<{ element: XmlElement }>((tie) => ({
    element: fc.record({
      name: fc.constantFrom("a", "b.c", "x:d", "_e-f", "größe"),
      attributes: fc
        .uniqueArray(fc.tuple(fc.constantFrom("k", "l", "xml:m"), text()), { selector: ([key]) => key })
        .map((entries) => new Map(entries)),
      children: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie("element"), { maxLength: 3 })),
      text: text(),
      line: fc.constant(1),
    }),
  })).element;

  function text(): fc.Arbitrary<string> {
    return fc
      .array(fc.constantFrom("1", "e5", " ", "<", "&", ">", '"', "'", "]]>", "é", "😀", "&lt;"), {
        maxLength: 5,
      })
      .map((parts) => parts.join(""));
  }

  function escaped(value: string): string {
    const names: Readonly<Record<string, string>> = {
      "<": "&lt;",
      "&": "&amp;",
      ">": "&#62;",
      '"': "&quot;",
      "'": "&#x27;",
    };
    return value.replace(/[<&>"']/g, (character) => names[character] ?? character);
  }

  function written({ name, attributes, children, text: own }: XmlElement): string {
    const list = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
    const content = escaped(own) + children.map(written).join("");
    return content === "" ? `<${name}${list}/>` : `<${name}${list}>${content}</${name}>`;
  }

  it("gives back every document that was written", async () => {
    await fc.assert(
      fc.asyncProperty(element, async (document) => {
        expect(await rootOf(written(document))).toEqual(document);
      }),
      { seed: 20261, numRuns: 500 },
    );
  });
});

describe("telling XML by its beginning", () => {
  it.each([
    ["<?xml version='1.0'?>", true],
    [" \r\n<configuration>", true],
    ["<!-- note -->", true],
    ["<Event xmlns='x'>", true],
    ["REGEDIT4", false],
    ["< b", false],
    ["{}", false],
    ["", false],
  ])("%j: %s", (head, expected) => expect(looksLikeXml(head)).toBe(expected));
});
