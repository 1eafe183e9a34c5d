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

/** Whether all items hold, without looking at those behind one that does not. */
export function allHold<Item>(items: readonly Item[], truthOf: (item: Item) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) {
    const truth = truthOf(item);
    if (truth === false) return false;
    if (truth === "unknown") result = "unknown";
  }
  return result;
}

/** Whether any item holds, without looking at those behind one that does. */
export function anyHolds<Item>(items: readonly Item[], truthOf: (item: Item) => Truth): Truth {
  return negate(allHold(items, (item) => negate(truthOf(item))));
}

export const negate = (truth: Truth): Truth => (truth === "unknown" ? "unknown" : !truth);

/** What several possibilities agree on; unknown where they do not. Never called without a possibility. */
export function agreement(truths: Iterable<Truth>): Truth {
  let agreed: Truth | null = null;
  for (const truth of truths) {
    if (agreed !== null && truth !== agreed) return "unknown";
    agreed = truth;
  }
  return agreed ?? "unknown";
}
