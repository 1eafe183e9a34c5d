import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, run } from "./run.ts";
import { scratch } from "./scratch.ts";
import { smallPack } from "./small-pack.ts";

const disk = scratch();
let count = 0;

function packOfOwn(changes: Readonly<Record<string, string>> = {}): string {
  count += 1;
  return disk.write(smallPack(changes), `${count}/thermostats`);
}

const files = [
  "asks",
  "case",
  "catalogue",
  "condition",
  "fact-file",
  "flowchart",
  "lists",
  "pack",
  "rule",
].map((name) => `${name}.schema.json`);

describe("schema", () => {
  it("writes a schema for every kind of file into the hidden folder of the pack, and names them", async () => {
    const pack = packOfOwn();
    const { exitCode, stdout, stderr } = await run(["schema", pack]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toBe(files.map((file) => `${join(pack, ".schema", file)}\n`).join(""));
    expect(readdirSync(join(pack, ".schema")).sort()).toEqual(files);
    expect(readFileSync(join(pack, ".schema/condition.schema.json"), "utf8")).toContain('"room.celsius"');
  });

  it("leaves the pack what it was for every other command", async () => {
    const pack = packOfOwn();
    const before = await run(["diagnose", "-", "--pack", pack, "--reporter", "json"], {
      input: "facts: { room.celsius: 36 }",
    });
    await run(["schema", pack]);
    const after = await run(["diagnose", "-", "--pack", pack, "--reporter", "json"], {
      input: "facts: { room.celsius: 36 }",
    });
    expect(after).toEqual(before);
    expect((await run(["lint", pack])).exitCode).toBe(0);
  });

  it("writes them elsewhere where that is asked for", async () => {
    const pack = packOfOwn();
    const out = join(disk.path, "elsewhere/deep");
    expect((await run(["schema", pack, "--out", out])).exitCode).toBe(0);
    expect(readdirSync(out).sort()).toEqual(files);
    expect(existsSync(join(pack, ".schema"))).toBe(false);
  });

  it("knows the facts of the pack that a pack builds on", async () => {
    const folder = join(disk.path, "two-packs");
    for (const pack of ["harbour-print-server", "harbour-night-shift"])
      cpSync(`${root}test/fixtures/packs/${pack}`, join(folder, pack), { recursive: true });
    const { exitCode } = await run(["schema", join(folder, "harbour-night-shift")]);
    expect(exitCode).toBe(0);
    const text = readFileSync(join(folder, "harbour-night-shift/.schema/condition.schema.json"), "utf8");
    expect(text).toContain('"printer.state"');
  });
});

describe("schema --check", () => {
  it("is exit 1, and writes nothing, where no schemas are", async () => {
    const pack = packOfOwn();
    const { exitCode, stdout, stderr } = await run(["schema", pack, "--check"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain(`node dist/connector-doctor.cjs schema ${pack}`);
    expect(existsSync(join(pack, ".schema"))).toBe(false);
  });

  it("is exit 1, and names what does not fit, after a change of the pack", async () => {
    const pack = packOfOwn();
    await run(["schema", pack]);
    expect((await run(["schema", pack, "--check"])).exitCode).toBe(0);
    const room = join(pack, "facts/room.yaml");
    writeFileSync(room, readFileSync(room, "utf8").replace("What the room is called.", "Its name."));
    const { exitCode, stderr } = await run(["schema", pack, "--check"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("condition.schema.json");
    expect(stderr).not.toContain("lists.schema.json");
  });
});

describe("what schema cannot do is exit 2 with the reason", () => {
  it("a pack with a problem, which is shown as lint shows it", async () => {
    const pack = packOfOwn({
      "facts/lamp.yaml": "lamp.on:\n  type: bolean\n  description: Whether it is on.\n",
    });
    const { exitCode, stdout, stderr } = await run(["schema", pack]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/lamp\.yaml:2:9/);
    expect(existsSync(join(pack, ".schema"))).toBe(false);
  });

  it("a folder that is not there", async () => {
    const { exitCode, stderr } = await run(["schema", join(disk.path, "nowhere")]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("nowhere");
  });

  it("a place that is a file", async () => {
    const pack = packOfOwn();
    const out = disk.write({ "taken.txt": "x" });
    const { exitCode, stderr } = await run(["schema", pack, "--out", out]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("cannot be made");
    expect(readFileSync(out, "utf8")).toBe("x");
  });

  it("no folder at all", async () => {
    const { exitCode, stderr } = await run(["schema"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("dir");
  });
});
