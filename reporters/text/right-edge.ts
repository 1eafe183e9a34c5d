import { at, type Frame, flow, indented, roomIn } from "./line.ts";
import { columns } from "./width.ts";

const gap = 2;

/** Remarks at the right edge: the first beside the last line if there is room, the others on lines of their own. */
export function atRightEdge(
  lines: readonly string[],
  remarks: readonly string[],
  frame: Frame,
): readonly string[] {
  const all = [...lines];
  for (const [index, remark] of remarks.entries()) {
    const last = all.at(-1) ?? "";
    const free = frame.width - columns(last) - columns(remark);
    if (index === 0 && free >= gap) all[all.length - 1] = last + " ".repeat(free) + remark;
    else all.push(...ownLines(remark, frame));
  }
  return all;
}

function ownLines(remark: string, frame: Frame): readonly string[] {
  const free = roomIn(frame) - columns(remark);
  return free >= 2 * gap ? [at(frame, remark, free)] : flow(remark, indented(frame, 2 * gap), gap);
}
