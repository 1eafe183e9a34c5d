import { describe, expect, it } from "vitest";
import type { Condition } from "../../../engine/condition.ts";
import type { ShortEntry } from "../../../schemas/generated/types.ts";
import {
  all,
  any,
  every,
  field,
  list,
  none,
  not,
  outcomeOf,
  scalar,
  some,
  test,
  values,
} from "../../support/small-rulebook.ts";

const roles = ["bootstrap", "servicebus", "revocation"];
const accounts = ["administrator", "network-service"];
const probes = list(
  "probes",
  {
    host: field("host"),
    port: field("number"),
    role: field("one-of", { values: roles }),
    account: field("one-of", { values: accounts }),
    "failed-at": field("one-of", { values: ["nothing", "name", "connect"] }),
  },
  { key: ["host", "port", "account"], coveredBy: ["role", "account"] },
);
const wanted = scalar("wanted", "host");

const connectFails = all(test("role", "is", "servicebus"), test("failed-at", "is", "connect"));
const asService = all(test("account", "is", "network-service"), connectFails);
const row = (more: object) => ({
  host: "relay.contoso.example",
  port: 8443,
  role: "servicebus",
  account: "network-service",
  "failed-at": "nothing",
  ...more,
});
const seen = (items: object[], ...covers: object[]) =>
  ({ probes: { items, covers } }) as unknown as Record<string, ShortEntry>;

const serviceSlice = { role: "servicebus", account: "network-service" };
const adminSlice = { role: "servicebus", account: "administrator" };

const cases: [name: string, when: Condition, given: Record<string, ShortEntry>, verdict: string][] = [
  [
    "a row that fits is enough, whatever was covered",
    some("probes", connectFails),
    seen([row({ "failed-at": "connect" })]),
    "matches",
  ],
  ["some rows that were seen rule nothing out", some("probes", connectFails), seen([row({})]), "cannot-tell"],
  [
    "a slice that was looked at rules it out",
    some("probes", asService),
    seen([row({})], serviceSlice),
    "does-not-match",
  ],
  [
    "one account's slice says nothing about the other account",
    some("probes", connectFails),
    seen([row({})], serviceSlice),
    "cannot-tell",
  ],
  [
    "both accounts' slices rule it out for both",
    some("probes", connectFails),
    seen([], serviceSlice, adminSlice),
    "does-not-match",
  ],
  ["an empty slice covers everything", some("probes", connectFails), seen([], {}), "does-not-match"],
  ["none: no rows at all were there", some("probes", connectFails), { probes: null }, "does-not-match"],
  ["none of them: the same, turned", none("probes", asService), seen([row({})], serviceSlice), "matches"],
  [
    "a row with an open field may be the one",
    some("probes", asService),
    seen(
      [row({ "failed-at": undefined, account: "network-service" })].map(
        ({ "failed-at": _, ...rest }) => rest,
      ),
      serviceSlice,
    ),
    "cannot-tell",
  ],
  [
    "a whole key that is present needs no slice",
    some(
      "probes",
      all(
        test("host", "is", "relay.contoso.example"),
        test("port", "is", 8443),
        test("account", "is", "network-service"),
        test("failed-at", "is", "connect"),
      ),
    ),
    seen([row({})]),
    "does-not-match",
  ],
  [
    "a key whose account is left open needs the rows of all accounts",
    some(
      "probes",
      all(
        test("host", "is", "relay.contoso.example"),
        test("port", "is", 8443),
        test("failed-at", "is", "connect"),
      ),
    ),
    seen([row({})]),
    "cannot-tell",
  ],
  [
    "a key named by a fact is as good as one named by a constant",
    some(
      "probes",
      all(
        test("host", "is", { kind: "fact", fact: "wanted" }),
        test("port", "is", 8443),
        test("account", "is", "network-service"),
        test("failed-at", "is", "connect"),
      ),
    ),
    { ...seen([row({})]), wanted: "relay.contoso.example" },
    "does-not-match",
  ],
  [
    "every: nothing tried proves nothing",
    every("probes", test("role", "is", "servicebus"), test("failed-at", "is", "nothing")),
    seen([], {}),
    "does-not-match",
  ],
  [
    "every: all that were tried passed, and all were tried",
    every("probes", test("role", "is", "servicebus"), test("failed-at", "is", "nothing")),
    seen([row({})], serviceSlice, adminSlice),
    "matches",
  ],
  [
    "every: a row that nobody saw may fail",
    every("probes", test("role", "is", "servicebus"), test("failed-at", "is", "nothing")),
    seen([row({})], serviceSlice),
    "cannot-tell",
  ],
  [
    "every: one that fails is enough against it",
    every("probes", test("role", "is", "servicebus"), test("failed-at", "is", "nothing")),
    seen([row({}), row({ port: 9, "failed-at": "name" })]),
    "does-not-match",
  ],
  [
    "an alternative asks for the slices of both sides",
    some("probes", any(asService, all(test("role", "is", "revocation"), test("failed-at", "is", "connect")))),
    seen([], serviceSlice),
    "cannot-tell",
  ],
  [
    "a negated role asks for the slices of the other roles",
    some("probes", all(not(test("role", "is", "servicebus")), test("account", "is", "administrator"))),
    seen(
      [],
      { role: "bootstrap", account: "administrator" },
      { role: "revocation", account: "administrator" },
    ),
    "does-not-match",
  ],
  [
    "a slice by a field that does not cover the list is not used",
    some("probes", asService),
    seen([], { host: "relay.contoso.example" }),
    "cannot-tell",
  ],
  [
    "two rows of one key at an unknown time claim both",
    some("probes", asService),
    seen([row({}), row({ "failed-at": "connect" })], serviceSlice),
    "cannot-tell",
  ],
];

