import { describe, expect, it } from "vitest";
import { evaluate } from "../../../engine/evaluate/evaluate.ts";
import type { FactFile } from "../../../schemas/generated/types.ts";
import { field, list, outcomeOf, rulebook, scalar, test } from "../../support/small-rulebook.ts";

const facts = [
  scalar("port", "number", { orNone: false }),
  scalar("thumbprint", "thumbprint", { settledBy: "folder" }),
  scalar("folder", "text"),
  scalar("twice", "number", { derived: { kind: "difference", from: "port", minus: "port", perUnit: 1 } }),
  list("rows", { name: field("text"), size: field("number") }, { key: ["name"], coveredBy: ["name"] }),
];

async function memoryOf(file: FactFile) {
  return (await evaluate(rulebook(facts, []), { facts: file })).memory;
}

const [mine, other] = [
  "4905CC64B2D81BBED60962ECC5DCF63F643CCD55",
  "A459CC64B2D81BBED60962ECC5DCF63F643CCD55",
];
const twoFiles: FactFile = {
  sources: {
    new: {
      kind: "trust-settings",
      path: "ProgramData/Microsoft Entra private network connector/Config/TrustSettings.xml",
    },
    old: {
      kind: "trust-settings",
      path: "ProgramData\\Microsoft AAD Application Proxy Connector\\Config\\TrustSettings.xml",
    },
  },
  facts: {
    thumbprint: {
      conflict: [
        { value: mine, from: [{ source: "new" }] },
        { value: other, from: [{ source: "old" }] },
      ],
    },
  },
};

