import { createPositions, type Place } from "../../../schemas/text/positions.ts";
import { type Scope, singleFact } from "../condition/scope.ts";
import { inside, type PackDocument, rootOf, type Spot } from "../parse/document.ts";

const placeholder = /\{\{([^{}]*)\}\}/g;

/** Whether each `{{ fact.id }}` in because names a fact that has a value to print. */
export function checkPlaceholders(text: string, document: PackDocument, scope: Scope): void {
  const spot = inside(rootOf(document), "because");
  const found = [...text.matchAll(placeholder)];
  const places = once(() =>
    placesOf(
      found.map(([written]) => written),
      spot,
    ),
  );
  for (const [index, [, name = ""]] of found.entries())
    singleFact(scope, name.trim(), { ...spot, exactly: () => places()[index] });
  const rest = text.replace(placeholder, "");
  if (!rest.includes("{{") && !rest.includes("}}")) return;
  scope.findings.problem(
    spot,
    "placeholder-not-closed",
    "The two braces around the name of a fact do not come in pairs.",
    "Write {{ fact.id }}, with two braces on each side.",
  );
}

/** Finds one placeholder after the other in the file, as it is written; a text that YAML folded may hide one. */
function placesOf(placeholders: readonly string[], { document, path }: Spot): readonly Place[] {
  const { text } = document.file;
  const at = createPositions(text);
  const places: Place[] = [];
  let from = offsetOfLine(text, document.keyPlaceOf(path).line);
  for (const written of placeholders) {
    const found = text.indexOf(written, from);
    // Once one is not found, the others would be looked for in vain, or found in the wrong place.
    if (found < 0) return places;
    places.push(at(found, written.length));
    from = found + written.length;
  }
  return places;
}

function once<Value>(reckon: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: reckon() };
    return known.value;
  };
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let passed = 1; passed < line; passed++) offset = text.indexOf("\n", offset) + 1;
  return offset;
}
