import type { Tone } from "../document/block.ts";

/** The sixteen colours that every terminal has in its own shades. */
const codes: Record<Tone | "label" | "faint", string> = {
  critical: "1;31",
  high: "1;31",
  medium: "1;33",
  low: "1",
  info: "1",
  sound: "1;32",
  open: "1;33",
  neutral: "1",
  label: "1",
  faint: "2",
};

/** Safe words at the start of a line in a colour. */
export function paint(words: string, tone: keyof typeof codes, colour: boolean): string {
  return colour && words !== "" ? `\u001b[${codes[tone]}m${words}\u001b[0m` : words;
}
