import type { ReportCollectedAt } from "../../schemas/generated/types.ts";

const form = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)? ?([Zz]|[+-]\d{2}:?\d{2})$/;

/** "2026-11-20 14:05 UTC": to the minute, in the offset that it was given in; any other text stays as it is. */
export function instantText(time: string): string {
  const match = time.length > 64 ? null : form.exec(time.trim());
  if (!match) return time;
  const [, day = "", minute = "", offset = ""] = match;
  const isUtc = /^(?:z|[+-]00:?00)$/i.test(offset);
  return `${day} ${minute} ${isUtc ? "UTC" : offset}`;
}

/** When the facts were collected, as it follows the word "facts". */
export function collectionText(collectedAt: ReportCollectedAt): string {
  const from = collectedAt.from === undefined ? undefined : instantText(collectedAt.from);
  const to = collectedAt.to === undefined ? undefined : instantText(collectedAt.to);
  if (from !== undefined && to !== undefined) {
    return from === to ? `collected ${from}` : `collected between ${from} and ${to}`;
  }
  if (from !== undefined) return `collected ${from} or later`;
  return to === undefined ? "collected at a time that is not known" : `collected ${to} or earlier`;
}
