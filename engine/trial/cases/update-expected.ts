import type { Document } from "yaml";
import { firstSteps, type Wanted } from "./expectation.ts";
import type { Outcome } from "./judge-case.ts";

export interface Updated {
  /** The whole file, with its comments. */
  readonly text: string;
  /** What is other than before, as sentences; empty: nothing. */
  readonly changes: readonly string[];
}

/**
 * The file of a case with what came out in place of what it said. Rules that must not match stay out of it: such a
 * case is mended by hand.
 *
 * @param text of an `expected.yaml` that could be read
 */
export async function updateExpected(text: string, wanted: Wanted, outcome: Outcome): Promise<Updated> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text);
  const changes = [
    ...exactLists(wanted, outcome).flatMap(({ key, now }) => changeList(document, key, wanted[key], now)),
    ...verdictLists(wanted, outcome).flatMap(({ key, now }) => changeList(document, key, wanted[key], now)),
    ...changeList(document, "next", wanted.next, stepsNow(wanted, outcome)),
    ...values(outcome).flatMap(({ key, now }) => changeValue(document, key, wanted[key], now)),
  ];
  if (changes.length === 0) return { text, changes };
  return { text: document.toString({ lineWidth: 0, flowCollectionPadding: false }), changes };
}

interface ListNow<Key extends string> {
  readonly key: Key;
  readonly now: readonly string[];
}

/** What matched, in the order of the case, and after it what is new to it. */
function exactLists(
  wanted: Wanted,
  { report }: Outcome,
): readonly ListNow<"matches" | "all-clear" | "set-aside">[] {
  const forbidden = wanted["must-not-match"] ?? {};
  const matching = report.verdicts.filter(
    ({ verdict, rule }) => verdict === "matches" && !Object.hasOwn(forbidden, rule),
  );
  const ofKinds = (...kinds: readonly string[]) =>
    matching.filter(({ kind }) => kinds.includes(kind)).map(({ rule }) => rule);
  return [
    { key: "matches", now: ofKinds("fault", "advisory") },
    { key: "all-clear", now: ofKinds("all-clear") },
    { key: "set-aside", now: report.setAside.map(({ rule }) => rule) },
  ];
}

/** Only what still comes out so: these lists never named all. */
function verdictLists(
  wanted: Wanted,
  { report }: Outcome,
): readonly ListNow<"does-not-match" | "cannot-tell">[] {
  const verdicts = new Map(report.verdicts.map(({ rule, verdict }) => [rule, verdict]));
  return (["does-not-match", "cannot-tell"] as const).map((key) => ({
    key,
    now: (wanted[key] ?? []).filter((rule) => verdicts.get(rule) === key),
  }));
}

/** A step that is not among the first any more gives way to the first one that the case does not name yet. */
function stepsNow({ next = [] }: Wanted, { report }: Outcome): readonly string[] {
  const first = report.nextSteps.slice(0, firstSteps);
  const isAmong = (name: string) => first.some(({ ask, facts }) => ask === name || facts.includes(name));
  const kept = next.filter(isAmong);
  const others = first.filter(({ ask, facts }) => !kept.some((name) => name === ask || facts.includes(name)));
  return [...kept, ...others.map(({ ask }) => ask)].slice(0, next.length);
}

const values = ({ report, exit }: Outcome) =>
  [
    { key: "top", now: report.diagnoses[0]?.rule },
    { key: "outcome", now: report.outcome },
    { key: "exit", now: exit },
  ] as const;

/** Entries that stay keep their comments. An empty list goes, but for those that say "nothing". */
function changeList(
  document: Document.Parsed,
  key: keyof Wanted,
  before: readonly string[] | undefined,
  now: readonly string[],
): readonly string[] {
  if (before === undefined) return [];
  const gone = before.filter((name) => !now.includes(name));
  const added = now.filter((name) => !before.includes(name));
  for (const name of gone) document.deleteIn([key, before.indexOf(name) - gone.indexOf(name)]);
  for (const name of added) document.addIn([key], name);
  const saysNothing = key === "matches" || key === "all-clear" || key === "set-aside";
  if (now.length === 0 && before.length > 0 && !saysNothing) document.delete(key);
  return [
    ...gone.map((name) => `${key}: ${name} is taken out.`),
    ...added.map((name) => `${key}: ${name} is added.`),
  ];
}

function changeValue(
  document: Document.Parsed,
  key: "top" | "outcome" | "exit",
  before: string | number | undefined,
  now: string | number | undefined,
): readonly string[] {
  if (before === undefined || before === now) return [];
  if (now === undefined) document.delete(key);
  else document.set(key, now);
  return [now === undefined ? `${key}: ${before} is taken out.` : `${key}: ${before} becomes ${now}.`];
}
