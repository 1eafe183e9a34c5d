import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openEditor } from "../end-to-end/language-server.ts";
import { run } from "../end-to-end/run.ts";
import { scratch } from "../end-to-end/scratch.ts";
import { smallPack } from "../end-to-end/small-pack.ts";
import { root } from "../support/source-files.ts";
import { fencesIn } from "./fences.ts";

const page = readFileSync(join(root, "docs/editor.md"), "utf8");
const disk = scratch();

describe("the page about editors", () => {
  it("has settings by which an editor knows every file of a pack of one's own", async () => {
    const settings: Record<string, unknown> = JSON.parse(
      fencesIn(page).find(({ language }) => language === "json")?.content ?? "",
    );
    const pack = disk.write(smallPack(), "thermostats");
    expect((await run(["schema", pack])).exitCode).toBe(0);
    const files: Readonly<Record<string, string>> = {
      ...smallPack(),
      "lists.yaml": "rooms: { title: Rooms, type: text, entries: [Hall 7] }\n",
      "flowchart.yaml": "id: hot\ntitle: Why it is hot\nstart: a\nsteps: [{ id: a, end: It is. }]\n",
      "flowcharts/cold.yaml": "id: cold\ntitle: Why it is cold\nstart: a\nsteps: [{ id: a, end: It is. }]\n",
      "cases/hot/expected.yaml": "title: It is hot\nmatches: [too-hot]\n",
      "cases/hot/facts.yaml": "facts: { room.celsius: 36 }\n",
    };
    const complaints = async (change: (text: string) => string) => {
      const editor = await openEditor(pack, { schemas: settings["yaml.schemas"] });
      const all = Object.entries(files).map(async ([path, text]) => ({
        path,
        complaints: (await editor.diagnose(path, change(text))).length,
      }));
      const found = await Promise.all(all);
      await editor.stop();
      return found;
    };
    const of = (count: number) => Object.keys(files).map((path) => ({ path, complaints: count }));
    expect(await complaints((text) => text)).toEqual(of(0));
    expect(await complaints((text) => `${text}unknown-key: 1\n`)).toEqual(of(1));
  });

  it("names the commands and schemas that there are", async () => {
    const { stdout } = await run(["schema", "--help"]);
    expect(stdout).toContain("--check");
    const { stdout: written } = await run(["schema", disk.write(smallPack(), "again/thermostats")]);
    const named = [...page.matchAll(/\b[a-z-]+\.schema\.json\b/g)].map(([name]) => name);
    for (const name of new Set(named)) expect(written).toContain(`/.schema/${name}\n`);
  });
});
