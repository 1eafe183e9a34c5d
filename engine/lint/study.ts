import type { RuleFile } from "../../schemas/generated/types.ts";
import type { ReadRulebook } from "../rulebook/load.ts";
import { keyOf, type PackDocument, rootOf, type Spot } from "../rulebook/parse/document.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import type { LintCode } from "./codes.ts";
import { fullEffort } from "./proof/satisfiable.ts";
import type { Known } from "./proof/space.ts";
import { type Reads, readsOf } from "./reads.ts";

/** What the checks look at, and where they tell what they find. */
export interface Study extends Pick<ReadRulebook, "rulebook" | "sources" | "declared"> {
  readonly known: Known;
  readonly reads: Reads;
  /** The rules of the packs that are linted; not those of packs that they build on. */
  readonly rules: readonly StudiedRule[];
  isLinted(document: PackDocument): boolean;
  tell(spot: Spot, code: LintCode, message: string, hint: string): void;
  /** Rules that never match, or always: what else follows from that is not told. */
  readonly hopeless: Set<string>;
}

export interface StudiedRule {
  readonly rule: Rule;
  readonly document: PackDocument<Partial<RuleFile>>;
  readonly root: Spot;
}

type Lacking = Omit<Study, "tell" | "isLinted" | "rules" | "known" | "reads" | "hopeless">;

/** @param packs the folders of the packs to lint; findings in others are for their authors */
export function studyOf(read: Lacking, packs: ReadonlySet<string>, tell: Study["tell"]): Study {
  const { rulebook, declared } = read;
  const byId = new Map(rulebook.rules.map((rule) => [rule.id, rule]));
  const isLinted = ({ file }: PackDocument) => packs.has(file.pack);
  return {
    ...read,
    tell,
    isLinted,
    reads: readsOf(rulebook),
    known: {
      fact: (name) => (Object.hasOwn(rulebook.facts, name) ? rulebook.facts[name] : undefined),
      whenOf: (rule) => byId.get(rule)?.when,
      effort: fullEffort(),
    },
    rules: rulebook.rules.flatMap((rule) => {
      const document = declared.rules.known.get(rule.id)?.document;
      return document !== undefined && isLinted(document) ? [{ rule, document, root: rootOf(document) }] : [];
    }),
    hopeless: new Set(),
  };
}

/** The facts that the linted packs declare, by the name of their entry. */
export function factEntries({ sources, isLinted }: Study): readonly { name: string; spot: Spot }[] {
  return sources.catalogues
    .filter(isLinted)
    .flatMap((document) =>
      Object.keys(document.value).map((name) => ({ name, spot: keyOf(rootOf(document), name) })),
    );
}
