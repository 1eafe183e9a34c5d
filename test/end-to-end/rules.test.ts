import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnoseToReport } from "./report.ts";
import { bundle, root, run, shippedPack, unwrapped } from "./run.ts";
import { scratch } from "./scratch.ts";
import { smallPack } from "./small-pack.ts";

const folder = scratch();
const tooHot = smallPack()["comfort/too-hot.yaml"] ?? "";
let count = 0;

/** The small pack with some of its files changed; the folder has the name of the pack, as it must. */
function packWith(changes: Readonly<Record<string, string>>): string {
  count += 1;
  return folder.write(smallPack(changes), `packs-${count}/thermostats`);
}

/** What a command has to say about a pack that is not in order, wherever it says it. */
async function findings(command: string, pack: string): Promise<string> {
  const { exitCode, stdout, stderr } = await run([command, pack]);
  expect([1, 2]).toContain(exitCode);
  return stdout + stderr;
}

describe("the shipped pack", () => {
  it("is in order", async () => {
    const { exitCode, stderr } = await run(["lint"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  });

  it("passes its own examples", async () => {
    const { exitCode, stdout, stderr } = await run(["test"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const [, passed, all] = /^(\d+) of (\d+) examples came out as expected\.$/m.exec(stdout) ?? [];
    expect(Number(passed)).toBeGreaterThan(100);
    expect(passed).toBe(all);
  });
});

describe("a broken rule", () => {
  const broken = packWith({
    "comfort/too-hot.yaml": tooHot.replace("  room.celsius: { above", "  room.celcius: { above"),
  });

  it.concurrent.each(["lint", "test"])(
    "is told by %s with its line, a caret and what may be meant",
    async (command) => {
      const said = await findings(command, broken);
      expect(said).toMatch(/too-hot\.yaml:6:3 /);
      expect(said).toMatch(/^ +6 \| {3}room\.celcius: .*\n +\| {3}\^+$/m);
      expect(said).toContain('Did you mean "room.celsius"');
    },
  );

  it("stops a diagnosis with the same message", async () => {
    const { exitCode, stdout, stderr } = await run(["diagnose", "examples/healthy.yaml", "--pack", broken]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain('Did you mean "room.celsius"');
  });

  it.concurrent.each<[string, Record<string, string>, RegExp]>([
    [
      "a misspelt key",
      { "comfort/too-hot.yaml": tooHot.replace("because:", "becuase:") },
      /too-hot\.yaml:7:1 .*because/,
    ],
    [
      "a misspelt operator",
      { "comfort/too-hot.yaml": tooHot.replace("above", "abov") },
      /too-hot\.yaml:6:\d+ .*above/,
    ],
    [
      "a word that is no severity",
      { "comfort/too-hot.yaml": tooHot.replace("high", "hihg") },
      /too-hot\.yaml:3:\d+ .*high/,
    ],
    [
      "a tab",
      { "comfort/too-hot.yaml": tooHot.replace("\n  room", "\n\troom") },
      /too-hot\.yaml:6:1 .*[Tt]ab/,
    ],
    [
      "another id than its file",
      { "comfort/too-hot.yaml": tooHot.replace("id: too-hot", "id: hot") },
      /too-hot\.yaml:1:\d+ /,
    ],
    [
      "no example",
      { "comfort/too-hot.yaml": tooHot.replace(/examples:[\s\S]*/, "") },
      /too-hot\.yaml.*examples/,
    ],
    [
      "a rule that is not there",
      { "comfort/too-hot.yaml": `explains: [wram]\n${tooHot}` },
      /too-hot\.yaml:1:\d+ .*warm/,
    ],
    ["a cut file", { "comfort/too-hot.yaml": tooHot.slice(0, 120) }, /too-hot\.yaml/],
    ["an empty file", { "comfort/too-hot.yaml": "" }, /too-hot\.yaml/],
    ["no pack.yaml worth the name", { "pack.yaml": "id: thermostats\n" }, /pack\.yaml/],
  ])("with %s is told with its place", async (_, changes, message) => {
    const said = await findings("lint", packWith(changes));
    expect(unwrapped(said)).toMatch(message);
    expect(said).not.toMatch(/\binvalid\b|\n\s+at |undefined|\[object/i);
  });

  it("does not hide the problems of other files", async () => {
    const two = packWith({
      "comfort/too-hot.yaml": tooHot.replace("room.celsius:", "room.celcius:"),
      "asks.yaml": smallPack()["asks.yaml"]?.replace("minutes: 1", "minutes: soon") ?? "",
    });
    const said = await findings("lint", two);
    expect(said).toMatch(/asks\.yaml:6:\d+ /);
    expect(said).toMatch(/too-hot\.yaml:6:\d+ /);
  });

  it("in a file that is no UTF-8 is told by name", async () => {
    const pack = packWith({});
    writeFileSync(join(pack, "comfort/warm.yaml"), Buffer.from("id: w\u00e4rm\n", "latin1"));
    expect(unwrapped(await findings("lint", pack))).toMatch(/warm\.yaml.*UTF-8/);
  });
});

describe("an example that fails", () => {
  it("is told with its place, and with what the rule saw", async () => {
    const pack = packWith({ "comfort/too-hot.yaml": tooHot.replace("celsius: 36", "celsius: 34.75") });
    const { exitCode, stdout, stderr } = await run(["test", pack]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toMatch(/too-hot\.yaml:18:\d+/);
    expect(unwrapped(stdout)).toContain(
      "The rule too-hot does not match, where the example says that it matches.",
    );
    expect(unwrapped(stdout)).toMatch(/room\.celsius is above 35\.5.*found 34\.75/);
    expect(stdout).toContain("5 of 6 examples came out as expected.");
  });
});

describe("--pack", () => {
  it("uses only the packs that are named", async () => {
    const pack = packWith({});
    const facts = folder.write({
      "hot.yaml": "facts: { room.celsius: 41.5, services.connector.state: stopped }",
    });
    const { report } = await diagnoseToReport([facts, "--pack", pack]);
    expect(report.versions.packs.map(({ id }) => id)).toEqual(["thermostats"]);
    expect(report.diagnoses.map(({ rule }) => rule)).toEqual(["too-hot"]);
    const both = await diagnoseToReport([facts, "--pack", pack, "--pack", shippedPack]);
    expect(both.report.diagnoses.map(({ rule }) => rule)).toEqual(["connector-service-stopped", "too-hot"]);
  });

  it("named twice by the same rule id is told with both files", async () => {
    const one = packWith({});
    const two = folder.write(
      {
        "pack.yaml": (smallPack()["pack.yaml"] ?? "").replace("id: thermostats", "id: heaters"),
        "comfort/too-hot.yaml": tooHot,
      },
      "other/heaters",
    );
    const { exitCode, stderr } = await run([
      "diagnose",
      "examples/healthy.yaml",
      "--pack",
      one,
      "--pack",
      two,
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/thermostats\/comfort\/too-hot\.yaml/);
    expect(stderr).toMatch(/heaters\/comfort\/too-hot\.yaml/);
  });
});

describe("the built rulebook", () => {
  /** The program with the shipped rules beside it, as an installation of its own. */
  function installation(name: string): { program: string; rules: string; built: string } {
    const place = join(folder.path, name);
    mkdirSync(join(place, "dist"), { recursive: true });
    cpSync(bundle, join(place, "dist/connector-doctor.cjs"));
    cpSync(`${root}dist/rulebook.json`, join(place, "dist/rulebook.json"));
    cpSync(`${root}rules`, join(place, "rules"), { recursive: true });
    return {
      program: join(place, "dist/connector-doctor.cjs"),
      rules: join(place, "rules/entra-private-network-connector"),
      built: join(place, "dist/rulebook.json"),
    };
  }

  const examples = [
    "expired-certificate",
    "healthy.yaml",
    "several-faults-one-cause.yaml",
    "almost-nothing-known.yaml",
  ];
  const all = async (program: string) => {
    const runs = examples.map((name) =>
      run(["diagnose", `examples/${name}`, "--reporter", "json"], { program }),
    );
    return (await Promise.all(runs)).map(({ stdout }) => stdout);
  };

  it("and the YAML give the same reports, byte for byte", async () => {
    const { program, built } = installation("cached");
    const fromCache = await all(program);
    rmSync(built);
    expect(await all(program)).toEqual(fromCache);
    expect(fromCache.every((report) => report.length > 1_000)).toBe(true);
  });

  it("is used where it fits: no YAML is parsed", async () => {
    const { program, built, rules } = installation("poisoned");
    // The hashes still fit, so the title can only come from here.
    writeFileSync(
      built,
      readFileSync(built, "utf8").replaceAll("Port 443 to Microsoft's service is closed", "PORT"),
    );
    const { report } = await diagnoseToReport(["examples/port-443-blocked.yaml"], { program });
    expect(report.diagnoses[0]?.title).toBe("PORT for this server");
    writeFileSync(
      join(rules, "lists.yaml"),
      `${readFileSync(join(rules, "lists.yaml"), "utf8")}\n# Looked through.\n`,
    );
    const again = await diagnoseToReport(["examples/port-443-blocked.yaml"], { program });
    expect(again.report.diagnoses[0]?.title).toBe(
      "Port 443 to Microsoft's service is closed for this server",
    );
  });

  it.concurrent.each([
    ["cut off", (text: string) => text.slice(0, 5_000)],
    ["empty", () => ""],
    ["not JSON", () => "rulebook"],
    [
      "of another version of the tool",
      (text: string) => text.replace(/"toolVersion":"[^"]*"/, '"toolVersion":"9.9.9"'),
    ],
  ])("that is %s is not used", async (name, damage) => {
    const { program, built } = installation(`damaged-${name}`);
    writeFileSync(built, damage(readFileSync(built, "utf8")));
    const { exitCode, report, stderr } = await diagnoseToReport(["examples/port-443-blocked.yaml"], {
      program,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(report.diagnoses[0]?.rule).toBe("port-443-blocked");
  });

  it("does not stand in the way of an edited, an added and a removed rule", async () => {
    const { program, rules } = installation("edited");
    const rule = join(rules, "services/connector-service-stopped.yaml");
    const facts = folder.write({
      "stopped.yaml": "facts: { services.connector.state: stopped, host.clock.offset: 77 }",
    });
    const titles = async () =>
      (await diagnoseToReport([facts], { program })).report.diagnoses.map(({ title }) => title);
    expect(await titles()).toEqual(["The connector service does not run"]);
    writeFileSync(
      rule,
      readFileSync(rule, "utf8").replace(
        "title: The connector service does not run",
        "title: It stands still",
      ),
    );
    expect(await titles()).toEqual(["It stands still"]);
    const skew = readFileSync(join(rules, "server/clock-skew.yaml"), "utf8");
    const slight = skew
      .replace("id: clock-skew", "id: clock-slightly-off")
      .replaceAll("300", "60")
      .replace(/^explains:.*\n(?: {2}- .*\n)*/m, "")
      .replace(
        /examples:[\s\S]*/,
        "examples:\n  matches:\n    - host.clock.offset: 61\n  does-not-match:\n    - host.clock.offset: 59\n",
      );
    writeFileSync(join(rules, "server/clock-slightly-off.yaml"), slight);
    expect(await titles()).toHaveLength(2);
    rmSync(join(rules, "server/clock-slightly-off.yaml"));
    expect(await titles()).toEqual(["It stands still"]);
  });
});
