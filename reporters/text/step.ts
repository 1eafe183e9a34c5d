import type { Command, Reference, Step } from "../document/block.ts";
import { proseCharacters, safeBlock, safeLine } from "../safe-text.ts";
import { at, type Frame, flow, indented } from "./line.ts";
import { atRightEdge } from "./right-edge.ts";

/** A numbered step: the condition if there is one, the action and who does it, the commands, what to expect, the risk. */
export function stepLines(step: Step, frame: Frame): readonly string[] {
  const number = `${step.number}. `;
  const body = indented(frame, number.length);
  const action = safeLine(step.text, proseCharacters);
  const lines: readonly string[] =
    step.condition === undefined
      ? flow(number + action, frame, number.length)
      : [
          ...flow(number + safeLine(step.condition, proseCharacters), frame, number.length),
          ...flow(action, body),
        ];
  const commands =
    step.commands === undefined ? [] : commandLines({ kind: "command", text: step.commands }, body);
  const remarks = step.remarks.flatMap(({ name, text }) =>
    flow(`${name}: ${safeLine(text, proseCharacters)}`, body, 2),
  );
  const who = step.who === undefined ? [] : [`[${safeLine(step.who)}]`];
  return [...atRightEdge(lines, who, frame), ...commands, ...remarks];
}

/** Commands are never wrapped: they are there to be copied. */
export function commandLines({ text }: Command, frame: Frame): readonly string[] {
  const lines = safeBlock(text).split("\n");
  while (lines.at(-1) === "") lines.pop();
  return lines.map((line) => at(frame, line, 3));
}

/** The address stands on its own line, whole. */
export function referenceLines({ title, dated, url, says }: Reference, frame: Frame): readonly string[] {
  return [
    ...flow(`${safeLine(title)}, ${safeLine(dated)}`, frame, 2),
    at(frame, safeLine(url), 2),
    ...(says === undefined ? [] : flow(`It says: ${safeLine(says, proseCharacters)}`, indented(frame, 2))),
  ];
}
