import { describe, expect, it } from "vitest";
import { coverageText } from "../../../reporters/coverage.ts";
import { mutationPercent, mutationText, waivesTooMuch } from "../../../reporters/mutation.ts";
import type { CoveredCondition, CoveredSubject, MutatedRule } from "../../../schemas/trial.ts";
import { place } from "./trials.ts";

const condition = (more: Partial<CoveredCondition> = {}): CoveredCondition => ({
  place,
  words: "proxy.port is 8443",
  rowsOf: null,
  unseen: [],
  ...more,
});

const subject = (id: string, ...conditions: CoveredCondition[]): CoveredSubject => ({
  kind: "rule",
  id,
  file: `rules/${id}.yaml`,
  conditions,
});

describe("the coverage in words", () => {
  it("has the numbers first and then the gaps, rule by rule", () => {
    const text = coverageText([
      subject("sound", condition()),
      subject(
        "port-odd",
        condition({ unseen: [false] }),
        condition({ rowsOf: "probes", unseen: [true, "unknown"] }),
      ),
      { ...subject("in-use", condition({ unseen: ["unknown"] })), kind: "fact" },
    ]);
    expect(text).toBe(`Conditions: 8 of 12 (66 %) of their outcomes (true, false, unknown) were seen.
  tests of facts and lists: 7 of 9 (77 %)
  tests of single rows:     1 of 3 (33 %)
  rules and facts without a gap: 1 of 3

rule port-odd  rules/port-odd.yaml  3 of 6 (50 %)
  7:3 never false: proxy.port is 8443
  7:3 never true, not known on a row of probes: proxy.port is 8443

fact in-use  rules/in-use.yaml  2 of 3 (66 %)
  7:3 never not known: proxy.port is 8443
`);
  });

  it("of no condition at all is whole", () => {
    expect(coverageText([])).toMatch(/^Conditions: 0 of 0 \(100 %\)/);
  });
});

const rule = (more: Partial<MutatedRule> = {}): MutatedRule => ({
  rule: "port-odd",
  file: "rules/port-odd.yaml",
  skipped: null,
  tried: 20,
  killed: 20,
  waived: 0,
  survivors: [],
  waiverTroubles: [],
  ...more,
});

describe("the mutation in words", () => {
  it("has the numbers first and then the survivors as lines of their file", () => {
    const text = mutationText([
      rule({ rule: "sound" }),
      rule({
        killed: 18,
        waived: 1,
        survivors: [
          {
            name: "proxy.port: 8443 becomes 8444",
            place,
            before: ["    proxy.port: 8443"],
            after: ["    proxy.port: 8444"],
          },
          {
            name: "all #2: left out",
            place,
            before: ["    - some: probes", "      where: { port: 8443 }"],
            after: [],
          },
        ],
        waiverTroubles: [
          { place: { line: 31, column: 15, length: 4 }, sentence: "There is no mutant of this name." },
        ],
      }),
      rule({ rule: "broken", tried: 0, killed: 0, skipped: "its examples do not come out as expected" }),
    ]);
    expect(text).toBe(`Mutants: 38 of 40 noticed (95 %), 2 survivors, 1 waived.
  rules without a survivor: 1 of 3

rule port-odd  rules/port-odd.yaml  18 of 20 noticed (90 %)
  31:15
    There is no mutant of this name.
  7:3 proxy.port: 8443 becomes 8444
    - proxy.port: 8443
    + proxy.port: 8444
  7:3 all #2: left out
    - - some: probes
    -   where: { port: 8443 }

rule broken  rules/port-odd.yaml
    Nothing can be said: its examples do not come out as expected.
`);
  });

  it.each<[string, number, number, boolean]>([
    ["one of twenty", 19, 1, false],
    ["one of nineteen", 18, 1, true],
    ["none", 3, 0, false],
    ["all", 0, 1, true],
  ])("allows 5 of 100 to be waived, and of %s says so", (_, tried, waived, isTooMuch) => {
    const rules = [rule({ tried, killed: tried, waived })];
    expect(waivesTooMuch(rules)).toBe(isTooMuch);
    expect(mutationText(rules).includes("at most 5 % may be")).toBe(isTooMuch);
  });

  it("rounds down, so that 100 percent means all", () => {
    expect(mutationPercent([rule({ tried: 1_000, killed: 999 })])).toBe(99);
    expect(mutationPercent([])).toBe(100);
  });

  it("makes lines of a file safe to print", () => {
    const survivor = { name: "a\u001b[2J", place, before: ["x: \u202eab"], after: ["x: \u0007"] };
    expect(mutationText([rule({ survivors: [survivor] })])).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
  });
});
