import { describe, expect, it } from "vitest";
import { evaluate } from "../../../engine/evaluate/evaluate.ts";
import type { Reading } from "../../../engine/facts/reading.ts";
import type { Derivation, FactDefinition, Rulebook } from "../../../engine/rulebook/rulebook.ts";
import type { FactFile, ShortEntry } from "../../../schemas/generated/types.ts";
import { all, field, list, not, rulebook, scalar, test, values } from "../../support/small-rulebook.ts";

const store = field("one-of", { values: ["local-machine", "network-service"] });
const base: FactDefinition[] = [
  scalar("thumbprint", "text"),
  scalar("used", "number"),
  scalar("size", "number"),
  scalar("starts", "timestamp"),
  scalar("ends", "timestamp"),
  scalar("address", "host-and-port"),
  scalar("target", "host"),
  list(
    "certificates",
    { thumbprint: field("text"), store, days: field("number", { orNone: true }) },
    { key: ["thumbprint", "store"], coveredBy: ["store"] },
  ),
];
const lists: Rulebook["lists"] = {
  roles: {
    id: "roles",
    title: "Roles",
    type: "host",
    closedUntil: null,
    entries: [
      { value: "*.msappproxy.net", is: "service" },
      { value: "*.bootstrap.msappproxy.net", is: "bootstrap" },
    ],
  },
};

async function derived(derivation: Derivation, given: Record<string, ShortEntry>, now = {}): Promise<string> {
  const book = rulebook([...base, scalar("result", "number", { derived: derivation })], [], { lists });
  const file: FactFile = { facts: given, collectedAt: now };
  return inWords((await evaluate(book, { facts: file })).memory.scalar("result"));
}

function inWords(reading: Reading): string {
  if (!reading.known) return "unknown";
  return reading.claims
    .map((claim) => ("value" in claim ? String(claim.value ?? "none") : `${claim.low}..${claim.high}`))
    .join(" or ");
}

const wanted = test("thumbprint", "is", { kind: "fact", fact: "thumbprint" });
const inMachine = test("store", "is", "local-machine");
const days: Derivation = {
  kind: "picked",
  from: "certificates",
  where: all(wanted, inMachine),
  field: "days",
};
const found: Derivation = {
  kind: "picked",
  from: "certificates",
  where: all(wanted, inMachine),
  field: null,
};
const anyStore: Derivation = { kind: "picked", from: "certificates", where: wanted, field: "days" };
const row = (thumbprint: string, where: string, left: number | null) => ({
  thumbprint,
  store: where,
  days: left,
});
const certificates = (items: object[], ...covers: object[]) => ({ items, covers }) as unknown as ShortEntry;
const machine = { store: "local-machine" };
const service = { store: "network-service" };

describe("pick", () => {
  it.each<[string, Derivation, Record<string, ShortEntry>, string]>([
    [
      "the one row that fits, its key being whole",
      days,
      { thumbprint: "4905", certificates: certificates([row("4905", "local-machine", -8)]) },
      "-8",
    ],
    [
      "found as soon as one row fits",
      found,
      { thumbprint: "4905", certificates: certificates([row("4905", "local-machine", -8)]) },
      "true",
    ],
    [
      "not found where the store was read",
      found,
      { thumbprint: "4905", certificates: certificates([row("A459", "local-machine", 3)], machine) },
      "false",
    ],
    [
      "no field of what is not there",
      days,
      { thumbprint: "4905", certificates: certificates([], machine) },
      "none",
    ],
    [
      "another store's slice says nothing",
      found,
      { thumbprint: "4905", certificates: certificates([], service) },
      "unknown",
    ],
    [
      "which one is not known",
      days,
      { certificates: certificates([row("4905", "local-machine", -8)], machine, service) },
      "unknown",
    ],
    [
      "a second one could lie in the store that was not read",
      anyStore,
      { thumbprint: "4905", certificates: certificates([row("4905", "local-machine", -8)], machine) },
      "unknown",
    ],
    [
      "two that fit are not one",
      anyStore,
      {
        thumbprint: "4905",
        certificates: certificates([row("4905", "local-machine", -8), row("4905", "network-service", -8)]),
      },
      "unknown",
    ],
    ["nobody looked at all", found, { thumbprint: "4905" }, "unknown"],
  ])("%s", async (_name, derivation, given, expected) => {
    expect(await derived(derivation, given)).toBe(expected);
  });
});

