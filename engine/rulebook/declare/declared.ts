import type { Confidence, RuleKind } from "../../../schemas/fact-types.ts";
import type { AskSource, RuleFile } from "../../../schemas/generated/types.ts";
import type { PackDocument } from "../parse/document.ts";
import type { FactDefinition, ListDefinition } from "../rulebook.ts";

/** What names may be used, and what they stand for. */
export interface Names<Meaning> {
  readonly known: ReadonlyMap<string, Meaning>;
  /**
   * Is the name declared in a file or part of a file that has a problem of its own? Then nothing is known of it,
   * and whoever uses it hears nothing.
   */
  isDamaged(name: string): boolean;
}

/** Everything that the packs declare. */
export interface Declared {
  readonly facts: Names<FactDefinition>;
  readonly lists: Names<ListDefinition>;
  readonly asks: Names<AskSource>;
  readonly rules: Names<DeclaredRule>;
  /** Rules that others of the same id replace. */
  readonly overridden: readonly DeclaredRule[];
  /** Area to title. */
  readonly areas: Names<string>;
}

export interface DeclaredRule {
  readonly id: string;
  /** null where the file says something that is no kind. */
  readonly kind: RuleKind | null;
  readonly pack: string;
  readonly area: string;
  /** Of symptoms and all-clears, which have none: certain. */
  readonly confidence: Confidence;
  readonly document: PackDocument<Partial<RuleFile>>;
}
