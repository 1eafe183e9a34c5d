import type { LookedUpSource } from "../../../schemas/generated/types.ts";
import { type Scope, subjectIn } from "../condition/scope.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import type { ListDefinition, ScalarDerivation, ScalarShape } from "../rulebook.ts";
import { didYouMean, quoted, typeInWords } from "../words.ts";

/** What a list says about a value. */
export function lookedUpFrom(
  source: LookedUpSource["looked-up"],
  result: ScalarShape,
  spot: Spot,
  scope: Scope,
): ScalarDerivation | null {
  const { declared, findings } = scope;
  const shape = subjectIn(scope, source.by, inside(spot, "by"));
  const list = declared.lists.known.get(source.in);
  if (list === undefined && !declared.lists.isDamaged(source.in)) {
    const hint = didYouMean(
      source.in,
      [...declared.lists.known.keys()],
      "Lists stand in lists.yaml of the pack.",
    );
    findings.problem(
      inside(spot, "in"),
      "unknown-list",
      `There is no list called ${quoted(source.in)}.`,
      hint,
    );
  }
  if (shape === null || list === undefined) return null;
  if (shape.type !== list.type) {
    findings.problem(
      inside(spot, "by"),
      "list-type-differs",
      `${quoted(source.by)} (${typeInWords(shape)}) cannot be in ${quoted(list.id)}, a list of the type ${list.type}.`,
      `Look up a value of the type ${list.type}.`,
    );
    return null;
  }
  return givesResult(list, result, spot, scope) ? { kind: "looked-up", list: list.id, by: source.by } : null;
}

const unlisted = "other";

function givesResult(list: ListDefinition, result: ScalarShape, spot: Spot, { findings }: Scope): boolean {
  const words = new Set(list.entries.flatMap(({ is }) => is ?? []));
  if (words.size === 0) {
    findings.problem(
      inside(spot, "in"),
      "declaration-does-not-fit",
      `The entries of ${quoted(list.id)} do not say what they are.`,
      "Write them as { value: …, is: … } in lists.yaml.",
    );
    return false;
  }
  if (result.type === "text" || (result.type === "one-of" && result.values.length === 0)) return true;
  const strange = [...words, unlisted].find((word) => !result.values.includes(word));
  if (result.type === "one-of" && strange === undefined) return true;
  const message =
    result.type === "one-of"
      ? `The list can give ${quoted(strange ?? "")}, which is not among the values.`
      : `"looked-up" gives a text or one-of, and this is declared as ${result.type}.`;
  findings.problem(
    keyOf(spot),
    "declaration-does-not-fit",
    message,
    `The values are those of the list and ${unlisted}: ${[...words, unlisted].join(", ")}.`,
  );
  return false;
}
