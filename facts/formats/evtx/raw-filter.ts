import type { Chunk, Template } from "./chunk.ts";
import type { WantedEvents } from "./event-filter.ts";
import { templateStart } from "./fragment.ts";
import type { Question, RawVerdict, ValueTest } from "./raw-questions.ts";
import { questionsOf } from "./raw-questions.ts";
import { systemSource } from "./system-source.ts";
import { templateAt } from "./template.ts";
import {
  definitionOffset,
  readInstanceHead,
  valueOffset,
  valueSize,
  valueType,
} from "./template-instance.ts";

/** What a template says by itself, and which values of a record have a say too. */
interface TemplateTest {
  readonly known: RawVerdict;
  readonly values: readonly { readonly index: number; readonly test: ValueTest }[];
}

/** Decides on records by their bytes. The fragment of a record stands from `at` to `end`. */
export function compileRawFilter(
  wanted: WantedEvents,
): (chunk: Chunk, at: number, end: number) => RawVerdict {
  const tests = new WeakMap<Template, TemplateTest>();
  const questions = questionsOf(wanted);
  return (chunk, at, end) => {
    const start = templateStart(chunk, at, end);
    if (start < 0) return "look";
    const template = templateAt(chunk, definitionOffset(chunk, start, end));
    let test = tests.get(template);
    if (test === undefined) {
      test = testOf(template, questions);
      tests.set(template, test);
    }
    const isDecided = test.known === "unwanted" || test.values.length === 0;
    return isDecided ? test.known : testValues(chunk, start, end, test);
  };
}

function testOf(template: Template, questions: readonly Question[]): TemplateTest {
  const values: { index: number; test: ValueTest }[] = [];
  let known: RawVerdict = "wanted";
  for (const question of questions) {
    const source = systemSource(template, question);
    if (source?.kind === "value") values.push({ index: source.index, test: question.value });
    else known = weaker(known, source?.kind === "constant" ? question.constant(source.text) : "look");
  }
  return { known, values };
}

function testValues(chunk: Chunk, start: number, end: number, { known, values }: TemplateTest): RawVerdict {
  const instance = readInstanceHead(chunk, start, end);
  let verdict = known;
  for (const { index, test } of values) {
    if (index >= instance.count) return "look";
    const at = valueOffset(chunk, instance, index, end);
    const answer = test(chunk, valueType(chunk, instance, index), at, valueSize(chunk, instance, index));
    verdict = weaker(verdict, answer);
    if (verdict === "unwanted") return verdict;
  }
  return verdict;
}

/** All questions must be answered with yes: a no decides, a doubt is passed on. */
function weaker(left: RawVerdict, right: RawVerdict): RawVerdict {
  if (left === "unwanted" || right === "unwanted") return "unwanted";
  return left === "look" || right === "look" ? "look" : "wanted";
}