describe("count, smallest and largest", () => {
  const expired = test("days", "below", 0);
  const given = (...covers: object[]) => ({
    certificates: certificates(
      [row("A", "local-machine", -8), row("B", "local-machine", 5), row("C", "network-service", null)],
      ...covers,
    ),
  });
  it.each<[string, Derivation, Record<string, ShortEntry>, string]>([
    [
      "counts what was looked at whole",
      { kind: "count", list: "certificates", where: expired },
      given({}),
      "1",
    ],
    [
      "counts at least what was seen",
      { kind: "count", list: "certificates", where: expired },
      given(machine),
      "1..Infinity",
    ],
    [
      "counts one side that was looked at",
      { kind: "count", list: "certificates", where: inMachine },
      given(machine),
      "2",
    ],
    [
      "the smallest of what was looked at whole",
      { kind: "smallest", field: "days", list: "certificates", where: inMachine },
      given(machine),
      "-8",
    ],
    [
      "the smallest may be smaller still",
      { kind: "smallest", field: "days", list: "certificates", where: null },
      given(machine),
      "-Infinity..-8",
    ],
    [
      "the largest may be larger still",
      { kind: "largest", field: "days", list: "certificates", where: null },
      given(machine),
      "5..Infinity",
    ],
    [
      "none is not the smallest of anything",
      { kind: "smallest", field: "days", list: "certificates", where: not(inMachine) },
      given({}),
      "none",
    ],
    [
      "no rows, no smallest",
      { kind: "smallest", field: "days", list: "certificates", where: null },
      { certificates: null },
      "none",
    ],
    [
      "no rows that were seen say nothing",
      { kind: "largest", field: "days", list: "certificates", where: null },
      { certificates: certificates([], machine) },
      "unknown",
    ],
  ])("%s", async (_name, derivation, file, expected) => {
    expect(await derived(derivation, file)).toBe(expected);
  });
});

describe("arithmetic", () => {
  const conflict = (...claims: number[]) => ({ conflict: claims.map((value) => ({ value })) }) as ShortEntry;
  const day = 86_400_000;
  it.each<[string, Derivation, Record<string, ShortEntry>, object, string]>([
    [
      "a difference",
      { kind: "difference", from: "size", minus: "used", perUnit: 1 },
      { size: 16384, used: 8443 },
      {},
      "7941",
    ],
    [
      "a difference with none is none",
      { kind: "difference", from: "size", minus: "used", perUnit: 1 },
      { size: 16384, used: null },
      {},
      "none",
    ],
    [
      "a difference of times in the unit of the fact",
      { kind: "difference", from: "ends", minus: "starts", perUnit: day },
      { starts: "2026-01-01T00:00:00Z", ends: "2026-06-30T12:00:00Z" },
      {},
      "180.5",
    ],
    [
      "a time without offset leaves 28 hours open",
      { kind: "difference", from: "ends", minus: "starts", perUnit: day / 24 },
      { starts: "2026-01-01T00:00:00Z", ends: "2026-01-02T00:00:00" },
      {},
      "10..38",
    ],
    [
      "claims are combined",
      { kind: "difference", from: "size", minus: "used", perUnit: 1 },
      { size: conflict(10, 20), used: 1 },
      {},
      "9 or 19",
    ],
    ["a share", { kind: "percent", part: "used", of: "size" }, { size: 200, used: 131 }, {}, "65.5"],
    [
      "nothing is a share of nothing",
      { kind: "percent", part: "used", of: "size" },
      { size: 0, used: 3 },
      {},
      "unknown",
    ],
    [
      "days until, at one instant",
      { kind: "days-until", of: "ends" },
      { ends: "2026-11-12T00:00:00Z" },
      { from: "2026-11-20T00:00:00Z", to: "2026-11-20T00:00:00Z" },
      "-8",
    ],
    [
      "days until, over the whole collection",
      { kind: "days-until", of: "ends" },
      { ends: "2026-11-12T00:00:00Z" },
      { from: "2026-11-20T00:00:00Z", to: "2026-11-21T12:00:00Z" },
      "-9.5..-8",
    ],
    [
      "days until, from an open collection",
      { kind: "days-until", of: "ends" },
      { ends: "2026-11-12T00:00:00Z" },
      { from: "2026-11-20T00:00:00Z" },
      "-Infinity..-8",
    ],
    [
      "days until, without any",
      { kind: "days-until", of: "ends" },
      { ends: "2026-11-12T00:00:00Z" },
      {},
      "unknown",
    ],
    ["days until what never comes", { kind: "days-until", of: "ends" }, { ends: null }, {}, "none"],
    [
      "the host of an address",
      { kind: "part", part: "host", of: "address" },
      { address: "http://proxy.contoso.example:8080" },
      {},
      "proxy.contoso.example",
    ],
    [
      "the port of an address",
      { kind: "part", part: "port", of: "address" },
      { address: "http://proxy.contoso.example:8080" },
      {},
      "8080",
    ],
    ["no address, no port", { kind: "part", part: "port", of: "address" }, { address: null }, {}, "none"],
    [
      "the longest suffix wins",
      { kind: "looked-up", list: "roles", by: "target" },
      { target: "8a1.bootstrap.msappproxy.net" },
      {},
      "bootstrap",
    ],
    [
      "what the list does not have is other",
      { kind: "looked-up", list: "roles", by: "target" },
      { target: "login.contoso.example" },
      {},
      "other",
    ],
  ])("%s", async (_name, derivation, given, now, expected) => {
    expect(await derived(derivation, given, now)).toBe(expected);
  });
});

