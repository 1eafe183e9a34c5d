import type { ValuePath } from "../../../schemas/text/positions.ts";

/** One small change of a condition as its author wrote it. */
export interface Edit {
  /** The part that is changed, from the top of the condition. */
  readonly path: ValuePath;
  readonly change: Change;
  /** The part that the change is about, where that is not the part itself. */
  readonly about?: ValuePath;
  /** What is done to it: `443 becomes 444`. */
  readonly words: string;
}

export type Change =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "gone" };

/** The condition with the change made; everything else is shared with it. */
export function withEdit(source: unknown, { path, change }: Pick<Edit, "path" | "change">): unknown {
  const [step, ...deeper] = path;
  if (step === undefined) return change.kind === "value" ? change.value : source;
  const isLast = deeper.length === 0;
  const inner = { path: deeper, change };
  if (Array.isArray(source)) {
    return source.flatMap((item: unknown, index) => {
      if (index !== step) return [item];
      return isLast && change.kind === "gone" ? [] : [withEdit(item, inner)];
    });
  }
  const entries = Object.entries(source as object).flatMap(([key, value]): [string, unknown][] => {
    if (key !== step) return [[key, value]];
    if (!isLast || change.kind === "value") return [[key, withEdit(value, inner)]];
    return change.kind === "gone" ? [] : [[change.key, value]];
  });
  return Object.fromEntries(entries);
}
