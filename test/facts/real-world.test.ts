import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headOf } from "../../facts/file-head.ts";
import { decodeChunks } from "../../facts/formats/decode-chunks.ts";
import { isTooLarge, readInParts, readWhole } from "../../facts/read-untrusted.ts";
import { realWorld } from "../../facts/real-world.ts";
import { hasFailed } from "../../facts/world.ts";

let folder = "";
beforeAll(async () => {
  folder = await realFolder();
  await mkdir(join(folder, "inner"));
  await writeFile(join(folder, "file.txt"), "0123456789");
  await symlink(join(folder, "file.txt"), join(folder, "link"));
  execFileSync("/usr/bin/mkfifo", [join(folder, "pipe")]);
});
afterAll(() => rm(folder, { recursive: true }));

async function realFolder(): Promise<string> {
  const path = await realWorld.realPath(await mkdtemp(join(tmpdir(), "world-")));
  if (hasFailed(path)) throw new Error(path.failed);
  return path;
}

async function openFile(name: string) {
  const open = await realWorld.openFile(join(folder, name));
  if (hasFailed(open)) throw new Error(open.failed);
  return open;
}

describe("the machine", () => {
  it.each([
    ["file.txt", { kind: "file", bytes: 10 }],
    ["inner", { kind: "folder", bytes: 0 }],
    ["link", { kind: "link", bytes: 0 }],
    ["pipe", { kind: "special", bytes: 0 }],
    ["nowhere", { failed: "not-found" }],
    ["file.txt/x", { failed: "not-a-folder" }],
    ["x".repeat(300), { failed: "path-too-long" }],
    ["a\0b", { failed: "not-found" }],
  ])("tells what %s is", async (name, expected) => {
    expect(await realWorld.lookAt(join(folder, name))).toEqual(expected);
  });

  it.each([
    ["link", "link"],
    ["pipe", "special-file"],
    ["inner", "is-folder"],
    ["nowhere", "not-found"],
  ])("does not open %s", async (name, failed) => {
    expect(await realWorld.openFile(join(folder, name))).toEqual({ failed });
  });

  it("follows a link in a path that is asked for", async () => {
    expect(await realWorld.realPath(join(folder, "link"))).toBe(join(folder, "file.txt"));
  });

  it("reads any part of a file, less at its end", async () => {
    const open = await openFile("file.txt");
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
    expect([open.size, text(open.read(3, 4)), text(open.read(8, 9)), text(open.read(99, 1))]).toEqual([
      10,
      "3456",
      "89",
      "",
    ]);
    open.close();
  });
});

describe("reading what comes from strangers", () => {
  const sized = (size: number) => ({
    size,
    read: (offset: number, length: number) => Buffer.alloc(Math.max(0, Math.min(length, size - offset)), "x"),
    close: () => undefined,
  });

  it("looks at the size before it reads a byte", () => {
    const huge = { ...sized(64 * 1024 + 1), read: () => expect.fail("it was read") };
    const result = readWhole(huge, "certificateBytes");
    expect(isTooLarge(result) && result.message).toBe(
      "The file has 65537 bytes, and at most 65536 bytes are read of such a file (limit certificateBytes).",
    );
    const larger = readWhole({ ...huge, size: 7 * 1024 * 1024 }, "settingsFileBytes");
    expect(isTooLarge(larger) && larger.message).toContain("has 7 MB, and at most 4 MB");
    expect(readWhole(sized(64 * 1024), "certificateBytes")).toHaveLength(64 * 1024);
  });

  it("keeps what it took while the file is read on", async () => {
    const path = join(folder, "long.txt");
    await writeFile(path, `begin ${"x".repeat(100_000)}`);
    const open = await realWorld.openFile(path);
    if (hasFailed(open)) throw new Error(open.failed);
    const head = await headOf(open);
    const whole = readWhole(open, "settingsFileBytes");
    const decoded = await decodeChunks(readInParts(open));
    if (isTooLarge(whole) || "refused" in decoded) throw new Error("it was refused");
    let text = "";
    for await (const part of decoded.text) text += part;
    open.read(50_000, 40_000);
    open.close();
    expect(text).toBe(`begin ${"x".repeat(100_000)}`);
    for (const bytes of [head.bytes, whole])
      expect(new TextDecoder().decode(bytes.subarray(0, 6))).toBe("begin ");
  });

  it("takes a large file in parts and ends where the file does, even if it shrank meanwhile", async () => {
    const sizes = async (size: number, told: number) => {
      const parts: number[] = [];
      for await (const part of readInParts({ ...sized(size), size: told })) parts.push(part.length);
      return parts;
    };
    expect(await sizes(75_000, 75_000)).toEqual([32_768, 32_768, 9_464]);
    expect(await sizes(32_768, 112_500)).toEqual([32_768]);
    expect(await sizes(0, 0)).toEqual([]);
  });
});
