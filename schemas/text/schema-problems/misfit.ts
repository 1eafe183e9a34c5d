import type { ValuePath } from "../positions.ts";

/** One way in which a value does not fit its schema, before it becomes a sentence. */
export type Misfit = {
  readonly path: ValuePath;
  /** What the schema says of the value, for the hint. */
  readonly meaning: string | undefined;
} & (
  | {
      readonly kind: "unknown-key";
      readonly key: string;
      readonly of: string;
      readonly possible: readonly string[];
      /** The one key that is missing in the same map, which may be what was meant. */
      readonly instead: string | null;
    }
  | { readonly kind: "missing-key"; readonly key: string; readonly of: string }
  | { readonly kind: "wrong-type"; readonly wanted: readonly string[]; readonly value: unknown }
  | { readonly kind: "unknown-value"; readonly possible: readonly string[]; readonly value: unknown }
  | {
      readonly kind: "no-such-kind";
      readonly key: string | null;
      readonly possible: readonly string[];
      readonly of: string;
    }
  | { readonly kind: "forbidden-value"; readonly value: unknown }
  | { readonly kind: "wrong-form"; readonly value: unknown; readonly form: string | undefined }
  | { readonly kind: "wrong-key-form"; readonly key: string }
  | { readonly kind: "empty" }
  | { readonly kind: "too-short"; readonly least: number; readonly value: string }
  | { readonly kind: "too-much"; readonly most: string; readonly found: string }
);
