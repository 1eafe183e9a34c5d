import type { CollectedAt, FactEntry, FactFile, Warning } from "../../schemas/generated/types.ts";
import { nearest } from "../../schemas/text/nearest.ts";
import type { FactDefinition, ListFact, Rulebook, ScalarFact } from "../rulebook/rulebook.ts";
import { type CollectionTime, collectionTime } from "./collection-time.ts";
import { unseenParts } from "./coverage.ts";
import { hasRowsInConflict, isInConflict } from "./in-conflict.ts";
import { loadRows } from "./load-rows.ts";
import { loadScalar } from "./load-scalar.ts";
import { onlyValue, unknownFact } from "./make-reading.ts";
import { oneRowAKey } from "./one-row-a-key.ts";
import { joinPlaces, placesOf } from "./places.ts";
import type { KnownList, ListReading, Reading } from "./reading.ts";
import { inFixedOrder } from "./row-order.ts";
import { settleClaims } from "./settle-claims.ts";
import { fullForm } from "./short-form.ts";

/** How facts follow from others; given from outside, because it evaluates conditions and those read this memory. */
export interface Deriver {
  scalar(fact: ScalarFact): Reading;
  list(fact: ListFact): ListReading;
  /** Fills the derived fields of a row. */
  fields(fact: ListFact, fields: Map<string, Reading>): void;
}

const mostSuggestions = 20;

/** What is known in one run. A fact is brought to its normal form, or derived, when it is first asked for. */
export class WorkingMemory {
  readonly now: CollectionTime;
  readonly collectedAt: CollectedAt;
  readonly #entries: ReadonlyMap<string, FactEntry>;
  readonly #scalars = new Map<string, Reading>();
  readonly #lists = new Map<string, ListReading>();
  readonly #warnings = new Map<string, Warning>();
  readonly #underway = new Set<string>();
  readonly #rulebook: Rulebook;
  readonly #file: FactFile;
  readonly #derivedGiven: boolean;
  readonly #derive: Deriver;

