import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** What documents say, and which part of the pack carries it; the content of coverage.yaml beside this file. */
export interface Coverage {
  readonly documents: readonly CoveredDocument[];
  /** What the pack finds, and no document speaks of. */
  readonly beyond: readonly { readonly rule: string; readonly why: string }[];
}

export interface CoveredDocument {
  readonly title: string;
  readonly url?: string;
  readonly dated?: string;
  readonly about: string;
  readonly parts: readonly CoveredPart[];
}

/** A paragraph, a cause, a text. Nothing carries it yet where all three lists are missing. */
export interface CoveredPart {
  readonly name: string;
  /** A few words of the document, by which a reader finds the place. */
  readonly quote?: string;
  /** The same in our own words, one sentence. */
  readonly says: string;
  readonly rules?: readonly string[];
  /** `chart/step` */
  readonly steps?: readonly string[];
  readonly asks?: readonly string[];
}

export function readCoverage(root: string): Coverage {
  return parse(readFileSync(join(root, "build/docs/coverage/coverage.yaml"), "utf8")) as Coverage;
}
