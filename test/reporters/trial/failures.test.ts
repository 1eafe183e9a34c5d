import { describe, expect, it } from "vitest";
import { caseFailure } from "../../../reporters/case-failure.ts";
import { exampleFailure } from "../../../reporters/example-failure.ts";
import type { Evidence } from "../../../schemas/generated/types.ts";
import type { CaseDifference } from "../../../schemas/trial.ts";
import { example, failedCase, leaf, place } from "./trials.ts";

/** The tree alone, without the places and the sentence above it. */
const treeOf = (evidence: Evidence, expected: "matches" | "does-not-match" | "cannot-tell") =>
  exampleFailure(example({ evidence, expected, found: expected === "matches" ? "cannot-tell" : "matches" }))
    .split("\n")
    .slice(2, -2)
    .filter((line) => line.startsWith("    "))
    .map((line) => line.slice(4));

const all = (truth: Evidence["truth"], ...parts: Evidence[]): Evidence => ({ kind: "all", truth, parts });
const any = (truth: Evidence["truth"], ...parts: Evidence[]): Evidence => ({ kind: "any", truth, parts });
const not = (truth: Evidence["truth"], part: Evidence): Evidence => ({ kind: "not", truth, parts: [part] });

describe("an example that came out otherwise", () => {
  it("is told with its place, what came out, and the condition that did it", () => {
    expect(exampleFailure(example())).toBe(
      "rules/small/network/port-odd.yaml:14:7\n  The rule port-odd does not match, where the example says that it matches.\n    false: proxy.port is 8443; found 80\n\n",
    );
  });

  it("of the free kind has no place", () => {
    const text = exampleFailure(
      example({ place: null, expected: "cannot-tell", found: "matches", evidence: leaf("a", true) }),
    );
    expect(text).toMatch(
      /^with no facts at all\n {2}The rule port-odd matches, where the example says that it cannot tell\.\n/,
    );
  });

  it("tells what could not be used of it, too", () => {
    const text = exampleFailure(example({ found: "matches", warnings: ["The fact lamp is unknown."] }));
    expect(text).toContain(
      "matches as expected, but not all of the example could be\n    used.\n  The fact lamp is unknown.\n",
    );
    expect(text).not.toContain("proxy.port");
  });

  it.each<[string, Evidence, "matches" | "does-not-match" | "cannot-tell", string[]]>([
    [
      "of all, the parts that are not true, where it should match",
      all(
        false,
        leaf("a", true),
        leaf("b", false),
        leaf("c", "unknown", { found: "(not known)", reason: "not-collected" }),
      ),
      "matches",
      ["false: b is 8443; found 80", "not known: c is 8443; found (not known), not-collected"],
    ],
    [
      "of any, every part, where it should match",
      any(false, leaf("a", false), leaf("b", false)),
      "matches",
      ["any of these:", "  false: a is 8443; found 80", "  false: b is 8443; found 80"],
    ],
    [
      "of any, the parts that are true, where it should not match",
      any(true, leaf("a", false), leaf("b", true)),
      "does-not-match",
      ["true: b is 8443; found 80"],
    ],
    [
      "of all, every part, where it should not match",
      all(true, leaf("a", true), leaf("b", true)),
      "does-not-match",
      ["true: a is 8443; found 80", "true: b is 8443; found 80"],
    ],
    [
      "the part that decided, where it should stay open",
      all(false, leaf("a", true), leaf("b", false), leaf("c", "unknown")),
      "cannot-tell",
      ["false: b is 8443; found 80"],
    ],
    [
      "under not, the opposite",
      all(false, leaf("a", true), not(false, any(true, leaf("b", true), leaf("c", false)))),
      "matches",
      ["not:", "  true: b is 8443; found 80"],
    ],
    [
      "only the branch that counts",
      all(
        "unknown",
        any(true, leaf("a", true), leaf("b", false)),
        any("unknown", leaf("c", "unknown"), leaf("d", false)),
      ),
      "matches",
      ["any of these:", "  not known: c is 8443; found 80", "  false: d is 8443; found 80"],
    ],
    [
      "where a derived fact comes from",
      leaf("in-use", "unknown", { through: ["proxy.enabled", "proxy.address"] }),
      "matches",
      ["not known: in-use is 8443; found 80; it follows from proxy.enabled,", "  proxy.address"],
    ],
    [
      "the verdict of another rule",
      { kind: "rule", truth: false, rule: "queue-stalled", expected: "matches", found: "cannot-tell" },
      "matches",
      ['false: the rule queue-stalled is asked for "matches"; it cannot tell'],
    ],
    [
      "the rows that count, three at most",
      {
        kind: "some",
        truth: "unknown",
        fact: "probes",
        expected: "some row where port is 8443",
        found: "0 of 4 rows, 4 perhaps",
        rows: [1, 2, 3, 4].map((port) => ({
          truth: "unknown",
          row: { host: `h${port}`, port: String(port) },
          at: [],
        })),
        at: [],
      },
      "matches",
      [
        "not known: probes, some row where port is 8443; found 0 of 4 rows, 4 perhaps",
        "    perhaps: host h1, port 1",
        "    perhaps: host h2, port 2",
        "    perhaps: host h3, port 3",
      ],
    ],
  ])("shows %s", (_, evidence, expected, lines) => {
    expect(treeOf(evidence, expected)).toEqual(lines);
  });
});

