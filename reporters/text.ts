import type { Block } from "./document/block.ts";
import { documentOf } from "./document/document.ts";
import type { Reporter } from "./reporter.ts";
import { layout } from "./text/layout.ts";

const usualWidth = 80;
const narrowest = 60;

/** For a person in front of a terminal: no boxes, nothing said by colour alone. */
export const text: Reporter = (report, { colour, verbose, width = usualWidth }) => {
  const frame = { width: Math.max(narrowest, width), indent: 0, colour };
  const lines = documentOf(report, verbose).flatMap((block, index) => [
    ...(standsApart(block, index) ? [""] : []),
    ...layout(block, frame),
  ]);
  return `${lines.join("\n")}\n`;
};

const standsApart = (block: Block, index: number): boolean => index > 0 && block.kind !== "counts";
