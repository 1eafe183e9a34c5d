/** "1 rule", "6 rules", "no rule". */
export function counted(number: number, one: string, many = `${one}s`): string {
  if (number === 0) return `no ${one}`;
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}

/** The first of many, and the number of the others. */
export function firstOf<Item>(
  items: readonly Item[],
  most: number,
): { shown: readonly Item[]; more: number } {
  return { shown: items.slice(0, most), more: Math.max(0, items.length - most) };
}

const kilobyte = 1024;

/** "391 bytes", "21 KB", "4 MB". */
export function sizeText(bytes: number): string {
  if (bytes < kilobyte) return counted(bytes, "byte");
  const [size, unit] = bytes < kilobyte ** 2 ? [bytes / kilobyte, "KB"] : [bytes / kilobyte ** 2, "MB"];
  return `${Math.round(size)} ${unit}`;
}
