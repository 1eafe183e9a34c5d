import { proseCharacters, safeLine } from "../safe-text.ts";
import { findingsOf, type LintLevel, type LintResult, rangeOf } from "./lint-result.ts";

const commands: Record<LintLevel, "error" | "warning"> = { problem: "error", warning: "warning" };

/** One workflow command a finding: GitHub shows each beside the line that it is about. */
export function lintGithub(result: LintResult): string {
  return findingsOf(result)
    .map((finding) => {
      const { level, code, file, message, hint = "" } = finding;
      const { start, end } = rangeOf(finding);
      const properties = {
        file,
        line: start.line,
        endLine: end.line,
        col: start.column,
        endColumn: end.column,
        title: code,
      };
      const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${commands[level]} ${written.join(",")}::${data(`${message} ${hint}`.trim())}\n`;
    })
    .join("");
}

/** Nothing that a pack says may end the command and begin another one. */
const data = (text: string): string => safeLine(text, proseCharacters).replaceAll("%", "%25");

const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
