import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { certificate, collected, thumbprint, trustSettings } from "./case-files.ts";
import { allDiagnoses, diagnoseToReport, reportOf } from "./report.ts";
import { root, run, unwrapped } from "./run.ts";
import { scratch } from "./scratch.ts";

const folder = scratch();
const closedPort = readFileSync(`${root}examples/port-443-blocked.yaml`, "utf8");

describe("standard input", () => {
  it.concurrent.each<[string, string | Uint8Array]>([
    ["YAML", closedPort],
    ["YAML with a mark", `\ufeff${closedPort}`],
    ["YAML in UTF-16", Buffer.from(`\ufeff${closedPort}`, "utf16le")],
    ["YAML with Windows line ends", closedPort.replaceAll("\n", "\r\n")],
    ["JSON", '{"schemaVersion":1,"facts":{"services.connector.state":"stopped"}}'],
  ])("takes a fact file in %s", async (_, input) => {
    const { exitCode, stdout, stderr } = await run(["diagnose", "-", "--reporter", "json"], { input });
    expect(stderr).toBe("");
    expect(exitCode).toBe(1);
    expect(reportOf(stdout).outcome).toBe("diagnosed");
  });

  it("says where in it something is wrong", async () => {
    const { exitCode, stdout, stderr } = await run(["diagnose", "-"], {
      input: '{"facts": {"host.os.build": 17763,}}',
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^-:1:3\d /);
  });

  it("that is empty is exit 2 with one message", async () => {
    const { exitCode, stdout, stderr } = await run(["diagnose", "-"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("empty");
  });

  it("is read once, however often it is named", async () => {
    const { report } = await diagnoseToReport(["-", "-"], { input: closedPort });
    expect(report.diagnoses[0]?.rule).toBe("port-443-blocked");
  });
});

describe("several paths", () => {
  const server = folder.write({ "server/TrustSettings.xml": trustSettings(), "server/c.cer": certificate });
  const answers = folder.write({
    "answers.yaml": `collectedAt: { from: "${collected}", to: "${collected}" }\nfacts: { services.connector.state: stopped }`,
  });

  it("are one case", async () => {
    const { report } = await diagnoseToReport([server, answers, "--at", collected]);
    expect(allDiagnoses(report)).toEqual(["trust-certificate-expired", "connector-service-stopped"]);
  });

  it("are the same case in any order, and if one is named twice", async () => {
    const first = await run(["diagnose", server, answers, "--at", collected, "--reporter", "json"]);
    const second = await run(["diagnose", answers, server, answers, "--at", collected, "--reporter", "json"]);
    expect(second.stdout).toBe(first.stdout);
  });

  it("of which one does not exist are used without it, and that is said", async () => {
    const { exitCode, report, stderr } = await diagnoseToReport([
      server,
      join(folder.path, "gone.yaml"),
      "--at",
      collected,
    ]);
    expect(exitCode).toBe(1);
    expect(allDiagnoses(report)).toEqual(["trust-certificate-expired"]);
    expect(stderr).toContain("gone.yaml");
    expect(stderr).toContain("does not exist");
  });

  it("of which one is broken are used without it, and every problem is told with its place", async () => {
    const broken = folder.write({
      "broken.yaml": "facts:\n  host.os.build: 17763\n  host.os.build: 20348\n  room: [\n",
    });
    const { exitCode, report, stderr } = await diagnoseToReport([server, broken, "--at", collected]);
    expect(exitCode).toBe(1);
    expect(allDiagnoses(report)).toEqual(["trust-certificate-expired"]);
    expect(stderr).toMatch(/broken\.yaml:\d+:\d+ /);
  });

  it("that disagree are a conflict, not a winner", async () => {
    const one = folder.write({ "one.yaml": "facts: { services.connector.state: stopped }" });
    const two = folder.write({ "two.yaml": "facts: { services.connector.state: running }" });
    const { exitCode, report } = await diagnoseToReport([one, two]);
    expect(exitCode).toBe(3);
    expect(report.conflicts).toMatchObject([{ fact: "services.connector.state", claims: [{}, {}] }]);
  });
});

describe("a file that is named and gives nothing", () => {
  const big = Buffer.alloc(64 * 1024 * 1024 + 1, " ");
  big.write('{"schemaVersion": 1, "facts": {');
  const deepYaml = `facts:\n  a.b: ${"[".repeat(40)}${"]".repeat(40)}\n`;

  it.concurrent.each<[string, string, () => string | Uint8Array, RegExp]>([
    ["is empty", "empty.json", () => "", /empty/],
    ["is blank", "blank.yaml", () => " \n\n", /blank\.yaml/],
    [
      "was cut off",
      "cut.json",
      () => '{"schemaVersion": 1, "facts": {"host.os.build": 177',
      /cut\.json:1:\d+ .*ends before/,
    ],
    ["is binary", "binary.json", () => Buffer.from(certificate).reverse(), /binary\.json/],
    ["has a key twice", "twice.json", () => '{"facts": {"a.b": 1, "a.b": 2}}', /twice\.json:1:22 .*twice/],
    [
      "has a key twice, in YAML",
      "twice.yaml",
      () => "facts:\n  a.b: 1\n  a.b: 2\n",
      /twice\.yaml:3:3 .*twice/,
    ],
    [
      "is nested too deep",
      "deep.json",
      () => `{"facts":${"[".repeat(5000)}${"]".repeat(5000)}}`,
      /deep\.json:1:\d+ .*64/,
    ],
    ["is nested too deep, in YAML", "deep.yaml", () => deepYaml, /deep\.yaml:2:\d+ .*32/],
    ["is too large", "big.json", () => big, /big\.json.*67108864|big\.json.*64 MiB/],
    [
      "comes from the future",
      "future.json",
      () => '{"schemaVersion": 7, "facts": {}}',
      /future\.json:1:\d+ .*newer version/,
    ],
    ["has an unknown part", "odd.json", () => '{"facts": {}, "fatcs": {}}', /odd\.json:1:\d+ .*fatcs/],
    ["has no facts", "none.yaml", () => "subject: { host: conn-07.contoso.example }\n", /none\.yaml.*facts/],
    ["is a list", "list.json", () => "[1, 2, 3]", /list\.json/],
    [
      "has a blank value",
      "form.yaml",
      () => "facts:\n  host.os.build:\n",
      /form\.yaml:2:\d+ .*host\.os\.build/,
    ],
    ["has an empty list", "rows.yaml", () => "facts:\n  network.probes: []\n", /rows\.yaml:2:\d+/],
    [
      "has a time that is none",
      "time.yaml",
      () => "collectedAt: { from: noon }\nfacts: {}\n",
      /time\.yaml:1:\d+ /,
    ],
    ["has an anchor", "anchor.yaml", () => "facts:\n  a.b: &x 1\n", /anchor\.yaml:2:\d+ /],
  ])("because it %s is exit 2 with a message that says what and where", async (_, name, content, message) => {
    const path = folder.write({ [name]: content() });
    const { exitCode, stdout, stderr } = await run(["diagnose", path]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unwrapped(stderr)).toMatch(message);
    expect(stderr).toMatch(/1 problem in 1 file\.\n$/);
    expect(stderr).not.toMatch(/\binvalid\b|\n\s+at |undefined|\[object/i);
  });

  it.concurrent.each<[string, string, RegExp]>([
    ["does not exist", join(folder.path, "nowhere"), /does not exist/],
    ["lies below a file", join(root, "package.json", "facts.json"), /not inside a folder/],
    [
      "is an empty folder",
      folder.write({ "just/a/.hidden": "" }).replace(/\/\.hidden$/, ""),
      /holds no files.*1 entry/,
    ],
    ["is a device", "/dev/null", /pipe, socket or device/],
  ])("because it %s is exit 2 with a message that says so", async (_, path, message) => {
    const { exitCode, stdout, stderr } = await run(["diagnose", path]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unwrapped(stderr)).toContain(path);
    expect(unwrapped(stderr)).toMatch(message);
  });

  it("tells all problems of all files at once", async () => {
    const several = folder.write({
      "a.yaml": "facts: {}\ncollectedAt: { from: noon, to: later }\nsubject: { hots: x }\n",
      "b.json": '{"facts": {"a.b": 1, "a.b": 2}}',
    });
    const { exitCode, stderr } = await run(["diagnose", several]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/a\.yaml:/);
    expect(stderr).toMatch(/b\.json:1:22/);
  });
});

describe("values that cannot be used", () => {
  it("cost their own fact, and are told in the report", async () => {
    const path = folder.write({
      "odd.yaml": `facts:\n  trust.thumbprint: ${thumbprint.slice(2)}\n  host.os.build: many\n  services.connector.state: stopped\n  room.celsius: 21\n`,
    });
    const { exitCode, report } = await diagnoseToReport([path]);
    expect(exitCode).toBe(1);
    expect(allDiagnoses(report)).toEqual(["connector-service-stopped"]);
    const said = report.warnings.map(({ message }) => message).join(" ");
    for (const fact of ["trust.thumbprint", "host.os.build", "room.celsius"]) expect(said).toContain(fact);
  });

  it("that would drive a terminal are shown, not obeyed", async () => {
    const path = folder.write({
      "hostile.json": JSON.stringify({
        facts: {
          "proxy.connector.address-as-written": "\u001b[2J\u202egate:8443\u0007",
          "services.connector.state": "stopped",
        },
      }),
    });
    for (const reporter of ["text", "markdown"]) {
      const { stdout } = await run(["diagnose", path, "--verbose", "--reporter", reporter]);
      expect(stdout).toContain("gate:8443");
      for (const mark of ["\u001b", "\u0007", "\u202e"]) expect(stdout).not.toContain(mark);
    }
  });
});

describe("--at", () => {
  const server = folder.write({ "TrustSettings.xml": trustSettings(), "c.cer": certificate });

  it.concurrent.each([
    ["after the end", "2026-03-07T06:41:13Z", "matches", 1],
    ["before the end", "2026-01-15T10:00:00+01:00", "does-not-match", 3],
    ["before the end, although the date is the same", "2026-03-07T12:41:11+06:00", "does-not-match", 1],
  ])("says when the files were collected: %s of the certificate", async (_, at, expected, code) => {
    const { exitCode, report } = await diagnoseToReport([server, "--at", at]);
    expect(report.verdicts.find(({ rule }) => rule === "trust-certificate-expired")?.verdict).toBe(expected);
    expect(report.collectedAt).toEqual({ from: at, to: at });
    expect(exitCode).toBe(code);
  });

  it("is asked for where nothing attests when the files were collected", async () => {
    const { exitCode, report } = await diagnoseToReport([server]);
    expect(exitCode).toBe(3);
    expect(report.verdicts.find(({ rule }) => rule === "trust-certificate-expired")?.verdict).toBe(
      "cannot-tell",
    );
    expect(report.nextSteps.map((step) => step.do).join(" ")).toContain("--at");
  });
});

describe("the clock of the machine", () => {
  const server = folder.write({ "TrustSettings.xml": trustSettings(), "c.cer": certificate });

  it("ends the time in which the files can have been collected", async () => {
    const { report } = await diagnoseToReport([server], { env: { SOURCE_DATE_EPOCH: "1770000000" } });
    expect(report.collectedAt).toEqual({ to: "2026-02-02T02:40:00Z" });
    const expired = report.verdicts.find(({ rule }) => rule === "trust-certificate-expired");
    expect(expired?.verdict).toBe("does-not-match");
  });
});

describe("--symptom", () => {
  it.concurrent.each([
    ["its name", "gateway-time-out"],
    ["the words on the screen", "Gateway time-out"],
    ["more words than that", "This page isn't working: 504 Gateway Timeout, contact support"],
  ])("is taken by %s", async (_, words) => {
    const { report } = await diagnoseToReport(["examples/healthy.yaml", "--symptom", words]);
    expect(report.symptoms.map(({ rule }) => rule)).toEqual(["gateway-time-out"]);
    expect(report.unexplained).toEqual(["gateway-time-out"]);
  });

  it("may be given several times", async () => {
    const { report } = await diagnoseToReport([
      ...["examples/port-443-blocked.yaml", "--symptom", "bad-gateway", "--symptom", "gateway-time-out"],
    ]);
    expect(report.symptoms.map(({ rule }) => rule).sort()).toEqual([
      "bad-gateway",
      "gateway-time-out",
      "installation-failed",
    ]);
  });

  it("that nobody knows is exit 2 with the names that there are", async () => {
    const { exitCode, stdout, stderr } = await run([
      "diagnose",
      "examples/healthy.yaml",
      "--symptom",
      "it hums",
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unwrapped(stderr)).toMatch(/it hums.*bad-gateway.*gateway-time-out/);
  });
});
