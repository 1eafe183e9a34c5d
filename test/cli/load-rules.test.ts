import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadRules } from "../../cli/load-rules.ts";
import { smallPack } from "../end-to-end/small-pack.ts";
import { root } from "../support/source-files.ts";

const packs = join(root, "test/fixtures/packs");
const folder = mkdtempSync(join(tmpdir(), "packs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function placed(name: string, ...ids: string[]): string {
  for (const id of ids) cpSync(join(packs, id), join(folder, name, id), { recursive: true });
  return join(folder, name);
}

async function packsOf(...folders: string[]): Promise<readonly string[] | string> {
  const rules = await loadRules(folders);
  return "problems" in rules
    ? rules.problems.map(({ code }) => code).join(" ")
    : rules.rulebook.packs.map(({ id }) => id);
}

describe("a pack that extends another one", () => {
  it("brings it along from beside itself, whichever pack is named first", async () => {
    const here = placed("here", "harbour-print-server", "harbour-night-shift");
    const elsewhere = join(folder, "elsewhere/thermostats");
    for (const [path, text] of Object.entries(smallPack())) {
      mkdirSync(dirname(join(elsewhere, path)), { recursive: true });
      writeFileSync(join(elsewhere, path), text);
    }
    const night = join(here, "harbour-night-shift");
    const expected = expect.arrayContaining(["harbour-night-shift", "harbour-print-server"]);
    expect(await packsOf(night)).toEqual(expected);
    expect(await packsOf(elsewhere, night)).toEqual(expected);
  });

  it("is told that it is not there, where only an empty folder bears its name", async () => {
    const there = placed("there", "harbour-night-shift");
    mkdirSync(join(there, "harbour-print-server"));
    expect(await packsOf(join(there, "harbour-night-shift"))).toContain("unknown-pack");
  });
});
