import { nearest } from "../nearest.ts";
import type { ValuePath } from "../positions.ts";
import { visible } from "../visible.ts";
import type { SchemaCode } from "./codes.ts";
import type { Misfit } from "./misfit.ts";
import { kindOf } from "./schema.ts";

/** A misfit in words. */
export interface Sentence {
  readonly code: SchemaCode;
  readonly message: string;
  readonly hint?: string;
}

/** `source` is how the value is written in the file, where that is known. */
export function sentenceFor(misfit: Misfit, source: string | undefined): Sentence {
  switch (misfit.kind) {
    case "unknown-key":
      return unknownKey(misfit);
    case "missing-key":
      return withHint(
        "missing-key",
        `The key ${quoted(misfit.key)} is missing in ${misfit.of}.`,
        misfit.meaning,
      );
    case "wrong-type":
      return wrongType(misfit, source);
    case "unknown-value":
      return unknownValue(misfit);
    case "no-such-kind":
      return noSuchKind(misfit);
    case "wrong-key-form":
      return wrongKeyForm(misfit);
    default:
      return aboutContent(misfit);
  }
}

type AboutContent = Of<"forbidden-value" | "wrong-form" | "empty" | "too-short" | "too-much">;

function aboutContent(misfit: AboutContent): Sentence {
  const where = place(misfit.path);
  const { meaning } = misfit;
  switch (misfit.kind) {
    case "forbidden-value":
      return withHint("unknown-value", `${quoted(misfit.value)} cannot stand in ${where}.`, meaning);
    case "wrong-form": {
      const isNumber = typeof misfit.value === "number";
      const what = isNumber
        ? `${misfit.value} is out of bounds for`
        : `${quoted(misfit.value)} does not have the form of`;
      return withHint("wrong-form", `${what} ${where}.`, misfit.form ?? meaning);
    }
    case "empty":
      return withHint("holds-nothing", `${capital(where)} holds nothing.`, meaning);
    case "too-short": {
      const message = `${quoted(misfit.value)} is too short for ${where}: at least ${misfit.least} characters are needed.`;
      return withHint("wrong-form", message, meaning);
    }
    case "too-much":
      return withHint(
        "too-much",
        `${capital(where)} has ${misfit.found}; at most ${misfit.most} are allowed.`,
        meaning,
      );
  }
}

type Of<KindOfMisfit extends Misfit["kind"]> = Extract<Misfit, { kind: KindOfMisfit }>;

function unknownKey({ key, of, possible, instead }: Of<"unknown-key">): Sentence {
  const what = of === "a test" ? "is not an operator" : `is not a key of ${of}`;
  const glued = possible.find((each) => key.startsWith(`${each} `));
  const hint =
    glued !== undefined
      ? `A colon is missing. Write ${glued}: ${visible(key.slice(glued.length + 1, longestQuote))}.`
      : instead === null
        ? `It may have: ${listed(possible)}.`
        : `Did you mean ${quoted(instead)}?`;
  return { code: "unknown-key", message: `${quoted(key)} ${what}.`, hint };
}

function wrongKeyForm({ key }: Of<"wrong-key-form">): Sentence {
  const hint =
    "Write lower-case letters and digits, words joined by dashes; in the names of facts, parts are joined by dots.";
  return { code: "wrong-form", message: `The key ${quoted(key)} is not a name as packs write them.`, hint };
}

function wrongType({ path, wanted, value, meaning }: Of<"wrong-type">, source: string | undefined): Sentence {
  const where = place(path);
  if (value === null && (source === undefined || source.trim() === "")) {
    return withHint("value-missing", `Nothing stands in ${where}.`, meaning);
  }
  const isUnquoted = wanted.includes("string") && (typeof value === "number" || typeof value === "boolean");
  if (isUnquoted) return unquoted(value, source ?? String(value));
  const words = wanted.map((kind) => kindsInWords.get(kind) ?? kind);
  const is = kindsInWords.get(kindOf(value)) ?? "something else";
  const message = `${capital(where)} is to be ${either(words)}; this is ${is}.`;
  return withHint("wrong-type", message, hintForText(value, wanted) ?? meaning);
}

