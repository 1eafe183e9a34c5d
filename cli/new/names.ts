import { nearest } from "../../schemas/text/nearest.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { usageProblem } from "../usage-problem.ts";

const words = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const dotted = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const longest = 100;

/** null: the id can be used. */
export const idProblem = (id: string): Problem | null => checked(id, words, "Lower-case words joined by -");

export const factIdProblem = (id: string): Problem | null =>
  checked(id, dotted, "Lower-case words joined by -, and parts joined by dots");

function checked(id: string, form: RegExp, wanted: string): Problem | null {
  if (id.length > longest)
    return usageProblem(`An id has at most ${longest} characters.`, "Find a shorter one.");
  if (form.test(id)) return null;
  const mended = mendedId(id, form === dotted);
  const hint = form.test(mended) ? `Write ${mended}.` : "For example: proxy-unreachable.";
  return usageProblem(`${JSON.stringify(id)} cannot be an id. ${wanted} can.`, hint);
}

function mendedId(id: string, withDots: boolean): string {
  const parts = id
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/\.ya?ml$/, "")
    .split(withDots ? "." : /(?!)/);
  return parts
    .map((part) => part.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""))
    .filter(Boolean)
    .join(".");
}

/** Shorter pieces stand in too many names. */
const shortestPart = 3;
const mostNamed = 8;

const orListed = (names: readonly string[]): string =>
  `${names.slice(0, mostNamed).join(" or ")}${names.length > mostNamed ? " or another one" : ""}`;

/** A name that is none of these, with those that are near. */
export function unknownName(
  noun: string,
  name: string,
  known: readonly string[],
  otherwise: string,
): Problem {
  const close = nearest(name, known);
  const holding = known.filter((each) => name.length >= shortestPart && each.includes(name.toLowerCase()));
  const hint =
    close.length > 0 || holding.length > 0
      ? `Did you mean ${orListed(close.length > 0 ? close : holding)}?`
      : known.length > 0 && known.length <= 12
        ? `There are: ${known.join(", ")}.`
        : otherwise;
  return usageProblem(`There is no ${noun} called ${JSON.stringify(name)}.`, hint);
}

/** A problem as one line of a conversation. */
export const sentenceOf = ({ message, hint = "" }: Problem): string => `${message} ${hint}`.trim();
