import { describe, expect, it } from "vitest";
import type { Condition, Operand, Test } from "../../../engine/condition.ts";
import type { Claim, Reading } from "../../../engine/facts/reading.ts";
import {
  describeLiteral,
  describeReading,
  expectation,
  whereInWords,
} from "../../../engine/facts/wording.ts";
import type { ScalarShape } from "../../../engine/rulebook/rulebook.ts";
import type { OperatorName } from "../../../schemas/operators.ts";

const shape = (rest: Partial<ScalarShape>): ScalarShape => ({
  type: "text",
  values: [],
  alsoWritten: {},
  unit: null,
  orNone: true,
  message: false,
  ...rest,
});
const days = shape({ type: "number", unit: "days" });
const count = shape({ type: "number", unit: "count" });
const percent = shape({ type: "number", unit: "percent" });
const instant = shape({ type: "timestamp" });
const text = shape({});
const role = shape({ type: "one-of", values: ["servicebus", "proxy"] });
const minute = Date.UTC(2026, 10, 20, 14, 5);

const reading = (...claims: Claim[]): Reading => ({ known: true, claims, at: [], through: [], missing: [] });

describe("the words for a value", () => {
  it.each([
    [null, days, "none"],
    [-8, days, "-8 days"],
    [1, days, "1 day"],
    [-0.001, days, "-0.1 days"],
    [-0.9999, days, "-1 day"],
    [0.04, days, "less than 0.1 days"],
    [0, days, "0 days"],
    [-0, days, "0 days"],
    [41.29, days, "41.2 days"],
    [1, shape({ type: "number", unit: "bytes" }), "1 byte"],
    [33.333_333, percent, "33.333 percent"],
    [99.999_99, percent, "99.999 percent"],
    [7, count, "7"],
    [8443, shape({ type: "number" }), "8443"],
    [minute + 59_999, instant, "2026-11-20 14:05 UTC"],
    [true, shape({ type: "boolean" }), "true"],
    ["proxy.contoso.example:8443", text, "proxy.contoso.example:8443"],
    ["", text, '""'],
    [`${"x".repeat(499)}😀y`, text, `${"x".repeat(499)}… (502 characters)`],
  ])("%j becomes a phrase", (value, of, words) => {
    expect(describeLiteral(value, of)).toBe(words);
  });
});

describe("the words for what is known of a value", () => {
  const low = (value: number) => ({ low: value, high: Infinity });
  it.each<[Reading, ScalarShape, string]>([
    [
      { known: false, reason: "timeout", detail: null, at: [], through: [], missing: [] },
      days,
      "(not known)",
    ],
    [reading({ value: "b" }, { value: "A" }), text, "A or b"],
    [reading({ value: -3 }, { value: -40 }, { value: -7 }), days, "-40 days, -7 days or -3 days"],
    [reading({ value: null }, { value: "p1" }), text, "none or p1"],
    [reading({ value: "a" }, { value: "a" }), text, "a"],
    [reading(...[..."hgfedcb"].map((value) => ({ value }))), text, "b, c, d, e, f or 2 more"],
    [reading(low(3)), count, "at least 3"],
    [reading({ low: -Infinity, high: 7 }), count, "at most 7"],
    [reading({ low: 3, high: 7 }), count, "between 3 and 7"],
    [reading({ low: 3, high: 3 }), count, "3"],
    [reading({ low: -8.34, high: -8.31 }), days, "-8.4 days"],
    [reading({ low: -8.34, high: -0.01 }), days, "between -8.4 and -0.1 days"],
    [reading({ low: 0.34, high: 0.41 }), days, "between 0.3 and 0.5 days"],
    [reading({ low: -Infinity, high: Infinity }), count, "(not known)"],
    [reading({ value: 4 }, { low: -Infinity, high: Infinity }), count, "(not known)"],
    [reading({ low: minute, high: minute + 59_000 }), instant, "2026-11-20 14:05 UTC"],
    [
      reading({ low: minute, high: minute + 120_000 }),
      instant,
      "between 2026-11-20 14:05 UTC and 2026-11-20 14:07 UTC",
    ],
    [reading(low(minute)), instant, "not before 2026-11-20 14:05 UTC"],
    [reading({ low: -Infinity, high: minute }), instant, "not after 2026-11-20 14:05 UTC"],
  ])("%j", (known, of, words) => {
    expect(describeReading(known, of)).toBe(words);
  });
});

