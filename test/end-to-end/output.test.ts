import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { reportOf } from "./report.ts";
import { bundle, environment, root, run, unwrapped } from "./run.ts";
import { scratch } from "./scratch.ts";

const folder = scratch();
const example = "examples/several-faults-one-cause.yaml";
const colourMark = "\u001b";

describe("stdout", () => {
  it.concurrent.each<[string, readonly string[], Record<string, string>]>([
    ["with warnings", ["doubtful"], {}],
    ["with a log of every step", [example, "--log-level", "debug"], {}],
    ["with colour asked for", [example], { FORCE_COLOR: "1" }],
    ["with everything asked for", [example, "--verbose"], {}],
  ])("is one JSON document under --reporter json, %s", async (_, args, env) => {
    const doubtful = folder.write({
      "facts.yaml": "facts: { trust.thumbprint: 4905, room.celsius: 21 }",
      "notes.docx": "PK\u0003\u0004 not really",
    });
    const paths = args.map((arg) => (arg === "doubtful" ? doubtful : arg));
    const { stdout } = await run(["diagnose", ...paths, "--reporter", "json"], { env });
    expect(reportOf(stdout).schemaVersion).toBe(1);
    expect(stdout.endsWith("}\n")).toBe(true);
  });

  it("stays free of the log, which is on stderr, one JSON object a line", async () => {
    const plain = await run(["diagnose", example]);
    const logged = await run(["diagnose", example, "--log-level", "info"]);
    expect(logged.stdout).toBe(plain.stdout);
    expect(plain.stderr).toBe("");
    const lines = logged.stderr.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["rules loaded", "files read"]);
  });

  it("is a fact file of import, with what it has to say on stderr", async () => {
    const bundleFolder = folder.write({ "TrustSettings.xml": "<ConnectorTrustSettingsFile/>", "a.txt": "a" });
    const { exitCode, stdout, stderr } = await run(["import", bundleFolder]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, facts: expect.any(Object) });
    expect(stderr).toContain("TrustSettings.xml: The file has no CloudProxyTrust/Thumbprint.");
  });
});

describe("colour", () => {
  it.concurrent.each<[string, Record<string, string>, boolean]>([
    ["is left out where the output is piped", {}, false],
    ["is there where FORCE_COLOR asks for it", { FORCE_COLOR: "1" }, true],
    ["is left out where NO_COLOR asks for that", { NO_COLOR: "1" }, false],
    ["is left out where FORCE_COLOR is 0", { FORCE_COLOR: "0" }, false],
    ["is left out where FORCE_COLOR is empty", { FORCE_COLOR: "" }, false],
  ])("%s", async (_, env, isColoured) => {
    const { stdout } = await run(["diagnose", example], { env });
    expect(stdout.includes(colourMark)).toBe(isColoured);
  });

  it("adds nothing but colour", async () => {
    const plain = await run(["diagnose", example]);
    const coloured = await run(["diagnose", example], { env: { FORCE_COLOR: "1" } });
    const codes = new RegExp(`${colourMark}\\[[0-9;]*m`, "g");
    expect(coloured.stdout.replace(codes, "")).toBe(plain.stdout);
  });

  it("never reaches a file", async () => {
    const file = join(folder.path, "coloured.txt");
    await run(["diagnose", example, "--out", file], { env: { FORCE_COLOR: "1" } });
    expect(readFileSync(file, "utf8")).not.toContain(colourMark);
  });
});

describe("a closed pipe", () => {
  it.concurrent.each([
    ["diagnose", ["diagnose", example, "--verbose"]],
    ["diagnose as JSON", ["diagnose", example, "--reporter", "json"]],
    ["import", ["import", "examples/expired-certificate"]],
    ["explain", ["explain", "port-443-blocked", example]],
  ])("of %s is not an error, and nothing is said about it", async (_, args) => {
    const child = execa(process.execPath, [bundle, ...args], {
      cwd: root,
      env: environment(),
      extendEnv: false,
      stdin: "ignore",
      reject: false,
      buffer: { stdout: false, stderr: true },
    });
    // Whoever reads closes its end before the first byte was written.
    child.stdout.destroy();
    const { exitCode, stderr, signal } = await child;
    expect({ stderr, signal }).toEqual({ stderr: "", signal: undefined });
    expect([0, 1]).toContain(exitCode);
  });
});

