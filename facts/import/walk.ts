import { basename, dirname } from "node:path";
import { limits } from "../../schemas/limits.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { hasFailed, type Trouble, troubleWords, type World } from "../world.ts";
import type { Warning } from "./format.ts";
import { counted, listed } from "./sentences.ts";

/** A file that is to be read. */
export interface FoundFile {
  /** For opening. */
  readonly path: string;
  /** Relative to the folder that was given, with forward slashes; the name alone of a file that was given. */
  readonly shownAs: string;
  /** As the person would write it. */
  readonly givenAs: string;
  /** The name of the folder that was given, or that the file lies in. */
  readonly folder: string;
  /** The person named this very file. */
  readonly isNamed: boolean;
  readonly bytes: number;
}

export interface Walk {
  readonly files: FoundFile[];
  readonly problems: Problem[];
  readonly warnings: Warning[];
}

/** What lies at a path that the person gave: the file, or every file in the folder and below. */
export async function walk(world: World, given: string): Promise<Walk> {
  const path = await world.realPath(given);
  if (hasFailed(path)) return failed(given, path.failed);
  const seen = await world.lookAt(path);
  if (hasFailed(seen)) return failed(given, seen.failed);
  if (seen.kind === "folder") return walkFolder(world, path, given);
  if (seen.kind !== "file") return failed(given, seen.kind === "link" ? "link" : "special-file");
  const name = basename(path);
  const folder = basename(dirname(path));
  const file = { path, shownAs: name, givenAs: given, folder, isNamed: true, bytes: seen.bytes };
  return { files: [file], problems: [], warnings: [] };
}

function failed(given: string, trouble: Trouble): Walk {
  const { what, hint } = troubleWords[trouble];
  return {
    files: [],
    problems: [wholePath(given, `path-${trouble}`, `"${given}" ${what}`, hint)],
    warnings: [],
  };
}

function wholePath(file: string, code: string, message: string, hint: string): Problem {
  return { file, line: 1, column: 1, code, message, hint };
}

interface Passed {
  /** Of the files so far. */
  bytes: number;
  hidden: number;
  readonly links: string[];
  readonly special: string[];
  readonly closed: string[];
  /** The files or the bytes of the folder reached their limit. */
  full: "bundleFiles" | "bundleBytes" | undefined;
}

async function walkFolder(world: World, root: string, given: string): Promise<Walk> {
  const passed: Passed = { bytes: 0, hidden: 0, links: [], special: [], closed: [], full: undefined };
  const folder = basename(root);
  const files: FoundFile[] = [];
  // A stack, not recursion: the depth of a stranger's folders is theirs to choose.
  const open = [""];
  for (let at = open.pop(); at !== undefined && passed.full === undefined; at = open.pop()) {
    const names = await world.readDirectory(at === "" ? root : `${root}/${at}`);
    if (hasFailed(names)) {
      passed.closed.push(at === "" ? "the folder itself" : at);
      continue;
    }
    const folders: string[] = [];
    for (const name of [...names].sort(byBytes)) {
      const shownAs = at === "" ? name : `${at}/${name}`;
      if (isHidden(name)) passed.hidden += 1;
      else await sort(world, { root, given, folder, shownAs }, files, folders, passed);
    }
    open.push(...folders.reverse());
  }
  const empty = files.length === 0 ? [emptyFolder(given, passed)] : [];
  return {
    files: files.sort((a, b) => byBytes(a.shownAs, b.shownAs)),
    problems: empty,
    warnings: passedOver(folder, passed),
  };
}

interface Site {
  readonly root: string;
  readonly given: string;
  readonly folder: string;
  readonly shownAs: string;
}

/** Puts one name where it belongs. */
async function sort(
  world: World,
  site: Site,
  files: FoundFile[],
  folders: string[],
  passed: Passed,
): Promise<void> {
  const { root, given, folder, shownAs } = site;
  const path = `${root}/${shownAs}`;
  const seen = await world.lookAt(path);
  if (hasFailed(seen)) passed.closed.push(shownAs);
  else if (seen.kind === "folder") folders.push(shownAs);
  else if (seen.kind === "link") passed.links.push(shownAs);
  else if (seen.kind === "special") passed.special.push(shownAs);
  else if (files.length === limits.bundleFiles) passed.full = "bundleFiles";
  else if (passed.bytes + seen.bytes > limits.bundleBytes) passed.full = "bundleBytes";
  else {
    passed.bytes += seen.bytes;
    const givenAs = `${given.replace(/[\\/]+$/, "")}/${shownAs}`;
    files.push({ path, shownAs, givenAs, folder, isNamed: false, bytes: seen.bytes });
  }
}

const isHidden = (name: string): boolean => name.startsWith(".") || name === "node_modules";

/** The order of UTF-8 bytes is the order of code points, on every system and in every language. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function emptyFolder(given: string, { closed, hidden, links, special }: Passed): Problem {
  if (closed.length > 0) {
    const { what, hint } = troubleWords["no-permission"];
    return wholePath(given, "path-no-permission", `"${given}" ${what}`, hint);
  }
  const passedOver = hidden + links.length + special.length;
  const others =
    passedOver === 0
      ? ""
      : ` besides ${counted(passedOver, "entry", "entries")} that are hidden, links or devices`;
  const hint = "Give the folder that the files were unpacked into.";
  return wholePath(given, "empty-folder", `The folder "${given}" holds no files${others}.`, hint);
}

function passedOver(folder: string, { hidden, links, special, closed, full }: Passed): Warning[] {
  const warnings: Warning[] = [];
  const say = (code: string, message: string) => warnings.push({ code, message: `In ${folder}, ${message}` });
  const were = (count: number, one: string, many?: string) =>
    `${counted(count, one, many)} ${count === 1 ? "was" : "were"}`;
  if (hidden > 0)
    say(
      "hidden-passed-over",
      `${were(hidden, "hidden file or folder", "hidden files or folders")} passed over (node_modules counts too).`,
    );
  if (links.length > 0)
    say("links-passed-over", `${were(links.length, "link")} not followed: ${listed(links)}.`);
  if (special.length > 0) {
    say(
      "special-passed-over",
      `${were(special.length, "pipe, socket or device", "pipes, sockets or devices")} not read: ${listed(special)}.`,
    );
  }
  if (closed.length > 0)
    say(
      "folder-not-read",
      `permission to look at ${listed(closed)} is denied; what lies there was not read.`,
    );
  if (full !== undefined) {
    const most = `${limits[full]} ${full === "bundleFiles" ? "files" : "bytes"}`;
    say("folder-too-large", `more than ${most} were found; the rest was not read (limit ${full}).`);
  }
  return warnings;
}
