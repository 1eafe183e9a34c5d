import { flowYaml } from "../../trial/mutation/flow-yaml.ts";

/** A text as a YAML value: as it is where nobody could take it for something else, else in double quotes. */
export const yamlText = (text: string): string =>
  isPlain.test(text) && !hasMeaning.test(text) ? text : JSON.stringify(text);

/** Letters, digits and what stands between words; nothing that YAML or a reader could stumble over. */
const isPlain = /^[A-Za-z][A-Za-z0-9 ,.'/()-]*$/;

const hasMeaning = /^(?:true|false|null|none|yes|no|on|off)$|\s$/i;

export const yamlList = (items: readonly string[]): string => flowYaml(items);

/** A comment over as many lines as it needs. */
export function comment(text: string, indent = ""): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || indent.length + last.length + word.length > widest) lines.push(`# ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => indent + line).join("\n");
}

const widest = 110;

/** The line by which editors find the schema. */
export const schemaLine = (path: string): string => `# yaml-language-server: $schema=${path}`;
