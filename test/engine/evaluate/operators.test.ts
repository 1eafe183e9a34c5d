import { describe, expect, it } from "vitest";
import type { Operand } from "../../../engine/condition.ts";
import type { ScalarType } from "../../../schemas/fact-types.ts";
import type { ShortEntry } from "../../../schemas/generated/types.ts";
import type { OperatorName } from "../../../schemas/operators.ts";
import { outcomeOf, scalar, test, values } from "../../support/small-rulebook.ts";

type Row = [type: ScalarType, operator: OperatorName, operand: Operand, given: ShortEntry, verdict: string];

const time = (text: string): Operand => values(Date.parse(text));
const duration = (days: number): Operand => ({
  kind: "duration",
  milliseconds: days * 86_400_000,
  written: `${days} days`,
});
const yes: Operand = { kind: "yes-no", yes: true };
const no: Operand = { kind: "yes-no", yes: false };
const list: Operand = { kind: "list", list: "hosts" };
const open: Operand = { kind: "list", list: "open" };
const now = { from: "2026-11-01T00:00:00Z", to: "2026-11-11T00:00:00Z" };

const lists = {
  hosts: {
    id: "hosts",
    title: "Hosts",
    type: "host" as const,
    closedUntil: Date.parse("2027-01-01T00:00:00Z"),
    entries: [{ value: "*.msappproxy.net", is: null }],
  },
  versions: {
    id: "versions",
    title: "Versions",
    type: "version" as const,
    closedUntil: null,
    entries: [{ value: "7.0", is: null }],
  },
  open: {
    id: "open",
    title: "Open",
    type: "text" as const,
    closedUntil: null,
    entries: [{ value: "Alpha", is: null }],
  },
};

const rows: Row[] = [
  ["number", "is", values(8443), 8443, "matches"],
  ["number", "is", values(8443), 8080, "does-not-match"],
  ["number", "is", values(8443), "8443", "cannot-tell"],
  ["number", "below", values(10), 9, "matches"],
  ["number", "below", values(10), 10, "does-not-match"],
  ["number", "below", values(10), null, "does-not-match"],
  ["number", "at-most", values(10), 10, "matches"],
  ["number", "at-most", values(10), null, "does-not-match"],
  ["number", "at-least", values(10), null, "does-not-match"],
  ["number", "above", values(10), 10, "does-not-match"],
  ["number", "one-of", values(1, null), null, "matches"],
  ["text", "is", values("Direct"), " direct ", "matches"],
  ["text", "is", values(null), "none", "matches"],
  ["text", "is", values(null), { value: "none" }, "does-not-match"],
  ["text", "is-not", values("direct"), null, "matches"],
  ["text", "contains", values("EXPIRED"), "certificate expired at noon", "matches"],
  ["text", "contains", values("renewed", "expired"), "certificate expired", "matches"],
  ["text", "starts-with", values("cert"), "Certificate", "matches"],
  ["text", "ends-with", values("cert"), "Certificate", "does-not-match"],
  ["text", "contains", values("x"), null, "does-not-match"],
  ["text", "matches", values("^e[0-9]+$"), "E8443", "matches"],
  ["text", "matches", values("^e[0-9]+$"), "E84x", "does-not-match"],
  ["version", "below", values("1.5.10"), "1.5.9", "matches"],
  ["version", "below", values("1.5.10"), "1.5.10.0", "does-not-match"],
  ["version", "is", values("7.0"), "7.0.0", "matches"],
  ["version", "is-not", values("7.0"), "7.0.0", "does-not-match"],
  ["version", "is", values(null), "7.0", "does-not-match"],
  ["version", "in", { kind: "list", list: "versions" }, "7.0.0", "matches"],
  ["version", "is", values("1.5"), "not a version", "cannot-tell"],
  [
    "thumbprint",
    "is",
    values("4905CC64B2D81BBED60962ECC5DCF63F643CCD55"),
    "\u200e4905cc64 b2d81bbed60962ecc5dcf63f643ccd55",
    "matches",
  ],
  ["thumbprint", "is", values("4905CC64B2D81BBED60962ECC5DCF63F643CCD55"), "4905", "cannot-tell"],
  ["timestamp", "before", time("2026-11-05T00:00:00Z"), "2026-11-04T23:59:59Z", "matches"],
  ["timestamp", "before", time("2026-11-05T00:00:00Z"), "2026-11-04T23:59:59", "cannot-tell"],
  ["timestamp", "after", time("2026-11-05T00:00:00Z"), "2026-11-07T00:00:00", "matches"],
  ["timestamp", "within-last", duration(30), "2026-10-20T00:00:00Z", "matches"],
  ["timestamp", "within-last", duration(30), "2026-10-05T00:00:00Z", "cannot-tell"],
  ["timestamp", "within-last", duration(30), "2026-09-30T00:00:00Z", "does-not-match"],
  ["timestamp", "within-last", duration(30), null, "does-not-match"],
  ["timestamp", "within-last", duration(30), "2026-11-05T00:00:00Z", "cannot-tell"],
  ["timestamp", "within-last", duration(30), "2026-11-12T00:00:00Z", "does-not-match"],
  ["host", "in", list, "cwap.msappproxy.net", "matches"],
  ["host", "in", list, "https://proxy.contoso.example/", "does-not-match"],
  ["host", "not-in", list, "proxy.contoso.example", "matches"],
  ["text", "in", open, "alpha", "matches"],
  ["text", "in", open, "beta", "cannot-tell"],
  ["text", "set", yes, "something", "matches"],
  ["text", "set", yes, null, "does-not-match"],
  ["text", "set", no, null, "matches"],
  ["boolean", "is", values(false), false, "matches"],
  ["boolean", "is", values(false), "no", "cannot-tell"],
];

