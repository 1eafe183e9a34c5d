import { type Page, pagesByGroup } from "../../engine/lint/pages/pages.ts";
import { visible } from "../../schemas/text/visible.ts";
import { name, prose } from "./table.ts";

/** docs/problems.md: every code that lint can give, with what it means and a sample. */
export function problemsPage(): string {
  const contents = pagesByGroup.map(({ title, pages }) => {
    const links = pages.map(({ code }) => `[${name(code)}](#${code})`);
    return `- ${prose(title)}: ${links.join(", ")}`;
  });
  const groups = pagesByGroup.map(({ title, pages }) =>
    [`## ${prose(title)}`, ...pages.map(section)].join("\n\n"),
  );
  return `${[introduction, contents.join("\n"), ...groups].join("\n\n")}\n`;
}

const introduction = `# What lint says

<!-- Written by npm run docs from engine/lint/pages/; changes here are lost. -->

\`connector-doctor lint\` gives every finding a code. Here is what each code means and what to do about it.
\`connector-doctor lint --explain CODE\` prints the same. A *problem* has to be mended, and lint ends with exit code 1. A
*warning* may be meant so; only with \`--strict\` does it count as much. The samples are about a print room.`;

function section({ code, level, means, about, sample }: Page): string {
  const parts = [`### ${code}`, `A ${level}. ${prose(means)}`, prose(about)];
  if (sample !== null) {
    parts.push(`Wrong, in ${name(sample.file)}:`, fence(sample.file, sample.wrong));
    if (sample.right !== "") parts.push("Right:", fence(sample.file, sample.right));
  }
  return parts.join("\n\n");
}

const fence = (file: string, lines: string): string =>
  `\`\`\`${file.endsWith(".json") ? "json" : "yaml"}\n${shown(lines.trimEnd())}\n\`\`\``;

/** Line by line and without what nobody sees; a tab may be what the sample is about. */
const shown = (lines: string): string => lines.replace(/[^\n\t]+/g, (words) => visible(words));
