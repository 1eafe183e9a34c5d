import type { Problem } from "../../schemas/text/problem.ts";
import type { Rulebook } from "./rulebook.ts";

/** One file of a pack, as text. The engine reads no disk: whoever calls it does. */
export interface PackFile {
  /** The name of the pack's folder. */
  readonly pack: string;
  /** The path inside the pack with forward slashes, for example `trust/trust-certificate-expired.yaml`. */
  readonly path: string;
  /** The path to show to people, for example `rules/entra-private-network-connector/trust/….yaml`. */
  readonly shownAs: string;
  readonly text: string;
}

export type LoadedRulebook =
  | {
      readonly ok: true;
      readonly rulebook: Rulebook;
      readonly examples: readonly RuleExample[];
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One example of a rule: a whole fact file in short form, and what the rule must say to it. */
export interface RuleExample {
  readonly rule: string;
  readonly expected: "matches" | "does-not-match" | "cannot-tell";
  /** In short form, as written. Derived facts may be given here and nowhere else. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** ISO 8601 with offset. */
  readonly now: string | null;
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
}
