import type { Report } from "../../../schemas/generated/types.ts";
import { at, emptyReport, ruledOut } from "./parts.ts";

/** A pack without a proof of health: every fault is ruled out, and no more is said. */
export const nothingFound: Report = {
  ...emptyReport,
  subject: { host: "PRN-11" },
  collectedAt: { from: "2026-11-20T14:05:11Z" },
  headline: "None of the 2 known faults is there.",
  outcome: "nothing-found",
  summary: { rules: 2, matches: 0, doesNotMatch: 2, cannotTell: 0 },
  sources: { answers: { kind: "fact-file", path: "answers.yaml" } },
  verdicts: [
    ruledOut("paper-out", "printer.paper", "431 sheets", at("answers", "3")),
    ruledOut("toner-out", "printer.toner", "42 %", at("answers", "4")),
  ],
};
