/** A value as YAML on one line, as an author would write it. */
export function flowYaml(value: unknown): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(", ")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value).map(([key, each]) => `${key}: ${flowYaml(each)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return typeof value === "string" ? flowText(value) : String(value);
}

/** Words and names stand plain; whatever YAML could take for something else, in quotes. */
const plain = /^(?:[\p{L}_/][\p{L}\p{N} ._/-]*|\d{1,9} [a-z]+)$/u;
const wordsOfYaml = /^(?:true|false|null|yes|no|on|off)$/i;

function flowText(text: string): string {
  return plain.test(text) && !wordsOfYaml.test(text) && text === text.trim() ? text : JSON.stringify(text);
}