const signs: ReadonlyMap<string, string> = new Map([
  [">=", "at-least"],
  ["<=", "at-most"],
  ["!=", "is-not"],
  ["==", "is"],
  ["=", "is"],
  [">", "above"],
  ["<", "below"],
]);

/** For a text where a map is to stand. */
function hintForText(value: unknown, wanted: readonly string[]): string | undefined {
  if (typeof value !== "string" || !wanted.includes("object")) return undefined;
  const spaced = withSpace(value);
  if (spaced !== null) return `Put a space behind the colon: ${spaced}.`;
  const test = asTest(value);
  return test === null ? undefined : `Write ${test}.`;
}

/** `toner.left:5`, which is a text; null: it is none of these. */
function withSpace(text: string): string | null {
  const [, name = "", value] = /^([a-z0-9.-]{1,100}):(\S.{0,79})$/.exec(text) ?? [];
  return value === undefined ? null : `${name}: ${visible(value)}`;
}

/** `toner.left < 5`, as other languages write it; null: it is no comparison. */
function asTest(text: string): string | null {
  const [, name = "", sign = "", value = ""] =
    /^([a-z0-9.-]{1,100}) ?([<>=!]{1,2}) ?(\S.{0,79})$/.exec(text) ?? [];
  const operator = signs.get(sign);
  return operator === undefined ? null : `${name}: { ${operator}: ${visible(value)} }`;
}

/** For a text that YAML read as something else, because it stands without quotes. */
export function unquoted(value: number | boolean, source: string): Sentence {
  const kind = typeof value === "number" ? `the number ${value}` : `the word ${value}`;
  return {
    code: "needs-quotes",
    message: `A text belongs here, and without quotes YAML reads ${visible(source)} as ${kind}.`,
    hint: `Put it in quotes: "${visible(source)}".`,
  };
}

const kindsInWords: ReadonlyMap<string, string> = new Map([
  ["string", "a text"],
  ["number", "a number"],
  ["integer", "a whole number"],
  ["boolean", "true or false"],
  ["null", "none"],
  ["array", "a list"],
  ["object", "a map of keys and values"],
]);

function unknownValue({ path, possible, value }: Of<"unknown-value">): Sentence {
  const [meant] = typeof value === "string" ? nearest(value, possible, 1) : [];
  const hint = meant === undefined ? `It may be: ${listed(possible)}.` : `Did you mean ${quoted(meant)}?`;
  return { code: "unknown-value", message: `${quoted(value)} is not possible in ${place(path)}.`, hint };
}

function noSuchKind({ key, possible, of }: Of<"no-such-kind">): Sentence {
  const [meant] = key === null ? [] : nearest(key, possible, 1);
  const message =
    key === null
      ? `This does not say which kind it is, as ${of} has to.`
      : `${quoted(key)} is not a kind of ${withoutArticle(of)}.`;
  const hint =
    meant === undefined ? `Use one of these: ${listed(possible)}.` : `Did you mean ${quoted(meant)}?`;
  return { code: "no-such-kind", message, hint };
}

const withHint = (code: SchemaCode, message: string, hint: string | undefined): Sentence =>
  hint === undefined ? { code, message } : { code, message, hint };

/** Where a value stands, in words: by the key above it. */
function place(path: ValuePath): string {
  const key = path.findLast((part) => typeof part === "string");
  if (key === undefined) return "this file";
  return typeof path.at(-1) === "number" ? `an entry of ${quoted(key)}` : quoted(key);
}

const longestQuote = 80;

function quoted(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const shown = visible(text.slice(0, longestQuote));
  return `"${shown}${text.length > longestQuote ? "…" : ""}"`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const withoutArticle = (noun: string): string => noun.replace(/^an? /, "");

const listed = (words: readonly string[]): string => words.join(", ");

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