  constructor(rulebook: Rulebook, file: FactFile, derivedGiven: boolean, derive: Deriver) {
    this.#rulebook = rulebook;
    this.#file = file;
    this.#derivedGiven = derivedGiven;
    this.#derive = derive;
    this.#entries = new Map(Object.entries(file.facts).map(([id, entry]) => [id, fullForm(entry)]));
    this.now = this.#collectionTime(file.collectedAt ?? {});
    // What cannot be right is no time that a report could show.
    this.collectedAt =
      Number.isFinite(this.now.from) || Number.isFinite(this.now.to) ? (file.collectedAt ?? {}) : {};
    for (const id of this.#entries.keys()) this.#checkId(id);
  }

  scalar(id: string): Reading {
    return this.#once(this.#scalars, id, () => {
      const fact = this.#definition(id);
      if (fact.kind === "list")
        throw new Error(`The fact ${id} is a list and was asked for as a single value.`);
      const entry = this.#entryOf(fact);
      if (entry === undefined)
        return fact.derived === null ? unknownFact(id, "not-collected", null) : this.#derive.scalar(fact);
      const reading = loadScalar(fact, this.#settled(fact, entry), (message) =>
        this.#warn("value-set-aside", message, id),
      );
      return fact.message && reading.known ? { ...reading, hitsOnly: true } : reading;
    });
  }

  list(id: string): ListReading {
    return this.#once(this.#lists, id, () => {
      const fact = this.#definition(id);
      if (fact.kind !== "list")
        throw new Error(`The fact ${id} is a single value and was asked for as a list.`);
      const entry = this.#entryOf(fact);
      if (entry === undefined)
        return fact.derived === null ? unknownFact(id, "not-collected", null) : this.#derive.list(fact);
      return this.#loadList(fact, entry);
    });
  }

  /** Reads what no rule asked for, too, so that nothing wrong in the file goes unsaid. */
  readAll(): void {
    for (const id of this.#entries.keys()) {
      const definition = Object.hasOwn(this.#rulebook.facts, id) ? this.#rulebook.facts[id] : undefined;
      if (definition?.kind === "list") this.list(id);
      else if (definition !== undefined) this.scalar(id);
    }
  }

  /** Sentences for people, in a fixed order. */
  get warnings(): readonly Warning[] {
    return [...this.#warnings.keys()].sort().flatMap((key) => this.#warnings.get(key) ?? []);
  }

  /** The entry of the file about a fact, for who must show what its sources claim. */
  entry(id: string): FactEntry | undefined {
    return this.#entries.get(id);
  }

  get conflicting(): readonly string[] {
    const known = [...this.#entries.keys()].filter((id) => Object.hasOwn(this.#rulebook.facts, id)).sort();
    return known.filter((id) => {
      const definition = this.#definition(id);
      if (definition.derived !== null) return false;
      return definition.kind === "list"
        ? hasRowsInConflict(definition, this.list(id))
        : isInConflict(definition, this.#entries.get(id), this.scalar(id));
    });
  }

  #definition(id: string): FactDefinition {
    const definition = Object.hasOwn(this.#rulebook.facts, id) ? this.#rulebook.facts[id] : undefined;
    if (definition === undefined) throw new Error(`No pack knows a fact ${id}.`);
    return definition;
  }

  #once<Result>(memory: Map<string, Result>, id: string, compute: () => Result): Result {
    const remembered = memory.get(id);
    if (remembered !== undefined) return remembered;
    if (this.#underway.has(id)) throw new Error(`The fact ${id} is derived from itself.`);
    this.#underway.add(id);
    const result = compute();
    this.#underway.delete(id);
    memory.set(id, result);
    return result;
  }

  #entryOf(fact: FactDefinition): FactEntry | undefined {
    return fact.derived !== null && !this.#derivedGiven ? undefined : this.#entries.get(fact.id);
  }

  #loadList(fact: ListFact, entry: FactEntry): ListReading {
    const warn = (message: string) => this.#warn("value-set-aside", message, fact.id);
    if ("unknown" in entry)
      return unknownFact(fact.id, entry.unknown, entry.detail ?? null, placesOf(entry.from));
    if ("value" in entry && entry.value === null)
      return this.#knownList(fact, { items: [], covers: [{}], ...(entry.from ? { from: entry.from } : {}) });
    if ("items" in entry) return this.#knownList(fact, entry);
    warn(
      `The fact ${fact.id} is a list of rows, but the file gives it a single value. It counts as not known.`,
    );
    return unknownFact(fact.id, "wrong-type", "It is given as a single value.");
  }

  #knownList(fact: ListFact, entry: Extract<FactEntry, { items: unknown }>): KnownList {
    const warn = (message: string) => this.#warn("value-set-aside", message, fact.id);
    const loaded = loadRows(fact, entry, (fields) => this.#derive.fields(fact, fields), warn);
    const { rows, keys } = oneRowAKey(fact, inFixedOrder(fact, loaded.rows));
    const looked = { slices: loaded.slices, keys, hasRows: rows.length > 0, before: this.now.to };
    const unseen: KnownList["unseen"] = (boxes) => unseenParts(fact, looked, boxes);
    return { known: true, rows, unseen, at: joinPlaces(placesOf(entry.from)), through: [] };
  }

  #settled(fact: ScalarFact, entry: FactEntry): FactEntry {
    if (!("conflict" in entry) || fact.settledBy === null) return entry;
    const part = onlyValue(this.scalar(fact.settledBy));
    if (typeof part !== "string") return entry;
    const { settled, message } = settleClaims(entry, part, fact, this.#file.sources ?? {});
    if (message !== null) this.#warn("conflict-settled", message, fact.id);
    return settled;
  }

  #collectionTime(stated: CollectedAt): CollectionTime {
    const { time, isClear } = collectionTime(stated);
    if (!isClear)
      this.#warn(
        "collection-time-unclear",
        "The time of the collection in the fact file cannot be right, so it counts as not known. Give it with --at.",
      );
    return time;
  }

  #checkId(id: string): void {
    const definition = Object.hasOwn(this.#rulebook.facts, id) ? this.#rulebook.facts[id] : undefined;
    if (definition === undefined)
      this.#warn(
        "unknown-fact",
        `No loaded pack knows the fact ${id}; it was kept and not used.${this.#meant(id)}`,
        id,
      );
    else if (definition.derived !== null && !this.#derivedGiven) {
      this.#warn(
        "derived-fact-given",
        `The fact ${id} follows from others and was given all the same; the given value was not used.`,
        id,
      );
    }
  }

  /** A file may hold any number of unknown facts; the first ones are enough to see what went wrong. */
  #meant(id: string): string {
    if (this.#warnings.size >= mostSuggestions) return "";
    const [close] = nearest(id, Object.keys(this.#rulebook.facts), 1);
    return close === undefined ? "" : ` Did you mean ${close}?`;
  }

  #warn(code: string, message: string, fact?: string): void {
    this.#warnings.set(`${code} ${message}`, { code, message, ...(fact === undefined ? {} : { fact }) });
  }
}
