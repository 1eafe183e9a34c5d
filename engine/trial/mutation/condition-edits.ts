import type { ConditionSource, TestSource } from "../../../schemas/generated/types.ts";
import type { ValuePath } from "../../../schemas/text/positions.ts";
import { groupKeyOf } from "../../rulebook/condition/group-keys.ts";
import type { Edit } from "./edit.ts";
import type { Subjects } from "./subjects.ts";
import { lacksOpposite, replaced, testEdits } from "./test-edits.ts";

interface Around {
  readonly subjects: Subjects;
  /** The list whose rows the condition is about; null: it is about facts. */
  readonly rows: string | null;
}

/** Every small change of a condition that could slip an author's pen. */
export function conditionEdits(source: ConditionSource, path: ValuePath, around: Around): readonly Edit[] {
  const group = groupKeyOf(source);
  switch (group) {
    case null:
      return mapEdits(source, path, around);
    case "all":
    case "any":
      return groupEdits(group, source[group] ?? [], [...path, group], around);
    case "not":
      return [
        {
          path,
          change: { kind: "value", value: source.not },
          about: [...path, "not"],
          words: "left out",
        },
        ...conditionEdits(source.not ?? {}, [...path, "not"], around),
      ];
    case "ruled-out":
      return ruledOutEdits(source, path);
    default:
      return rowsEdits(group, source, path, around);
  }
}

function groupEdits(
  group: "all" | "any",
  parts: readonly ConditionSource[],
  path: ValuePath,
  around: Around,
): readonly Edit[] {
  const other = group === "all" ? "any" : "all";
  const inner = parts.flatMap((part, index) => conditionEdits(part, [...path, index], around));
  if (parts.length < 2) return inner;
  const gone = parts.map(
    (_, index): Edit => ({
      path: [...path, index],
      change: { kind: "gone" },
      words: "left out",
    }),
  );
  return [{ path, change: { kind: "key", key: other }, words: `becomes ${other}` }, ...gone, ...inner];
}

/** Facts that must all be so: one left out, any of them enough, one negated, one taken for another. */
function mapEdits(source: ConditionSource, path: ValuePath, { subjects, rows }: Around): readonly Edit[] {
  const entries = Object.entries(source);
  const each = entries.map(([name, value]) => ({ [name]: value }));
  const several: Edit[] =
    entries.length < 2
      ? []
      : [{ path, change: { kind: "value", value: { any: each } }, words: "any of these is enough" }];
  return [
    ...several,
    ...entries.flatMap(([name, value], index): readonly Edit[] => {
      const at = [...path, name];
      const gone: Edit[] =
        entries.length < 2 ? [] : [{ path: at, change: { kind: "gone" }, words: "left out" }];
      if (name.startsWith("rule.")) return [...gone, ...verdictEdits(value, at)];
      // The schema admits tests only behind keys that are no groups.
      const test = value as TestSource;
      const negated = each.map((part, other) => (other === index ? { not: part } : part));
      const opposite: Edit = {
        path,
        change: { kind: "value", value: negated.length === 1 ? negated[0] : { all: negated } },
        about: at,
        words: "negated",
      };
      const other = subjects.otherThan(name, rows, new Set(Object.keys(source)));
      const renamed: Edit[] =
        other === null ? [] : [{ path: at, change: { kind: "key", key: other }, words: `becomes ${other}` }];
      const shape = subjects.shapeOf(name, rows);
      const inner = shape === null ? [] : testEdits({ name, source: test, path: at, shape, rows }, subjects);
      return [...gone, ...(lacksOpposite(test) ? [opposite] : []), ...renamed, ...inner];
    }),
  ];
}

function verdictEdits(verdict: unknown, path: ValuePath): readonly Edit[] {
  return [replaced(path, verdict, verdict === "matches" ? "does-not-match" : "matches")];
}

function ruledOutEdits(source: ConditionSource, path: ValuePath): readonly Edit[] {
  const rules = source["ruled-out"];
  const at = [...path, "ruled-out"];
  const opposite: Edit = {
    path,
    change: { kind: "value", value: { not: source } },
    about: at,
    words: "negated",
  };
  if (!Array.isArray(rules) || rules.length < 2) return [opposite];
  const gone = rules.map(
    (rule, index): Edit => ({ path: [...at, index], change: { kind: "gone" }, words: `${rule} left out` }),
  );
  return [opposite, ...gone];
}

function rowsEdits(
  kind: "some" | "none" | "every",
  source: ConditionSource,
  path: ValuePath,
  { subjects }: Around,
): readonly Edit[] {
  const list = source[kind] ?? "";
  const { among, where } = source;
  const at = [...path, kind];
  const other = subjects.otherList(list);
  const within = { subjects, rows: list };
  return [
    kind === "every" ? everyBecomesSome(source, path) : someBecomesNone(kind, at),
    ...(other === null ? [] : [replaced(at, list, other)]),
    ...(where === undefined || kind === "every"
      ? []
      : [{ path: [...path, "where"], change: { kind: "gone" }, words: "left out" } as const]),
    ...(among === undefined ? [] : conditionEdits(among, [...path, "among"], within)),
    ...(where === undefined ? [] : conditionEdits(where, [...path, "where"], within)),
  ];
}

function someBecomesNone(kind: "some" | "none", path: ValuePath): Edit {
  const other = kind === "some" ? "none" : "some";
  return { path, change: { kind: "key", key: other }, words: `becomes ${other}` };
}

/** One row of those that are meant is enough. */
function everyBecomesSome({ every, among, where }: ConditionSource, path: ValuePath): Edit {
  const value = { some: every, where: { all: [among, where] } };
  return { path, change: { kind: "value", value }, about: [...path, "every"], words: "becomes some" };
}
