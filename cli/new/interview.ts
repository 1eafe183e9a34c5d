import { createInterface } from "node:readline/promises";
import { safeLine } from "../../reporters/safe-text.ts";

/** Puts questions to a person. */
export interface Interview {
  /** Asks until the answer can be used. An empty answer means `otherwise`, if there is one. */
  ask(question: string, answer: Answer): Promise<string>;
  close(): void;
}

export interface Answer {
  /** What is taken for an empty answer. */
  readonly otherwise?: string;
  /** Listed after the question, as far as they are few. */
  readonly choices?: readonly string[];
  /** A sentence about an answer that cannot be used. */
  complaint(answer: string): string | null;
}

/** The person went away in the middle of a question. */
export class Abandoned extends Error {}

const mostListed = 20;

export function interviewOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  isTerminal = true,
): Interview {
  const terminal = createInterface({ input, output, terminal: isTerminal });
  const gone = new AbortController();
  terminal.on("SIGINT", () => terminal.close());
  terminal.on("close", () => gone.abort());
  const line = (question: string): Promise<string> =>
    terminal.question(question, { signal: gone.signal }).catch((error: unknown) => {
      throw gone.signal.aborted ? new Abandoned() : error;
    });
  return {
    close: () => terminal.close(),
    ask: async (question, { otherwise, choices = [], complaint }) => {
      const isShort = choices.length > 0 && choices.length <= mostListed;
      const listed = isShort ? `\n  ${safeLine(choices.join(", "))}\n` : " ";
      const preset = otherwise === undefined || otherwise === "" ? "" : `[${otherwise}] `;
      for (;;) {
        const typed = (await line(`${question}${listed}${preset}> `)).trim();
        const answer = typed === "" ? (otherwise ?? "") : typed;
        const wrong = complaint(answer);
        if (wrong === null) return answer;
        output.write(`${safeLine(wrong)}\n`);
      }
    },
  };
}

/** null: nobody sits there to be asked. */
export function openInterview(): Interview | null {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
  return interviewOn(process.stdin, process.stderr);
}
