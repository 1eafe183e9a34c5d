import type { ConditionSource } from "../../../schemas/generated/types.ts";
import type { Condition, RuleTest } from "../../condition.ts";
import { inside, type Spot } from "../parse/document.ts";
import { didYouMean, quoted } from "../words.ts";
import type { Scope } from "./scope.ts";

/** `rule.x: matches` */
export function ruleTest(
  name: string,
  verdict: unknown,
  key: Spot,
  value: Spot,
  scope: Scope,
): RuleTest | null {
  if (!mayAsk(key, scope)) return null;
  if (verdict !== "matches" && verdict !== "does-not-match") {
    const hint =
      "Write matches or does-not-match. That a rule cannot tell is nothing to build on: it may change as soon as more is known.";
    scope.findings.problem(
      value,
      "verdict-not-possible",
      `A rule is asked for something else than matches or does-not-match.`,
      hint,
    );
    return null;
  }
  const rule = name.slice("rule.".length);
  return isRule(rule, key, scope) ? { kind: "rule", rule, verdict } : null;
}

/** `ruled-out: [ids]`, or the faults of an area. */
export function ruledOut(
  source: NonNullable<ConditionSource["ruled-out"]>,
  spot: Spot,
  scope: Scope,
): Condition | null {
  if (!mayAsk({ ...spot, isKey: true }, scope)) return null;
  const rules = Array.isArray(source)
    ? namedRules(source, spot, scope)
    : faultsOf(source.area, inside(spot, "area"), scope);
  const [only] = rules ?? [];
  if (rules === null || only === undefined) return null;
  const tests = rules.map((rule): RuleTest => ({ kind: "rule", rule, verdict: "does-not-match" }));
  return tests.length === 1 ? (tests[0] ?? null) : { kind: "all", of: tests };
}

function namedRules(source: readonly string[], spot: Spot, scope: Scope): readonly string[] | null {
  const rules = source.filter((rule, index) => isRule(rule, inside(spot, index), scope));
  return rules.length === source.length ? rules : null;
}

function faultsOf(area: string, spot: Spot, { declared, findings }: Scope): readonly string[] | null {
  const { areas, rules } = declared;
  if (!areas.known.has(area)) {
    const hint = didYouMean(area, [...areas.known.keys()], "Areas stand in pack.yaml, under areas.");
    if (!areas.isDamaged(area))
      findings.problem(spot, "unknown-area", `There is no area called ${quoted(area)}.`, hint);
    return null;
  }
  const faults = [...rules.known.values()]
    .filter((rule) => rule.area === area && rule.kind === "fault")
    .map(({ id }) => id);
  if (faults.length > 0) return faults.sort();
  const hint = "Only faults are ruled out with an area; name the rules themselves.";
  findings.problem(spot, "empty-area", `The area ${quoted(area)} has no rule of the kind fault.`, hint);
  return null;
}

function mayAsk(spot: Spot, { may, rows, findings }: Scope): boolean {
  if (may.rules) return true;
  const where = rows === null ? "A derived fact" : "A condition on rows";
  const hint = "Facts are known before the first rule is judged; test the verdict in the when of a rule.";
  findings.problem(spot, "rule-inside-facts", `${where} cannot depend on the verdict of a rule.`, hint);
  return false;
}

export function isRule(
  rule: string,
  spot: Spot,
  { declared, findings }: Pick<Scope, "declared" | "findings">,
): boolean {
  const { known, isDamaged } = declared.rules;
  if (known.has(rule)) return true;
  const hint = () => didYouMean(rule, [...known.keys()], "A rule is a file AREA/RULE-ID.yaml of the pack.");
  if (!isDamaged(rule))
    findings.problem(spot, "unknown-rule", `There is no rule called ${quoted(rule)}.`, hint);
  return false;
}
