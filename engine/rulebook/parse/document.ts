import type { Place, ValuePath } from "../../../schemas/text/positions.ts";
import type { Problem } from "../../../schemas/text/problem.ts";
import type { ReadValue } from "../../../schemas/text/read-text.ts";
import type { PackFile } from "../source.ts";

/** A file of a pack whose text was read: its value, and where each part of it stands. */
export interface PackDocument<Source = unknown>
  extends Pick<ReadValue, "placeOf" | "keyPlaceOf" | "sourceOf"> {
  readonly file: PackFile;
  /** Without what stands behind damaged keys. */
  readonly value: Source;
  /** The keys of the file behind which something does not fit the schema, which is told already. */
  readonly damaged: ReadonlySet<string>;
}

/** A place in a document that a problem can point at. */
export interface Spot {
  readonly document: PackDocument;
  readonly path: ValuePath;
  /** The key itself rather than what stands after it. */
  readonly isKey?: true;
  /** A place inside of a text; undefined where it could not be found. */
  readonly exactly?: () => Place | undefined;
}

export const rootOf = (document: PackDocument): Spot => ({ document, path: [] });

/** The value further inside. */
export const inside = (spot: Spot, ...steps: ValuePath): Spot => ({
  document: spot.document,
  path: [...spot.path, ...steps],
});

/** The key further inside, or the key that the value of the spot itself stands under. */
export const keyOf = (spot: Spot, ...steps: ValuePath): Spot => ({ ...inside(spot, ...steps), isKey: true });

export function problemAt(spot: Spot, said: Pick<Problem, "code" | "message" | "hint">): Problem {
  const { document, path } = spot;
  const file = document.file.shownAs;
  const exactly = spot.exactly?.();
  if (exactly !== undefined) return { file, ...exactly, ...said };
  if (path.length === 0) return { file, line: 1, column: 1, length: 1, ...said };
  const place = spot.isKey ? document.keyPlaceOf(path) : document.placeOf(path);
  return { file, ...place, ...said };
}

/** How the value is written in the file; undefined for maps and lists. */
export const writtenAt = ({ document, path }: Spot): string | undefined => document.sourceOf(path);
