/** Thrown while one record is decoded, and caught by the loop over the records, which notes it and goes on. */
export class UnreadableRecord extends Error {
  readonly code: "record-unreadable" | "record-too-large";

  constructor(what: string, code: UnreadableRecord["code"] = "record-unreadable") {
    super(what);
    this.code = code;
  }
}

/** Every read is checked against the end of what encloses it before it is made. */
export function need(at: number, bytes: number, end: number): void {
  if (at < 0 || at + bytes > end) throw new UnreadableRecord(`${bytes} bytes at ${at} reach beyond ${end}`);
}