describe("operators", () => {
  it.each(rows)("%s %s %o on %o: %s", async (type, operator, operand, given, verdict) => {
    const outcome = await outcomeOf(
      [scalar("a.fact", type)],
      test("a.fact", operator, operand),
      { "a.fact": given },
      now,
      { lists },
    );
    expect(outcome.verdict).toBe(verdict);
  });

  it.each(rows)(
    "%s %s %o on a fact that nobody looked at cannot be told",
    async (type, operator, operand) => {
      const outcome = await outcomeOf([scalar("a.fact", type)], test("a.fact", operator, operand), {}, now, {
        lists,
      });
      expect(outcome.verdict).toBe("cannot-tell");
      expect(outcome.missing).toEqual([{ fact: "a.fact", reason: "not-collected" }]);
    },
  );

  it.each([
    [-1, "cannot-tell"],
    [9, "does-not-match"],
  ])("does not say that a range is in no list while %d days may be in it", async (start, verdict) => {
    const lists = {
      days: {
        id: "days",
        title: "Days",
        type: "number" as const,
        closedUntil: Date.parse("2027-01-01T00:00:00Z"),
        entries: [{ value: start, is: null }],
      },
    };
    const left = scalar("left", "number", { derived: { kind: "days-until", of: "end" } });
    const outcome = await outcomeOf(
      [scalar("end", "timestamp"), left],
      test("left", "in", { kind: "list", list: "days" }),
      { end: "2026-11-05T12:00:00Z" },
      now,
      { lists },
    );
    expect(outcome.verdict).toBe(verdict);
  });

  it("trusts a closed list before the day until which it is good, and not on it", async () => {
    const names = {
      id: "hosts",
      title: "Hosts",
      type: "host" as const,
      closedUntil: Date.parse(now.to),
      entries: [],
    };
    const at = (time: string) =>
      outcomeOf(
        [scalar("a.fact", "host")],
        test("a.fact", "in", list),
        { "a.fact": "proxy.contoso.example" },
        { from: time, to: time },
        { lists: { hosts: names } },
      );
    expect((await at("2026-11-10T23:59:59Z")).verdict).toBe("does-not-match");
    expect((await at(now.to)).verdict).toBe("cannot-tell");
  });

  it("does not take a message in an unknown language for a miss on the right side either", async () => {
    const facts = [scalar("text", "text"), scalar("message", "text", { message: true })];
    const same = test("text", "same-as", { kind: "fact", fact: "message" });
    const verdict = async (text: string) =>
      (await outcomeOf(facts, same, { text, message: "abgelaufen" })).verdict;
    expect(await verdict("expired")).toBe("cannot-tell");
    expect(await verdict("abgelaufen")).toBe("matches");
  });

  it("decides a conflict where all claims agree, and only there", async () => {
    const conflict = { conflict: [{ value: -3 }, { value: -40 }] };
    const below = (limit: number) =>
      outcomeOf([scalar("days", "number")], test("days", "below", limit), { days: conflict });
    expect((await below(0)).verdict).toBe("matches");
    expect((await below(-10)).verdict).toBe("cannot-tell");
    expect((await below(-50)).verdict).toBe("does-not-match");
  });

  it("compares with another fact, and waits for it", async () => {
    const facts = [scalar("connector.proxy", "host-and-port"), scalar("updater.proxy", "host-and-port")];
    const differs = test("connector.proxy", "differs-from", { kind: "fact", fact: "updater.proxy" });
    const given = { "connector.proxy": "http://proxy.contoso.example:8080" };
    expect((await outcomeOf(facts, differs, given)).missing).toEqual([
      { fact: "updater.proxy", reason: "not-collected" },
    ]);
    expect((await outcomeOf(facts, differs, { ...given, "updater.proxy": null })).verdict).toBe("matches");
    expect(
      (await outcomeOf(facts, differs, { ...given, "updater.proxy": "PROXY.contoso.example:8080/" })).verdict,
    ).toBe("does-not-match");
  });

  it("asks for the time of the collection where a test against now is undecided", async () => {
    const outcome = await outcomeOf(
      [scalar("seen", "timestamp")],
      test("seen", "within-last", duration(30)),
      { seen: "2026-10-05T00:00:00Z" },
      now,
    );
    expect(outcome.missing).toEqual([{ fact: "collected-at", reason: "ambiguous" }]);
  });
});
