import type { CaseTrial, ExampleTrial } from "../schemas/trial.ts";
import { caseFailure } from "./case-failure.ts";
import { exampleFailure } from "./example-failure.ts";
import { safeBlock, safeLine } from "./safe-text.ts";

export interface JunitInput {
  readonly examples: readonly ExampleTrial[];
  readonly cases: readonly CaseTrial[];
  /** When they were run, `2026-11-20T14:05:07`, in UTC and without an offset, as the schema has it. */
  readonly timestamp: string;
  /** How long it took. */
  readonly seconds: { readonly examples: number; readonly cases: number };
}

/**
 * The results as JUnit XML: a suite of the examples and one of the cases. Valid by the strictest schema in use, that
 * of Apache Ant (a suite has an id, a package, a host and a time; `testsuites` has no attributes), which the others
 * accept as well.
 */
export function junit({ examples, cases, timestamp, seconds }: JunitInput): string {
  const suites = [
    suite("examples", 0, exampleCases(examples), timestamp, seconds.examples),
    suite("cases", 1, cases.map(caseCase), timestamp, seconds.cases),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join("")}</testsuites>\n`;
}

interface TestCase {
  readonly classname: string;
  readonly name: string;
  /** null: it passed. */
  readonly failure: { readonly message: string; readonly text: string } | null;
}

/** Numbered as they stand in the rule: `does-not-match 2`. */
function exampleCases(examples: readonly ExampleTrial[]): readonly TestCase[] {
  const count = new Map<string, number>();
  return examples.map((example) => {
    const { rule, expected, found, place, passed } = example;
    const key = `${rule} ${expected}`;
    const number = (count.get(key) ?? 0) + (place === null ? 0 : 1);
    count.set(key, number);
    const name = place === null ? "cannot-tell without facts" : `${expected} ${number}`;
    const message = `expected ${expected}, found ${found}`;
    return { classname: rule, name, failure: passed ? null : { message, text: exampleFailure(example) } };
  });
}

function caseCase(trial: CaseTrial): TestCase {
  const { name, title, differences, unused } = trial;
  const number = differences.length + unused.length;
  const message = `${title}: ${number === 1 ? "1 difference" : `${number} differences`}`;
  return { classname: "cases", name, failure: number === 0 ? null : { message, text: caseFailure(trial) } };
}

function suite(
  name: string,
  id: number,
  cases: readonly TestCase[],
  timestamp: string,
  seconds: number,
): string {
  const failures = cases.filter(({ failure }) => failure !== null).length;
  const attributes = attributesOf({
    id: String(id),
    name,
    package: "connector-doctor",
    hostname: "localhost",
    timestamp,
    tests: String(cases.length),
    failures: String(failures),
    errors: "0",
    time: seconds.toFixed(3),
  });
  const lines = cases.map(testCase).join("");
  return `  <testsuite${attributes}>\n    <properties/>\n${lines}    <system-out/>\n    <system-err/>\n  </testsuite>\n`;
}

function testCase({ classname, name, failure }: TestCase): string {
  const attributes = attributesOf({ classname, name, time: "0.000" });
  if (failure === null) return `    <testcase${attributes}/>\n`;
  const inside = `      <failure${attributesOf({ type: "difference", message: failure.message })}>${escaped(safeBlock(failure.text))}</failure>\n`;
  return `    <testcase${attributes}>\n${inside}    </testcase>\n`;
}

const attributesOf = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${escaped(safeLine(value))}"`)
    .join("");

/** What cannot be seen was made visible before, so that no character is left that XML does not have. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
