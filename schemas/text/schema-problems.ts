import type { Place, ValuePath } from "./positions.ts";
import type { Problem } from "./problem.ts";
import type { ReadValue } from "./read-text.ts";
import type { Misfit } from "./schema-problems/misfit.ts";

/** The formats of files that people write. */
export type FormatName =
  | "pack"
  | "catalogue"
  | "lists"
  | "asks"
  | "rule"
  | "flowchart"
  | "fact-file"
  | "case";

/** Where the values of a document stand; what the guarded readers give. */
export type DocumentPlaces = Pick<ReadValue, "placeOf" | "keyPlaceOf" | "sourceOf">;

export interface SchemaProblem {
  readonly problem: Problem;
  /** The value that does not fit. */
  readonly path: ValuePath;
  /** The key that is missing beside it because it is misspelt. */
  readonly instead: string | null;
}

/**
 * Checks a value against the schema of its format. The generated validators say quickly whether it fits; only
 * where it does not is the schema itself walked, because their errors name every form that a value might
 * have had, and an author wants to hear about the one that was meant.
 */
export async function schemaProblems(
  format: FormatName,
  value: unknown,
  file: string,
  places: DocumentPlaces,
): Promise<SchemaProblem[]> {
  const fits = await validatorOf(format);
  return fits(value) ? [] : explain(format, undefined, value, { file, places, path: [] });
}

export interface Site {
  readonly file: string;
  readonly places: DocumentPlaces;
  /** Where the value stands in the document. */
  readonly path: ValuePath;
}

/** Checks what stands for one fact inside a document, as an entry of a fact file. */
export async function entryProblems(value: unknown, site: Site): Promise<SchemaProblem[]> {
  const fits = await validatorOf("fact-file");
  return fits({ facts: { fact: value } }) ? [] : explain("fact-file", "shortEntry", value, site);
}

async function explain(
  format: string,
  definition: string | undefined,
  value: unknown,
  { file, places, path }: Site,
): Promise<SchemaProblem[]> {
  explainer ??= loadExplainer();
  const { findMisfits, schemaOf, sentenceFor } = await explainer;
  return findMisfits(value, schemaOf(format, definition), path).map((misfit) => {
    const source = misfit.kind === "wrong-type" ? places.sourceOf(misfit.path) : undefined;
    const problem = { file, ...placeFor(misfit, places), ...sentenceFor(misfit, source) };
    return { problem, path: misfit.path, instead: misfit.kind === "unknown-key" ? misfit.instead : null };
  });
}

let explainer: ReturnType<typeof loadExplainer> | undefined;

/** The schemas are only needed where something does not fit. */
async function loadExplainer() {
  const [{ findMisfits }, { schemaOf }, { sentenceFor }] = await Promise.all([
    import("./schema-problems/find-misfits.ts"),
    import("./schema-problems/formats.ts"),
    import("./schema-problems/sentences.ts"),
  ]);
  return { findMisfits, schemaOf, sentenceFor };
}

/** A key that should not be there is shown itself; what is missing, at the key of the map that lacks it. */
function placeFor(misfit: Misfit, places: DocumentPlaces): Place {
  const last = misfit.path.at(-1);
  if (last === undefined) return { line: 1, column: 1, length: 1 };
  const isKey =
    misfit.kind === "unknown-key" || misfit.kind === "wrong-key-form" || misfit.kind === "no-such-kind";
  const isMap = misfit.kind === "missing-key" || misfit.kind === "empty" || misfit.kind === "too-much";
  return (isKey || isMap) && typeof last === "string"
    ? places.keyPlaceOf(misfit.path)
    : places.placeOf(misfit.path);
}

type Fits = (value: unknown) => boolean;

const validators = new Map<FormatName, Promise<Fits>>();

/** Asked for once a format: a bundle makes the module anew with every import. */
function validatorOf(format: FormatName): Promise<Fits> {
  const known = validators.get(format);
  if (known !== undefined) return known;
  const loading = loadValidator(format);
  validators.set(format, loading);
  return loading;
}

async function loadValidator(format: FormatName): Promise<Fits> {
  if (format === "fact-file") return (await import("../generated/validate-fact-file.cjs")).factFile;
  if (format === "case") return (await import("../generated/validate-case.cjs")).caseFile;
  return (await import("../generated/validate-pack-files.cjs"))[format];
}
