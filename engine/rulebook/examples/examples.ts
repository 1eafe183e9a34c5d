import { verdictWords } from "../../../schemas/fact-types.ts";
import type { RuleFile } from "../../../schemas/generated/types.ts";
import { parseTimestamp } from "../../../schemas/values/timestamp.ts";
import type { Scope } from "../condition/scope.ts";
import type { DeclaredRule } from "../declare/declared.ts";
import { inside, keyOf, rootOf, type Spot } from "../parse/document.ts";
import type { RuleExample } from "../source.ts";
import { quoted } from "../words.ts";
import { checkExampleFact } from "./example-fact.ts";

/** The examples of a rule, with each fact checked against the catalogue. */
export async function examplesOf(rule: DeclaredRule, scope: Scope): Promise<readonly PlacedExample[]> {
  const examples: PlacedExample[] = [];
  for (const expected of verdictWords) {
    for (const [index, source] of (rule.document.value.examples?.[expected] ?? []).entries()) {
      const spot = inside(rootOf(rule.document), "examples", expected, index);
      examples.push(await exampleFrom(rule, expected, source, spot, scope));
    }
  }
  return examples;
}

/** An example, and where its problems are shown. */
export interface PlacedExample {
  readonly example: RuleExample;
  readonly spot: Spot;
}

type ExampleSource = NonNullable<RuleFile["examples"]>["matches"][number];

async function exampleFrom(
  rule: DeclaredRule,
  expected: RuleExample["expected"],
  source: ExampleSource,
  spot: Spot,
  scope: Scope,
): Promise<PlacedExample> {
  const { now, ...facts } = source;
  checkNow(now, inside(spot, "now"), scope);
  for (const [fact, value] of Object.entries(facts))
    await checkExampleFact(fact, value, keyOf(spot, fact), inside(spot, fact), scope);
  const example: RuleExample = {
    rule: rule.id,
    expected,
    facts,
    now: now ?? null,
    // Where it stands is asked for one in a thousand times.
    get place() {
      const { line, column } = spot.document.placeOf(spot.path);
      return { file: spot.document.file.shownAs, line, column };
    },
  };
  return { spot, example };
}

function checkNow(now: string | undefined, spot: Spot, { findings }: Scope): void {
  if (now === undefined) return;
  const time = parseTimestamp(now);
  if (!time.ok) findings.problem(spot, "value-does-not-fit", `${quoted(now)} is not a time.`, time.why);
  else if (time.value.from !== time.value.to) {
    findings.problem(
      spot,
      "needs-offset",
      `${quoted(now)} does not say how far its clock is from UTC.`,
      `Write the offset behind it, for example "${now.slice(0, 10)}T00:00:00Z".`,
    );
  }
}
