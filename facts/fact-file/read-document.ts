import { readJson } from "../../schemas/text/read-json.ts";
import type { ReadText } from "../../schemas/text/read-text.ts";

export type Language = "json" | "yaml";

/** Reads a text in the language that its ending names, else in the one that its first character shows. */
export async function readDocument(
  text: string,
  name: string,
): Promise<{ language: Language; document: ReadText }> {
  const language = languageOf(text, name);
  if (language === "json") return { language, document: readJson(text, name) };
  // Reading YAML costs a library that a run with JSON alone does without.
  const { readYaml } = await import("../../schemas/text/read-yaml.ts");
  return { language, document: await readYaml(text, name) };
}

export function languageOf(text: string, name: string): Language {
  if (/\.json$/i.test(name)) return "json";
  if (/\.ya?ml$/i.test(name)) return "yaml";
  const [first] = text.trimStart();
  return first === "{" || first === "[" ? "json" : "yaml";
}
