import type { Node, Pair, Scalar, YAMLMap } from "yaml";
import { limits } from "../limits.ts";
import type { Explanation, Finding } from "./finding.ts";
import type { ValuePath } from "./positions.ts";
import { reservedKeys } from "./read-text.ts";
import { toWellFormed } from "./well-formed.ts";
import { startsWithTemplate } from "./yaml-explain.ts";
import { plainMeaning } from "./yaml-plain.ts";
import type { Yaml } from "./yaml-tokens.ts";

/** A text without quotes that ended because a # followed: `message: event 1000 #1`. */
export interface CutText {
  readonly path: ValuePath;
  /** Of the #. */
  readonly offset: number;
}

export interface YamlValue {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly cutTexts: readonly CutText[];
}

interface Building extends Pick<Yaml, "isMap" | "isSeq" | "isScalar" | "isAlias" | "isNode"> {
  readonly text: string;
  readonly findings: Finding[];
  readonly cutTexts: CutText[];
}

/** Builds the plain value of a composed document. Recursive; the depth was limited before composing. */
export function buildYamlValue(yaml: Yaml, text: string, root: Node | null): YamlValue {
  const { isMap, isSeq, isScalar, isAlias, isNode } = yaml;
  const building: Building = { isMap, isSeq, isScalar, isAlias, isNode, text, findings: [], cutTexts: [] };
  const value = build(building, root, null);
  return { value, findings: building.findings, cutTexts: building.cutTexts };
}

/** The way to a node, from its end: few are asked for, and nothing is copied for the others. */
interface Trail {
  readonly before: Trail | null;
  readonly step: string | number;
}

const pathOf = (trail: Trail | null): ValuePath =>
  trail === null ? [] : [...pathOf(trail.before), trail.step];

function build(building: Building, node: unknown, trail: Trail | null): unknown {
  if (building.isMap(node)) return map(building, node, trail);
  if (building.isSeq(node))
    return node.items.map((item, step) => build(building, item, { before: trail, step }));
  return building.isScalar(node) ? scalar(building, node, trail) : null;
}

const commentBehind = /[ \t]+#/y;

function scalar({ text, findings, cutTexts }: Building, node: Scalar, trail: Trail | null): unknown {
  const value = node.type === "PLAIN" ? plainMeaning(String(node.value)) : node.value;
  const [start, end] = node.range ?? [0, 0];
  if (typeof value === "number") {
    const trouble = !Number.isFinite(value)
      ? notFinite
      : losesDigits(value, String(node.value))
        ? digitsLost
        : null;
    if (trouble !== null) findings.push({ ...trouble, offset: start, length: end - start });
  }
  if (typeof value !== "string") return value;
  if (node.type === "QUOTE_DOUBLE") {
    const path = drivePath.exec(text.slice(start, end));
    if (path) findings.push({ ...escapeInPath, offset: start + path.index + 2, length: 2 });
  }
  // Nearly all texts end with their line, which is seen faster than a pattern can tell.
  if (node.type === "PLAIN" && text[end] !== "\n") {
    commentBehind.lastIndex = end;
    if (commentBehind.test(text)) cutTexts.push({ path: pathOf(trail), offset: commentBehind.lastIndex - 1 });
  }
  return toWellFormed(value);
}

/** `"C:\new"` holds a line break, not a path. */
const drivePath = /\b[A-Za-z]:\\(?!\\)/;

const escapeInPath: Explanation = {
  code: "yaml-backslash",
  message: "Inside double quotes this backslash and the letter behind it stand for another character.",
  hint: "Put the text in single quotes: there a backslash is a plain character.",
};

const notFinite: Explanation = {
  code: "number-too-large",
  message: "This reads as a number that is infinite, undefined or too large to be kept.",
  hint: "If a text is meant, put it in quotes.",
};

/** As in JSON: beyond this a number and its neighbour are the same to the machine. */
const losesDigits = (value: number, written: string): boolean =>
  !Number.isSafeInteger(value) && digitsOnly.test(written);

const digitsOnly = /^(?:[-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+)$/;

const digitsLost: Explanation = {
  code: "number-too-large",
  message: "This reads as a number with more digits than can be kept.",
  hint: "If the digits matter, as in an id, put them in quotes.",
};

function map(building: Building, node: YAMLMap, trail: Trail | null): Record<string, unknown> {
  const { findings } = building;
  const result: Record<string, unknown> = {};
  if (node.items.length > limits.yamlMapKeys) findings.push({ ...tooManyKeys, offset: node.range?.[0] ?? 0 });
  for (const pair of node.items) {
    const key = keyOf(building, pair);
    if (key === undefined) continue;
    const { text, offset } = key;
    const isPossible = !Object.hasOwn(result, text) && !reservedKeys.has(text) && text !== "<<";
    if (isPossible) result[text] = build(building, pair.value, { before: trail, step: text });
    else findings.push({ ...whyNotKey(text, firstPlace(building, node, text)), offset, length: key.length });
  }
  return result;
}

/** Of a key that stands twice. */
function firstPlace(building: Building, { items }: YAMLMap, text: string): number {
  const first = items.map((pair) => pair.key).find((key) => building.isScalar(key) && keyText(key) === text);
  return building.isScalar(first) ? (first.range?.[0] ?? 0) : 0;
}

function keyOf({ isScalar, isAlias, isNode, text, findings }: Building, pair: Pair) {
  const node = pair.key;
  const [offset, end] = isNode(node) && node.range ? node.range : [0, 0];
  if (isScalar(node) && end > offset) return { text: keyText(node), offset, length: end - offset };
  const isTemplate = text.startsWith("{{", offset - 1);
  if (isTemplate) findings.push({ ...startsWithTemplate, offset: offset - 1, length: 2 });
  // An alias as a key has been refused already.
  else if (!isAlias(node)) findings.push({ ...badKey, offset });
  return undefined;
}

/** As written: `8443` and `1.10` are names here, not numbers. */
export const keyText = (key: Scalar): string => toWellFormed(key.source ?? String(key.value));

const badKey: Explanation = {
  code: "yaml-key",
  message: "A key of a map must be a text; this one is empty, or is a list or a map itself.",
  hint: "Write key: value. If the braces or brackets belong to a text, put it in quotes.",
};

const tooManyKeys: Explanation = {
  code: "yaml-too-many-keys",
  message: `This map has more than ${limits.yamlMapKeys} keys.`,
  hint: "Split it into several maps or files.",
};

function whyNotKey(key: string, first: number): Explanation {
  if (key === "<<") {
    return {
      code: "yaml-merge-key",
      message: "The key << would merge another map in some YAML; that is not accepted.",
      hint: "Write out the keys that are meant.",
    };
  }
  if (reservedKeys.has(key)) {
    return {
      code: "reserved-key",
      message: "This key has a special meaning in JavaScript and is not accepted.",
      hint: "Rename the key or remove it.",
    };
  }
  return {
    code: "duplicate-key",
    message: "The same key stands twice in this map.",
    hint: "Keep one of the two.",
    seeAlso: { offset: first, words: "It stands first" },
  };
}
