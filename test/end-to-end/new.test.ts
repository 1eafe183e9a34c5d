import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { askForId } from "../../cli/new/ask-for-id.ts";
import { Abandoned, interviewOn } from "../../cli/new/interview.ts";
import { newFact } from "../../cli/new/new-fact.ts";
import { newRule } from "../../cli/new/new-rule.ts";
import { openPack } from "../../cli/new/target-pack.ts";
import { factTypes } from "../../engine/authoring/templates/fact-template.ts";
import { ruleKinds } from "../../schemas/fact-types.ts";
import { root, run, unwrapped } from "./run.ts";
import { scratch } from "./scratch.ts";
import { smallPack } from "./small-pack.ts";

const disk = scratch();
let count = 0;

/** A folder of its own with the small pack in it. */
function packOfOwn(changes: Readonly<Record<string, string>> = {}): string {
  count += 1;
  return disk.write(smallPack(changes), `${count}/thermostats`);
}

const read = (...path: readonly string[]) => readFileSync(join(...path), "utf8");

async function inOrder(pack: string, rule?: string): Promise<void> {
  const linted = await run(["lint", pack]);
  expect({ exitCode: linted.exitCode, stderr: linted.stderr }).toEqual({ exitCode: 0, stderr: "" });
  if (rule === undefined) return;
  const tested = await run(["test", pack, "--rule", rule]);
  expect(tested.stdout).toContain("3 of 3 examples came out as expected.");
  expect(tested.exitCode).toBe(0);
}

describe("new rule", () => {
  it.each(ruleKinds)(
    "of the kind %s is in order for lint and test, in its place, with its schema",
    async (kind) => {
      const symptoms = `reported.symptoms:
  type: list
  description: What the caller reports.
  key: [name]
  of: { name: text }
  ask: [thermometer]
`;
      const pack = packOfOwn({ "facts/reported.yaml": symptoms });
      const fact = kind === "symptom" ? [] : ["--fact", "room.name"];
      const made = await run([
        "new",
        "rule",
        "lamp-out",
        "--pack",
        pack,
        "--area",
        "comfort",
        "--kind",
        kind,
        ...fact,
      ]);
      const path = join(pack, "comfort/lamp-out.yaml");
      expect({ exitCode: made.exitCode, stdout: made.stdout }).toEqual({ exitCode: 0, stdout: `${path}\n` });
      expect(made.stderr).toContain(`\n  node dist/connector-doctor.cjs test ${pack} --rule lamp-out\n`);
      const [line = ""] = read(path).split("\n");
      expect(line).toBe("# yaml-language-server: $schema=../.schema/rule.schema.json");
      expect(existsSync(join(pack, ".schema/rule.schema.json"))).toBe(true);
      await inOrder(pack, "lamp-out");
    },
  );

  it("takes the only area and the folder that it stands in for granted", async () => {
    const pack = packOfOwn();
    const { exitCode, stdout } = await run(["new", "rule", "lamp-out", "--fact", "room.name"], {
      cwd: join(pack, "comfort"),
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "../comfort/lamp-out.yaml\n" });
  });

  it("finds the only pack of the folder rules", async () => {
    const pack = packOfOwn();
    const folder = join(pack, "..");
    cpSync(pack, join(folder, "rules/thermostats"), { recursive: true });
    const { stdout } = await run(["new", "rule", "lamp-out", "--fact", "room.name"], { cwd: folder });
    expect(stdout).toBe("rules/thermostats/comfort/lamp-out.yaml\n");
  });

  it("dates its reference by the clock that repeatable builds agree on", async () => {
    const pack = packOfOwn();
    await run(["new", "rule", "lamp-out", "--pack", pack, "--fact", "room.name"]);
    expect(read(pack, "comfort/lamp-out.yaml")).toContain('dated: "2026-09-21"');
  });

  it("says which rules have examples that now have to speak of it", async () => {
    const sound = `id: room-is-sound
title: The room is neither hot nor warm
kind: all-clear
when:
  ruled-out: { area: comfort }
examples:
  matches: [{ room.celsius: 21 }]
  does-not-match: [{ room.celsius: 36 }]
`;
    const pack = packOfOwn({ "comfort/room-is-sound.yaml": sound });
    const made = await run(["new", "rule", "lamp-out", "--pack", pack, "--fact", "room.name"]);
    expect(made.exitCode).toBe(0);
    expect(made.stderr).toMatch(/do not come out any more: room-is-sound\./);
  });

  it("is written into a pack with a fault of its own, whose schemas stay as they are", async () => {
    const pack = packOfOwn({ "comfort/broken.yaml": "id: broken\n" });
    const made = await run(["new", "rule", "lamp-out", "--pack", pack, "--fact", "room.name"]);
    expect(made.exitCode).toBe(0);
    expect(made.stderr).toContain("The pack has problems");
    expect(existsSync(join(pack, ".schema"))).toBe(false);
  });
});

