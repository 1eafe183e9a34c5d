import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { eventExport } from "./case-files.ts";
import { allDiagnoses, diagnoseToReport } from "./report.ts";
import { root, run, shippedPack } from "./run.ts";
import { scratch } from "./scratch.ts";
import { shuffled, shuffledFacts } from "./shuffle.ts";

const folder = scratch();
const cases = ["examples/expired-certificate", "examples/several-faults-one-cause.yaml"];
const zones = ["UTC", "Pacific/Kiritimati", "America/St_Johns"];
const languages = ["C", "de_DE.UTF-8", "tr_TR.UTF-8"];
const settings = zones.flatMap((TZ) => languages.map((LANG): [string, string] => [TZ, LANG]));
const json = ["--reporter", "json"];

const first = Promise.all(cases.map(async (path) => (await run(["diagnose", path, ...json])).stdout));

const factFiles = Promise.all(cases.map(async (path) => (await run(["import", path])).stdout));
const reportsOfFacts = factFiles.then((texts) => Promise.all(texts.map(reportOfFacts)));

describe("the report is the same, byte for byte,", () => {
  it.concurrent.each(settings)("in the time zone %s and the language %s", async (TZ, LANG) => {
    const env = { TZ, LANG, LC_ALL: LANG, LANGUAGE: LANG };
    const reports = await Promise.all(
      cases.map(async (path) => (await run(["diagnose", path, ...json], { env })).stdout),
    );
    expect(reports).toEqual(await first);
    expect(reports.every((report) => report.length > 1_000)).toBe(true);
  });

  it.concurrent.each(settings.slice(4, 6))(
    "as text, too, in the time zone %s and the language %s",
    async (TZ, LANG) => {
      const env = { TZ, LANG, LC_ALL: LANG };
      for (const path of cases)
        expect((await run(["diagnose", path, "--verbose"], { env })).stdout).toBe(
          (await run(["diagnose", path, "--verbose"])).stdout,
        );
    },
  );

  it.concurrent.each([1, 2, 3])(
    "whatever the order in which the files came onto the disk (%i)",
    async (seed) => {
      const target = join(folder.path, `copy-${seed}`, "expired-certificate");
      for (const path of shuffled(filesBelow(cases[0] ?? ""), seed)) {
        mkdirSync(dirname(join(target, path)), { recursive: true });
        cpSync(join(root, cases[0] ?? "", path), join(target, path));
      }
      const { stdout } = await run(["diagnose", target, ...json]);
      expect(stdout).toBe((await first)[0]);
    },
  );

  it("whatever the order in which the files of the rules came onto the disk", async () => {
    const pack = copyPack(5, (path) => path);
    expect(await Promise.all(cases.map((path) => reportWith(pack, path)))).toEqual(await first);
  });

  it("but for their digest, whatever the order in which the files of the rules are read", async () => {
    // They are read by name.
    const reverse = (name: string) => [...name].reverse().join("");
    const pack = copyPack(6, (path) =>
      path.replace(/^facts\/(\w+)\.yaml$/, (_, name) => `facts/${reverse(name)}.yaml`),
    );
    const withoutDigest = (report: string) => report.replace(/"digest": "[0-9a-f]{64}"/, "");
    const reports = await Promise.all(cases.map((path) => reportWith(pack, path)));
    expect(reports.map(withoutDigest)).toEqual((await first).map(withoutDigest));
  });

  it.concurrent.each([7, 8, 9])(
    "whatever the order of facts, rows and keys in a fact file (%i)",
    async (seed) => {
      const mixed = (await factFiles).map((text) => reportOfFacts(shuffledFacts(text, seed)));
      expect(await Promise.all(mixed)).toEqual(await reportsOfFacts);
    },
  );

  it("whichever end an event export begins at, apart from the digests of the file", async () => {
    const newestFirst = eventExport.trimEnd().split("\r\n").reverse().join("\r\n");
    const [one, two] = await Promise.all([eventExport, newestFirst].map(reportOfEvents));
    expect(two).toBe(one);
  });

  it.concurrent.each([10, 11])(
    "in its diagnoses, whatever the order of the records in an event export (%i)",
    async (seed) => {
      const mixed = shuffled(eventExport.trimEnd().split("\r\n"), seed).join("\r\n");
      const { report } = await diagnoseToReport([folder.write({ "events.xml": mixed })]);
      const { report: plain } = await diagnoseToReport([folder.write({ "events.xml": eventExport })]);
      expect(allDiagnoses(report)).toEqual(allDiagnoses(plain));
    },
  );
});

describe("a case of other facts", () => {
  it("has another report, so that the comparisons above compare something", async () => {
    const [one, two] = await first;
    expect(one).not.toBe(two);
    expect(shuffled([1, 2, 3, 4, 5, 6, 7], 1)).not.toEqual(shuffled([1, 2, 3, 4, 5, 6, 7], 2));
  });
});

function filesBelow(path: string): string[] {
  const base = path.startsWith("/") ? path : join(root, path);
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(base.length + 1));
}

/** The shipped pack, its files written in another order and perhaps under other names. */
function copyPack(seed: number, renamed: (path: string) => string): string {
  const pack = join(folder.path, `rules-${seed}`, "entra-private-network-connector");
  for (const path of shuffled(filesBelow(shippedPack), seed)) {
    mkdirSync(dirname(join(pack, renamed(path))), { recursive: true });
    cpSync(join(shippedPack, path), join(pack, renamed(path)));
  }
  return pack;
}

const reportWith = async (pack: string, path: string): Promise<string> =>
  (await run(["diagnose", path, "--pack", pack, ...json])).stdout;

/** The report of an export, without what names the bytes of the file. */
async function reportOfEvents(text: string): Promise<string> {
  const { report } = await diagnoseToReport([folder.write({ "events.xml": text })]);
  return JSON.stringify(report).replace(/"s-[0-9a-f]{8}"|"[0-9a-f]{64}"|"bytes":\d+/g, "");
}

/** A fact file has other bytes when it is shuffled, and so another digest among the sources. */
async function reportOfFacts(text: string): Promise<string> {
  const { report } = await diagnoseToReport([folder.write({ "facts.json": text })]);
  const sources = Object.entries(report.sources).filter(([, { path }]) => path !== "facts.json");
  return JSON.stringify({ ...report, sources: Object.fromEntries(sources) }, null, 2);
}
