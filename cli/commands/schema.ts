import { join } from "node:path";
import type { Command } from "commander";
import { asTyped } from "../called-as.ts";
import type { ExitName } from "../exit-codes.ts";
import { toStderr, toStdout } from "../output.ts";

interface SchemaOptions {
  readonly out?: string;
  readonly check: boolean;
}

export function addSchema(program: Command, finish: (exit: ExitName) => void): void {
  program
    .command("schema")
    .description("write the schemas by which an editor helps with a pack: its facts, values, rules and lists")
    .argument("<dir>", "the folder of the pack")
    .option("--out <dir>", "where they go instead of the folder .schema inside the pack")
    .option("--check", "write nothing; exit 1 if a schema is older than the pack", false)
    .action(async (dir: string, options: SchemaOptions) => finish(await schemaCommand(dir, options)));
}

async function schemaCommand(dir: string, { out, check }: SchemaOptions): Promise<ExitName> {
  const { loadRules } = await import("../load-rules.ts");
  const { schemaFolder } = await import("../../engine/authoring/pack-schemas.ts");
  const { outdatedSchemas, writeSchemas } = await import("../new/pack-schemas.ts");
  const { safeLine } = await import("../../reporters/safe-text.ts");
  const rules = await loadRules([dir]);
  if ("problems" in rules) {
    const { printProblems } = await import("../print-problems.ts");
    return printProblems(rules);
  }
  const folder = out ?? join(dir, schemaFolder);
  if (check) {
    const outdated = outdatedSchemas(rules.rulebook, folder);
    if (outdated.length === 0) return "fine";
    const advice = `Write them again: ${asTyped("schema", dir, ...(out === undefined ? [] : ["--out", out]))}`;
    toStderr(safeLine(`In ${folder} these schemas do not fit the pack: ${outdated.join(", ")}. ${advice}`));
    return "found";
  }
  const written = await writeSchemas(rules.rulebook, folder);
  if ("why" in written) {
    toStderr(safeLine(written.why));
    return "unusable";
  }
  toStdout(written.paths.map((path) => `${safeLine(path)}\n`).join(""));
  return "fine";
}
