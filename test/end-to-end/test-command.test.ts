import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { bundle, environment, run, unwrapped } from "./run.ts";
import { scratch } from "./scratch.ts";
import { smallPack } from "./small-pack.ts";

const folder = scratch();
const tooHot = smallPack()["comfort/too-hot.yaml"] ?? "";
let count = 0;

/** The small pack with some of its files changed or added; the folder has the name of the pack, as it must. */
function packWith(changes: Readonly<Record<string, string>> = {}): string {
  count += 1;
  return folder.write(smallPack(changes), `tested-${count}/thermostats`);
}

const hotCase = {
  "cases/august/facts.yaml": "facts: { room.celsius: 41.5 }\n",
  "cases/august/expected.yaml": `# Told by the caretaker.
title: Nobody can work in the room
matches: [too-hot]
top: too-hot
does-not-match: [warm]
outcome: diagnosed
exit: 1
`,
};

/** The case with one of its lines changed. */
const changedCase = (from: string, to: string) => ({
  ...hotCase,
  "cases/august/expected.yaml": hotCase["cases/august/expected.yaml"].replace(from, to),
});

const sums = "6 of 6 examples came out as expected.\n1 of 1 case came out as expected.\n";

describe("the command test", () => {
  it("runs the examples and cases of the shipped pack, and all come out as expected", async () => {
    const { exitCode, stdout, stderr } = await run(["test"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const [, examples, all, cases, allCases] =
      /^(\d+) of (\d+) examples came out as expected\.\n(\d+) of (\d+) cases came out as expected\.\n$/.exec(
        stdout,
      ) ?? [];
    expect([examples, cases]).toEqual([all, allCases]);
    expect(Number(cases)).toBeGreaterThan(60);
  });

  it("sees a change in every condition of the shipped pack, but for what is waived with a reason", async () => {
    const { exitCode, stdout, stderr } = await run(["test", "--mutate", "--require", "98"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const [, noticed, waived] = /^Mutants: (\d+) of \d+ noticed .*, (\d+) waived\.$/m.exec(stdout) ?? [];
    expect(Number(noticed)).toBeGreaterThan(2_000);
    expect(Number(waived) / Number(noticed)).toBeLessThan(0.05);
  });

  it("runs the cases that lie in a pack of somebody else", async () => {
    const { exitCode, stdout, stderr } = await run(["test", packWith(hotCase)]);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: sums, stderr: "" });
  });

  it("runs the cases of another folder", async () => {
    const cases = folder.write(
      {
        "warm/facts.json": '{"facts":{"room.celsius":30}}',
        "warm/expected.yaml": "title: a\nmatches: [warm]\n",
      },
      "elsewhere",
    );
    const { exitCode, stdout } = await run(["test", packWith(), "--cases", cases]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: sums });
  });

  it("does not take the cases of a pack for its rules", async () => {
    const { exitCode, stderr } = await run(["lint", packWith(hotCase)]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  });

  it.each<[string, string, string, RegExp]>([
    [
      "a verdict",
      "does-not-match: [warm]",
      "cannot-tell: [warm]",
      /expected\.yaml:5:15\n {2}The rule warm does not match, where the case says that it cannot tell\. false: room\.celsius is at most 35\.5; found 41\.5/,
    ],
    [
      "a diagnosis that it does not name",
      "matches: [too-hot]\ntop: too-hot\ndoes-not-match: [warm]\noutcome: diagnosed\n",
      "matches: []\n",
      /expected\.yaml:3:10\n {2}The rule too-hot matches, and the case does not name it\. true: room\.celsius is above 35\.5; found 41\.5/,
    ],
    [
      "the outcome",
      "outcome: diagnosed",
      "outcome: inconclusive",
      /expected\.yaml:6:10\n {2}The outcome is diagnosed, and the case says inconclusive\./,
    ],
  ])(
    "tells %s that came out otherwise, with its line and the condition that did it",
    async (_, from, to, told) => {
      const { exitCode, stdout, stderr } = await run(["test", packWith(changedCase(from, to))]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
      expect(stdout.replace(/\n {4,}/g, " ")).toMatch(told);
      expect(stdout).toContain("august: Nobody can work in the room\n");
      expect(stdout).toContain("0 of 1 case came out as expected.\n");
    },
  );

  it.each<[string, Record<string, string>, RegExp]>([
    [
      "a rule that is not there",
      changedCase("[warm]", "[warn]"),
      /expected\.yaml:5:18 .*There is no rule called "warn"\. Did you mean "warm"\?/,
    ],
    [
      "a key that is not there",
      changedCase("outcome:", "outcom:"),
      /expected\.yaml:6:1 .*Did you mean "outcome"/,
    ],
    ["no facts", { "cases/august/expected.yaml": "title: a\nmatches: []\n" }, /august has no facts/],
    [
      "two kinds of facts",
      { ...hotCase, "cases/august/facts.json": '{"facts":{}}' },
      /august has facts\.yaml and facts\.json/,
    ],
    [
      "nothing that is expected",
      { "cases/august/facts.yaml": "facts: {}\n" },
      /august has no expected\.yaml/,
    ],
    [
      "facts that cannot be read",
      { ...hotCase, "cases/august/facts.yaml": "facts: [\n" },
      /facts\.yaml:\d+:\d+/,
    ],
  ])("cannot run with a case that has %s, and says where", async (_, files, told) => {
    const { exitCode, stdout, stderr } = await run(["test", packWith(files)]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unwrapped(stderr)).toMatch(told);
  });

  it("fails a case whose facts could not all be used", async () => {
    const { exitCode, stdout } = await run([
      "test",
      packWith({ ...hotCase, "cases/august/facts.yaml": "facts: { room.celsius: 41.5, room.celcius: 3 }\n" }),
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("No loaded pack knows the fact room.celcius");
  });

  it.each<[string, string, string]>([
    ["an operator that is turned around", "above: 35.5", "below: 35.5"],
    ["a number that is one off", "above: 35.5", "above: 36.5"],
    ["a comparison that takes its own border in", "above: 35.5", "at-least: 35.5"],
    ["a negation", "  room.celsius: { above: 35.5 }", "  not: { room.celsius: { above: 35.5 } }"],
    ["a condition that never holds", "{ above: 35.5 }", "{ above: 35.5, below: 3 }"],
  ])("catches a rule with a fault: %s", async (_, from, to) => {
    const { exitCode, stdout } = await run([
      "test",
      packWith({ "comfort/too-hot.yaml": tooHot.replace(from, to) }),
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/too-hot\.yaml:\d+:\d+\n {2}The rule too-hot/);
  });
});

describe("test --rule", () => {
  it("runs the examples of that rule and the cases that name it", async () => {
    const cases = {
      ...hotCase,
      "cases/dull/facts.yaml": "facts: {}\n",
      "cases/dull/expected.yaml": "title: a\nmatches: []\n",
    };
    const { exitCode, stdout } = await run(["test", packWith(cases), "--rule", "too-hot"]);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: "3 of 3 examples came out as expected.\n1 of 1 case came out as expected.\n",
    });
  });
});

describe("wrong usage of test", () => {
  it.concurrent.each<[string, readonly string[], RegExp]>([
    [
      "a rule that is not there",
      ["--rule", "to-hot"],
      /There is no rule called to-hot\. Did you mean too-hot\?/,
    ],
    ["a folder of cases that is not there", ["--cases", "no-such-folder"], /no cases in no-such-folder/],
    ["a percentage that is none", ["--coverage", "--require", "lots"], /whole number from 0 to 100/],
    ["more than all", ["--coverage", "--require", "101"], /whole number from 0 to 100/],
    ["a threshold for nothing", ["--require", "90"], /--coverage or --mutate/],
    [
      "watching and weighing",
      ["--watch", "--mutate"],
      /--watch runs examples and cases only, without --mutate/,
    ],
    ["a document without an end", ["--watch", "--format", "junit"], /JUnit XML is one document/],
    ["a document of something else", ["--coverage", "--format", "junit"], /--coverage prints more/],
    ["an unknown format", ["--format", "tap"], /text, junit/],
  ])("(%s) is exit 2 with one message, and nothing on stdout", async (_, args, message) => {
    const { exitCode, stdout, stderr } = await run(["test", packWith(), ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unwrapped(stderr)).toMatch(message);
  });
});

describe("test --update", () => {
  it("writes what came out, keeps the comments, says what it changed, and is content the next time", async () => {
    const pack = packWith({ ...hotCase, "cases/august/facts.yaml": "facts: { room.celsius: 30 }\n" });
    const { exitCode, stdout, stderr } = await run(["test", pack, "--update"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain(
      "expected.yaml was rewritten; read the change before you keep it.\n  matches: too-hot is taken out.\n  matches: warm is added.\n",
    );
    expect(readFileSync(join(pack, "cases/august/expected.yaml"), "utf8")).toBe(`# Told by the caretaker.
title: Nobody can work in the room
matches: [warm]
top: warm
outcome: diagnosed
exit: 0
`);
    const again = await run(["test", pack]);
    expect({ exitCode: again.exitCode, stdout: again.stdout }).toEqual({ exitCode: 0, stdout: sums });
  });

  it("leaves cases alone that come out as expected, and all of them without the flag", async () => {
    const wrong = changedCase("exit: 1", "exit: 3")["cases/august/expected.yaml"];
    const pack = packWith({ ...hotCase, "cases/august/expected.yaml": wrong });
    expect((await run(["test", pack])).exitCode).toBe(1);
    expect(readFileSync(join(pack, "cases/august/expected.yaml"), "utf8")).toBe(wrong);
    const right = packWith(hotCase);
    expect((await run(["test", right, "--update"])).stdout).toBe(sums);
  });

  it("does not allow what must not match", async () => {
    const text = "title: a\nmatches: []\nmust-not-match: { too-hot: The window is open. }\n";
    const pack = packWith({ ...hotCase, "cases/august/expected.yaml": text });
    const { exitCode, stdout } = await run(["test", pack, "--update"]);
    expect(exitCode).toBe(1);
    expect(unwrapped(stdout)).toContain("which the case forbids: The window is open.");
    expect(readFileSync(join(pack, "cases/august/expected.yaml"), "utf8")).toBe(text);
  });
});

describe("test --coverage and --mutate", () => {
  it("say the numbers first, and are content with whatever they are", async () => {
    const { exitCode, stdout } = await run(["test", packWith(), "--coverage", "--mutate"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^6 of 6 examples came out as expected\.\n\nConditions: 8 of 9 \(88 %\) .*\n(.*\n)+\nMutants: \d+ of \d+ noticed \(\d+ %\), \d+ survivors?, 0 waived\.\n/,
    );
    expect(stdout).toContain(
      "- room.celsius: { above: 28, at-most: 35.5 }\n    + room.celsius: { above: 28, below: 35.5 }",
    );
  });

  it.concurrent.each<[readonly string[], number]>([
    [["--coverage", "--require", "88"], 0],
    [["--coverage", "--require", "89"], 1],
    [["--mutate", "--require", "40"], 0],
    [["--mutate", "--require", "100"], 1],
    [["--coverage", "--mutate", "--require", "100"], 1],
  ])("%j is exit %i", async (args, exitCode) => {
    expect((await run(["test", packWith(), ...args])).exitCode).toBe(exitCode);
  });

  it("fail where more is waived than may be", async () => {
    const waiver = `waived-mutants:
  - mutant: "room.celsius above: 35.5 becomes 34.5"
    because: No thermometer shows anything between the two.
`;
    const weak = tooHot.replace("celsius: 35.5\n", "celsius: 20\n");
    const { exitCode, stdout } = await run([
      "test",
      packWith({ "comfort/too-hot.yaml": `${waiver}${weak}` }),
      "--mutate",
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/1 of \d+ are waived; at most 5 % may be\./);
  });
});

describe("test --format junit", () => {
  it("prints one document with every result, and the exit code says the rest", async () => {
    const pack = packWith({ ...changedCase("exit: 1", "exit: 3") });
    const { exitCode, stdout, stderr } = await run(["test", pack, "--format", "junit"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" }).parse(stdout);
    const suites = parsed.testsuites.testsuite.map(
      ({ name, tests, failures, timestamp, time }: Record<string, string>) => ({
        name,
        tests,
        failures,
        timestamp,
        time,
      }),
    );
    const same = { timestamp: "2026-09-21T14:13:20", time: "0.000" };
    expect(suites).toEqual([
      { name: "examples", tests: "6", failures: "0", ...same },
      { name: "cases", tests: "1", failures: "1", ...same },
    ]);
    expect((await run(["test", packWith(), "--format", "junit"])).exitCode).toBe(0);
  });
});

describe("test --watch", () => {
  it("runs again what a change touches, goes on after a mistake, and ends with Ctrl+C", async () => {
    const pack = packWith(hotCase);
    const path = join(pack, "comfort/too-hot.yaml");
    const program = execa(process.execPath, [bundle, "test", pack, "--watch"], {
      env: environment(),
      extendEnv: false,
      reject: false,
      all: true,
    });
    const waiting = "Waiting for changes; Ctrl+C ends.\n";
    let printed = "";
    let expected = "";
    const steps = [
      { text: tooHot.replace("35.5", "40.5"), told: "Tried again: 3 examples and 0 cases.\n" },
      { text: tooHot.replace("above", "abov"), told: 'Did you mean "above"?' },
      {
        text: tooHot.replace("35.5", "42.5"),
        told: "0 of 1 case came out as expected.\nTried again: 3 examples and 1 case.\n",
      },
    ];
    program.all.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      if (!printed.endsWith(waiting)) return;
      if (!printed.includes(expected)) return;
      printed = "";
      const step = steps.shift();
      if (step === undefined) program.kill("SIGINT");
      else {
        expected = step.told;
        writeFileSync(path, step.text);
      }
    });
    const { exitCode } = await program;
    expect({ exitCode, left: steps.length, printed }).toEqual({ exitCode: 130, left: 0, printed: "" });
  });
});
