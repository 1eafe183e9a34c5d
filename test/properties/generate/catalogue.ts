import fc from "fast-check";
import type {
  FactDefinition,
  FieldDefinition,
  ListDefinition,
  ListFact,
  ScalarFact,
} from "../../../engine/rulebook/rulebook.ts";
import { scalarTypes } from "../../../schemas/fact-types.ts";
import { field, list, scalar } from "../../support/small-rulebook.ts";
import { day, noon, oneOf } from "./values.ts";

/** The facts that are seen: one of each type, and two lists of some fields. */
export interface Seen {
  readonly facts: readonly FactDefinition[];
  readonly lists: Readonly<Record<string, ListDefinition>>;
  /** No row has derived fields, and filters ask simple things. */
  readonly plain?: boolean;
}

const roles = ["service", "sign-in", "other"];

/** Every field that a list may have; those that are derived need what they are derived from. */
const fieldPool = (orNone: boolean): Record<string, FieldDefinition> => ({
  account: field("one-of", { values: oneOf, orNone }),
  open: field("boolean"),
  note: field("text", { orNone }),
  time: field("timestamp", { orNone }),
  amount: field("number", { orNone }),
  host: field("host", { orNone }),
  print: field("thumbprint"),
  build: field("version"),
  culture: field("text", { orNone: true }),
  message: field("text", { message: true }),
  role: field("one-of", { values: roles, orNone, derived: { kind: "looked-up", list: "hosts", by: "host" } }),
  left: field("number", { orNone, unit: "days", derived: { kind: "days-until", of: "time" } }),
});

const needs: Record<string, string> = { role: "host", left: "time", message: "culture" };

const plainNames = ["account", "open", "note", "time", "amount", "host", "print"];

const told = ["account", "open", "note", "time", "amount", "host", "role"];

function listFact(id: string, plain: boolean): fc.Arbitrary<ListFact> {
  return fc
    .record({
      names: fc.subarray(plain ? plainNames : Object.keys(fieldPool(true)), { minLength: 2, maxLength: 5 }),
      orNone: fc.boolean(),
      // An instant that a filter pins is a range to the engine, and so no key.
      key: fc.subarray(plain ? told.filter((name) => name !== "time") : told, { maxLength: 4 }),
      coveredBy: fc.subarray(told, { maxLength: 4 }),
    })
    .map(({ names, orNone, key, coveredBy }) => {
      const all = new Set(
        names.flatMap((name) => [name, ...(needs[name] === undefined ? [] : [needs[name]])]),
      );
      const fields = Object.fromEntries(Object.entries(fieldPool(orNone)).filter(([name]) => all.has(name)));
      const has = (name: string) => fields[name] !== undefined;
      return list(id, fields, {
        key: key.filter((name) => has(name) && fields[name]?.derived === null).slice(0, 2),
        coveredBy: coveredBy.filter(has).slice(0, 2),
      });
    });
}

const scalars: fc.Arbitrary<ScalarFact[]> = fc.tuple(...scalarTypes.map(() => fc.boolean())).map((orNones) =>
  scalarTypes.flatMap((type, index) => {
    const more = { orNone: orNones[index] === true, values: type === "one-of" ? oneOf : [] };
    return [
      scalar(type, type, more),
      ...(["number", "timestamp"].includes(type) ? [scalar(`other.${type}`, type, more)] : []),
    ];
  }),
);

/** Open, closed and still good, closed and too old, and closed in the midst of the collection. */
const closedUntil = fc.constantFrom(null, noon + 100 * day, noon - 100 * day, noon, noon + day);

const packLists: fc.Arbitrary<Record<string, ListDefinition>> = closedUntil.map((until) => {
  const define = (
    id: string,
    type: ListDefinition["type"],
    entries: ListDefinition["entries"],
  ): ListDefinition => ({
    id,
    type,
    entries,
    title: id,
    closedUntil: until,
  });
  const plain = (...values: (string | number)[]) => values.map((value) => ({ value, is: null }));
  return {
    hosts: define("hosts", "host", [
      { value: "*.example", is: "sign-in" },
      { value: "*.contoso.example", is: "service" },
      { value: "proxy.contoso.example", is: "sign-in" },
    ]),
    texts: define("texts", "text", plain("expired", "b")),
    numbers: define("numbers", "number", plain(7, 0)),
    versions: define("versions", "version", plain("1.5", "2.0")),
    prints: define("prints", "thumbprint", plain("A8985D3A65E5E5C4B2D7D66D40C6DD2FB19C5436")),
    addresses: define("addresses", "host-and-port", plain("proxy.contoso.example:8443")),
  };
});

const seenBy = (plain: boolean): fc.Arbitrary<Seen> =>
  fc
    .tuple(scalars, listFact("probes", plain), listFact("certificates", plain), packLists)
    .map(([single, probes, certificates, lists]) => ({
      facts: [...single, probes, certificates],
      lists,
      plain,
    }));

export const seen = seenBy(false);
export const plainlySeen = seenBy(true);
