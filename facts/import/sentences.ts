import type { Damage } from "../formats/reading.ts";

/** Damage in one sentence with its place. */
export function damageSentence({ message, line, at }: Damage): string {
  const place = line !== undefined ? ` (line ${line})` : at !== undefined ? ` (byte ${at})` : "";
  return `${message}${place}`;
}

/** `1 file`, `2 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a, b and c`; a long list is cut and counted. */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
