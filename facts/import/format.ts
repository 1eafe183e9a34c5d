import type { CollectedAt, FactEntry, Producer, Source, Subject } from "../../schemas/generated/types.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import type { FileHead } from "../file-head.ts";
import type { OpenFile } from "../world.ts";
import type { Plan } from "./wanted-fact.ts";

/** One format of file. Each is one file in formats/ and one line in the table of formats. */
export interface Format {
  /** By content, from the beginning of the file; the name counts only where the content could be anything. */
  recognises(file: FileAtHand, plan: Plan): boolean;
  /** Damage is part of what it gives back; it throws only what `file.open` throws. */
  read(file: FileAtHand, plan: Plan): Promise<FileReading>;
}

/** A file that is open, with its beginning. */
export interface FileAtHand {
  /** The key that origins carry until all sources are known. */
  readonly source: string;
  /** The path relative to what was given, for sentences in reports. */
  readonly shownAs: string;
  /** The path as the person gave it, for problems. */
  readonly givenAs: string;
  /** The person named this very file, so it was meant to be read. */
  readonly isNamed: boolean;
  readonly open: OpenFile;
  readonly head: FileHead;
}

/** What one file gave. */
export interface FileReading {
  /** What it was recognised as; see `Source`. */
  readonly kind: string;
  readonly parser?: string;
  readonly encoding?: string;
  /** Full sentences that stay with the source. */
  readonly notes: readonly string[];
  readonly facts: readonly FoundFact[];
  /** Full sentences about what was lost or doubtful; they name the file and reach the report. */
  readonly warnings: readonly Warning[];
  /** Mistakes that a person can mend in the file. A file with problems gives no facts and does not count as recognised. */
  readonly problems?: readonly Problem[];
  /** The servers that the content names, the one it speaks of last first. */
  readonly hosts?: readonly string[];
  /** The latest instant that the content attests, ISO 8601. */
  readonly attested?: string;
  /** Of a fact file. */
  readonly factFile?: {
    readonly subject?: Subject;
    readonly producer?: Producer;
    readonly collectedAt?: CollectedAt;
    /** By the keys that origins carry until all sources are known. */
    readonly sources: ReadonlyMap<string, Source>;
  };
}

export interface FoundFact {
  readonly fact: string;
  readonly entry: FactEntry;
}

export interface Warning {
  readonly code: string;
  /** A full sentence. */
  readonly message: string;
  readonly file?: string;
  readonly fact?: string;
}
