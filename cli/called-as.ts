import { basename, isAbsolute, relative, sep } from "node:path";

/** A command of this program as it can be typed in the working folder, so that whoever copies it can run it. */
export function asTyped(...words: readonly string[]): string {
  return [calledAs(), ...words.map(inQuotes)].join(" ");
}

/** `connector-doctor` where it is installed; in a copy of the project `node dist/connector-doctor.cjs`. */
export function calledAs(script = process.argv[1] ?? "", folder = process.cwd()): string {
  const isInstalled = basename(script) === installedName || script.split(sep).includes("node_modules");
  if (isInstalled || !script.endsWith(`${installedName}.cjs`)) return installedName;
  const near = relative(folder, script);
  const path = near.startsWith("..") || isAbsolute(near) ? script : near;
  return `node ${inQuotes(path.split(sep).join("/"))}`;
}

const installedName = "connector-doctor";

const inQuotes = (word: string): string => (/^[\w./:\\=@-]+$/.test(word) ? word : `"${word}"`);
