import { execFileSync } from "node:child_process";
import { join } from "node:path";

const sampleCommand =
  "node dist/connector-doctor.cjs diagnose examples/expired-certificate --at 2026-05-18T11:30:00+02:00";

/** What the built program prints of a real case, without the sections that a first reader can do without. */
export function sampleReport(root: string): string {
  const [, program = "", ...options] = sampleCommand.split(" ");
  const text = execFileSync(process.execPath, [join(root, program), ...options, "--fail-on", "never"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "" },
  });
  return `\`\`\`sh exit=1\n${sampleCommand}\n\`\`\`\n\n\`\`\`text output\n${shortened(text)}\n\`\`\``;
}

/** By how a section begins. */
const leftOut = ["  Read ", "RULED OUT ", "FLOWCHART ", "connector-doctor "];

function shortened(text: string): string {
  const shown = text
    .trimEnd()
    .split("\n\n")
    .map((section) => (leftOut.some((start) => section.startsWith(start)) ? "[...]" : section));
  return shown.filter((section, index) => section !== "[...]" || shown[index - 1] !== "[...]").join("\n\n");
}
