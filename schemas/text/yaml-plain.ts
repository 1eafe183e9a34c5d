type Plain = string | number | boolean | null;

/** Whatever begins otherwise is a text; nearly all do. */
const perhapsNoText = /^(?:[-+.0-9~nNtTfF]|$)/;

const words: ReadonlyMap<string, null | boolean> = new Map([
  ["", null],
  ["~", null],
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
]);

const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const octal = /^0o[0-7]+$/;
const hexadecimal = /^0x[0-9a-fA-F]+$/;
const infinite = /^[-+]?\.(?:inf|Inf|INF)$/;
const notNumber = /^\.(?:nan|NaN|NAN)$/;

/**
 * What a text without quotes means by the core schema of YAML 1.2. The library would try eight patterns on every
 * scalar and key; a test holds the two against each other.
 */
export function plainMeaning(text: string): Plain {
  if (!perhapsNoText.test(text)) return text;
  const word = words.get(text);
  if (word !== undefined) return word;
  if (decimal.test(text)) return Number(text);
  if (octal.test(text) || hexadecimal.test(text)) return Number(text);
  if (infinite.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return notNumber.test(text) ? Number.NaN : text;
}
