import { limits } from "../../schemas/limits.ts";
import { toWellFormed } from "../../schemas/text/well-formed.ts";
import { redactSecrets } from "../../schemas/values/redact.ts";

/** A text from a stranger's machine as it may stand in a fact: without secrets, and not longer than a fact may be. */
export function outsideText(text: string): string {
  const clean = redactSecrets(toWellFormed(text));
  const most = limits.textFactCharacters;
  if (clean.length <= most) return clean;
  return `${toWellFormed(clean.slice(0, most))} [cut: ${clean.length - most} more characters]`;
}

/** The same for every text inside a value of a fact file; its depth is bounded by the schema. */
export function withoutSecrets<Value>(value: Value): Value;
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === "string") return outsideText(value);
  if (Array.isArray(value)) return value.map((item: unknown) => withoutSecrets(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner)]));
}
