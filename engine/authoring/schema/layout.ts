const widestLine = 110;

/** JSON for people and for diffs: what fits on a line stands on one. */
export function layOut(value: unknown): string {
  return `${lines(value, "", "")}\n`;
}

function lines(value: unknown, indent: string, before: string): string {
  // The comma behind it counts, too.
  const flat = inOneLine(value, widestLine - 1 - indent.length - before.length);
  if (flat !== null) return before + flat;
  if (!isNested(value)) return before + JSON.stringify(value);
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((each) => lines(each, deeper, ""))
    : Object.entries(value).map(([key, each]) => lines(each, deeper, `${JSON.stringify(key)}: `));
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${before}${open}\n${parts.map((part) => deeper + part).join(",\n")}\n${indent}${close}`;
}

/** null where it is wider than that. */
function inOneLine(value: unknown, width: number): string | null {
  if (!isNested(value)) return fitting(JSON.stringify(value), width);
  const isList = Array.isArray(value);
  const parts: string[] = [];
  let room = width;
  for (const [key, each] of Object.entries(value)) {
    const before = isList ? "" : `${JSON.stringify(key)}: `;
    const part = inOneLine(each, room - before.length);
    if (part === null) return null;
    parts.push(before + part);
    room -= before.length + part.length + ", ".length;
  }
  const inside = parts.join(", ");
  return fitting(isList ? `[${inside}]` : inside === "" ? "{}" : `{ ${inside} }`, width);
}

const fitting = (text: string, width: number): string | null => (text.length <= width ? text : null);

const isNested = (value: unknown): value is object => typeof value === "object" && value !== null;
