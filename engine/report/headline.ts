import type { Confidence } from "../../schemas/fact-types.ts";
import type { Report } from "../../schemas/generated/types.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import { isDiagnosis } from "./finding.ts";
import { lookedFor } from "./outcome.ts";

type Told = Pick<
  Report,
  "outcome" | "diagnoses" | "undecided" | "symptoms" | "unexplained" | "healthy" | "subject"
>;

/** The answer in one sentence, as sure as the findings are and no surer. `asked` are the rules that it speaks of. */
export function headline(report: Told, asked: readonly Rule[]): string {
  const answer = answers[report.outcome](report, asked);
  const puzzle = unexplainedPart(report);
  if (puzzle === "") return `${answer}.`;
  if (isRestated(report, asked))
    return `Not solved: what was reported is so, and nothing that was found explains it. ${answer}.`;
  return report.outcome === "diagnosed" ? `Not solved: ${puzzle}. ${answer}.` : `${answer}; ${puzzle}.`;
}

const answers: Record<Report["outcome"], (report: Told, asked: readonly Rule[]) => string> = {
  diagnosed: diagnosed,
  healthy: (report, asked) => `${proof(report, asked)}${open(report)}`,
  "nothing-found": (report, asked) => `No fault was found${on(report)}: ${ruledOut(asked)}${open(report)}`,
  inconclusive: (report, asked) => inconclusive(report, asked),
};

const sure: Record<Confidence, string> = { certain: "Found", likely: "Likely", possible: "Possible" };

function diagnosed(report: Told, asked: readonly Rule[]): string {
  const [first] = report.diagnoses;
  if (first === undefined) throw new Error("A report that is diagnosed has a diagnosis.");
  const isSound =
    report.healthy?.verdict === "matches" && report.diagnoses.every(({ kind }) => kind === "advisory");
  if (isSound) return `${proof(report, asked)}; still worth a look: ${sentence(first.title)}`;
  return `${sure[first.confidence]}${on(report)}: ${sentence(first.title)}`;
}

function proof(report: Told, asked: readonly Rule[]): string {
  const title = asked.find(({ id }) => id === report.healthy?.rule)?.title ?? "";
  return `Proved sound${on(report)}: ${sentence(title)}`;
}

function inconclusive(report: Told, asked: readonly Rule[]): string {
  const all = asked.filter(isDiagnosis).length;
  const undecided = report.undecided.length;
  if (all === 0) return `No fault was looked for${on(report)}`;
  if (undecided > 0)
    return `Nothing is proved${on(report)}: ${undecided} of ${counted(all, "rule")} could not be checked`;
  return `No fault was found${on(report)}, but it is not proved to be sound either`;
}

const on = ({ subject }: Told) => (subject.host === undefined ? "" : ` on ${subject.host}`);

function open({ undecided }: Told): string {
  return undecided.length === 0 ? "" : `; ${counted(undecided.length, "rule")} could not be checked`;
}

function ruledOut(asked: readonly Rule[]): string {
  const count = lookedFor(asked).length;
  return count === 1
    ? "the one that was looked for is ruled out"
    : `all ${count} that were looked for are ruled out`;
}

function unexplainedPart({ symptoms, unexplained }: Told): string {
  const titles = symptoms
    .filter(({ rule }) => unexplained.includes(rule))
    .map(({ title }) => `"${sentence(title)}"`);
  return titles.length === 0 ? "" : `nothing that was found explains ${titles.join(" and ")}`;
}

/** Whether the first diagnosis is just what the caller reports. */
function isRestated({ diagnoses, unexplained }: Told, asked: readonly Rule[]): boolean {
  const [first] = diagnoses;
  return asked.some(({ id, restates }) => unexplained.includes(id) && restates.includes(first?.rule ?? ""));
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** A title, ready for the end mark of our own. */
const sentence = (title: string) => (title.endsWith(".") ? title.slice(0, -1) : title);
