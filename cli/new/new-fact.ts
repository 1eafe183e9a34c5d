import { type FactDraft, factTemplate, factTypes } from "../../engine/authoring/templates/fact-template.ts";
import { reportedSymptoms } from "../../engine/reported-symptoms.ts";
import type { ListFact, Rulebook } from "../../engine/rulebook/rulebook.ts";
import type { FactType } from "../../schemas/fact-types.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { type ProblemsWithTexts, withoutTexts } from "../print-problems.ts";
import { usageProblem } from "../usage-problem.ts";
import { finishDraft, type Made } from "./finish-draft.ts";
import type { Interview } from "./interview.ts";
import { factIdProblem, unknownName } from "./names.ts";
import { openPack } from "./target-pack.ts";
import { createWishes, type Wishes } from "./wishes.ts";

export interface FactOptions {
  readonly pack?: string;
  readonly type?: string;
  readonly ask?: string;
  readonly from?: string;
}

const only = (problem: Problem): ProblemsWithTexts => withoutTexts([problem]);

export async function newFact(
  id: string,
  options: FactOptions,
  interview: Interview | null,
): Promise<Made | ProblemsWithTexts> {
  const wrongId = factIdProblem(id);
  if (wrongId !== null) return only(wrongId);
  const target = await openPack(options.pack, interview);
  if ("problems" in target) return withoutTexts(target.problems);
  const { rulebook } = target.read;
  if (
    Object.keys(rulebook.facts).some(
      (fact) => fact === id || (fact.startsWith(`${id}.`) && isPart(fact, id, rulebook)),
    )
  ) {
    return only(usageProblem(`There is a fact ${id} already.`, "Choose another name, or change that one."));
  }
  const wishes = createWishes(interview);
  const draft = await draftOf(id, options, rulebook, wishes);
  const problems = wishes.problems();
  if (problems.length > 0) return withoutTexts(problems);
  const path = `facts/${id.replaceAll(".", "-")}.yaml`;
  return finishDraft(target, [{ path, text: factTemplate(draft) }], null);
}

/** The parts of a row are facts, and the row has the name before them. */
const isPart = (fact: string, id: string, { facts }: Rulebook): boolean => {
  const found = facts[fact];
  return (
    found?.kind === "scalar" &&
    found.derived?.kind === "picked" &&
    fact.slice(0, id.length) === id &&
    Object.hasOwn(facts, `${id}.found`)
  );
};

async function draftOf(
  id: string,
  options: FactOptions,
  rulebook: Rulebook,
  wishes: Wishes,
): Promise<FactDraft> {
  const typed = await wishes.settle({
    flag: "--type TYPE",
    given: options.type,
    question: "What is it?",
    choices: factTypes,
    problem: (value) => (isType(value) ? null : unknownName("type", value, factTypes, "")),
  });
  const type = isType(typed) ? typed : "text";
  if (type === "record")
    return { id, type, ask: [], from: await listToPickFrom(options.from, rulebook, wishes) };
  return { id, type, ask: await waysOfAsking(id, options.ask, rulebook, wishes), from: null };
}

const isType = (value: string): value is FactType => factTypes.some((type) => type === value);

/** What is not said is taken over from the nearest relative: facts of one part of the product are got together. */
async function waysOfAsking(
  id: string,
  given: string | undefined,
  { asks, facts }: Rulebook,
  wishes: Wishes,
): Promise<readonly string[]> {
  if (id === reportedSymptoms && given === undefined) return [];
  const known = Object.keys(asks);
  const relative = nearestRelative(id, facts);
  const ask = await wishes.settle({
    flag: "--ask ASK",
    given,
    question: "How does somebody get it by hand? (an id of asks.yaml, or a part of one)",
    choices: known,
    ...(relative === null ? {} : { otherwise: relative }),
    problem: (value) =>
      known.includes(value)
        ? null
        : unknownName("way of asking", value, known, "asks.yaml lists them; add a new one there first."),
  });
  return [ask];
}

function nearestRelative(id: string, facts: Rulebook["facts"]): string | null {
  for (let parts = id.split(".").slice(0, -1); parts.length > 0; parts = parts.slice(0, -1)) {
    const start = `${parts.join(".")}.`;
    const relative = Object.values(facts).find((fact) => fact.id.startsWith(start) && fact.ask.length > 0);
    if (relative !== undefined) return relative.ask[0] ?? null;
  }
  return null;
}

async function listToPickFrom(
  given: string | undefined,
  { facts }: Rulebook,
  wishes: Wishes,
): Promise<ListFact | null> {
  const lists = Object.values(facts).filter((fact) => fact.kind === "list" && fact.key.length > 0);
  const names = lists.map(({ id }) => id);
  const name = await wishes.settle({
    flag: "--from LIST",
    given,
    question: "From which list is the row picked?",
    choices: names,
    problem: (value) =>
      names.includes(value)
        ? null
        : unknownName("list with a key", value, names, "Make one first: new fact ID --type list."),
  });
  const list = facts[name];
  return list?.kind === "list" ? list : null;
}
