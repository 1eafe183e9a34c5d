import type { CST } from "yaml";
import { limits } from "../limits.ts";
import type { Explanation, Finding } from "./finding.ts";

export type Yaml = typeof import("yaml");

export interface TokenizedYaml {
  /** Whole documents; empty where the text is too deep to be composed. */
  readonly tokens: readonly CST.Token[];
  readonly findings: readonly Finding[];
  /** Offsets of the lines `---` and `...`. */
  readonly documentMarks: readonly number[];
}

/**
 * Runs the two stages of the library that use a list of open collections instead of recursion, and stops as
 * soon as that list is too long: the third stage, the composer, calls itself once a level and can take the
 * whole process down. What this project does not accept in YAML is found here too, where its place is known.
 */
export function tokenizeYaml(yaml: Yaml, text: string): TokenizedYaml {
  const { tokenType, isCollection } = yaml.CST;
  const parser = new yaml.Parser();
  const tokens: CST.Token[] = [];
  const findings: Finding[] = [];
  const documentMarks: number[] = [];
  let isScalar = false;
  for (const lexeme of new yaml.Lexer().lex(text)) {
    const offset = parser.offset;
    // The lexer announces a scalar by a mark; what follows the mark is text, whatever it looks like.
    const type = isScalar || !mayBeRefused.has(lexeme[0] ?? "") ? null : tokenType(lexeme);
    isScalar = !isScalar && lexeme === scalarMark;
    if (type === "doc-start" || type === "doc-end") documentMarks.push(offset);
    const explanation = type === null ? undefined : refusedTokens[type];
    if (explanation) findings.push({ ...explanation, offset, length: lexeme.length });
    if (findings.length >= limits.printedProblems) return { tokens: [], findings, documentMarks };
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (isTooDeep(isCollection, parser.stack))
      return { tokens: [], findings: [...findings, { ...tooDeep, offset }], documentMarks };
  }
  tokens.push(...parser.end());
  return { tokens, findings, documentMarks };
}

/** What the lexer gives in front of a scalar. */
const scalarMark = "\u001f";

/** The beginnings of everything that is looked at here: aliases, anchors, tags, directives and document marks. */
const mayBeRefused: ReadonlySet<string> = new Set("*&!%-.");

function isTooDeep(isCollection: Yaml["CST"]["isCollection"], stack: readonly CST.Token[]): boolean {
  return stack.length > limits.yamlDepth && stack.filter(isCollection).length > limits.yamlDepth;
}

const tooDeep: Explanation = {
  code: "nesting-too-deep",
  message: `Lists and maps stand more than ${limits.yamlDepth} deep inside each other here.`,
  hint: "Look for a bracket, brace or quote that is not closed, or give the inner part a name of its own.",
};

const refusedTokens: Partial<Record<CST.TokenType, Explanation>> = {
  alias: {
    code: "yaml-alias",
    message: "A value that begins with * is an alias in YAML; aliases are not accepted.",
    hint: "If a text is meant, put it in single quotes, like '*.contoso.example'.",
  },
  anchor: {
    code: "yaml-anchor",
    message: "A value that begins with & is an anchor in YAML; anchors are not accepted.",
    hint: "If a text is meant, put it in single quotes. If a part was to be used twice, write it twice.",
  },
  tag: {
    code: "yaml-tag",
    message: "A value that begins with ! is a tag in YAML; tags are not accepted.",
    hint: "If a text is meant, put it in single quotes.",
  },
  "directive-line": {
    code: "yaml-directive",
    message: "A line that begins with % is a directive in YAML; directives are not accepted.",
    hint: "Remove the line. If a text is meant, put it in single quotes, like '%TEMP%'.",
  },
};
