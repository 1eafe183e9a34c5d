import { resolve, sep } from "node:path";
import type { ReadMemory } from "../../engine/rulebook/parse/read-document.ts";
import type { PackFile } from "../../engine/rulebook/source.ts";
import { examplesAgain, type TouchedRules } from "../../engine/trial/again/examples-again.ts";
import { swapRule } from "../../engine/trial/again/swap-rule.ts";
import { touchedRules, withReaders } from "../../engine/trial/again/touched-rules.ts";
import { touchesCase } from "../../engine/trial/again/touches-case.ts";
import { runCase } from "../../engine/trial/cases/run-case.ts";
import type { Pack } from "../../engine/trial/pack.ts";
import { extendedPacks } from "../load-rules.ts";
import { readPacks } from "../packs.ts";
import type { ProblemsWithTexts } from "../print-problems.ts";
import { casesFolder } from "./find-cases.ts";
import {
  type FoundCase,
  loadCases,
  loadPack,
  loadTrial,
  type Trial,
  type TrialPlaces,
} from "./load-trial.ts";
import { exitOf, type RanCase, runTrial, type TrialRun } from "./run-trial.ts";

/** What was tried last, so that a change costs only what it touches. */
export interface Session {
  readonly trial: Trial;
  readonly run: TrialRun;
  readonly memory: ReadMemory;
}

export interface Step {
  readonly session: Session;
  /** How much was tried again. */
  readonly examples: number;
  readonly cases: number;
}

export async function begin(places: TrialPlaces): Promise<Step | ProblemsWithTexts> {
  const memory: ReadMemory = new WeakMap();
  const trial = await loadTrial(places, memory);
  if ("problems" in trial) return trial;
  const run = await runTrial(trial, places.rules);
  return { session: { trial, run, memory }, examples: run.examples.length, cases: run.cases.length };
}

/** @param changed absolute paths of files and folders; null: it could be anything */
export async function again(
  session: Session,
  changed: readonly string[] | null,
  places: TrialPlaces,
): Promise<Step | ProblemsWithTexts> {
  const read = await readAgain(session.trial.files, places);
  if ("problems" in read) return read;
  const reloaded = await reloadPack(session, read.files, places);
  if ("problems" in reloaded) return reloaded;
  const { pack, touched } = reloaded;
  const found = await casesAgain(session, pack, touched, changed, places);
  if ("problems" in found) return found;
  const trial: Trial = { files: read.files, pack, cases: found.cases };
  if (touched === null) {
    const run = await runTrial(trial, places.rules);
    return {
      session: { ...session, trial, run },
      examples: run.examples.length,
      cases: run.cases.length,
    };
  }
  return tryTouched(session, trial, touched, places);
}

/** The files of the pack as they are now; one that did not change is the same object as before. */
async function readAgain(
  before: readonly PackFile[],
  { pack }: TrialPlaces,
): Promise<{ readonly files: readonly PackFile[] } | ProblemsWithTexts> {
  const read = readPacks([pack]);
  if ("problems" in read) return { problems: read.problems, texts: new Map() };
  const old = new Map(before.map((file) => [`${file.pack}/${file.path}`, file]));
  const all = [...read.files, ...(await extendedPacks(read.files, [pack]))];
  return {
    files: all.map((file) => {
      const was = old.get(`${file.pack}/${file.path}`);
      return was?.text === file.text ? was : file;
    }),
  };
}

interface Reloaded {
  readonly pack: Pack;
  /** null: all rules. */
  readonly touched: TouchedRules | null;
}

async function reloadPack(
  { trial, memory }: Session,
  files: readonly PackFile[],
  places: TrialPlaces,
): Promise<Reloaded | ProblemsWithTexts> {
  const old = new Set(trial.files);
  const now = new Set(files);
  const [gone, come] = [trial.files.filter((file) => !now.has(file)), files.filter((file) => !old.has(file))];
  if (gone.length + come.length === 0) return { pack: trial.pack, touched: withReaders([], []) };
  const [before, after] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && before?.path === after?.path && before && after) {
    const swapped = await swapRule(trial.pack, before, after, memory);
    if (swapped !== null)
      return { pack: swapped.pack, touched: withReaders([swapped.rule], swapped.pack.rulebook.rules) };
  }
  const pack = await loadPack(files, places, memory);
  return "problems" in pack ? pack : { pack, touched: touchedRules(trial.pack, pack) };
}

/** Only cases in which something changed are read again, unless what they are read by changed. */
async function casesAgain(
  { trial }: Session,
  { rulebook }: Pack,
  touched: TouchedRules | null,
  changed: readonly string[] | null,
  places: TrialPlaces,
): Promise<{ readonly cases: readonly FoundCase[] } | ProblemsWithTexts> {
  const folder = places.cases ?? casesFolder(places.pack);
  if (touched !== null && !liesIn(changed, folder)) return { cases: trial.cases };
  const old = new Map(trial.cases.map((found) => [found.source.folder, found]));
  return loadCases(places, rulebook, (source) => {
    const was = old.get(source.folder);
    const isSame = was !== undefined && was.source.text === source.text && was.source.input === source.input;
    return isSame && touched !== null && !liesIn(changed, source.folder) ? was.tried : null;
  });
}

function liesIn(changed: readonly string[] | null, folder: string): boolean {
  const whole = resolve(folder);
  return changed === null || changed.some((path) => path === whole || path.startsWith(whole + sep));
}

async function tryTouched(
  session: Session,
  trial: Trial,
  touched: TouchedRules,
  { rules }: TrialPlaces,
): Promise<Step> {
  const { rulebook, examples } = trial.pack;
  const before = session.trial.pack.rulebook;
  const isMeant = (rule: string) => rules.length === 0 || rules.includes(rule);
  const changed = new Set([...touched.changed].filter(isMeant));
  const again = await examplesAgain(session.run.examples, rulebook, examples, { ...touched, changed });
  const cases: RanCase[] = [];
  let ran = 0;
  for (const found of trial.cases) {
    const was = session.run.cases.find(({ tried }) => tried === found.tried);
    if (was !== undefined && !(await touchesCase(was, touched, before, rulebook))) cases.push(was);
    else {
      ran += 1;
      cases.push({ ...found, ...(await runCase(rulebook, found.tried, exitOf)) });
    }
  }
  const run: TrialRun = { ...session.run, examples: again.runs, cases };
  return { session: { ...session, trial, run }, examples: again.ran, cases: ran };
}
