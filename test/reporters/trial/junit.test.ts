import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { type JunitInput, junit } from "../../../reporters/junit.ts";
import { example, failedCase, leaf, place } from "./trials.ts";

const input = (more: Partial<JunitInput> = {}): JunitInput => ({
  examples: [],
  cases: [],
  timestamp: "2026-11-20T14:05:07",
  seconds: { examples: 0.25, cases: 1.5 },
  ...more,
});

/** What Ant's schema says of each element: its attributes, each with its form, and its children in their order. */
const schema: Record<string, { attributes: Record<string, RegExp>; children: RegExp }> = {
  testsuites: { attributes: {}, children: /^(testsuite )*$/ },
  testsuite: {
    attributes: {
      id: /^\d+$/,
      name: /^.+$/,
      package: /^.+$/,
      hostname: /^.+$/,
      timestamp: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/,
      tests: /^\d+$/,
      failures: /^\d+$/,
      errors: /^\d+$/,
      time: /^\d+(\.\d+)?$/,
    },
    children: /^properties (testcase )*system-out system-err $/,
  },
  properties: { attributes: {}, children: /^$/ },
  testcase: {
    attributes: { classname: /^.+$/, name: /^.+$/, time: /^\d+(\.\d+)?$/ },
    children: /^(failure )?$/,
  },
  failure: { attributes: { type: /^.+$/, message: /^.*$/ }, children: /^(#text )?$/ },
  "system-out": { attributes: {}, children: /^$/ },
  "system-err": { attributes: {}, children: /^$/ },
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseAttributeValue: false,
  parseTagValue: false,
});

type Node = Readonly<Record<string, unknown>>;

/** Every way in which a document breaks the schema. */
function faultsIn(xml: string): string[] {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return [valid.err.msg];
  const nodes: readonly Node[] = parser.parse(xml);
  return nodes.filter((node) => !("?xml" in node)).flatMap(faultsOf);
}

function faultsOf(node: Node): string[] {
  const name = Object.keys(node).find((key) => key !== ":@") ?? "";
  if (name === "#text") return [];
  const rule = schema[name];
  if (rule === undefined) return [`${name} is not in the schema`];
  const attributes = (node[":@"] ?? {}) as Record<string, string>;
  const inside = (node[name] as readonly Node[]).filter(
    (child) => !(name !== "failure" && "#text" in child && String(child["#text"]).trim() === ""),
  );
  const order = inside.map((child) => `${Object.keys(child).find((key) => key !== ":@")} `).join("");
  return [
    ...Object.keys(attributes).flatMap((key) => (key in rule.attributes ? [] : [`${name} has no ${key}`])),
    ...Object.entries(rule.attributes).flatMap(([key, form]) =>
      form.test(attributes[key] ?? "\n") ? [] : [`${name} ${key}: ${attributes[key]}`],
    ),
    ...(rule.children.test(order) ? [] : [`${name} holds ${order}`]),
    ...inside.flatMap(faultsOf),
  ];
}

describe("JUnit XML", () => {
  it("has a suite of the examples and one of the cases", () => {
    const xml = junit(
      input({
        examples: [
          example({ place: null, expected: "cannot-tell", found: "cannot-tell", passed: true }),
          example({ passed: true, found: "matches" }),
          example(),
        ],
        cases: [
          failedCase(),
          failedCase({
            name: "other",
            differences: [{ kind: "value", key: "exit", wanted: "0", found: "3", place }],
          }),
        ],
      }),
    );
    expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite id="0" name="examples" package="connector-doctor" hostname="localhost" timestamp="2026-11-20T14:05:07" tests="3" failures="1" errors="0" time="0.250">
    <properties/>
    <testcase classname="port-odd" name="cannot-tell without facts" time="0.000"/>
    <testcase classname="port-odd" name="matches 1" time="0.000"/>
    <testcase classname="port-odd" name="matches 2" time="0.000">
      <failure type="difference" message="expected matches, found does-not-match">rules/small/network/port-odd.yaml:14:7
  The rule port-odd does not match, where the example says that it matches.
    false: proxy.port is 8443; found 80

</failure>
    </testcase>
    <system-out/>
    <system-err/>
  </testsuite>
  <testsuite id="1" name="cases" package="connector-doctor" hostname="localhost" timestamp="2026-11-20T14:05:07" tests="2" failures="1" errors="0" time="1.500">
    <properties/>
    <testcase classname="cases" name="odd-port" time="0.000"/>
    <testcase classname="cases" name="other" time="0.000">
      <failure type="difference" message="The app hums: 1 difference">other: The app hums
cases/odd-port/expected.yaml:7:3
  The exit code is 3, and the case says 0.

</failure>
    </testcase>
    <system-out/>
    <system-err/>
  </testsuite>
</testsuites>
`);
    expect(faultsIn(xml)).toEqual([]);
  });

  it("would be told where it breaks the schema", () => {
    const xml = junit(input())
      .replace('errors="0" ', "")
      .replace("<properties/>", "")
      .replace("<testsuites>", '<testsuites name="a">');
    expect(faultsIn(xml)).toEqual([
      "testsuites has no name",
      "testsuite errors: undefined",
      "testsuite holds system-out system-err ",
    ]);
  });

  it("is valid whatever strangers wrote", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "]]>",
        "<!--",
        "&lt;",
        "\"'",
        "\u0000\u0008",
        "\ud800",
        "\ufffe",
        "\u001b[31m",
        "<x a='b'>",
      ),
    );
    fc.assert(
      fc.property(text, text, text, (found, title, because) => {
        const evidence = leaf("x", false, { found });
        const xml = junit(
          input({
            examples: [example({ evidence, warnings: [title] })],
            cases: [
              failedCase({
                title,
                differences: [
                  {
                    kind: "verdict",
                    rule: "a",
                    wanted: "no-match",
                    found: "matches",
                    evidence,
                    because,
                    place,
                  },
                ],
              }),
            ],
          }),
        );
        expect(faultsIn(xml)).toEqual([]);
        expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
      }),
      { seed: 20261, numRuns: 500 },
    );
  });
});
