import type { CaseFile } from "../../../schemas/generated/types.ts";
import type { Problem } from "../../../schemas/text/problem.ts";
import { sortProblems } from "../../../schemas/text/problems.ts";
import { readYaml } from "../../../schemas/text/read-yaml.ts";
import { schemaProblems } from "../../../schemas/text/schema-problems.ts";
import { parseTimestamp } from "../../../schemas/values/timestamp.ts";
import { findSymptom } from "../../reported-symptoms.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { quoted } from "../../rulebook/words.ts";
import { type CaseDocument, caseProblem } from "./case-problem.ts";
import { checkAgreement } from "./check-agreement.ts";
import { checkNames } from "./check-names.ts";
import type { Expectation, Wanted } from "./expectation.ts";
import { namedRules } from "./named-rules.ts";

export type ReadExpected =
  | { readonly ok: true; readonly expectation: Expectation }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads the `expected.yaml` of a case and checks that everything it names is there.
 *
 * @param file how it is called in problems
 */
export async function readExpected(text: string, file: string, rulebook: Rulebook): Promise<ReadExpected> {
  const read = await readYaml(text, file);
  if (!read.ok) return read;
  const misfits = await schemaProblems("case", read.value, file, read);
  if (misfits.length > 0) return { ok: false, problems: sortProblems(misfits.map(({ problem }) => problem)) };
  const value = read.value as CaseFile;
  const document: CaseDocument = { file, value, placeOf: read.placeOf, keyPlaceOf: read.keyPlaceOf };
  const problems = [
    ...checkNames(document, rulebook),
    ...checkAgreement(document),
    ...checkSymptoms(document, rulebook),
    ...checkTime(document),
  ];
  if (problems.length > 0) return { ok: false, problems: sortProblems(problems) };
  return { ok: true, expectation: expectationOf(document, rulebook) };
}

function expectationOf({ file, value, placeOf }: CaseDocument, rulebook: Rulebook): Expectation {
  const { title, symptoms = [], at = null, host = null, ...wanted } = value;
  const resolved = symptoms.flatMap((said) => {
    const found = findSymptom(rulebook, said);
    return "rule" in found ? [found.rule] : [];
  });
  return {
    file,
    title: title.trim(),
    symptoms: resolved,
    at,
    host,
    wanted: wanted satisfies Wanted,
    rules: new Set([...resolved, ...namedRules(value).map(({ rule }) => rule)]),
    placeOf,
  };
}

function checkSymptoms(document: CaseDocument, rulebook: Rulebook): Problem[] {
  return (document.value.symptoms ?? []).flatMap((said, index) => {
    const found = findSymptom(rulebook, said);
    if ("rule" in found) return [];
    const message = `No symptom is called, or shows the text, ${quoted(said)}.`;
    const hint =
      found.nearest.length > 0 ? `Give one of: ${found.nearest.join(", ")}.` : "The packs have no symptoms.";
    return [caseProblem(document, ["symptoms", index], "unknown-symptom", message, hint)];
  });
}

function checkTime(document: CaseDocument): Problem[] {
  const { at } = document.value;
  if (at === undefined) return [];
  const time = parseTimestamp(at);
  if (!time.ok) {
    return [caseProblem(document, ["at"], "value-does-not-fit", `${quoted(at)} is not a time.`, time.why)];
  }
  if (time.value.from === time.value.to) return [];
  const message = `${quoted(at)} does not say how far its clock is from UTC.`;
  const hint = `Write the offset behind it, for example "${at.slice(0, 10)}T00:00:00Z".`;
  return [caseProblem(document, ["at"], "needs-offset", message, hint)];
}
