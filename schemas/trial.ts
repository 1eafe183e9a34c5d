import type { VerdictWord } from "./fact-types.ts";
import type { Evidence } from "./generated/types.ts";
import type { Place } from "./text/positions.ts";

/** What trying out a pack gives: the words that the engine, which tries, and the reporters, which print, share. */

export interface FilePlace extends Place {
  readonly file: string;
}

/** One example of a rule. */
export interface ExampleTrial {
  readonly rule: string;
  readonly expected: VerdictWord;
  readonly found: VerdictWord;
  readonly evidence: Evidence;
  /** null for the free example: no facts at all, and the rule cannot tell. */
  readonly place: Omit<FilePlace, "length"> | null;
  /** What could not be used of the example, as sentences. */
  readonly warnings: readonly string[];
  readonly passed: boolean;
}

/** One case, and everything that came out otherwise than it says. */
export interface CaseTrial {
  readonly name: string;
  readonly title: string;
  /** The file that says what must come out. */
  readonly file: string;
  readonly differences: readonly CaseDifference[];
  /** What could not be used of a fact file that was written for the case, as sentences. */
  readonly unused: readonly string[];
}

export type CaseDifference = VerdictDifference | ListDifference | StepDifference | ValueDifference;

interface Differing {
  /** In the file of the case. */
  readonly place: Place;
}

export interface VerdictDifference extends Differing {
  readonly kind: "verdict";
  readonly rule: string;
  /** `no-match`: anything but matches. */
  readonly wanted: VerdictWord | "no-match";
  readonly found: VerdictWord;
  readonly evidence: Evidence;
  /** Why the case forbids it; null where it only does not name it. */
  readonly because: string | null;
}

export interface ListDifference extends Differing {
  readonly kind: "list";
  readonly key: "set-aside";
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
}

/** A next step that is not among the first. */
export interface StepDifference extends Differing {
  readonly kind: "next";
  readonly wanted: string;
  /** The first steps of the report, in their order. */
  readonly found: readonly string[];
}

export interface ValueDifference extends Differing {
  readonly kind: "value";
  readonly key: "top" | "outcome" | "exit";
  readonly wanted: string;
  /** null: there is none. */
  readonly found: string | null;
}

/** A rule, or a fact that is derived by cases, and which outcomes of its conditions are brought about. */
export interface CoveredSubject {
  readonly kind: "rule" | "fact";
  readonly id: string;
  readonly file: string;
  readonly conditions: readonly CoveredCondition[];
}

export interface CoveredCondition {
  readonly place: Place;
  /** The condition in words. */
  readonly words: string;
  /** It speaks of the rows of this list, and its outcomes are those on single rows; null: it speaks of facts. */
  readonly rowsOf: string | null;
  /** In the order true, false, unknown. */
  readonly unseen: readonly (true | false | "unknown")[];
}

/** A rule, and which small changes of it its examples and the cases would not notice. */
export interface MutatedRule {
  readonly rule: string;
  readonly file: string;
  /** Its own examples fail, so that nothing can be said about changes; null: they pass. */
  readonly skipped: string | null;
  /** All that were tried, without those that are waived. */
  readonly tried: number;
  readonly killed: number;
  /** Let off by the rule itself, as meaning the same. */
  readonly waived: number;
  readonly survivors: readonly Survivor[];
  /** What is wrong with its waivers, as sentences. */
  readonly waiverTroubles: readonly WaiverTrouble[];
}

/** More than this share of all mutants is not let off. */
export const mostWaivedPercent = 5;

export interface WaiverTrouble {
  readonly place: Place;
  readonly sentence: string;
}

/** A change that nothing noticed. */
export interface Survivor {
  /** The same for ever, whatever lines it stands on; waivers name it. */
  readonly name: string;
  readonly place: Place;
  /** Lines of the file, and what they would be. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}
