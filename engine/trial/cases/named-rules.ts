import type { CaseFile } from "../../../schemas/generated/types.ts";
import type { ValuePath } from "../../../schemas/text/positions.ts";

/** The keys of a case that hold lists of rules. */
export const ruleLists = ["matches", "set-aside", "all-clear", "does-not-match", "cannot-tell"] as const;
export type RuleList = (typeof ruleLists)[number];

export interface NamedRule {
  readonly rule: string;
  readonly key: RuleList | "must-not-match" | "top";
  readonly path: ValuePath;
}

/** Every rule that a case names, and where. */
export function namedRules(value: CaseFile): readonly NamedRule[] {
  return [
    ...ruleLists.flatMap((key) =>
      (value[key] ?? []).map((rule, index): NamedRule => ({ rule, key, path: [key, index] })),
    ),
    ...Object.keys(value["must-not-match"] ?? {}).map(
      (rule): NamedRule => ({ rule, key: "must-not-match", path: ["must-not-match", rule] }),
    ),
    ...(value.top === undefined ? [] : [{ rule: value.top, key: "top", path: ["top"] } as const]),
  ];
}
