import type { Report } from "../../../schemas/generated/types.ts";
import { firstSteps } from "../../trial/cases/expectation.ts";
import { comment, schemaLine, yamlList, yamlText } from "./yaml-text.ts";

export interface CaseDraft {
  readonly title: string | null;
  readonly symptoms: readonly string[];
  readonly at: string | null;
  readonly host: string | null;
  /** Where the schema lies, seen from the folder of the case. */
  readonly schema: string;
}

/** The part of a report that a case is about. */
export type CaseReport = Pick<Report, "verdicts" | "setAside" | "diagnoses" | "nextSteps" | "outcome">;

/** expected.yaml with what came out; what a case is worth has to be written by who knows the call. */
export function caseTemplate(draft: CaseDraft, report: CaseReport, exit: number): string {
  const { verdicts, setAside, diagnoses, nextSteps, outcome } = report;
  const matching = verdicts.filter(({ verdict }) => verdict === "matches");
  const ids = (of: readonly { readonly rule: string }[]) => yamlList(of.map(({ rule }) => rule));
  const found = matching.filter(({ kind }) => kind === "fault" || kind === "advisory");
  const allClear = matching.filter(({ kind }) => kind === "all-clear");
  const top = diagnoses[0]?.rule;
  const next = nextSteps.slice(0, firstSteps).map(({ ask }) => ask);
  return `${[
    schemaLine(draft.schema),
    ...input(draft),
    comment(
      "What came out when this case was made. Read every line of it: a case is worth what somebody knows about the call, not what the rules said on that day.",
    ),
    `matches: ${ids(found)}`,
    ...(top === undefined ? [] : [`top: ${top}`]),
    ...(setAside.length === 0 ? [] : [`set-aside: ${ids(setAside)}`]),
    `all-clear: ${ids(allClear)}`,
    comment(
      "Wrong answers that are near belong under must-not-match, each with the reason why it would be wrong:",
    ),
    comment("must-not-match: { rule-id: The reason. }"),
    ...(next.length === 0 ? [] : [`next: ${yamlList(next)}`]),
    `outcome: ${outcome}`,
    `exit: ${exit}`,
  ].join("\n")}\n`;
}

function input({ title, symptoms, at, host }: CaseDraft): readonly string[] {
  return [
    comment("The trouble as the caller tells it."),
    `title: ${yamlText(title ?? "Say here in one sentence what the caller reports")}`,
    ...(symptoms.length === 0 ? [] : [`symptoms: ${yamlList(symptoms)}`]),
    ...(at === null ? [] : [`at: "${at}"`]),
    ...(host === null ? [] : [`host: ${yamlText(host)}`]),
  ];
}