describe("working memory", () => {
  it("takes a value of the wrong type for not known, and says so", async () => {
    const memory = await memoryOf({ facts: { port: "8443" } });
    expect(memory.scalar("port")).toMatchObject({ known: false, reason: "wrong-type" });
    expect(memory.warnings).toEqual([
      {
        code: "value-set-aside",
        fact: "port",
        message: "The value of the fact port was set aside: It is not a number.",
      },
    ]);
  });

  it("does not take none for a value where the catalogue does not admit it", async () => {
    expect((await memoryOf({ facts: { port: null } })).scalar("port")).toMatchObject({
      known: false,
      reason: "wrong-type",
    });
  });

  it("keeps the reason why something is not known", async () => {
    const memory = await memoryOf({ facts: { port: { unknown: "access-denied", detail: "0x5" } } });
    expect(memory.scalar("port")).toMatchObject({
      known: false,
      reason: "access-denied",
      detail: "0x5",
      missing: [{ fact: "port", reason: "access-denied", detail: "0x5" }],
    });
  });

  it("does not decide by the readable half of a conflict", async () => {
    const given = { port: { conflict: [{ value: 80 }, { value: "eighty" }] } };
    expect((await outcomeOf(facts, test("port", "is", 80), given)).verdict).toBe("cannot-tell");
  });

  it("warns of a fact that no pack knows, and of a derived one that was given", async () => {
    const { warnings } = await memoryOf({ facts: { "no.such-fact": 1, twice: 7 } });
    expect(warnings.map(({ code, fact }) => [code, fact])).toEqual([
      ["derived-fact-given", "twice"],
      ["unknown-fact", "no.such-fact"],
    ]);
  });

  it("names the fact and the value that were meant, as long as there are not too many to mend", async () => {
    const meant = async (given: FactFile["facts"]) =>
      (await memoryOf({ facts: given })).warnings.filter(({ message }) => message.includes("Did you mean"));
    expect((await meant({ prot: 1 })).map(({ message }) => message)).toEqual([
      "No loaded pack knows the fact prot; it was kept and not used. Did you mean port?",
    ]);
    const many = Array.from({ length: 2_000 }, (_, number) => [
      `port${String.fromCharCode(0x4e00 + number)}`,
      1,
    ]);
    expect((await meant(Object.fromEntries(many))).length).toBe(20);
  });

  it("knows a value by what Windows calls it, in any capitals", async () => {
    const start = scalar("start", "one-of", {
      values: ["automatic", "manual"],
      alsoWritten: { auto: "automatic" },
      orNone: false,
    });
    const read = async (value: string | null) => {
      const { memory } = await evaluate(rulebook([start], []), { facts: { facts: { start: value } } });
      return [memory.scalar("start"), memory.warnings.map(({ message }) => message)] as const;
    };
    for (const word of ["Auto", "AUTO", "Automatic"])
      expect(await read(word)).toMatchObject([{ known: true, claims: [{ value: "automatic" }] }, []]);
    expect(await read("__proto__")).toMatchObject([{ known: false }, [expect.stringContaining("none of")]]);
    expect((await read(null))[1]).toEqual([
      "The value of the fact start was set aside: It says none, which it cannot be. It is one of: automatic, manual.",
    ]);
  });

  it("takes a single value for a list, and rows for a single value, for not known", async () => {
    const memory = await memoryOf({ facts: { rows: 3, port: [{ name: "a" }] } });
    expect(memory.list("rows")).toMatchObject({ known: false, reason: "wrong-type" });
    expect(memory.scalar("port")).toMatchObject({ known: false, reason: "wrong-type" });
  });

  it("leaves a conflict open until the fact that settles it is known", async () => {
    const open = await memoryOf(twoFiles);
    expect(open.scalar("thumbprint")).toMatchObject({
      known: true,
      claims: [{ value: mine }, { value: other }],
    });
    expect(open.conflicting).toEqual(["thumbprint"]);
    const settled = await memoryOf({
      ...twoFiles,
      facts: {
        ...twoFiles.facts,
        folder: "microsoft/../Microsoft AAD Application Proxy Connector".replace("microsoft/../", ""),
      },
    });
    expect(settled.scalar("thumbprint")).toMatchObject({ known: true, claims: [{ value: other }] });
    expect(settled.conflicting).toEqual([]);
    expect(settled.warnings).toEqual([
      {
        code: "conflict-settled",
        fact: "thumbprint",
        message:
          "The files differ on thumbprint. That of ProgramData\\Microsoft AAD Application Proxy Connector\\Config\\TrustSettings.xml counts, because folder points there; ProgramData/Microsoft Entra private network connector/Config/TrustSettings.xml was not used for it.",
      },
    ]);
  });

  it("keeps the conflict where the settling fact points to neither", async () => {
    const memory = await memoryOf({ ...twoFiles, facts: { ...twoFiles.facts, folder: "C:/Elsewhere" } });
    expect(memory.conflicting).toEqual(["thumbprint"]);
  });

  it("does not call it a conflict when two spellings mean the same", async () => {
    const memory = await memoryOf({
      facts: { thumbprint: { conflict: [{ value: mine }, { value: mine.toLowerCase() }] } },
    });
    expect(memory.conflicting).toEqual([]);
  });

  it("names a list in which two rows of one key differ", async () => {
    const memory = await memoryOf({
      facts: {
        rows: {
          items: [
            { name: "a", size: 1 },
            { name: "A", size: 2 },
          ],
        },
      },
    });
    expect(memory.conflicting).toEqual(["rows"]);
  });

  it("warns of a field, and of a slice, that it cannot use", async () => {
    const memory = await memoryOf({
      facts: { rows: { items: [{ name: "a", colour: "red" }], covers: [{ size: 3 }] } },
    });
    memory.list("rows");
    expect(memory.warnings.map(({ message }) => message)).toEqual([
      "A slice that the fact rows is said to cover was not used: the list is not covered by size.",
      "The rows of the fact rows have a field colour that no pack knows; it was not used.",
    ]);
  });

  it.each([
    ["an end that is no time", { from: "yesterday" }],
    ["an end before the beginning", { from: "2026-11-20T00:00:00Z", to: "2026-11-19T00:00:00Z" }],
  ])("takes %s of the collection for not known", async (_name, collectedAt) => {
    const memory = await memoryOf({ facts: {}, collectedAt });
    expect(memory.now).toEqual({ from: -Infinity, to: Infinity });
    expect(memory.warnings.map(({ code }) => code)).toEqual(["collection-time-unclear"]);
  });
});
