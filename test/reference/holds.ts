import type { Literal } from "../../engine/condition.ts";
import type { ListDefinition } from "../../engine/rulebook/rulebook.ts";
import type { Truth } from "../../engine/truth.ts";
import { negate } from "../../engine/truth.ts";
import type { ScalarType } from "../../schemas/fact-types.ts";
import type { OperatorName } from "../../schemas/operators.ts";
import { hostMatches } from "../../schemas/values/host.ts";
import { compilePattern } from "../../schemas/values/pattern.ts";
import { foldText } from "../../schemas/values/text-equal.ts";
import { compareVersions } from "../../schemas/values/version.ts";
import type { Interval } from "./known.ts";
import { sameValue } from "./same-value.ts";

/** One operator on one value, with everything that it asks about known. */
export interface Question {
  readonly operator: OperatorName;
  readonly type: ScalarType;
  readonly exact: boolean;
  readonly value: Literal;
  /** The alternatives, the one other value, or nothing. */
  readonly others: readonly Literal[];
  readonly yes: boolean;
  readonly milliseconds: number;
  readonly list: ListDefinition | null;
  /** The instant of the collection. */
  readonly now: number;
  /** Between these instants it lies, as far as anybody knows: lists of a pack age. */
  readonly collected: Interval;
}

/** Only a list of the pack that is not closed can leave this unknown. */
export function holds(question: Question): Truth {
  const { value, others, operator, type, exact } = question;
  const equal = () => others.some((other) => sameValue(value, other, type, exact));
  switch (operator) {
    case "is":
    case "one-of":
    case "same-as":
      return equal();
    case "is-not":
    case "differs-from":
      return !equal();
    case "below":
    case "before":
      return ordered(question, (order) => order < 0);
    case "above":
    case "after":
      return ordered(question, (order) => order > 0);
    case "at-least":
      return ordered(question, (order) => order >= 0);
    case "at-most":
      return ordered(question, (order) => order <= 0);
    case "within-last":
      return withinLast(question);
    case "contains":
      return texts(question, (text, part) => text.includes(part));
    case "starts-with":
      return texts(question, (text, part) => text.startsWith(part));
    case "ends-with":
      return texts(question, (text, part) => text.endsWith(part));
    case "matches":
      return fits(question);
    case "in":
      return isIn(question);
    case "not-in":
      return negate(isIn(question));
    case "set":
      return (value !== null) === question.yes;
    case "known":
      return question.yes;
  }
}

/** Every ordering of none is false. */
function ordered({ value, others: [other = null] }: Question, fits: (order: number) => boolean): boolean {
  if (value === null || other === null) return false;
  if (typeof value === "string" && typeof other === "string") return fits(compareVersions(value, other));
  return fits(Number(value) - Number(other));
}

function withinLast({ value, now, milliseconds }: Question): boolean {
  return typeof value === "number" && value >= now - milliseconds && value <= now;
}

function texts({ value, others, exact }: Question, fits: (text: string, part: string) => boolean): boolean {
  if (value === null) return false;
  const form = (text: Literal) => (exact ? String(text) : foldText(String(text)));
  return others.some((other) => other !== null && fits(form(value), form(other)));
}

function fits({ value, others, exact }: Question): Truth {
  if (value === null) return false;
  const compiled = compilePattern(String(others[0]), { exact });
  return compiled.ok ? compiled.value.test(String(value)) : "unknown";
}

function isIn({ value, list, type, collected }: Question): Truth {
  if (value === null) return false;
  if (list === null) return "unknown";
  if (list.entries.some((entry) => isEntry(entry.value, value, type))) return true;
  return list.closedUntil !== null && collected.high < list.closedUntil ? false : "unknown";
}

function isEntry(entry: string | number, value: Literal, type: ScalarType): boolean {
  if (type === "host") return hostMatches(String(entry), String(value));
  return sameValue(entry, value, type);
}
