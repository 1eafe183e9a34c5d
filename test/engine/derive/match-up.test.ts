import { describe, expect, it } from "vitest";
import { limits } from "../../../schemas/limits.ts";
import { field, list, outcomeOf, scalar, some, test } from "../../support/small-rulebook.ts";

const accounts = ["administrator", "network-service"];
const probes = list(
  "probes",
  {
    host: field("host"),
    port: field("number"),
    account: field("one-of", { values: accounts }),
    failed: field("boolean"),
  },
  { key: ["host", "port", "account"], coveredBy: ["account"] },
);
const [administrator, service] = accounts.map((account) => test("account", "is", account));
if (administrator === undefined || service === undefined) throw new Error("There are two accounts.");
const pairs = list(
  "pairs",
  {
    host: field("host"),
    port: field("number"),
    "administrator.failed": field("boolean"),
    "network-service.failed": field("boolean"),
  },
  {
    derived: {
      kind: "match-up",
      from: "probes",
      on: ["host", "port"],
      sides: [
        { name: "administrator", where: administrator },
        { name: "network-service", where: service },
      ],
    },
  },
);
const onlyServiceFails = some("pairs", test("network-service.failed", "is", true));
const given = (items: object[]) => ({ probes: { items, covers: [{}] } }) as never;
const rowOf = (index: number) => ({
  host: `h${index >> 1}.contoso.example`,
  port: 8443,
  account: accounts[index % 2],
  failed: false,
});

function openRowOf(index: number): object {
  const { port: _, ...open } = rowOf(index);
  return open;
}

describe("pairs of rows", () => {
  it("are found among as many rows as a list may have", async () => {
    const rows = Array.from({ length: limits.listRows }, (_, index) => rowOf(index));
    expect((await outcomeOf([probes, pairs], onlyServiceFails, given(rows))).verdict).toBe("does-not-match");
    const last = { ...rowOf(limits.listRows - 1), failed: true };
    const changed = given([...rows.slice(0, -1), last]);
    expect((await outcomeOf([probes, pairs], onlyServiceFails, changed)).verdict).toBe("matches");
  });

  it("may be made by a row whose port nobody names", async () => {
    const rows = [rowOf(0), { ...openRowOf(1), failed: true }];
    expect((await outcomeOf([probes, pairs], onlyServiceFails, given(rows))).verdict).toBe("cannot-tell");
  });

  it("are not counted twice where a row may be another one, seen again", async () => {
    const count = scalar("pair-count", "number", { derived: { kind: "count", list: "pairs", where: null } });
    const noPort = list("pairs", pairs.fields, {
      derived: pairs.derived === null ? null : { ...pairs.derived, on: ["host"] },
    });
    const several = test("pair-count", "at-least", 2);
    const verdict = async (...rows: object[]) =>
      (await outcomeOf([probes, noPort, count], several, given(rows))).verdict;
    expect(await verdict(rowOf(0), openRowOf(0), rowOf(1))).toBe("cannot-tell");
    expect(await verdict(rowOf(0), rowOf(0), rowOf(1))).toBe("does-not-match");
    expect(await verdict(rowOf(0), { ...rowOf(0), port: 9 }, rowOf(1))).toBe("matches");
  });

  it("are made of two rows, even where nobody knows on which side the one row stands", async () => {
    const { account: _, ...nobody } = rowOf(0);
    expect((await outcomeOf([probes, pairs], some("pairs", null), given([nobody]))).verdict).toBe(
      "does-not-match",
    );
  });

  it("wait for what the rows that they are made of wait for", async () => {
    const { account: _, ...nobody } = rowOf(1);
    const { missing } = await outcomeOf([probes, pairs], some("pairs", null), given([rowOf(0), nobody]));
    expect(missing).toEqual([{ fact: "probes", field: "account", reason: "not-collected" }]);
    const open = await outcomeOf([probes, pairs], some("pairs", null), given([rowOf(0), openRowOf(1)]));
    expect(open.missing).toEqual([{ fact: "probes", field: "port", reason: "not-collected" }]);
  });

  it("are not known where they are too many to look at", async () => {
    const rows = Array.from({ length: limits.listRows }, (_, index) => openRowOf(index));
    const outcome = await outcomeOf([probes, pairs], onlyServiceFails, given(rows));
    expect(outcome.verdict).toBe("cannot-tell");
    expect(outcome.missing).toMatchObject([{ fact: "probes", reason: "ambiguous" }]);
  });
});
