import { createPositions } from "../../../schemas/text/positions.ts";
import type { Problem } from "../../../schemas/text/problem.ts";
import { withoutByteOrderMark } from "../../../schemas/text/read-text.ts";
import type { PackFile } from "../source.ts";

/**
 * Marks that turn the direction of a text or have no width, letters that are blank, and tags. Joiners (U+200C, U+200D)
 * and variation selectors belong to scripts and emoji and may stand.
 */
const marks =
  /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const eachMark = new RegExp(marks, "gu");

const mostTold = 5;

/** A reader of a pack has to see what it says; who copies from a window or page brings such marks along. */
export function hiddenCharacters({ text: whole, shownAs: file }: PackFile): readonly Problem[] {
  const text = withoutByteOrderMark(whole);
  if (!marks.test(text)) return [];
  const found = text.matchAll(eachMark);
  const placeAt = createPositions(text);
  const problems: Problem[] = [];
  for (const { index, 0: character } of found) {
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    problems.push({
      file,
      ...placeAt(index),
      code: "hidden-character",
      message: `A character stands here that nobody sees (U+${number}).`,
      hint: "Delete it: remove the characters on both sides of it, too, and type them again.",
    });
    if (problems.length === mostTold) break;
  }
  return problems;
}
