import type { Condition } from "../../condition.ts";
import { reportedSymptoms } from "../../reported-symptoms.ts";
import { keyOf, rootOf } from "../../rulebook/parse/document.ts";
import type { FlowchartNode } from "../../rulebook/rulebook.ts";
import { quoted } from "../../rulebook/words.ts";
import { factsPrinted } from "../placeholders.ts";
import { namedByFact, namedIn } from "../reads.ts";
import { factEntries, type Study } from "../study.ts";

/** What is declared and not used, and facts that nobody can get. Holds only where all of the packs was understood. */
export function checkUsage(study: Study): void {
  checkFacts(study);
  checkAsks(study);
  checkParts(study);
  checkLists(study);
  checkAreas(study);
}

function checkFacts(study: Study): void {
  const read = factsRead(study);
  for (const { name, spot } of factEntries(study)) {
    const parts = partsOf(name, study);
    if (!parts.some((part) => read.has(part)) && !isShownByItself(name, study)) {
      const hint = "Let a rule, a derived fact or a flowchart read it, or delete it.";
      study.tell(spot, "fact-not-read", `Nothing reads ${quoted(name)}.`, hint);
    }
    const fact = study.known.fact(name);
    if (fact === undefined || fact.derived !== null || name === reportedSymptoms) continue;
    if (fact.ask.length > 0 || fact.collect.length > 0) continue;
    const hint = "Add ask: with a way of asking from asks.yaml, so that the report can say how to get it.";
    study.tell(
      spot,
      "fact-out-of-reach",
      `Nobody can get ${quoted(name)}: it has neither ask nor collect.`,
      hint,
    );
  }
}

/** The command events shows the rows of logs to a person, whatever the rules read. */
const isShownByItself = (name: string, { known }: Study): boolean =>
  known.fact(name)?.collect.some(({ kind }) => kind === "events") ?? false;

/** The fact itself, or what a row is made of. */
function partsOf(name: string, { rulebook }: Study): readonly string[] {
  if (Object.hasOwn(rulebook.facts, name)) return [name];
  return Object.keys(rulebook.facts).filter((fact) => fact.startsWith(`${name}.`));
}

function factsRead({ rulebook }: Study): ReadonlySet<string> {
  const { rules, facts } = rulebook;
  return new Set([
    reportedSymptoms,
    ...allConditions(rulebook).flatMap(namedIn),
    ...Object.values(facts).flatMap(namedByFact),
    ...rules.flatMap(({ because }) => factsPrinted(because)),
    ...stepsOf(rulebook).flatMap((step) => (step.kind === "question" ? namedIn(step.when) : [])),
  ]);
}

const stepsOf = ({ flowcharts }: Study["rulebook"]): readonly FlowchartNode[] =>
  Object.values(flowcharts?.charts ?? {}).flatMap(({ steps }) => Object.values(steps));

function allConditions({ rules }: Study["rulebook"]): readonly Condition[] {
  return rules.flatMap(({ when, surer, fix }) => [
    when,
    ...(surer === null ? [] : [surer.when]),
    ...fix.flatMap(({ onlyWhen }) => (onlyWhen === null ? [] : [onlyWhen])),
  ]);
}

function checkAsks(study: Study): void {
  const used = new Set(Object.values(study.rulebook.facts).flatMap(({ ask }) => ask));
  for (const document of study.sources.asks.filter(study.isLinted)) {
    for (const name of Object.keys(document.value)) {
      if (used.has(name)) continue;
      const hint = "Let the ask of a fact name it, or delete it.";
      study.tell(keyOf(rootOf(document), name), "ask-not-used", `No fact is got by ${quoted(name)}.`, hint);
    }
  }
}

/** What a way of asking says of a list that is not got by it, nobody reads. */
function checkParts({ rulebook, sources, isLinted, tell }: Study): void {
  for (const document of sources.asks.filter(isLinted)) {
    for (const [name, source] of Object.entries(document.value)) {
      for (const list of Object.keys(source["looks-at"] ?? {})) {
        const fact = Object.hasOwn(rulebook.facts, list) ? rulebook.facts[list] : undefined;
        if (fact === undefined || (fact.derived === null && fact.ask.includes(name))) continue;
        const spot = keyOf(rootOf(document), name, "looks-at", list);
        const hint = `Let the ask of ${list} name it, or leave this out.`;
        tell(spot, "part-not-asked", `${quoted(list)} is not got by ${quoted(name)}.`, hint);
      }
    }
  }
}

function checkLists(study: Study): void {
  const documents = study.sources.lists.filter(study.isLinted);
  if (documents.length === 0) return;
  const { facts, rules, flowcharts } = study.rulebook;
  const users = JSON.stringify([Object.values(facts), rules, flowcharts]);
  for (const document of documents) {
    for (const name of Object.keys(document.value)) {
      if (users.includes(`"list":${JSON.stringify(name)}`)) continue;
      const hint = "Let a condition say in: { list: … } or a fact looked-up, or delete it.";
      study.tell(
        keyOf(rootOf(document), name),
        "list-not-used",
        `Nothing uses the list ${quoted(name)}.`,
        hint,
      );
    }
  }
}

function checkAreas(study: Study): void {
  const used = new Set(study.rulebook.rules.map(({ area }) => area));
  for (const header of study.sources.headers.values()) {
    if (header === null || !study.isLinted(header)) continue;
    for (const area of Object.keys(header.value.areas ?? {})) {
      if (used.has(area)) continue;
      const hint = `Put a rule into the folder ${area}, or leave the area out.`;
      study.tell(
        keyOf(rootOf(header), "areas", area),
        "area-not-used",
        `No rule stands in the area ${quoted(area)}.`,
        hint,
      );
    }
  }
}
