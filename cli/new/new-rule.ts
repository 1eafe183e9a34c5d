import { existsSync } from "node:fs";
import { join } from "node:path";
import { ruleTemplate } from "../../engine/authoring/templates/rule-template.ts";
import { type RuledOut, ruledOut } from "../../engine/authoring/templates/ruled-out.ts";
import { reportedSymptoms } from "../../engine/reported-symptoms.ts";
import type { FactDefinition } from "../../engine/rulebook/rulebook.ts";
import { type RuleKind, ruleKinds } from "../../schemas/fact-types.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { visible } from "../../schemas/text/visible.ts";
import { type ProblemsWithTexts, withoutTexts } from "../print-problems.ts";
import { usageProblem } from "../usage-problem.ts";
import { finishDraft, type Made } from "./finish-draft.ts";
import type { Interview } from "./interview.ts";
import { idProblem, unknownName } from "./names.ts";
import { openPack, type TargetPack } from "./target-pack.ts";
import { createWishes, type Wishes } from "./wishes.ts";
import { isThere, today } from "./write-new.ts";

export interface RuleOptions {
  readonly pack?: string;
  readonly area?: string;
  readonly kind?: RuleKind;
  readonly title?: string;
  readonly fact: readonly string[];
}

const longestTitle = 120;

/** More facts than these are not listed. */
const mostListed = 20;

const only = (problem: Problem): ProblemsWithTexts => withoutTexts([problem]);

export async function newRule(
  id: string,
  options: RuleOptions,
  interview: Interview | null,
): Promise<Made | ProblemsWithTexts> {
  const wrongId = idProblem(id);
  if (wrongId !== null) return only(wrongId);
  const target = await openPack(options.pack, interview);
  if ("problems" in target) return withoutTexts(target.problems);
  const known = target.files.find(({ path }) => path.endsWith(`/${id}.yaml`) && !path.startsWith("facts/"));
  if (known !== undefined) return only(isThere(known.shownAs));
  const wishes = createWishes(interview);
  const wanted = await wantedRule(options, target, wishes);
  const problems = wishes.problems();
  if (problems.length > 0) return withoutTexts(problems);
  return draftRule(id, wanted, target);
}

interface WantedRule {
  readonly kind: RuleKind;
  readonly area: string;
  readonly title: string | null;
  readonly facts: readonly string[];
}

async function wantedRule(options: RuleOptions, target: TargetPack, wishes: Wishes): Promise<WantedRule> {
  const { rulebook } = target.read;
  const kind = await wishes.settle({
    flag: "--kind KIND",
    given: options.kind,
    question: "What kind of rule is it?",
    choices: ruleKinds,
    otherwise: "fault",
    problem: (value) => (isKind(value) ? null : unknownName("kind of rule", value, ruleKinds, "")),
  });
  const areas = Object.keys(rulebook.areas);
  const [first] = areas;
  const area = await wishes.settle({
    flag: "--area AREA",
    given: options.area,
    question: "Which area does it belong to?",
    choices: areas,
    ...(first !== undefined && areas.length === 1 ? { otherwise: first } : {}),
    problem: (value) =>
      areas.includes(value)
        ? null
        : unknownName("area", value, areas, "Add it to pack.yaml, under areas, first."),
  });
  const facts = await wantedFacts(options, isKind(kind) ? kind : "fault", area, target, wishes);
  const title = await wishes.settle({
    flag: "--title TITLE",
    given: options.title,
    question: "Its title, one sentence that a customer understands (Enter: write it later):",
    otherwise: "",
    problem: titleProblem,
  });
  return { kind: isKind(kind) ? kind : "fault", area, title: title === "" ? null : title, facts };
}

const isKind = (value: string): value is RuleKind => ruleKinds.some((kind) => kind === value);

function titleProblem(title: string): Problem | null {
  if (title.length > longestTitle)
    return usageProblem(`A title has at most ${longestTitle} characters.`, "Say the rest under because.");
  if (visible(title) === title) return null;
  return usageProblem(`The title has a mark in it that nobody sees: ${visible(title)}.`, "Leave it out.");
}

/** Symptoms read what the caller reports, and an all-clear may rest on the faults of its area alone. */
async function wantedFacts(
  { fact: given }: RuleOptions,
  kind: RuleKind,
  area: string,
  { read }: TargetPack,
  wishes: Wishes,
): Promise<readonly string[]> {
  const { facts, rules } = read.rulebook;
  const known = Object.keys(facts);
  const hasFaults = rules.some((rule) => rule.area === area && rule.kind === "fault");
  const mayBeNone = kind === "symptom" || (kind === "all-clear" && hasFaults);
  const wish = {
    flag: "--fact FACT",
    question: `Which fact does it look at? (its id, or a part of it${mayBeNone ? "; Enter: none" : ""})`,
    choices: known.length > mostListed ? [] : known,
    ...(mayBeNone ? { otherwise: "" } : {}),
    problem: (value: string) =>
      (value === "" && mayBeNone) || known.includes(value)
        ? null
        : unknownName("fact", value, known, "Make it first: new fact ID."),
  };
  if (given.length === 0) return [await wishes.settle({ ...wish, given: undefined })].filter(Boolean);
  return Promise.all(given.map((each) => wishes.settle({ ...wish, given: each })));
}

async function draftRule(
  id: string,
  { kind, area, title, facts }: WantedRule,
  target: TargetPack,
): Promise<Made | ProblemsWithTexts> {
  const { rulebook, examples } = target.read;
  if (kind === "symptom" && facts.length === 0 && !Object.hasOwn(rulebook.facts, reportedSymptoms)) {
    const hint = `Make it first: new fact ${reportedSymptoms} --type list.`;
    return only(usageProblem(`The pack has no fact ${reportedSymptoms}, which symptoms read.`, hint));
  }
  const proof = kind === "all-clear" ? await ruledOut(area, rulebook, examples) : null;
  if (proof !== null && "open" in proof) return only(nothingRulesOut(area, proof));
  const template = ruleTemplate({
    id,
    area,
    kind,
    title,
    facts: facts
      .map((fact) => rulebook.facts[fact])
      .filter((fact): fact is FactDefinition => fact !== undefined),
    ruledOut: proof,
    today: today(),
  });
  if ("useless" in template) {
    const message = `No condition can be made for a start of the fact ${template.useless}.`;
    return only(usageProblem(message, "Name another fact, and write the condition on this one yourself."));
  }
  const path = `${area}/${id}.yaml`;
  if (existsSync(join(target.folder, path))) return only(isThere(join(target.folder, path)));
  return finishDraft(target, [{ path, text: template.text }], id);
}

function nothingRulesOut(area: string, { open }: Extract<RuledOut, { open: string }>): Problem {
  const message = `An all-clear of the area ${area} has to rule out every fault of it, and no examples go together that do: ${open} stays open.`;
  return usageProblem(
    message,
    `Give ${open} an example under does-not-match that agrees with those of the others.`,
  );
}
