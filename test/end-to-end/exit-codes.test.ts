import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { exitCodes } from "../../cli/exit-codes.ts";
import { bundle, environment, root, run } from "./run.ts";
import { scratch } from "./scratch.ts";
import { smallPack } from "./small-pack.ts";

const folder = scratch();
const pack = folder.write(smallPack(), "sound/thermostats");
const fact = (text: string) => folder.write({ "facts.yaml": text });
const fault = "room.celsius: 41";
const slight = "room.celsius: 29.5";
const fine = "room.celsius: 21";

describe("the exit code of diagnose", () => {
  it.concurrent.each<[string, readonly string[], number]>([
    ["a fault at the threshold", ["examples/port-443-blocked.yaml"], 1],
    ["a fault above the threshold", ["examples/port-443-blocked.yaml", "--fail-on", "info"], 1],
    ["proved health", ["examples/healthy.yaml"], 0],
    ["proved health, whatever the threshold", ["examples/healthy.yaml", "--fail-on", "info"], 0],
    ["nothing proved", ["examples/almost-nothing-known.yaml"], 3],
    [
      "a fault, where only the report is asked for",
      ["examples/port-443-blocked.yaml", "--fail-on", "never"],
      0,
    ],
    [
      "nothing proved, where only the report is asked for",
      ["examples/almost-nothing-known.yaml", "--fail-on", "never"],
      0,
    ],
    ["nothing readable, even where only the report is asked for", ["no/such/file", "--fail-on", "never"], 2],
    ["a fault that --rule names", ["examples/port-443-blocked.yaml", "--rule", "port-443-blocked"], 1],
    [
      "an undecided rule that --rule names",
      ["examples/port-443-blocked.yaml", "--rule", "clock-skew", "--rule", "reboot-pending"],
      3,
    ],
  ])("for %s", async (_, args, code) => {
    expect((await run(["diagnose", ...args])).exitCode).toBe(code);
  });

  it.concurrent.each<[string, string, readonly string[], number]>([
    ["a fault at the threshold", fault, ["--fail-on", "high"], 1],
    ["a fault below the threshold, all graver ones ruled out", slight, ["--fail-on", "high"], 0],
    ["a fault below the threshold that counts", slight, ["--fail-on", "low"], 1],
    ["no fault left", fine, [], 0],
    ["a fault that could not be checked", "room.name: Cellar", [], 3],
  ])("in a pack without a proof of health, for %s", async (_, text, args, code) => {
    const { exitCode } = await run(["diagnose", fact(`facts: { ${text} }`), "--pack", pack, ...args]);
    expect(exitCode).toBe(code);
  });

  it("is never a count", async () => {
    const { exitCode } = await run(["diagnose", "examples/several-faults-one-cause.yaml"]);
    expect(exitCode).toBe(1);
  });
});

describe("the exit code of the other commands", () => {
  const broken = folder.write(smallPack({ "comfort/too-hot.yaml": "id: too-hot\n" }), "broken/thermostats");
  const failing = folder.write(
    smallPack({ "comfort/too-hot.yaml": smallPack()["comfort/too-hot.yaml"]?.replace("35.5", "50") ?? "" }),
    "failing/thermostats",
  );

  it.concurrent.each<[string, readonly string[], number]>([
    ["lint, clean", ["lint", pack], 0],
    ["lint, with problems", ["lint", broken], 1],
    ["lint, nothing there", ["lint", `${folder.path}/nowhere`], 2],
    ["test, all examples as expected", ["test", pack], 0],
    ["test, an example that fails", ["test", failing], 1],
    ["test, a pack that does not load", ["test", broken], 2],
    ["import, a fact file was written", ["import", "examples/expired-certificate"], 0],
    ["import, nothing readable", ["import", "no/such/folder"], 2],
    [
      "import, not writable",
      ["import", "examples/expired-certificate", "--out", `${folder.path}/nowhere/facts.json`],
      2,
    ],
    ["explain, of a rule that matches", ["explain", "port-443-blocked", "examples/port-443-blocked.yaml"], 0],
    [
      "explain, of a rule that cannot tell",
      ["explain", "clock-skew", "examples/almost-nothing-known.yaml"],
      0,
    ],
  ])("%s", async (_, args, code) => {
    expect((await run(args)).exitCode).toBe(code);
  });
});

describe("an error of the program itself", () => {
  it("is exit 70 with lines to report, and nothing of what the files say", async () => {
    const broken = folder.write({
      "broken.cjs": "Object.fromEntries = () => { throw new TypeError('hunter2 at gate.contoso.example'); };",
    });
    const env = { NODE_OPTIONS: `--require=${broken}` };
    const { exitCode, stdout, stderr } = await run(["diagnose", "examples/healthy.yaml"], { env });
    expect({ exitCode, stdout }).toEqual({ exitCode: exitCodes.bug.code, stdout: "" });
    expect(stderr).toMatch(/^connector-doctor \S+ met an error of its own \(TypeError, [0-9a-f]{8}\)\./);
    expect(stderr).toContain("Please report it");
    expect(stderr).not.toContain("hunter2");
  });
});

describe("an interrupted run", () => {
  it("ends with 130 and without a word, even while it waits for input", async () => {
    const args = [bundle, "diagnose", "-", "--log-level", "info"];
    const child = execa(process.execPath, args, {
      cwd: root,
      env: environment(),
      extendEnv: false,
      stdin: "pipe",
      reject: false,
      timeout: 30_000,
    });
    // The first line of the log says that the rules are there; what follows is the wait for stdin.
    await new Promise((resolve) => child.stderr.once("data", resolve));
    child.kill("SIGINT");
    expect(await child).toMatchObject({
      exitCode: exitCodes.interrupted.code,
      stdout: "",
      timedOut: false,
    });
  });
});
