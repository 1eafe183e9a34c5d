/** A fenced block of a Markdown page: ```language role=argument. */
export interface Fence {
  readonly language: string;
  /** What a test does with it; empty where nothing is said. */
  readonly role: string;
  readonly argument: string;
  readonly content: string;
  /** Of the first line of the content, from 1. */
  readonly line: number;
}

const opening = /^```(\S+)(?: ([a-z-]+)(?:=(\S+))?)?$/;

export function fencesIn(page: string): readonly Fence[] {
  const fences: Fence[] = [];
  const lines = page.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const match = opening.exec(lines[at] ?? "");
    if (match === null) continue;
    const end = lines.indexOf("```", at + 1);
    const [, language = "", role = "", argument = ""] = match;
    fences.push({
      language,
      role,
      argument,
      content: `${lines.slice(at + 1, end).join("\n")}\n`,
      line: at + 2,
    });
    at = end;
  }
  return fences;
}