const values = (...all: (string | number | boolean | null)[]): Operand => ({ kind: "values", values: all });
const test = (operator: OperatorName, operand: Operand, subject = "x"): Test => ({
  kind: "test",
  subject,
  operator,
  operand,
});
const lists = {
  roots: { id: "roots", title: "Public roots", type: "thumbprint", entries: [], closedUntil: null },
} as const;

describe("the words for what a test asks", () => {
  it.each<[Test, ScalarShape, string]>([
    [test("below", values(0)), days, "is below 0 days"],
    [test("below", values(0.25)), days, "is below 0.25 days"],
    [test("one-of", values("servicebus", "proxy")), role, "is one of servicebus, proxy"],
    [test("is", values(null)), role, "is none"],
    [test("is-not", values("direct")), text, 'is not "direct"'],
    [
      test("same-as", { kind: "fact", fact: "proxy.updater.address" }),
      text,
      "is the same as proxy.updater.address",
    ],
    [test("differs-from", { kind: "field", field: "b.port" }), count, "differs from b.port"],
    [test("contains", values("expired", "renewal")), text, 'contains "expired" or "renewal"'],
    [test("starts-with", values("cn")), shape({ type: "host" }), "starts with cn"],
    [test("matches", values("^a+$")), shape({ type: "host" }), 'matches the pattern "^a+$"'],
    [
      test("in", { kind: "list", list: "roots" }),
      shape({ type: "thumbprint" }),
      'is in the list "Public roots"',
    ],
    [test("not-in", { kind: "list", list: "toString" }), text, 'is not in the list "toString"'],
    [
      test("within-last", { kind: "duration", milliseconds: 1, written: "30 days" }),
      instant,
      "lies within the last 30 days",
    ],
    [test("before", values(minute)), instant, "is before 2026-11-20 14:05 UTC"],
    [test("after", values(minute + 1_500)), instant, "is after 2026-11-20T14:05:01.5Z"],
    [test("set", { kind: "yes-no", yes: true }), text, "is set"],
    [test("set", { kind: "yes-no", yes: false }), text, "is none"],
    [test("known", { kind: "yes-no", yes: false }), text, "is not known"],
    [{ ...test("is", values("Aa")), exact: true }, text, 'is "Aa", byte for byte'],
  ])("%j", (asked, of, words) => {
    expect(expectation(asked, of, lists)).toBe(words);
  });
});

describe("the words for a where", () => {
  const isRole = test("is", values("servicebus"), "role");
  const failed = test("is", values("connect"), "failed-at");
  const old = test("above", values(3), "age");
  const any: Condition = { kind: "any", of: [failed, old] };
  const fields = { role, "failed-at": role, age: days };
  it.each<[Condition, string]>([
    [{ kind: "all", of: [isRole, failed] }, "role is servicebus and failed-at is connect"],
    [
      { kind: "all", of: [isRole, any] },
      "role is servicebus and (failed-at is connect or age is above 3 days)",
    ],
    [{ kind: "all", of: [isRole, { kind: "all", of: [old] }] }, "role is servicebus and age is above 3 days"],
    [{ kind: "not", of: any }, "failed-at is not connect and age is not above 3 days"],
    [{ kind: "not", of: { kind: "not", of: old } }, "age is above 3 days"],
    [{ kind: "not", of: test("one-of", values("a", "b"), "role") }, "role is none of a, b"],
    [{ kind: "not", of: test("set", { kind: "yes-no", yes: true }, "role") }, "role is none"],
    [{ ...old, subject: "toString" }, "toString is above 3"],
  ])("%j", (where, words) => {
    expect(whereInWords(where, fields, lists)).toBe(words);
  });
});
