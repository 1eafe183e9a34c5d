import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factFileText } from "../../../facts/fact-file/write-fact-file.ts";
import { importPaths } from "../../../facts/import/import-paths.ts";
import { type FakeEntry, fakeWorld } from "../fake-world.ts";
import { certificate, pem } from "../formats/certificate/der-writer.ts";
import { event, events, plan, trustSettings } from "./plan.ts";

const files: Readonly<Record<string, FakeEntry>> = {
  "/up/case/TrustSettings.xml": trustSettings(),
  "/up/case/old/TrustSettings.xml": trustSettings("A".repeat(40)),
  "/up/case/copy/TrustSettings.xml": trustSettings(),
  "/up/case/logs/a.xml": events(100, 5).join("\n"),
  "/up/case/logs/b.xml": events(103, 4, { message: "It failed." }).reverse().join("\n"),
  "/up/case/logs/cut.xml": events(1, 3).join("\n").slice(0, -9),
  "/up/case/a.cer": certificate(),
  "/up/case/b.pem": pem(certificate()),
  "/up/case/notes.txt": "hello",
  "/up/case/none.txt": "",
  "/up/case/closed.xml": { trouble: "no-permission" },
  "/up/case/link": "<link>",
  "/up/more/TrustSettings.xml": trustSettings("short"),
  "/up/more/facts.json": JSON.stringify({
    schemaVersion: 1,
    collectedAt: { from: "2026-12-01T00:00:00Z", to: "2026-12-01T00:05:00Z" },
    sources: { a: { kind: "probe", command: "Test-NetConnection" }, b: { kind: "probe", command: "curl" } },
    facts: {
      "proxy.mode": { value: "direct", from: [{ source: "a", time: "2026-12-01T00:01:00Z" }] },
      probes: { items: [{ host: "a", from: [{ source: "b" }] }, { host: "b" }], covers: [{ role: "proxy" }] },
    },
  }),
  "/up/answers.yaml":
    "facts:\n  proxy.mode: { value: connector-proxy, from: [{ source: call, time: 2026-11-30T00:00:00Z }] }\n  probes: none\n",
  "/up/wrong.yaml": "facts:\n  proxy.mode: []\n",
};

const paths = ["/up/case", "/up/more", "/up/answers.yaml", "/up/wrong.yaml", "/up/nowhere"];

describe("importing", () => {
  it("gives the same bytes in whatever order paths and folders come", async () => {
    const run = async (given: readonly string[], order: (names: string[]) => string[]) => {
      const { factFile, ...rest } = await importPaths(fakeWorld(files, { order }), given, plan);
      return factFileText(factFile) + JSON.stringify(rest);
    };
    const expected = await run(paths, (names) => names);
    expect(expected).toContain('"earlier"');
    const shuffledPaths = fc.shuffledSubarray(paths, { minLength: paths.length });
    await fc.assert(
      fc.asyncProperty(shuffledPaths, fc.infiniteStream(fc.nat(1_000)), async (given, random) => {
        const shuffle = (names: string[]) =>
          names
            .map((name) => ({ name, at: random.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ name }) => name);
        expect(await run(given, shuffle)).toBe(expected);
      }),
      { seed: 20261, numRuns: 60 },
    );
  });

  it("of its own result beside the same files changes no fact", async () => {
    const first = await importPaths(fakeWorld(files), ["/up/case"], plan);
    const again = fakeWorld({ ...files, "/up/facts.json": factFileText(first.factFile) });
    const second = await importPaths(again, ["/up/case", "/up/facts.json"], plan);
    expect(second.factFile.facts).toEqual(first.factFile.facts);
    const alone = await importPaths(again, ["/up/facts.json"], plan);
    expect(alone.factFile.facts).toEqual(first.factFile.facts);
    expect(alone.factFile.collectedAt).toEqual(first.factFile.collectedAt);
  });
});

describe("the keys of sources", () => {
  const keysOf = async (given: Readonly<Record<string, FakeEntry>>, ...from: string[]) => {
    const { factFile } = await importPaths(fakeWorld(given), from, plan);
    return new Map(Object.entries(factFile.sources ?? {}).map(([key, { path }]) => [path, key]));
  };

  it("are short, come from the content and do not depend on other files", async () => {
    const alone = await keysOf({ "/up/x/TrustSettings.xml": trustSettings() }, "/up/x");
    const amongOthers = await keysOf(files, "/up/case");
    expect(alone.get("TrustSettings.xml")).toMatch(/^s-[0-9a-f]{8}$/);
    expect(alone.get("TrustSettings.xml")).not.toBe(amongOthers.get("old/TrustSettings.xml"));
    expect([...amongOthers.values()]).toContain(alone.get("TrustSettings.xml"));
  });

  it("differ for copies, and each copy is listed", async () => {
    const keys = await keysOf(files, "/up/case");
    const copy = keys.get("copy/TrustSettings.xml");
    expect(keys.get("TrustSettings.xml")).toMatch(
      new RegExp(`^${[copy, keys.get("TrustSettings.xml")].sort()[0]}(-[0-9a-f]{8})?$`),
    );
    expect(copy).not.toBe(keys.get("TrustSettings.xml"));
  });

  it("are not doubled for a file that was given twice", async () => {
    const keys = await keysOf(files, "/up/case", "/up/case/logs", "/up/case/logs/a.xml");
    expect(keys.has("logs/a.xml")).toBe(true);
    expect(keys.has("a.xml")).toBe(false);
  });

  it("stand beside paths that tell files of the same name apart", async () => {
    const keys = await keysOf(files, "/up/case/TrustSettings.xml", "/up/case/old/TrustSettings.xml");
    expect([...keys.keys()].sort()).toEqual(["case/TrustSettings.xml", "old/TrustSettings.xml"]);
  });
});

describe("events of a file", () => {
  it("keep their meaning whatever the file is called", async () => {
    const content = event({ record: 5, time: "2026-11-20T14:07:00.000Z" });
    const facts = await Promise.all(
      ["a.xml", "b.txt", "c"].map(
        async (name) =>
          (await importPaths(fakeWorld({ [`/x/${name}`]: content }), ["/x"], plan)).factFile.facts,
      ),
    );
    expect(facts[1]).toEqual(facts[0]);
    expect(facts[2]).toEqual(facts[0]);
  });
});
