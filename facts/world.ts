/**
 * The only door to the machine. Everything outside of the program - disk and clock now, network and registry
 * later - is reached through it, so that a test can pass a world of its own making.
 */
export interface World {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
  /** What lies at a path; a link is looked at, not followed. */
  lookAt(path: string): Promise<Seen | Failed>;
  /** The path without links, dots and doubled slashes; absolute. */
  realPath(path: string): Promise<string | Failed>;
  /** The names in a folder, in no order. */
  readDirectory(path: string): Promise<readonly string[] | Failed>;
  /** Opens a plain file and nothing else. */
  openFile(path: string): Promise<OpenFile | Failed>;
  /** Leaves the whole text at the path, or what was there before; readable by nobody else. */
  writeAtomic(path: string, text: string): Promise<Written | Failed>;
}

export interface Seen {
  readonly kind: "file" | "folder" | "link" | "special";
  /** The size of a file; 0 for all others. */
  readonly bytes: number;
}

/** A file that is open for reading. It is also what the reader of event logs takes. */
export interface OpenFile {
  /** Bytes, at the moment of opening. */
  readonly size: number;
  /**
   * Fewer bytes than asked for at the end of the file. The next read may overwrite what this one gave. Throws
   * `ReadFailure` when the machine fails.
   */
  read(offset: number, length: number): Uint8Array;
  close(): void;
}

export interface Written {
  readonly bytes: number;
}

/** Why something outside could not be done; a closed list, so that each has its words. */
export type Trouble =
  | "not-found"
  | "no-permission"
  | "link"
  | "is-folder"
  | "not-a-folder"
  | "special-file"
  | "path-too-long"
  | "disk-full"
  | "read-only"
  | "cannot-read";

export interface Failed {
  readonly failed: Trouble;
}

/** The machine failed in the middle of a file. It costs that file only. */
export class ReadFailure extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(`Reading failed: ${trouble}`);
    this.trouble = trouble;
  }
}

export function hasFailed(result: object | string): result is Failed {
  return typeof result === "object" && "failed" in result;
}

interface TroubleWords {
  /** Follows the name of the path. */
  readonly what: string;
  readonly hint: string;
}

export const troubleWords: Readonly<Record<Trouble, TroubleWords>> = {
  "not-found": { what: "does not exist.", hint: "Check the spelling, or drag the file into the terminal." },
  "no-permission": {
    what: "cannot be read: permission is denied.",
    hint: "Run as a user who may read it, or copy it to a place of your own.",
  },
  link: {
    what: "is a link, and links are not followed.",
    hint: "Give the file or folder that the link points to.",
  },
  "is-folder": { what: "is a folder, not a file.", hint: "Name a file inside of it." },
  "not-a-folder": { what: "is not inside a folder.", hint: "Check the part of the path before the name." },
  "special-file": {
    what: "is a pipe, socket or device, not a file.",
    hint: "Save its content to a file first, or give - to read from standard input.",
  },
  "path-too-long": {
    what: "has a path that is too long for this system.",
    hint: "Move it nearer to the root.",
  },
  "disk-full": {
    what: "cannot be written: the disk is full.",
    hint: "Free some space, or name another disk.",
  },
  "read-only": { what: "cannot be written: the disk is read-only.", hint: "Name a place on another disk." },
  "cannot-read": {
    what: "cannot be read: the system reports a failure of the disk or network.",
    hint: "Copy it to a local disk and try again.",
  },
};
