import type { Reporter } from "./reporter.ts";

export const reporterNames = ["text", "json", "markdown"] as const;

export type ReporterName = (typeof reporterNames)[number];

/** Each reporter is loaded only when it is asked for. */
export const reporters: Record<ReporterName, () => Promise<Reporter>> = {
  text: async () => (await import("./text.ts")).text,
  json: async () => (await import("./json.ts")).json,
  markdown: async () => (await import("./markdown.ts")).markdown,
};
