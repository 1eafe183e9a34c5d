import { readFileSync } from "node:fs";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { root, run, unwrapped } from "./run.ts";

const manifest: { version: string; scripts: Record<string, string>; bin: Record<string, string> } =
  JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** A line for a shell that calls the bundle; quoted arguments stay together. */
function argumentsOf(line: string): string[] {
  const words = line.match(/"[^"]*"|\S+/g) ?? [];
  return words.slice(2).map((word) => word.replace(/^"|"$/g, ""));
}

const callsBundle = /^\s*node dist\/connector-doctor\.cjs /;

describe("the first command of the README", () => {
  it("builds, and then diagnoses the example with the expired certificate", async () => {
    const parts = (manifest.scripts.start ?? "").split(" && ");
    expect(parts[0]).toMatch(/run .*build$/);
    const call = parts.find((part) => callsBundle.test(part)) ?? "";
    expect(argumentsOf(call).slice(0, 2)).toEqual(["diagnose", "examples/expired-certificate"]);
    const { exitCode, stdout, stderr } = await run(argumentsOf(call));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(unwrapped(stdout)).toContain("The connector's trust certificate has expired.");
  });

  it("ends with how to diagnose files of one's own", async () => {
    const last = (manifest.scripts.start ?? "").split(" && ").at(-1) ?? "";
    const { stdout } = await execa(process.execPath, last.split(" ").slice(1), { cwd: root });
    expect(stdout.split("\n").at(-1)).toContain("node dist/connector-doctor.cjs diagnose PATH");
  });

  it("stands at the top of the README, beside the command that runs the tests", () => {
    const top = readFileSync(`${root}README.md`, "utf8").split("\n", 8).join("\n");
    expect(top).toContain("npm ci && npm start");
    expect(top).toContain("npm ci && npm test");
  });
});

describe("the commands in examples/README.md", () => {
  const readme = readFileSync(`${root}examples/README.md`, "utf8");
  const lines = readme.split("\n").filter((line) => callsBundle.test(line));

  it("are there, one for every example", () => {
    expect(lines.length).toBeGreaterThan(7);
  });

  it.concurrent.each(lines)("run: %s", async (line) => {
    const { exitCode, stdout, stderr } = await run(argumentsOf(line));
    expect([0, 1, 3]).toContain(exitCode);
    expect(stderr).toBe("");
    expect(stdout.length).toBeGreaterThan(200);
  });
});

describe("the help", () => {
  it("has three examples and every exit code", async () => {
    const { exitCode, stdout, stderr } = await run(["--help"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.match(/^ {2}connector-doctor \w+ /gm)).toHaveLength(3);
    for (const code of [0, 1, 2, 3, 70, 130]) expect(stdout).toMatch(new RegExp(`^ +${code} {2}\\w`, "m"));
  });

  it.concurrent.each(["diagnose", "import", "explain", "events", "lint", "new", "schema", "test"])(
    "of %s names its options",
    async (command) => {
      const { exitCode, stdout, stderr } = await run([command, "--help"]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      expect(stdout).toContain(`Usage: connector-doctor ${command}`);
      expect(stdout).not.toContain("[]");
    },
  );

  it("is what a wrong command line points to, without promising more", async () => {
    const { exitCode, stderr } = await run(["lint", "--formt", "json"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Add --help for what it takes.");
  });

  it("is on stderr, with exit 2, where no command is given", async () => {
    const { exitCode, stdout, stderr } = await run([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("Usage: connector-doctor");
  });
});

describe("the version", () => {
  it("is that of the package", async () => {
    expect(await run(["--version"])).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });

  it("is told by the program that the package names as its command", () => {
    expect(manifest.bin).toEqual({ "connector-doctor": "dist/connector-doctor.cjs" });
    expect(readFileSync(`${root}dist/connector-doctor.cjs`, "utf8").startsWith("#!/usr/bin/env node\n")).toBe(
      true,
    );
  });
});

describe("wrong usage", () => {
  it.concurrent.each<[string, readonly string[], RegExp]>([
    ["no path", ["diagnose"], /path/],
    ["a command that does not exist", ["diagnoze", "examples/healthy.yaml"], /diagnoze.*diagnose/s],
    [
      "an option that does not exist",
      ["diagnose", "examples/healthy.yaml", "--verbos"],
      /--verbos.*--verbose/s,
    ],
    [
      "an unknown reporter",
      ["diagnose", "examples/healthy.yaml", "--reporter", "xml"],
      /text, json, markdown/,
    ],
    ["a reporter without its file", ["diagnose", "examples/healthy.yaml", "--reporter", "json="], /json=/],
    [
      "two reporters on stdout",
      ["diagnose", "examples/healthy.yaml", "--reporter", "json", "--reporter", "text"],
      /[Oo]nly one reporter can write to stdout/,
    ],
    [
      "an unknown threshold",
      ["diagnose", "examples/healthy.yaml", "--fail-on", "huge"],
      /critical, high, medium/,
    ],
    ["an unknown log level", ["diagnose", "examples/healthy.yaml", "--log-level", "loud"], /silent, error/],
    [
      "a time that is none",
      ["diagnose", "examples/healthy.yaml", "--at", "yesterday"],
      /yesterday.*2026-11-20T/s,
    ],
    [
      "a date that does not exist",
      ["diagnose", "examples/healthy.yaml", "--at", "2026-02-30T10:00:00Z"],
      /2026-02-30/,
    ],
    [
      "a time without an offset",
      ["diagnose", "examples/healthy.yaml", "--at", "2026-11-20T14:05:00"],
      /offset.*\+01:00/s,
    ],
    ["no rule to explain", ["explain"], /rule/],
    [
      "an unknown rule",
      ["diagnose", "examples/healthy.yaml", "--rule", "port-443-bloked"],
      /Did you mean port-443-blocked/,
    ],
    [
      "an unknown rule to explain",
      ["explain", "clock-sckew", "examples/healthy.yaml"],
      /Did you mean clock-skew/,
    ],
    [
      "an unknown symptom",
      ["diagnose", "examples/healthy.yaml", "--symptom", "gateway-timout"],
      /gateway-time-out/,
    ],
    [
      "a pack that is not there",
      ["diagnose", "examples/healthy.yaml", "--pack", "no-such-pack"],
      /no-such-pack.*pack\.yaml/s,
    ],
  ])("%s is exit 2 with one message, and nothing on stdout", async (_, args, message) => {
    const { exitCode, stdout, stderr } = await run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unwrapped(stderr)).toMatch(message);
    expect(stderr).not.toMatch(/\binvalid\b|\n\s+at /i);
    expect(stderr.split("\n").length).toBeLessThan(10);
  });
});
