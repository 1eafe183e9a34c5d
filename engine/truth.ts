/** What a condition comes out as. `unknown` means: nobody looked, or what was seen does not decide it. */
export type Truth = true | false | "unknown";

/** False if any part is false, else unknown if any is unknown (Kleene's strong logic). */
export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === "unknown") result = "unknown";
  }
  return result;
}

/** True if any part is true, else unknown if any is unknown. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let result: Truth = false;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === "unknown") result = "unknown";
  }
  return result;
}

export const negate = (truth: Truth): Truth => (truth === "unknown" ? "unknown" : !truth);

/** What several possibilities agree on; unknown where they do not. Never called without a possibility. */
export function agreement(truths: readonly Truth[]): Truth {
  const [first = "unknown", ...rest] = truths;
  return rest.every((truth) => truth === first) ? first : "unknown";
}
