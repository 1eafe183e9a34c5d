const lineWidth = 110;

/**
 * The one text of a JSON value: keys sorted by code unit, properties without value left out, a map or list on one
 * line where it fits, so that two files differ in the lines of what differs.
 *
 * @param topKeys keys of the outermost map that come first and in this order
 */
export function canonicalJson(value: unknown, topKeys: readonly string[] = []): string {
  return `${isMap(value) ? writeMap(value, "", topKeys) : write(value, "", 0)}\n`;
}

/** The same on one line, for comparing and hashing. */
export function canonicalLine(value: unknown): string {
  return onOneLine(value, Number.POSITIVE_INFINITY) ?? "";
}

/** `used` characters of the line are taken by what stands before. */
function write(value: unknown, indent: string, used: number): string {
  const line = onOneLine(value, lineWidth - indent.length - used);
  if (line !== undefined) return line;
  if (isMap(value)) return writeMap(value, indent, []);
  if (!Array.isArray(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  return `[\n${value.map((item) => inner + write(item, inner, 0)).join(",\n")}\n${indent}]`;
}

function writeMap(map: Map, indent: string, first: readonly string[]): string {
  const inner = `${indent}  `;
  const parts = keysOf(map, first).map((key) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + write(map[key], inner, name.length);
  });
  return parts.length === 0 ? "{}" : `{\n${parts.join(",\n")}\n${indent}}`;
}

/** Nothing as soon as the text is longer than there is room, so that a long value is not written at every level again. */
function onOneLine(value: unknown, room: number): string | undefined {
  if (typeof value === "string" && value.length > room) return undefined;
  if (Array.isArray(value))
    return bracketed(
      "[",
      value.map((item: unknown) => ["", item]),
      "]",
      room,
    );
  if (isMap(value)) {
    const entries = keysOf(value, []).map((key): [string, unknown] => [
      `${JSON.stringify(key)}: `,
      value[key],
    ]);
    return entries.length === 0 ? "{}" : bracketed("{ ", entries, " }", room);
  }
  const text = JSON.stringify(value);
  return text.length <= room ? text : undefined;
}

function bracketed(
  open: string,
  entries: readonly [string, unknown][],
  close: string,
  room: number,
): string | undefined {
  const parts: string[] = [];
  let left = room - open.length - close.length;
  for (const [name, item] of entries) {
    const part = onOneLine(item, left - name.length);
    if (part === undefined) return undefined;
    parts.push(name + part);
    left -= name.length + part.length + ", ".length;
  }
  return `${open}${parts.join(", ")}${close}`;
}

type Map = Readonly<Record<string, unknown>>;

function keysOf(map: Map, first: readonly string[]): string[] {
  const present = Object.keys(map).filter((key) => map[key] !== undefined);
  const leading = first.filter((key) => present.includes(key));
  return [...leading, ...present.filter((key) => !leading.includes(key)).sort()];
}

function isMap(value: unknown): value is Map {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
