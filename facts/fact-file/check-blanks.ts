import type { ValuePath } from "../../schemas/text/positions.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import type { ReadValue } from "../../schemas/text/read-text.ts";

/**
 * YAML reads a key with nothing behind it as null, which would say *looked, and there is none*. Whoever filled in a
 * form and left a line blank did not say that.
 */
export function blankProblems(
  document: unknown,
  name: string,
  places: Pick<ReadValue, "placeOf" | "sourceOf">,
): Problem[] {
  return nullsIn(document).flatMap((path) => {
    if (places.sourceOf(path)?.trim()) return [];
    const message = `Nothing stands after "${String(path.at(-1))}".`;
    const hint = "Write none if somebody looked and there is none; leave the line out if nobody looked.";
    return [{ file: name, ...places.placeOf(path), code: "value-missing", message, hint }];
  });
}

/** Where null stands for a value; the document may have any shape. */
function nullsIn(document: unknown): ValuePath[] {
  const facts = isMap(document) && isMap(document.facts) ? document.facts : {};
  return Object.entries(facts).flatMap(([id, entry]): ValuePath[] => {
    const path = ["facts", id];
    if (entry === null) return [path];
    if (Array.isArray(entry)) return nullsInRows(entry, path);
    if (!isMap(entry)) return [];
    if (Array.isArray(entry.items)) return nullsInRows(entry.items, [...path, "items"]);
    return entry.value === null ? [[...path, "value"]] : [];
  });
}

function nullsInRows(rows: readonly unknown[], path: ValuePath): ValuePath[] {
  return rows.flatMap((row, index) =>
    Object.entries(isMap(row) ? row : {}).flatMap(([field, value]) =>
      value === null ? [[...path, index, field]] : [],
    ),
  );
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