describe("new fact", () => {
  it.each(factTypes)("of the type %s is in order for lint", async (type) => {
    const list = `doors:
  type: list
  description: The doors of the room.
  key: [name]
  of: { name: text, open: boolean }
  ask: [thermometer]
`;
    const pack = packOfOwn({ "facts/doors.yaml": list });
    const from = type === "record" ? ["--from", "doors"] : [];
    const made = await run(["new", "fact", "room.lamp", "--pack", pack, "--type", type, ...from]);
    const path = join(pack, "facts/room-lamp.yaml");
    expect({ exitCode: made.exitCode, stdout: made.stdout }).toEqual({ exitCode: 0, stdout: `${path}\n` });
    expect(read(path)).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.schema\/catalogue\.schema\.json\n/);
    await inOrder(pack);
  });

  it("is asked for like its nearest relative, where nothing else is said", async () => {
    const pack = packOfOwn();
    await run(["new", "fact", "room.lamp.bulb", "--pack", pack, "--type", "text"]);
    expect(read(pack, "facts/room-lamp-bulb.yaml")).toContain("ask: [thermometer]");
  });

  it("can be used by a new rule at once", async () => {
    const pack = packOfOwn();
    await run(["new", "fact", "room.lamp", "--pack", pack, "--type", "one-of"]);
    const made = await run(["new", "rule", "lamp-out", "--pack", pack, "--fact", "room.lamp"]);
    expect(made.exitCode).toBe(0);
    await inOrder(pack, "lamp-out");
  });
});

describe("new pack", () => {
  it("makes a folder that lint and test find in order, with the schemas that its files name", async () => {
    const folder = disk.write({ "a/b": "" }, "for-packs").replace(/a\/b$/, "");
    const made = await run(["new", "pack", "lamp-posts", "--dir", folder, "--title", 'Lamps: "all" # 7']);
    const pack = join(folder, "lamp-posts");
    expect(made.exitCode).toBe(0);
    expect(made.stdout.trim().split("\n")).toEqual(
      ["pack.yaml", "asks.yaml", "facts/first-area.yaml", "first-area/first-fault.yaml"].map((path) =>
        join(pack, path),
      ),
    );
    const linted = await run(["lint", pack, "--strict"]);
    expect({ exitCode: linted.exitCode, stderr: linted.stderr }).toEqual({ exitCode: 0, stderr: "" });
    await inOrder(pack, "first-fault");
    const diagnosed = await run(["diagnose", "-", "--pack", pack], {
      input: "facts: { first-area.broken: true }",
    });
    expect(diagnosed.exitCode).toBe(1);
    expect(readdirSync(join(pack, ".schema"))).toContain("pack.schema.json");
  });
});

