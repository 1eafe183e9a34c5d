import type { Reporter } from "./reporter.ts";
import { safeJson } from "./safe-text.ts";

/** The report itself, in the order of its keys, complete whatever the options say. */
export const json: Reporter = (report) => `${safeJson(JSON.stringify(report, null, 2))}\n`;
