import type {
  Evidence,
  EvidenceGroup,
  EvidenceRows,
  EvidenceRule,
  EvidenceTest,
  Place,
  Report,
} from "../../../schemas/generated/types.ts";
import { lineNumber } from "../../../schemas/text/line-number.ts";
import { type ExplainedLine, line, verdictInWords } from "./line.ts";
import { reasonInWords } from "./reason.ts";

const mostPlaces = 3;

/** The report, and whether the evidence of other rules is told where it is referred to. */
export interface Telling {
  readonly report: Report;
  readonly titleOf: (rule: string) => string;
  readonly follow: boolean;
}

const headings: Record<EvidenceGroup["kind"], Record<`${Evidence["truth"]}`, string>> = {
  all: {
    true: "All of these hold:",
    false: "All of these must hold, and these do not:",
    unknown: "All of these must hold, and these are open:",
  },
  any: {
    true: "One of these is enough, and these hold:",
    false: "One of these would be enough, and none holds:",
    unknown: "One of these would be enough, and these are open:",
  },
  not: {
    true: "This must not hold, and it does not:",
    false: "This must not hold, but it does:",
    unknown: "This must not hold, and it is open:",
  },
};

/** How a condition came out: of a group, the parts that made it so. */
export function tellEvidence(evidence: Evidence, depth: number, telling: Telling): ExplainedLine[] {
  if ("parts" in evidence) return tellGroup(evidence, depth, telling);
  if (evidence.kind === "rule") return tellRule(evidence, depth, telling);
  return evidence.kind === "test" ? tellTest(evidence, depth, telling) : tellRows(evidence, depth, telling);
}

function tellGroup(group: EvidenceGroup, depth: number, telling: Telling): ExplainedLine[] {
  const { kind, truth, parts } = group;
  const [only] = parts;
  if (kind !== "not" && only !== undefined && parts.length === 1) return tellEvidence(only, depth, telling);
  const deciding = kind === "not" ? parts : parts.filter((part) => part.truth === truth);
  return [
    line(depth, headings[kind][`${truth}`]),
    ...deciding.flatMap((part) => tellEvidence(part, depth + 1, telling)),
  ];
}

function tellTest(test: EvidenceTest, depth: number, { report }: Telling): ExplainedLine[] {
  const through = test.through ?? [];
  return [
    line(depth, `${test.fact} is ${foundInWords(test)} (asked: ${test.expected}).`),
    ...(through.length > 0 ? [line(depth + 1, `It follows from ${through.join(", ")}.`)] : []),
    ...placeLines(test.at, depth + 1, report),
  ];
}

function foundInWords({ truth, found, reason, detail }: EvidenceTest): string {
  if (truth !== "unknown") return found;
  if (found === "(not known)") return `not known: ${reasonInWords(reason, detail)}`;
  return `${found}, which does not decide it: ${reasonInWords(reason, detail)}`;
}

function tellRows(rows: EvidenceRows, depth: number, { report }: Telling): ExplainedLine[] {
  const isKnown = rows.found !== "(not known)";
  const found = isKnown ? `has ${rows.found}` : `is not known: ${reasonInWords(rows.reason, undefined)}`;
  return [
    line(depth, `${rows.fact} ${found} (asked: ${rows.expected}).`),
    ...rows.rows.map(({ row, at }) => line(depth + 1, `${rowInWords(row)}${placesInWords(at, report)}`)),
    ...(rows.rows.length === 0 ? placeLines(rows.at, depth + 1, report) : []),
  ];
}

function rowInWords(row: Readonly<Record<string, string>>): string {
  const fields = Object.entries(row).map(([field, value]) => `${field} ${value}`);
  return fields.length === 0 ? "a row of which nothing is known" : fields.join(", ");
}

function tellRule(test: EvidenceRule, depth: number, telling: Telling): ExplainedLine[] {
  const { rule, found, expected } = test;
  const asked = found === expected ? "" : ` (asked: ${verdictInWords[expected]})`;
  const seen = telling.report.verdicts.find((verdict) => verdict.rule === rule);
  const see = telling.follow && seen !== undefined;
  return [
    line(
      depth,
      `"${telling.titleOf(rule)}" (${rule}) ${verdictInWords[found]}${asked}${see ? ", see:" : "."}`,
    ),
    ...(see ? tellEvidence(seen.evidence, depth + 1, { ...telling, follow: false }) : []),
  ];
}

function placeLines(places: readonly Place[], depth: number, report: Report): ExplainedLine[] {
  const words = placesInWords(places, report);
  return words === "" ? [] : [line(depth, `Seen${words}.`)];
}

function placesInWords(places: readonly Place[], { sources }: Report): string {
  if (places.length === 0) return "";
  const named = places.slice(0, mostPlaces).map(({ source, at, account }) => {
    const path = (Object.hasOwn(sources, source) ? sources[source]?.path : undefined) ?? source;
    return `${path}${insideOfSource(at)}${account === undefined ? "" : ` as ${account}`}`;
  });
  const rest = places.length - named.length;
  return ` in ${named.join(", ")}${rest > 0 ? ` and ${rest} more ${rest === 1 ? "place" : "places"}` : ""}`;
}

/** As reports write it: path:17; what is no line stands in brackets. */
function insideOfSource(at: string | undefined): string {
  if (at === undefined || at === "") return "";
  const line = lineNumber(at);
  return line === undefined ? ` (${at})` : `:${line}`;
}
