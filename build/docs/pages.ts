import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCoverage } from "./coverage/coverage.ts";
import { coveragePage } from "./coverage/coverage-page.ts";
import { exitCodesTable } from "./exit-codes-table.ts";
import { factsPage } from "./facts-page.ts";
import { withBlock } from "./marked-block.ts";
import { operatorsTable } from "./operators-table.ts";
import { problemsPage } from "./problems-page.ts";
import { rulesPage } from "./rules-page.ts";
import { sampleReport } from "./sample-report.ts";
import { shippedRulebook } from "./shipped-rulebook.ts";

export interface DocumentationPage {
  /** Inside the project. */
  readonly path: string;
  /** What stands there now. */
  readonly written: string;
  /** What should stand there. */
  readonly fresh: string;
}

/** Every page that is made from the rules and the program, or has a part that is. */
export async function documentationPages(root: string): Promise<readonly DocumentationPage[]> {
  const rulebook = await shippedRulebook();
  const readme = textAt(root, "README.md");
  const guide = textAt(root, "docs/writing-rules.md");
  const withSample = withBlock(readme, "report", sampleReport(root));
  return [
    page(root, "docs/facts.md", factsPage(rulebook)),
    page(root, "docs/rules.md", rulesPage(rulebook)),
    page(root, "docs/problems.md", problemsPage()),
    page(root, "docs/coverage.md", coveragePage(readCoverage(root), rulebook)),
    {
      path: "README.md",
      written: readme,
      fresh: withBlock(withSample, "exit codes", exitCodesTable()),
    },
    {
      path: "docs/writing-rules.md",
      written: guide,
      fresh: withBlock(guide, "operators", operatorsTable()),
    },
  ];
}

const page = (root: string, path: string, fresh: string): DocumentationPage => ({
  path,
  written: textAt(root, path),
  fresh,
});

/** A page that is not there yet is empty. */
function textAt(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return "";
  }
}
