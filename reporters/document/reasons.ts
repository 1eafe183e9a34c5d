import type { Missing } from "../../schemas/generated/types.ts";

const reasons: Record<Missing["reason"], string> = {
  "not-collected": "nobody looked",
  "collector-failed": "the look at it failed",
  "access-denied": "access was denied",
  timeout: "no answer in time",
  "parse-error": "what was found could not be read",
  "unrecognized-language": "the text is in a language that the pack does not read",
  ambiguous: "what was found can be read in two ways",
  "damaged-source": "the source is damaged",
  "out-of-coverage": "this part was not looked at",
  "wrong-type": "what was found is of another type",
  redacted: "it was blacked out",
};

/** The reason in words; a reason of a later version stays as it is. */
function reasonText(reason: string, detail?: string): string {
  const known = Object.entries(reasons).find(([name]) => name === reason);
  const words = known === undefined ? reason : known[1];
  return detail === undefined || detail === "" ? words : `${words}: ${detail}`;
}

/** Never shown as fine: says that it is not known, and why. */
export const notKnown = (reason?: string, detail?: string): string =>
  reason === undefined || reason === "" ? "not known" : `not known (${reasonText(reason, detail)})`;

/** What would decide a rule: "network.probes, host a.example (nobody looked)". */
export function missingText(missing: Missing): string {
  const { fact, field, slice = {} } = missing;
  const part = Object.entries(slice).map(([name, value]) => `, ${name} ${value}`);
  const what =
    fact === "collected-at" ? "the time of the collection" : fact + (field === undefined ? "" : `.${field}`);
  return `${what}${part.join("")} (${reasonText(missing.reason, missing.detail)})`;
}
