import { verdictWords } from "../../../schemas/fact-types.ts";
import type { RuleFile } from "../../../schemas/generated/types.ts";
import { inside, type Spot } from "../../rulebook/parse/document.ts";
import type { StudiedRule, Study } from "../study.ts";

/** Whether each example gives something that its rule reads: if not, it says no more than an example without facts. */
export function checkExamples(study: Study): void {
  const { reads } = study;
  for (const each of study.rules) {
    for (const { facts, spot } of examplesOf(each)) {
      if (reads.reaches(each.rule, new Set(facts))) continue;
      const message = "This example gives no fact that the rule reads, so that it proves nothing.";
      const hint =
        "Give a fact that the condition tests, or one that such a fact is derived from; or delete the example.";
      study.tell(spot, "example-proves-nothing", message, hint);
    }
  }
}

type Examples = NonNullable<RuleFile["examples"]>;

function examplesOf({ document, root }: StudiedRule): readonly { facts: readonly string[]; spot: Spot }[] {
  const examples: Partial<Examples> = document.value.examples ?? {};
  return verdictWords.flatMap((verdict) =>
    (examples[verdict] ?? []).map((example, index) => ({
      facts: Object.keys(example).filter((key) => key !== "now"),
      spot: inside(root, "examples", verdict, index),
    })),
  );
}
