import type { Document, Node } from "yaml";
import { limits } from "../limits.ts";
import { type Finding, toProblems } from "./finding.ts";
import { createPositions, type Place, type ValuePath } from "./positions.ts";
import { type ReadText, type ReadValue, withoutByteOrderMark } from "./read-text.ts";
import { explainYaml } from "./yaml-explain.ts";
import { whyUnreadable, type YamlLimits } from "./yaml-limits.ts";
import { findInYaml, type YamlSpan } from "./yaml-places.ts";
import { tokenizeYaml, type Yaml } from "./yaml-tokens.ts";
import { buildYamlValue, type CutText } from "./yaml-value.ts";

export interface ReadYamlValue extends ReadValue {
  /** Texts without quotes behind which a comment begins: the author may have meant the # as part of the text. */
  readonly cutTexts: readonly { readonly path: ValuePath; readonly place: Place }[];
}

/**
 * Reads one YAML 1.2 document (core schema) from a stranger, without anchors, aliases, tags, directives and
 * merge keys. Size, lines and depth are judged before the parts of the library that hostile text can kill.
 * `none` stays the text "none"; empty values, `~` and `null` are null.
 *
 * @param file how the file is named in problems
 */
export async function readYaml(
  textOfFile: string,
  file: string,
  allowed: YamlLimits = { bytes: limits.ruleFileBytes, lines: 20_000 },
): Promise<ReadText<ReadYamlValue>> {
  const text = withoutByteOrderMark(textOfFile);
  const unreadable = whyUnreadable(text, allowed);
  if (unreadable) return { ok: false, problems: toProblems(text, file, [unreadable]) };
  library ??= import("yaml");
  const yaml = await library;
  const { document, findings: compositionFindings } = compose(yaml, text);
  const { value, findings: valueFindings, cutTexts } = buildYamlValue(yaml, text, document?.contents ?? null);
  const findings = [...compositionFindings, ...valueFindings];
  if (findings.length > 0) return { ok: false, problems: toProblems(text, file, onePerLine(text, findings)) };
  const placeAt = createPositions(text);
  return {
    ok: true,
    value,
    cutTexts: cutTexts.map(({ path, offset }: CutText) => ({ path, place: placeAt(offset) })),
    ...places(text, finderIn(yaml, text)),
  };
}

/** Asked for once: it is costly, and a bundle makes the module anew with every import. */
let library: Promise<Yaml> | undefined;

/**
 * Places are asked for where there is something to tell, and so for few files of a pack. To keep the documents of all
 * others would cost more than to compose the text of those few once more.
 */
function finderIn(yaml: Yaml, text: string): (path: ValuePath) => YamlSpan {
  let root: Node | null | undefined;
  return (path) => {
    root ??= compose(yaml, text).document?.contents ?? null;
    return findInYaml(yaml, root, path);
  };
}

interface Composed {
  readonly document: Document.Parsed | undefined;
  readonly findings: readonly Finding[];
}

function compose(yaml: Yaml, text: string): Composed {
  try {
    const { tokens, findings, documentMarks } = tokenizeYaml(yaml, text);
    if (tokens.length === 0 && findings.length > 0) return { document: undefined, findings };
    const composer = new yaml.Composer({
      version: "1.2",
      // Every scalar is a text at first; buildYamlValue says what it means by the core schema.
      schema: "failsafe",
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
    });
    const documents = [...composer.compose(tokens, true, text.length)];
    const [document, second] = documents;
    const errors = documents
      .flatMap((each) => [...each.errors, ...each.warnings])
      .slice(0, limits.printedProblems);
    const explained = errors.map((error) => explainYaml(text, error));
    const many = second ? [manyDocuments(documentMarks, document)] : [];
    return { document, findings: [...findings, ...many, ...explained] };
  } catch {
    // Whatever the library throws, it throws because of the text.
    return { document: undefined, findings: [notReadable] };
  }
}

const notReadable: Finding = {
  code: "yaml-syntax",
  offset: 0,
  message: "This file cannot be read as YAML.",
  hint: "Simplify it, or write it as JSON.",
};

function manyDocuments(marks: readonly number[], first: Document.Parsed | undefined): Finding {
  const start = first?.contents?.range[0] ?? -1;
  return {
    code: "yaml-many-documents",
    offset: marks.find((mark) => mark > start) ?? 0,
    length: 3,
    message: "A second YAML document begins here; a file holds one.",
    hint: "Move it to a file of its own, or remove this line.",
  };
}

/** One slip often makes several findings on its line; the first in the list knows most about it. */
function onePerLine(text: string, findings: readonly Finding[]): Finding[] {
  const placeAt = createPositions(text);
  const lines = new Map<number, Finding>();
  for (const finding of findings) {
    const { line } = placeAt(finding.offset);
    if (!lines.has(line)) lines.set(line, finding);
  }
  const all = [...lines.values()];
  // Behind a tab the indentation of everything else looks wrong, too.
  const tabs = all.filter(({ code }) => code === "yaml-tab");
  return (tabs.length > 0 ? tabs : all).slice(0, limits.printedProblems);
}

function places(text: string, find: (path: ValuePath) => YamlSpan) {
  const placeAt = createPositions(text);
  const nodePlace = ({ key, node }: YamlSpan): Place => {
    const [start, end] = node?.range ?? [0, 0];
    // An empty value stands nowhere; its key is what a reader can see.
    if (start === end && key?.range) return placeAt(key.range[0], key.range[1] - key.range[0]);
    return placeAt(start, node && "value" in node ? end - start : 1);
  };
  return {
    placeOf: (path: ValuePath) => nodePlace(find(path)),
    keyPlaceOf: (path: ValuePath) => {
      const span = find(path);
      const range = span.isFound ? span.key?.range : undefined;
      return range ? placeAt(range[0], range[1] - range[0]) : nodePlace(span);
    },
    sourceOf: (path: ValuePath) => {
      const { node, isFound } = find(path);
      return isFound && node?.range && "value" in node ? text.slice(node.range[0], node.range[1]) : undefined;
    },
  };
}
