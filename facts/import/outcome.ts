import type { Problem } from "../../schemas/text/problem.ts";
import { troubleWords } from "../world.ts";
import type { FileReading, Warning } from "./format.ts";
import type { InputFile, ReadInput } from "./open-file.ts";
import { counted } from "./sentences.ts";

/** A file that was recognised. */
export interface UsedInput {
  readonly file: InputFile;
  readonly source: string;
  readonly reading: FileReading;
}

export interface Outcome {
  readonly used: readonly UsedInput[];
  readonly opened: number;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/** What became of each file: used, or told about. */
export function outcomeOf(inputs: readonly ReadInput[]): Outcome {
  const used: UsedInput[] = [];
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  for (const input of inputs) {
    const reading = input.kind === "read" ? input.reading : undefined;
    if (reading?.problems) {
      problems.push(...reading.problems);
      warnings.push(...reading.warnings);
    } else if (input.kind === "read" && reading)
      used.push({ file: input.file, source: input.source, reading });
    else tell(input, problems, warnings);
  }
  const opened = inputs.filter(({ kind }) => kind === "read").length;
  if (used.length === 0 && problems.length === 0 && inputs.length > 0)
    problems.push(nothingRecognised(inputs));
  return { used, opened, problems, warnings };
}

/** What the person named themselves is a problem of theirs; anything else in a folder is worth a warning, or just the list. */
function tell(input: ReadInput, problems: Problem[], warnings: Warning[]): void {
  const { file } = input;
  const fate = fateOf(input);
  if (file.isNamed) {
    problems.push({
      file: file.givenAs,
      line: 1,
      column: 1,
      code: fate.code,
      message: `"${file.givenAs}" ${fate.what}`,
      hint: fate.hint,
    });
  }
  if (fate.code !== "not-recognised" || file.isNamed) {
    warnings.push({
      code: fate.code,
      message: `${file.shownAs} ${fate.what} It was not used.`,
      file: file.shownAs,
    });
  }
}

interface Fate {
  readonly code: string;
  readonly what: string;
  readonly hint: string;
}

function fateOf(input: ReadInput): Fate {
  if (input.kind === "failed") return { code: `file-${input.trouble}`, ...troubleWords[input.trouble] };
  if (input.bytes === 0) {
    return {
      code: "file-empty",
      what: "is empty: it has 0 bytes.",
      hint: "Copy it again, or export it again.",
    };
  }
  return { code: "not-recognised", what: "is none of the files that can be read.", hint: whatCanBeRead };
}

const whatCanBeRead =
  "Give fact files (JSON or YAML), settings files of the product (XML), event logs (.evtx), event exports (XML, CSV, JSON) or certificates.";

function nothingRecognised(inputs: readonly ReadInput[]): Problem {
  const [first] = inputs;
  const file = first?.file.givenAs.slice(0, -(first.file.shownAs.length + 1)) || (first?.file.givenAs ?? "-");
  const message = `None of the ${counted(inputs.length, "file")} could be recognised.`;
  return { file, line: 1, column: 1, code: "nothing-recognised", message, hint: whatCanBeRead };
}