describe("a case that came out otherwise", () => {
  const verdict = {
    kind: "verdict",
    rule: "port-odd",
    found: "matches",
    evidence: leaf("proxy.port", true),
    because: null,
    place,
  } as const;

  it.each<[string, CaseDifference, string]>([
    [
      "a rule that should be open",
      { ...verdict, wanted: "cannot-tell" },
      "  The rule port-odd matches, where the case says that it cannot tell.\n    true: proxy.port is 8443; found 80\n",
    ],
    [
      "a rule that it does not name",
      { ...verdict, wanted: "no-match" },
      "  The rule port-odd matches, and the case does not name it.\n    true: proxy.port is 8443; found 80\n",
    ],
    [
      "a rule that it forbids",
      { ...verdict, wanted: "no-match", because: "Nobody tried the port." },
      "  The rule port-odd matches, which the case forbids: Nobody tried the port.\n    true: proxy.port is 8443; found 80\n",
    ],
    [
      "history",
      { kind: "list", key: "set-aside", missing: ["a"], surplus: ["b"], place },
      "  a is not set aside, and the case says that it is.\n  b is set aside, and the case does not name it.\n",
    ],
    [
      "a step",
      { kind: "next", wanted: "port-tests", found: ["services"], place },
      "  port-tests is not among the first next steps; they are services.\n",
    ],
    [
      "a step where there are none",
      { kind: "next", wanted: "port-tests", found: [], place },
      "  port-tests is not among the first next steps; there are none.\n",
    ],
    [
      "the top",
      { kind: "value", key: "top", wanted: "a", found: "b", place },
      "  The report puts b first, and the case a.\n",
    ],
    [
      "the top where there is none",
      { kind: "value", key: "top", wanted: "a", found: null, place },
      "  The report has no diagnosis, and the case puts a first.\n",
    ],
    [
      "the outcome",
      { kind: "value", key: "outcome", wanted: "healthy", found: "inconclusive", place },
      "  The outcome is inconclusive, and the case says healthy.\n",
    ],
    [
      "the exit code",
      { kind: "value", key: "exit", wanted: "0", found: "3", place },
      "  The exit code is 3, and the case says 0.\n",
    ],
  ])("tells %s with its line", (_, difference, text) => {
    expect(caseFailure(failedCase({ differences: [difference] }))).toBe(
      `odd-port: The app hums\ncases/odd-port/expected.yaml:7:3\n${text}\n`,
    );
  });

  it("prints nothing of a stranger as it is", () => {
    const text = caseFailure(
      failedCase({
        title: "a\u001b[31mb\u202e",
        unused: ["c\u0007d"],
        differences: [
          { ...verdict, wanted: "no-match", evidence: leaf("x\u001b]0;y", true, { found: "\u2066z" }) },
        ],
      }),
    );
    expect(text).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
    expect(text).toContain("a\\u{1b}[31mb\\u{202e}");
  });
});