describe("cases", () => {
  const cases: Derivation = {
    kind: "cases",
    cases: [
      { when: test("used", "above", 10), value: 1 },
      { when: test("size", "above", 10), value: 2 },
    ],
    otherwise: 3,
    exhaustive: true,
  };
  it.each<[Record<string, ShortEntry>, string]>([
    [{ used: 11 }, "1"],
    [{ used: 5, size: 11 }, "2"],
    [{ used: 5, size: 5 }, "3"],
    [{ size: 11 }, "unknown"],
    [{ used: 5 }, "unknown"],
  ])("%o gives %s", async (given, expected) => {
    expect(await derived(cases, given)).toBe(expected);
  });
});

describe("match-up", () => {
  const account = field("one-of", { values: ["administrator", "network-service"] });
  const probes = list(
    "probes",
    { host: field("host"), account, open: field("boolean") },
    { key: ["host", "account"], coveredBy: ["account"] },
  );
  const pairs = list(
    "pairs",
    { host: field("host"), "as-admin.open": field("boolean"), "as-service.open": field("boolean") },
    {
      derived: {
        kind: "match-up",
        from: "probes",
        on: ["host"],
        sides: [
          { name: "as-admin", where: test("account", "is", "administrator") },
          { name: "as-service", where: test("account", "is", "network-service") },
        ],
      },
    },
  );
  const onlyAdmin = all(test("as-admin.open", "is", true), test("as-service.open", "is", values(false)));
  const probe = (host: string, who: string | undefined, open: boolean) => ({
    host,
    ...(who === undefined ? {} : { account: who }),
    open,
  });
  const a = (open: boolean) => probe("one.contoso.example", "administrator", open);
  const s = (open: boolean) => probe("one.contoso.example", "network-service", open);
  const both = [{ account: "administrator" }, { account: "network-service" }];
  it.each<[string, object[], object[], string]>([
    ["the same target passes for one account and fails for the other", [a(true), s(false)], [], "matches"],
    ["both sides were looked at, and no pair fits", [a(true), s(true)], both, "does-not-match"],
    ["one side was not looked at", [a(true), s(true)], [{ account: "administrator" }], "cannot-tell"],
    [
      "another target makes no pair",
      [a(true), probe("two.contoso.example", "network-service", false)],
      both,
      "does-not-match",
    ],
    [
      "a probe that names no account may be the other side",
      [a(true), probe("one.contoso.example", undefined, false)],
      both,
      "cannot-tell",
    ],
  ])("%s", async (_name, items, covers, verdict) => {
    const { outcomeOf } = await import("../../support/small-rulebook.ts");
    const given = { probes: { items, covers } } as unknown as Record<string, ShortEntry>;
    expect(
      (await outcomeOf([probes, pairs], { kind: "some", list: "pairs", where: onlyAdmin }, given)).verdict,
    ).toBe(verdict);
  });
});
