/** One value of DER, the encoding of certificates: a tag, and where header and content lie. */
export interface DerValue {
  readonly tag: number;
  /** Index of the tag. */
  readonly from: number;
  /** Index of the first byte of the content. */
  readonly start: number;
  /** Index behind the content. */
  readonly end: number;
}

export const derTag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The tag of a value that is known by its position in a structure, such as `[3]`. */
export const contextTag = (number: number): number => 0xa0 + number;

/** The value at an index; nothing if it does not end within the bounds, or is not in definite form. */
export function derAt(bytes: Uint8Array, from: number, bound: number): DerValue | undefined {
  const tag = bytes[from];
  const first = bytes[from + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  if (first < 0x80) return within({ tag, from, start: from + 2, end: from + 2 + first }, bound);
  const lengthBytes = first & 0x7f;
  if (lengthBytes === 0 || lengthBytes > 4) return undefined;
  let length = 0;
  for (const byte of bytes.subarray(from + 2, from + 2 + lengthBytes)) length = length * 256 + byte;
  const start = from + 2 + lengthBytes;
  return within({ tag, from, start, end: start + length }, bound);
}

function within(value: DerValue, bound: number): DerValue | undefined {
  return value.end <= bound ? value : undefined;
}

/** The values within a value, up to the first that is damaged. */
export function derChildren(bytes: Uint8Array, parent: DerValue | undefined): readonly DerValue[] {
  const children: DerValue[] = [];
  if (!parent) return children;
  let at = parent.start;
  while (at < parent.end) {
    const child = derAt(bytes, at, parent.end);
    if (!child) break;
    children.push(child);
    at = child.end;
  }
  return children;
}

export function contentOf(bytes: Uint8Array, value: DerValue): Uint8Array {
  return bytes.subarray(value.start, value.end);
}

/** An object identifier in dotted form; nothing if the value is none. */
export function objectId(bytes: Uint8Array, value: DerValue | undefined): string | undefined {
  if (value?.tag !== derTag.objectId) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of contentOf(bytes, value)) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) return undefined;
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first, ...rest] = arcs;
  if (first === undefined) return undefined;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join(".");
}