describe("--out", () => {
  it("writes the report to the file, and nothing to stdout", async () => {
    const file = join(folder.path, "report.txt");
    const direct = await run(["diagnose", example]);
    const { exitCode, stdout, stderr } = await run(["diagnose", example, "--out", file]);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 1, stdout: "", stderr: "" });
    expect(readFileSync(file, "utf8")).toBe(direct.stdout);
  });

  it("replaces a file that is there, and leaves nothing else behind", async () => {
    const place = join(folder.path, "replace");
    mkdirSync(place);
    writeFileSync(join(place, "report.json"), "an older report");
    await run(["diagnose", example, "--reporter", "json", "--out", join(place, "report.json")]);
    expect(readdirSync(place)).toEqual(["report.json"]);
    expect(reportOf(readFileSync(join(place, "report.json"), "utf8")).outcome).toBe("diagnosed");
  });

  it("takes - for stdout", async () => {
    const { stdout } = await run(["diagnose", example, "--out", "-"]);
    expect(stdout).toBe((await run(["diagnose", example])).stdout);
  });
});

describe("--reporter", () => {
  it("with a file each writes them all, and the text to stdout", async () => {
    const [json, markdown] = [join(folder.path, "r.json"), join(folder.path, "r.md")];
    const { exitCode, stdout } = await run([
      ...["diagnose", example, "--reporter", `json=${json}`, "--reporter", `markdown=${markdown}`],
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toBe((await run(["diagnose", example])).stdout);
    expect(reportOf(readFileSync(json, "utf8")).outcome).toBe("diagnosed");
    expect(readFileSync(markdown, "utf8")).toMatch(/^#+ /m);
  });

  it("puts the one without a file on stdout", async () => {
    const json = join(folder.path, "one.json");
    const { stdout } = await run([
      "diagnose",
      example,
      "--reporter",
      "markdown",
      "--reporter",
      `json=${json}`,
    ]);
    expect(stdout).toBe((await run(["diagnose", example, "--reporter", "markdown"])).stdout);
    expect(reportOf(readFileSync(json, "utf8")).outcome).toBe("diagnosed");
  });

  const link = join(folder.path, "link.json");
  symlinkSync(join(folder.path, "elsewhere.json"), link);

  it.concurrent.each<[string, string, RegExp]>([
    ["in a folder that does not exist", join(folder.path, "nowhere/r.json"), /its folder does not exist/],
    ["below a file", join(root, "package.json/r.json"), /not a folder/],
    ["that is a folder", folder.path, /it is a folder/],
    ["that is a link", link, /links are not followed/],
  ])("with a file %s is exit 2 and one message, with the report still on stdout", async (_, file, why) => {
    const { exitCode, stdout, stderr } = await run(["diagnose", example, "--reporter", `json=${file}`]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe((await run(["diagnose", example])).stdout);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain(file);
    expect(unwrapped(stderr)).toMatch(why);
  });

  it("whose only place cannot be written comes to stdout instead", async () => {
    const file = join(folder.path, "nowhere/report.txt");
    const { exitCode, stdout, stderr } = await run(["diagnose", example, "--out", file]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe((await run(["diagnose", example])).stdout);
    expect(stderr).toContain("its folder does not exist");
  });

  it("writes the other files where one cannot be written", async () => {
    const markdown = join(folder.path, "still.md");
    await run([
      ...["diagnose", example, "--reporter", `json=${join(folder.path, "nowhere/r.json")}`],
      ...["--reporter", `markdown=${markdown}`],
    ]);
    expect(readFileSync(markdown, "utf8").length).toBeGreaterThan(200);
  });
});