describe("new pack --extends", () => {
  it("brings the facts and rules of the other pack along", async () => {
    const folder = disk.write({ "a/b": "", "a/c": "" }, "for-extending");
    const made = await run([
      ...["new", "pack", "contoso-lamps", "--dir", folder],
      ...["--extends", "entra-private-network-connector"],
    ]);
    const pack = join(folder, "contoso-lamps");
    expect(made.exitCode).toBe(0);
    await inOrder(pack, "first-fault");
    const rule = await run(["new", "rule", "app-drowsy", "--pack", pack, "--fact", "backend.seconds"]);
    expect({ exitCode: rule.exitCode, stdout: rule.stdout }).toEqual({
      exitCode: 2,
      stdout: "",
    });
    expect(rule.stderr).toContain("Add --area AREA");
  });

  it("names the packs that there are", async () => {
    const folder = disk.write({ "a/b": "", "a/c": "" }, "for-extending-nothing");
    const made = await run(["new", "pack", "lamps", "--dir", folder, "--extends", "private-network"]);
    expect({ exitCode: made.exitCode, stdout: made.stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(made.stderr).toContain("Did you mean entra-private-network-connector?");
    expect(existsSync(join(folder, "lamps"))).toBe(false);
  });
});

describe("new case", () => {
  const customer = `${root}examples/expired-certificate`;

  it("keeps a folder as it was sent, with what comes out of it, and test agrees", async () => {
    const cases = join(disk.path, "cases-of-a-folder");
    const made = await run([
      ...["new", "case", "certificate-over", "--from", customer, "--cases", cases],
      ...["--symptom", "Gateway time-out", "--title", "The app is gone: since Monday"],
    ]);
    expect(made.exitCode).toBe(0);
    expect(made.stderr).toContain("Replace every name, address, tenant and thumbprint");
    const expected = read(cases, "certificate-over/expected.yaml");
    expect(expected).toMatch(/^matches: \[.*\btrust-certificate-expired\b.*\]$/m);
    expect(expected).toContain('title: "The app is gone: since Monday"');
    expect(existsSync(join(cases, "certificate-over/from-customer/mail.txt"))).toBe(true);
    const schema = /\$schema=(\S+)/.exec(expected)?.[1] ?? "";
    expect(existsSync(join(cases, "certificate-over", schema))).toBe(true);
    const tested = await run(["test", "--cases", cases, "--rule", "trust-certificate-expired"]);
    expect(tested.stdout).toContain("1 of 1 case came out as expected.");
  });

  it("keeps a fact file by itself", async () => {
    const cases = join(disk.path, "cases-of-a-file");
    const from = `${root}examples/port-443-blocked.yaml`;
    const made = await run(["new", "case", "port-closed", "--from", from, "--cases", cases]);
    expect(made.exitCode).toBe(0);
    expect(readdirSync(join(cases, "port-closed")).sort()).toEqual(["expected.yaml", "facts.yaml"]);
    expect(read(cases, "port-closed/facts.yaml")).toBe(readFileSync(from, "utf8"));
  });

  it("puts a fact file with facts that no rule knows where nobody asks for them", async () => {
    const pack = packOfOwn();
    const from = disk.write({
      "facts.json": '{"schemaVersion":1,"facts":{"room.celsius":{"value":36},"lamp.colour":{"value":"red"}}}',
    });
    const made = await run(["new", "case", "hot-and-red", "--from", from, "--pack", pack]);
    expect(made.exitCode).toBe(0);
    expect(readdirSync(join(pack, "cases/hot-and-red")).sort()).toEqual(["expected.yaml", "from-customer"]);
    expect(read(pack, "cases/hot-and-red/expected.yaml")).toContain("matches: [too-hot]");
    const tested = await run(["test", pack]);
    expect({ exitCode: tested.exitCode, stdout: tested.stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining("1 of 1 case came out as expected."),
    });
  });

  it("leaves nothing behind where what was sent cannot be read", async () => {
    const cases = join(disk.path, "cases-of-nothing");
    const from = disk.write({ "letter.json": "{}" });
    const made = await run(["new", "case", "letter", "--from", from, "--cases", cases]);
    expect(made.exitCode).toBe(2);
    expect(made.stderr).toContain("letter.json");
    expect(existsSync(join(cases, "letter"))).toBe(false);
  });
});

describe("what cannot be made is exit 2, with what to do, and nothing is written", () => {
  it.each<[what: string, args: readonly string[], message: RegExp]>([
    [
      "no area of this name",
      ["rule", "lamp-out", "--area", "comfrt", "--fact", "room.name"],
      /Did you mean comfort\?/,
    ],
    ["a misspelt fact", ["rule", "lamp-out", "--fact", "room.celcius"], /Did you mean room\.celsius\?/],
    ["no fact in a pipe", ["rule", "lamp-out"], /Add --fact FACT \(room\.celsius, room\.name/],
    ["a piece of a fact", ["rule", "lamp-out", "--fact", "cels"], /Did you mean room\.celsius\?/],
    ["no id in a pipe", ["rule"], /Add one, for example: new rule proxy-unreachable\./],
    ["an id in capitals", ["rule", "LampOut", "--fact", "room.name"], /Write lamp-out\./],
    ["an id with blanks", ["rule", "Lamp is out!", "--fact", "room.name"], /Write lamp-is-out\./],
    ["an id that is a path", ["rule", "../lamp", "--fact", "room.name"], /Write lamp\./],
    ["an endless id", ["rule", "a".repeat(101), "--fact", "room.name"], /at most 100 characters/],
    [
      "an endless title",
      ["rule", "lamp-out", "--fact", "room.name", "--title", "x".repeat(121)],
      /at most 120 characters/,
    ],
    [
      "a title with a hidden mark",
      ["rule", "lamp-out", "--fact", "room.name", "--title", "a\u202eb"],
      /title/i,
    ],
    [
      "a rule that is there",
      ["rule", "warm", "--fact", "room.name"],
      /warm\.yaml is there already, and nothing was written/,
    ],
    ["an unknown kind", ["rule", "lamp-out", "--kind", "guess", "--fact", "room.name"], /fault, advisory/],
    [
      "symptoms without their fact",
      ["rule", "lamp-out", "--kind", "symptom"],
      /new fact reported\.symptoms --type list/,
    ],
    ["no type in a pipe", ["fact", "room.lamp"], /Add --type TYPE \(boolean/],
    ["an unknown type", ["fact", "room.lamp", "--type", "txt"], /Did you mean text\?/],
    ["a fact that is there", ["fact", "room.name", "--type", "text"], /There is a fact room\.name already/],
    ["a fact id with a blank", ["fact", "Room.Lamp Colour", "--type", "text"], /Write room\.lamp-colour\./],
    [
      "a word that conditions use",
      ["fact", "every", "--type", "text", "--ask", "thermometer"],
      /No fact can be called "every"/,
    ],
    [
      "an unknown way of asking",
      ["fact", "room.lamp", "--type", "text", "--ask", "termometer"],
      /Did you mean thermometer\?/,
    ],
    [
      "no way of asking to take over",
      ["fact", "lamp.colour", "--type", "text"],
      /Add --ask ASK \(thermometer\)/,
    ],
    ["a record of no list", ["fact", "room.lamp", "--type", "record"], /Add --from LIST/],
    ["a case of nothing", ["case", "lamp"], /--from/],
    [
      "a case of what is not there",
      ["case", "lamp", "--from", "nowhere.json"],
      /"nowhere\.json" does not exist/,
    ],
    ["a case in capitals", ["case", "Lamp", "--from", "nowhere.json"], /Write lamp\./],
    ["a pack in capitals", ["pack", "Lamps"], /Write lamps\./],
  ])("%s", async (_, args, message) => {
    const pack = packOfOwn();
    const named = args[0] === "pack" ? [] : ["--pack", pack];
    const before = readdirSync(pack, { recursive: true }).sort();
    const { exitCode, stdout, stderr } = await run(["new", ...args, ...named], { cwd: pack });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unwrapped(stderr)).toMatch(message);
    expect(stderr).not.toMatch(/\binvalid\b|\n\s+at /i);
    expect(readdirSync(pack, { recursive: true }).sort()).toEqual(before);
  });

  it("an all-clear of an area whose examples contradict each other", async () => {
    const warm = smallPack()["comfort/warm.yaml"] ?? "";
    const pack = packOfOwn({
      "comfort/warm.yaml": warm.replace("- room.celsius: 28\n", "- room.celsius: 40\n"),
    });
    const made = await run(["new", "rule", "room-is-sound", "--pack", pack, "--kind", "all-clear"]);
    expect({ exitCode: made.exitCode, stdout: made.stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(made.stderr).toMatch(/Give (?:warm|too-hot) an example under does-not-match/);
  });

  it("a folder that holds no pack", async () => {
    const folder = disk.write({ "notes.txt": "x", "more.txt": "y" });
    const { exitCode, stderr } = await run(["new", "rule", "lamp-out", "--pack", folder, "--fact", "a"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("it holds no pack.yaml");
  });

  it("a pack whose folder is there", async () => {
    const folder = disk.write({ "lamps/notes.txt": "mine", "more.txt": "y" });
    const { exitCode, stderr } = await run(["new", "pack", "lamps", "--dir", folder]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("is there already, and nothing was written");
    expect(readdirSync(join(folder, "lamps"))).toEqual(["notes.txt"]);
  });

  it("a fact whose file is there", async () => {
    const pack = packOfOwn({
      "facts/room-lamp.yaml": "room.other:\n  type: text\n  description: x\n  ask: [thermometer]\n",
    });
    const before = read(pack, "facts/room-lamp.yaml");
    const { exitCode, stderr } = await run(["new", "fact", "room.lamp", "--pack", pack, "--type", "text"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("is there already");
    expect(read(pack, "facts/room-lamp.yaml")).toBe(before);
  });

  it("a case whose folder is there", async () => {
    const cases = disk.write({ "lamp/notes.txt": "mine", "more.txt": "y" });
    const { exitCode, stderr } = await run([
      "new",
      "case",
      "lamp",
      "--from",
      `${root}examples/healthy.yaml`,
      "--cases",
      cases,
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("is there already");
  });
});

/** A person at a terminal who gives these answers, one after the other. */
function answering(answers: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = "";
  let given = 0;
  output.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
    if (!chunk.toString().endsWith("> ")) return;
    const answer = answers[given];
    given += 1;
    if (answer === undefined) input.end();
    else input.write(`${answer}\n`);
  });
  return { interview: interviewOn(input, output, false), shown: () => shown };
}

describe("at a terminal", () => {
  it("new rule asks for what it needs, and again where an answer cannot be used", async () => {
    const pack = packOfOwn();
    const person = answering(["", "comfrt", "comfort", "room.celcius", "room.celsius", "The lamp is out"]);
    const made = await newRule("lamp-out", { pack, fact: [] }, person.interview);
    expect(made).toMatchObject({ paths: [join(pack, "comfort/lamp-out.yaml")] });
    expect(person.shown()).toContain('There is no area called "comfrt". Did you mean comfort?');
    expect(person.shown()).toContain('There is no fact called "room.celcius". Did you mean room.celsius?');
    expect(read(pack, "comfort/lamp-out.yaml")).toContain("title: The lamp is out\n");
    person.interview.close();
  });

  it("new asks for the name, and which pack is meant", async () => {
    const folder = join(packOfOwn(), "..");
    for (const name of ["thermostats", "lamps"]) {
      const texts = smallPack({ "pack.yaml": (smallPack()["pack.yaml"] ?? "").replace("thermostats", name) });
      disk.write(texts, `${count}/rules/${name}`);
    }
    const person = answering(["Lamp out", "lamp-out", "lamp", "lamps"]);
    expect(await askForId("rule", undefined, person.interview)).toBe("lamp-out");
    expect(await openPack(undefined, person.interview, folder)).toMatchObject({ pack: "lamps" });
    expect(person.shown()).toContain("Write lamp-out.");
    expect(person.shown()).toContain('There is no pack called "lamp". Did you mean lamps?');
    person.interview.close();
  });

  it("new fact asks for the type, and offers the way of asking of a relative", async () => {
    const pack = packOfOwn();
    const person = answering(["colour", "boolean", ""]);
    const made = await newFact("room.lamp", { pack }, person.interview);
    expect(made).toMatchObject({ paths: [join(pack, "facts/room-lamp.yaml")] });
    expect(person.shown()).toContain("[thermometer] > ");
    person.interview.close();
  });

  it("ends without a file when the person goes away", async () => {
    const pack = packOfOwn();
    const person = answering(["boolean"]);
    await expect(newFact("room.lamp", { pack }, person.interview)).rejects.toThrow(Abandoned);
    expect(existsSync(join(pack, "facts/room-lamp.yaml"))).toBe(false);
  });
});
