/** A typed value as a record stores it, and the text that Windows makes of it: one for each member of a list. */
export interface Value {
  readonly kind: "value";
  readonly type: number;
  readonly bytes: Buffer;
  readonly texts: readonly string[];
}

const value = (type: number, bytes: Buffer, text: string): Value => ({
  kind: "value",
  type,
  bytes,
  texts: [text],
});

function numeric(type: number, size: number, write: (bytes: Buffer) => unknown, text: string): Value {
  const bytes = Buffer.alloc(size);
  write(bytes);
  return value(type, bytes, text);
}

export const nothing: Value = value(0x00, Buffer.alloc(0), "");
export const text = (characters: string): Value =>
  value(0x01, Buffer.from(characters, "utf16le"), characters);
/** Western European characters only. */
export const ansi = (characters: string): Value =>
  value(0x02, Buffer.from(`${characters}\0`, "latin1"), characters);
export const int8 = (n: number): Value => numeric(0x03, 1, (bytes) => bytes.writeInt8(n), `${n}`);
export const uint8 = (n: number): Value => numeric(0x04, 1, (bytes) => bytes.writeUInt8(n), `${n}`);
export const int16 = (n: number): Value => numeric(0x05, 2, (bytes) => bytes.writeInt16LE(n), `${n}`);
export const uint16 = (n: number): Value => numeric(0x06, 2, (bytes) => bytes.writeUInt16LE(n), `${n}`);
export const int32 = (n: number): Value => numeric(0x07, 4, (bytes) => bytes.writeInt32LE(n), `${n}`);
export const uint32 = (n: number): Value => numeric(0x08, 4, (bytes) => bytes.writeUInt32LE(n), `${n}`);
export const int64 = (n: bigint): Value => numeric(0x09, 8, (bytes) => bytes.writeBigInt64LE(n), `${n}`);
export const uint64 = (n: bigint): Value => numeric(0x0a, 8, (bytes) => bytes.writeBigUInt64LE(n), `${n}`);
export const float = (n: number): Value => numeric(0x0b, 4, (bytes) => bytes.writeFloatLE(n), `${n}`);
export const double = (n: number): Value => numeric(0x0c, 8, (bytes) => bytes.writeDoubleLE(n), `${n}`);
export const boolean = (b: boolean): Value =>
  numeric(0x0d, 4, (bytes) => bytes.writeUInt32LE(b ? 1 : 0), `${b}`);
export const binary = (hex: string): Value => value(0x0e, Buffer.from(hex, "hex"), hex.toUpperCase());
export const size32 = (n: number): Value =>
  numeric(0x10, 4, (b) => b.writeUInt32LE(n), `0x${n.toString(16)}`);
export const size64 = (n: bigint): Value =>
  numeric(0x10, 8, (b) => b.writeBigUInt64LE(n), `0x${n.toString(16)}`);
export const hex32 = (n: number): Value => numeric(0x14, 4, (b) => b.writeUInt32LE(n), `0x${n.toString(16)}`);
export const hex64 = (n: bigint): Value =>
  numeric(0x15, 8, (b) => b.writeBigUInt64LE(n), `0x${n.toString(16)}`);

/** `{945a8954-c147-4acd-923f-40c45405a658}` */
export function guid(written: string): Value {
  const hex = Buffer.from(written.replace(/[{}-]/g, ""), "hex");
  const bytes = Buffer.concat([
    hex.subarray(0, 4).reverse(),
    hex.subarray(4, 6).reverse(),
    hex.subarray(6, 8).reverse(),
    hex.subarray(8),
  ]);
  return value(0x0f, bytes, written);
}

/** `2026-11-20T14:05:07.1234567Z` */
export function filetime(written: string): Value {
  return numeric(0x11, 8, (bytes) => bytes.writeBigUInt64LE(filetimeTicks(written)), written);
}

export function filetimeTicks(written: string): bigint {
  const seconds = BigInt(Date.parse(`${written.slice(0, 19)}Z`)) / 1000n + 11_644_473_600n;
  return seconds * 10_000_000n + BigInt(written.slice(20, 27));
}

/** `2026-11-20T14:05:07.123Z` */
export function systemTime(written: string): Value {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = written
    .split(/\D/)
    .map(Number);
  const bytes = Buffer.alloc(16);
  [year, month, 5, day, hour, minute, second, ms].forEach((part, index) => {
    bytes.writeUInt16LE(part, index * 2);
  });
  return value(0x12, bytes, written);
}

/** `S-1-5-21-1004336348-1177238915-682003330-512` */
export function sid(written: string): Value {
  const [, revision = "", authority = "", ...subs] = written.split("-");
  const bytes = Buffer.alloc(8 + 4 * subs.length);
  bytes.writeUInt8(Number(revision), 0);
  bytes.writeUInt8(subs.length, 1);
  bytes.writeUIntBE(Number(authority), 2, 6);
  subs.forEach((sub, index) => {
    bytes.writeUInt32LE(Number(sub), 8 + 4 * index);
  });
  return value(0x13, bytes, written);
}

/** A list of values of one type. */
export function list(...members: readonly Value[]): Value {
  const zero = { 1: Buffer.alloc(2) } as Record<number, Buffer>;
  return {
    kind: "value",
    type: 0x80 | (members[0]?.type ?? 0x01),
    bytes: Buffer.concat(members.flatMap(({ type, bytes }) => [bytes, zero[type] ?? Buffer.alloc(0)])),
    texts: members.flatMap(({ texts }) => texts),
  };
}
