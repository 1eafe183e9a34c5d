import { allCodes, type CodeEntry } from "../all-codes.ts";
import { conditionsPages } from "./conditions.ts";
import { examplesPages } from "./examples.ts";
import { factsPages } from "./facts.ts";
import { filesPages } from "./files.ts";
import { formPages } from "./form.ts";
import { jsonPages } from "./json.ts";
import { namesPages } from "./names.ts";
import type { PageText } from "./page-text.ts";
import { proofsPages } from "./proofs.ts";
import { rulesPages } from "./rules.ts";
import { textsPages } from "./texts.ts";
import { usagePages } from "./usage.ts";
import { yamlPages } from "./yaml.ts";

/** Everything that is said about one code. */
export interface Page extends CodeEntry, PageText {
  readonly code: string;
}

interface Group {
  readonly title: string;
  readonly texts: Readonly<Record<string, PageText>>;
}

const groups: readonly Group[] = [
  { title: "The files of a pack", texts: filesPages },
  { title: "The text of a YAML file", texts: yamlPages },
  { title: "The text of a JSON file", texts: jsonPages },
  { title: "The form of rules, facts and lists", texts: formPages },
  { title: "Names", texts: namesPages },
  { title: "The declaration of facts and lists", texts: factsPages },
  { title: "Conditions", texts: conditionsPages },
  { title: "Rules and flowcharts", texts: rulesPages },
  { title: "Examples", texts: examplesPages },
  { title: "What is proved about conditions", texts: proofsPages },
  { title: "What is declared, and what for", texts: usagePages },
  { title: "What readers see", texts: textsPages },
];

/** The pages in the order in which they are read, each group under its title. */
export const pagesByGroup: readonly { readonly title: string; readonly pages: readonly Page[] }[] =
  groups.map(({ title, texts }) => ({
    title,
    pages: Object.entries(texts).map(([code, text]) => page(code, text)),
  }));

/** null: there is no such code. */
export function pageOf(code: string): Page | null {
  for (const { texts } of groups) {
    const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
    if (text !== undefined) return page(code, text);
  }
  return null;
}

function page(code: string, text: PageText): Page {
  const entry = allCodes.get(code);
  if (entry === undefined) throw new Error(`The code ${code} has a page and no meaning.`);
  return { code, ...entry, ...text };
}
