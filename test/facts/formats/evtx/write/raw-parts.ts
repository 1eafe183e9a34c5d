import type { ChunkSpace } from "./binary-xml.ts";
import { fillSize, put, putUint32, reserveUint32, writeName } from "./binary-xml.ts";

/** A template instance: what its definition holds, then what its values hold. */
export function instance(
  space: ChunkSpace,
  body: (definitionAt: number) => void,
  values: readonly (() => void)[] = [],
): void {
  put(space, [0x0c, 1]);
  const definitionAt = space.at + 8;
  putUint32(space, definitionAt);
  putUint32(space, definitionAt);
  put(space, Buffer.alloc(20));
  const size = reserveUint32(space);
  put(space, [0x0f, 1, 1, 0]);
  body(definitionAt);
  put(space, [0]);
  fillSize(space, size);
  binaryXmlValues(space, values);
}

export function again(space: ChunkSpace, definitionAt: number, values: readonly (() => void)[] = []): void {
  put(space, [0x0c, 1]);
  putUint32(space, definitionAt);
  putUint32(space, definitionAt);
  binaryXmlValues(space, values);
}

function binaryXmlValues(space: ChunkSpace, values: readonly (() => void)[]): void {
  putUint32(space, values.length);
  const descriptors = space.at;
  put(
    space,
    values.flatMap(() => [0, 0, 0x21, 0]),
  );
  values.forEach((write, index) => {
    const start = space.at;
    write();
    space.bytes.writeUInt16LE(space.at - start, descriptors + 4 * index);
  });
}

export function element(space: ChunkSpace, name: string, content: () => void, hasDependencyId = true): void {
  put(space, hasDependencyId ? [0x01, 0xff, 0xff] : [0x01]);
  const size = reserveUint32(space);
  writeName(space, name);
  put(space, [0x02]);
  content();
  put(space, [0x04]);
  fillSize(space, size);
}

export const hole = (space: ChunkSpace, index: number) => put(space, [0x0e, index & 0xff, index >> 8, 0x21]);
