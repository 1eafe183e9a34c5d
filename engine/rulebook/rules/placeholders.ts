import { createPositions, type Place } from "../../../schemas/text/positions.ts";
import { type Scope, singleFact } from "../condition/scope.ts";
import { inside, type PackDocument, rootOf, type Spot } from "../parse/document.ts";

const placeholder = /\{\{([^{}]*)\}\}/g;

/** Whether each `{{ fact.id }}` in because names a fact that has a value to print. */
export function checkPlaceholders(text: string, document: PackDocument, scope: Scope): void {
  const spot = inside(rootOf(document), "because");
  const positions = placesIn(spot);
  for (const [written, name = ""] of text.matchAll(placeholder)) {
    const place = positions(written);
    singleFact(scope, name.trim(), place === undefined ? spot : { ...spot, exactly: place });
  }
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
function placesIn({ document, path }: Spot): (written: string) => Place | undefined {
  const { text } = document.file;
  const at = createPositions(text);
  let from = offsetOfLine(text, document.keyPlaceOf(path).line);
  return (written) => {
    const found = from < 0 ? from : text.indexOf(written, from);
    // Once one is not found, the others would be looked for in vain, or found in the wrong place.
    from = found < 0 ? found : found + written.length;
    return found < 0 ? undefined : at(found, written.length);
  };
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let passed = 1; passed < line; passed++) offset = text.indexOf("\n", offset) + 1;
  return offset;
}
