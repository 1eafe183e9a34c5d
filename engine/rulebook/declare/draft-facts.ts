import { conditionWords } from "../condition/group-keys.ts";
import type { Findings } from "../findings.ts";
import { inOrder } from "../graph.ts";
import { keyOf } from "../parse/document.ts";
import type { FactDefinition } from "../rulebook.ts";
import { circleInWords, quoted } from "../words.ts";
import { factsRead } from "./dependencies.ts";
import { draftList, draftPairs } from "./draft-lists.ts";
import { draftRow } from "./draft-rows.ts";
import { draftScalar } from "./draft-scalars.ts";
import { declaringNames, type FactEntry } from "./entries.ts";
import { checkKeysOfType } from "./keys-of-type.ts";
import { isScalarType } from "./shape.ts";

/** The facts of the catalogues with their types; how they are derived comes later, when all types are known. */
export interface Drafts {
  readonly facts: ReadonlyMap<string, FactDefinition>;
  /** By entry: the fact itself, or the parts of a row. */
  readonly byEntry: ReadonlyMap<string, readonly FactDefinition[]>;
  /** Declared, but so that nothing can be said of them. */
  readonly damaged: ReadonlySet<string>;
  /** The names of the entries, each after those that it is derived from; without those in a circle. */
  readonly order: readonly string[];
}

export function draftFacts(entries: ReadonlyMap<string, FactEntry>, findings: Findings): Drafts {
  const readBy = (name: string) => factsRead(entries.get(name)?.source ?? { type: "text", description: "" });
  const { order, circles } = inOrder(entries.keys(), (name) =>
    readBy(name).map((fact) => entryOf(fact, entries)),
  );
  for (const circle of circles) tellCircle(circle, entries, findings);
  const facts = new Map<string, FactDefinition>();
  const byEntry = new Map<string, readonly FactDefinition[]>();
  const damaged = new Set<string>();
  for (const name of [...order, ...circles.flatMap((circle) => circle.slice(1))]) {
    const entry = entries.get(name);
    if (entry === undefined) continue;
    checkName(entry, findings);
    const drafts = draftsOf(entry, facts, findings);
    if (drafts === null) damaged.add(name);
    else byEntry.set(name, drafts);
    for (const draft of drafts ?? []) {
      if (!facts.has(draft.id)) facts.set(draft.id, draft);
      else
        findings.problem(
          keyOf(entry.spot),
          "duplicate-fact",
          `${quoted(draft.id)} is declared twice: by itself, and as a part of the row ${quoted(name)}.`,
          "Rename one of the two.",
        );
    }
  }
  return { facts, byEntry, damaged, order };
}

/** The entry that declares a fact: its own, or that of the row that it is a part of. */
export function entryOf(fact: string, entries: ReadonlyMap<string, FactEntry>): string {
  const declares = (name: string) =>
    entries.has(name) && (name === fact || entries.get(name)?.source.type === "record");
  return declaringNames(fact).find(declares) ?? fact;
}

/** null: too little is known to let anybody use it; why is told. */
function draftsOf(
  entry: FactEntry,
  facts: ReadonlyMap<string, FactDefinition>,
  findings: Findings,
): readonly FactDefinition[] | null {
  checkKeysOfType(entry, findings);
  const { type } = entry.source;
  if (type === "record") return draftRow(entry, facts, findings);
  const fact = isScalarType(type)
    ? draftScalar(entry, type, facts, findings)
    : listOrPairs(entry, facts, findings);
  return fact === null ? null : [fact];
}

function listOrPairs(
  entry: FactEntry,
  facts: ReadonlyMap<string, FactDefinition>,
  findings: Findings,
): FactDefinition | null {
  const { derived } = entry.source;
  const isPairs = derived !== undefined && "match-up" in derived;
  return isPairs ? draftPairs(entry, derived["match-up"], facts, findings) : draftList(entry, findings);
}

const ownWords: ReadonlySet<string> = new Set(["now", "collected-at"]);

function checkName({ name, spot }: FactEntry, findings: Findings): void {
  if (!ownWords.has(name) && !conditionWords.has(name) && !name.startsWith("rule.") && name !== "rule")
    return;
  const why = name.startsWith("rule")
    ? "rule. begins the verdict of a rule"
    : "the word has a meaning of its own in rules and examples";
  findings.problem(
    keyOf(spot),
    "reserved-name",
    `No fact can be called ${quoted(name)}: ${why}.`,
    "Choose another name.",
  );
}

function tellCircle(
  circle: readonly string[],
  entries: ReadonlyMap<string, FactEntry>,
  findings: Findings,
): void {
  const first = entries.get(circle[0] ?? "");
  if (first === undefined) return;
  findings.problem(
    keyOf(first.spot),
    "fact-cycle",
    `Facts are derived from each other in a circle: ${circleInWords(circle)}.`,
    "One of them has to be seen, not derived.",
  );
}