describe("rows of lists", () => {
  it.each(cases)("%s", async (_name, when, given, verdict) => {
    expect((await outcomeOf([probes, wanted], when, given)).verdict).toBe(verdict);
  });

  it("takes the later of two attempts at one key", async () => {
    const from = (time: string) => [{ source: "s", time }];
    const earlier = row({ "failed-at": "connect", from: from("2026-11-20T10:00:00Z") });
    const later = row({ from: from("2026-11-20T10:05:00Z") });
    for (const items of [
      [earlier, later],
      [later, earlier],
    ]) {
      expect(
        (await outcomeOf([probes, wanted], some("probes", asService), seen(items, serviceSlice))).verdict,
      ).toBe("does-not-match");
    }
  });

  it("names the slice that nobody looked at", async () => {
    const outcome = await outcomeOf([probes, wanted], some("probes", connectFails), seen([], adminSlice));
    expect(outcome.missing).toEqual([
      {
        fact: "probes",
        slice: { account: "network-service", role: "servicebus" },
        reason: "out-of-coverage",
      },
    ]);
  });

  it("names the open field of a row that may be the one", async () => {
    const { "failed-at": _, ...open } = row({});
    const outcome = await outcomeOf([probes, wanted], some("probes", asService), seen([open], {}));
    expect(outcome.missing).toEqual([{ fact: "probes", field: "failed-at", reason: "not-collected" }]);
  });
});

const events = list(
  "events",
  {
    time: field("timestamp"),
    id: field("number"),
    message: field("text", { message: true }),
    culture: field("text"),
  },
  { coveredBy: ["time"] },
);
const recent = some(
  "events",
  all(
    test("id", "is", 4711),
    test("time", "within-last", { kind: "duration", milliseconds: 30 * 86_400_000, written: "30 days" }),
  ),
);
const noon = "2026-11-20T12:00:00Z";
const covering = (...covers: object[]) =>
  ({ events: { items: [], covers } }) as unknown as Record<string, ShortEntry>;

describe("logs, covered in time", () => {
  it.each([
    [
      "the whole window was looked at",
      { from: noon, to: noon },
      [{ time: { from: "2026-10-01T00:00:00Z", to: noon } }],
      "does-not-match",
    ],
    [
      "the window begins before the log",
      { from: noon, to: noon },
      [{ time: { from: "2026-11-01T00:00:00Z", to: noon } }],
      "cannot-tell",
    ],
    [
      "the log ends before the collection",
      { from: noon, to: noon },
      [{ time: { from: "2026-10-01T00:00:00Z", to: "2026-11-19T00:00:00Z" } }],
      "cannot-tell",
    ],
    [
      "two logs meet",
      { from: noon, to: noon },
      [{ time: { to: "2026-11-01T00:00:00Z" } }, { time: { from: "2026-11-01T00:00:00Z" } }],
      "does-not-match",
    ],
    [
      "two logs leave a gap",
      { from: noon, to: noon },
      [{ time: { to: "2026-11-01T00:00:00Z" } }, { time: { from: "2026-11-02T00:00:00Z" } }],
      "cannot-tell",
    ],
    [
      "the window must be covered for every possible now",
      { from: "2026-10-15T00:00:00Z", to: noon },
      [{ time: { from: "2026-10-01T00:00:00Z", to: noon } }],
      "cannot-tell",
    ],
    [
      "nobody knows when the files were collected",
      {},
      [{ time: { from: "2026-10-01T00:00:00Z" } }],
      "cannot-tell",
    ],
    [
      "an end without an offset is not trusted further than it surely reaches",
      { from: noon, to: noon },
      [{ time: { from: "2026-10-21T06:00:00", to: noon } }],
      "cannot-tell",
    ],
  ])("%s", async (_name, now, covers, verdict) => {
    expect((await outcomeOf([events], recent, covering(...covers), now)).verdict).toBe(verdict);
  });
});

describe("messages in other languages", () => {
  const expired = some("events", test("message", "contains", "certificate expired"));
  const message = (text: string, culture?: string) =>
    ({
      events: { items: [{ message: text, ...(culture === undefined ? {} : { culture }) }], covers: [{}] },
    }) as unknown as Record<string, ShortEntry>;
  it.each([
    ["our words in our language", "The trust certificate expired.", "en-GB", "matches"],
    ["other words in our language", "All is well.", "en-US", "does-not-match"],
    [
      "other words in another language may say it all the same",
      "Das Zertifikat ist abgelaufen.",
      "de-DE",
      "cannot-tell",
    ],
    ["our words in another language are our words", "certificate expired", "de-DE", "matches"],
    [
      "a miss proves nothing where nobody names the language",
      "Das Zertifikat ist abgelaufen.",
      undefined,
      "cannot-tell",
    ],
  ])("%s", async (_name, text, culture, verdict) => {
    expect((await outcomeOf([events], expired, message(text, culture))).verdict).toBe(verdict);
    const negated = { matches: "does-not-match", "does-not-match": "matches", "cannot-tell": "cannot-tell" }[
      verdict
    ];
    expect((await outcomeOf([events], not(expired), message(text, culture))).verdict).toBe(negated);
  });

  it("does not take a miss for a difference either", async () => {
    const differs = some("events", test("message", "is-not", values("certificate expired")));
    expect(
      (await outcomeOf([events], differs, message("Das Zertifikat ist abgelaufen.", "de-DE"))).verdict,
    ).toBe("cannot-tell");
  });
});
