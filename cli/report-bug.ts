import { safeLine } from "../reporters/safe-text.ts";
import { toStderr } from "./output.ts";
import { sha256 } from "./packs.ts";
import { toolVersion } from "./tool-version.ts";

const framesShown = 5;

/** An error of our own: enough to find it, nothing of what the facts say. */
export function reportBug(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const frames = stack.split("\n").filter((line) => line.trimStart().startsWith("at "));
  const id = sha256(frames.join("\n")).slice(0, 8);
  const name = error instanceof Error ? error.name : typeof error;
  const lines = frames.slice(0, framesShown).map((frame) => `  ${safeLine(frame.trim())}`);
  toStderr(
    [
      `connector-doctor ${toolVersion} met an error of its own (${safeLine(name)}, ${id}). Your files are not the cause, and they were not changed.`,
      "Please report it with these lines, and with the command that you ran:",
      ...lines,
    ].join("\n"),
  );
}
