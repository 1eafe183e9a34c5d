import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Shelf } from "./shelf.ts";

/** What the schema of conditions is made of. */
export interface Workshop {
  readonly rulebook: Rulebook;
  readonly shelf: Shelf;
}

/** Where a test stands: on facts, or on the fields of a row. A row may be compared with its own fields, too. */
export type Ground = "facts" | "rows";
