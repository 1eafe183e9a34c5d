/**
 * The door to the bytes of one .evtx file. `read` may return fewer bytes than asked for at the end of the file;
 * what it returned may be overwritten by the next `read`, so one buffer can serve a log of any size.
 */
export interface EvtxSource {
  /** Bytes in the file. */
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

export function sourceFromBytes(bytes: Uint8Array): EvtxSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  };
}
