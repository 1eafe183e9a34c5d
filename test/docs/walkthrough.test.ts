import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/source-files.ts";
import { type Fence, fencesIn } from "./fences.ts";
import { copyProject, type ProjectCopy, type Ran } from "./project-copy.ts";

/** A reader follows the page from top to bottom: writes the files, types the commands, compares what is printed. */
function follow(fences: readonly Fence[], project: ProjectCopy): readonly string[] {
  const deviations: string[] = [];
  let last: Ran = { exit: 0, stdout: "", stderr: "" };
  for (const fence of fences) {
    if (fence.role === "file") project.write(fence.argument, fence.content);
    else if (fence.role === "line") replaceLine(fence, project);
    else if (fence.language === "sh") {
      for (const command of commandsIn(fence)) {
        last = project.run(command);
        deviations.push(...wrongExit(command, fence, last));
      }
    } else if (fence.role === "output") deviations.push(...missingOutput(fence, last));
  }
  return deviations;
}

/** Installing and building has been done. */
const commandsIn = ({ content }: Fence): readonly string[] =>
  content.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("npm "));

function replaceLine({ argument, content }: Fence, project: ProjectCopy): void {
  const [path = "", number = ""] = argument.split(":");
  const lines = project.read(path).split("\n");
  lines[Number(number) - 1] = content.trimEnd();
  project.write(path, lines.join("\n"));
}

function wrongExit(
  command: string,
  { role, argument, line }: Fence,
  { exit, stdout, stderr }: Ran,
): string[] {
  const expected = role === "exit" ? Number(argument) : 0;
  return exit === expected
    ? []
    : [`line ${line}: ${command} ends with ${exit}, not ${expected}.\n${stdout.slice(0, 400)}${stderr}`];
}

/** A line [...] stands for anything that is left out. */
function missingOutput({ content, line }: Fence, { stdout, stderr }: Ran): string[] {
  const printed = stdout + stderr;
  let from = 0;
  for (const piece of content.split(/^\[\.\.\.\]$/m).map((each) => each.trim())) {
    const at = printed.indexOf(piece, from);
    if (at < 0)
      return [`line ${line}: this is not printed:\n${piece}\nbut this:\n${printed.slice(0, 2_000)}`];
    from = at + piece.length;
  }
  return [];
}

const textOf = (page: string): string => readFileSync(join(root, page), "utf8");

describe("a reader who does what a page says", () => {
  it.each(["README.md", "docs/writing-rules.md", "docs/fact-files.md"])("gets what %s promises", (page) => {
    const project = copyProject();
    try {
      expect(follow(fencesIn(textOf(page)), project)).toEqual([]);
    } finally {
      project.remove();
    }
  });

  it("would be told about a command that ends otherwise, and about output that does not come", () => {
    const project = copyProject();
    try {
      const page = [
        "```yaml file=note.yaml",
        "facts: { backend.seconds: 2.75 }",
        "```",
        "```sh",
        "node dist/connector-doctor.cjs diagnose note.yaml",
        "```",
        "```text output",
        "Nothing is proved",
        "[...]",
        "Nothing is proved",
        "never printed",
        "```",
      ].join("\n");
      const [exit, output, ...others] = follow(fencesIn(page), project);
      expect(exit).toMatch(/^line 5: .* ends with 3, not 0\./);
      expect(output).toMatch(/^line 8: this is not printed:\nNothing is proved\nnever printed\n/);
      expect(others).toEqual([]);
    } finally {
      project.remove();
    }
  });
});
