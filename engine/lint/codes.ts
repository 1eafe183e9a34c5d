/** A problem makes lint fail. A warning may be meant so; it fails only with --strict. */
export type Level = "problem" | "warning";

interface LintEntry {
  readonly level: Level;
  /** What the code means, as one sentence. */
  readonly means: string;
}

/** Every code that is proved about packs that can be read, beyond those that loading them gives. */
export const lintCodes = {
  "never-matches": {
    level: "problem",
    means: "The condition of a rule contradicts itself, so that it never matches.",
  },
  "always-matches": {
    level: "problem",
    means: "A rule matches whatever its facts are, once they are known.",
  },
  "never-holds": {
    level: "warning",
    means: "A part of a rule, fact or flowchart stands under a condition that never holds there.",
  },
  "always-holds": {
    level: "warning",
    means: "A condition holds wherever it is asked, so that it says nothing.",
  },
  "same-condition": { level: "warning", means: "Two rules ask for the same." },
  "implied-rule": {
    level: "warning",
    means: "Whenever one rule matches another one does, and neither says why.",
  },
  "relation-without-effect": {
    level: "warning",
    means: "A rule names another one with which it can never match together.",
  },
  "all-clear-too-early": {
    level: "problem",
    means: "An all-clear can be confirmed while a fault of its area is undecided, or matches.",
  },
  "open-list-denied": {
    level: "problem",
    means: "A condition says that a value is not in a list that is not closed.",
  },
  "quantifier-never-decided": {
    level: "warning",
    means:
      "A condition holds only if there are no more rows, and nobody can ever have looked at all of them.",
  },
  "cases-not-exhaustive": {
    level: "warning",
    means: "A fact by cases has no otherwise, and its cases leave something over.",
  },
  "fact-out-of-reach": {
    level: "problem",
    means: "Nobody can get a fact: it is neither collected, nor derived, nor asked for.",
  },
  "fact-not-read": { level: "warning", means: "Nothing reads a fact." },
  "ask-not-used": { level: "warning", means: "No fact is got by a way of asking." },
  "part-not-asked": {
    level: "warning",
    means: "A way of asking says at which part of a list it looks, and the list is not got by it.",
  },
  "list-not-used": { level: "warning", means: "No condition and no fact uses a list." },
  "area-not-used": { level: "warning", means: "No rule stands in an area." },
  "example-proves-nothing": { level: "problem", means: "An example gives no fact that its rule reads." },
  "mutant-unknown": {
    level: "warning",
    means: "A rule waives a mutant that it has not, or one for the second time.",
  },
  "too-many-waived": {
    level: "warning",
    means: "More mutants are waived than may be, so that the share of those that are noticed says little.",
  },
  "reference-missing": { level: "warning", means: "A diagnosis does not say where it is written down." },
  "duplicate-title": {
    level: "warning",
    means: "Two rules have the same title, and a reader cannot tell them apart.",
  },
  "placeholder-not-filled": {
    level: "problem",
    means: "A {{ }} stands in a text where it is printed as it is.",
  },
  "because-of-another-fact": {
    level: "warning",
    means: "A because prints a fact that has nothing to do with what its rule reads.",
  },
} as const satisfies Record<string, LintEntry>;

export type LintCode = keyof typeof lintCodes;
