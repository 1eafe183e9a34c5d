import { type Reason, reasons } from "../../../schemas/fact-types.ts";

const inWords: Record<Reason, string> = {
  "not-collected": "nobody looked",
  "collector-failed": "the attempt to read it failed",
  "access-denied": "access was denied",
  timeout: "there was no answer in time",
  "parse-error": "what was sent could not be read",
  "unrecognized-language": "its text is in a language that the rules do not know",
  ambiguous: "what was seen does not settle it",
  "damaged-source": "its source is damaged",
  "out-of-coverage": "this part was not looked at",
  "wrong-type": "its value is not of the right type",
  redacted: "it was removed before the file was shared",
};

/** Evidence may carry a reason with its detail in one text; that one is printed as it stands. */
export function reasonInWords(reason: string | undefined, detail: string | undefined): string {
  const known = reasons.find((each) => each === reason);
  const words = known === undefined ? (reason ?? inWords.ambiguous) : inWords[known];
  return detail === undefined ? words : `${words}: ${detail}`;
}
