import { describe, expect, it } from "vitest";
import { problemCodes } from "../../../engine/rulebook/codes.ts";
import { loadRulebook } from "../../../engine/rulebook/load.ts";
import type { Rulebook } from "../../../engine/rulebook/rulebook.ts";
import type { PackFile } from "../../../engine/rulebook/source.ts";
import { runExamples } from "../../../engine/trial/examples.ts";
import { operators } from "../../../schemas/operators.ts";
import { filesOf, load, sha256, withChange } from "./pack-on-disk.ts";

const files = filesOf("harbour-print-server");

async function rulebookOf(from: readonly PackFile[]): Promise<Rulebook> {
  const loaded = await load(from);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.rulebook;
}

const problemsOf = async (from: readonly PackFile[]) => {
  const loaded = await load(from);
  return (loaded.ok ? [] : loaded.problems).map(
    ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
  );
};

describe("a pack about another product", () => {
  it("loads without a problem or warning", async () => {
    const loaded = await load(files);
    expect(loaded).toMatchObject({ ok: true, warnings: [] });
  });

  it("keeps what its examples promise", async () => {
    const loaded = await load(files);
    if (!loaded.ok) throw new Error("It does not load.");
    const results = await runExamples(loaded.rulebook, loaded.examples);
    expect(
      results.filter(({ passed }) => !passed).map(({ rule, expected, place }) => ({ rule, expected, place })),
    ).toEqual([]);
    expect(loaded.examples).toHaveLength(22);
  });

  it("uses every operator", async () => {
    const text = JSON.stringify(await rulebookOf(files));
    const unused = Object.keys(operators).filter((operator) => !text.includes(`"operator":"${operator}"`));
    expect(unused).toEqual([]);
  });

  it("uses every derivation and every kind of rule", async () => {
    const { facts, rules } = await rulebookOf(files);
    const kinds = new Set<string>();
    for (const fact of Object.values(facts)) {
      if (fact.derived !== null) kinds.add(fact.derived.kind);
      for (const field of fact.kind === "list" ? Object.values(fact.fields) : [])
        if (field.derived !== null) kinds.add(`row ${field.derived.kind}`);
    }
    expect([...kinds].sort()).toEqual([
      "cases",
      "count",
      "days-until",
      "difference",
      "largest",
      "looked-up",
      "match-up",
      "part",
      "percent",
      "picked",
      "row days-until",
      "row difference",
      "row looked-up",
      "row part",
      "row percent",
      "smallest",
    ]);
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(
      new Set(["fault", "advisory", "symptom", "all-clear"]),
    );
  });
});

describe("the rulebook", () => {
  it("is plain JSON without undefined values", async () => {
    const rulebook = await rulebookOf(files);
    expect(JSON.parse(JSON.stringify(rulebook))).toStrictEqual(rulebook);
  });

  it("does not depend on the order of the files", async () => {
    expect(JSON.stringify(await load(files.toReversed()))).toBe(JSON.stringify(await load(files)));
  });

  it("has a digest that changes with what a pack says, and not with how it is written", async () => {
    const digestOf = async (from: readonly PackFile[]) => (await rulebookOf(from)).packs[0]?.digest;
    const before = await digestOf(files);
    const commented = withChange(
      files,
      "pack.yaml",
      'id: harbour-print-server\nversion: "2.4.1"',
      "# About printers\nversion: '2.4.1'\nid: harbour-print-server",
    );
    expect(await digestOf(commented)).toBe(before);
    expect(await digestOf(withChange(files, "pack.yaml", "[en, de]", "[en, fr]"))).not.toBe(before);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  });

  it("holds rules sorted by id, each above those that it reads", async () => {
    const { rules } = await rulebookOf(files);
    expect(rules.map(({ id, stratum }) => `${id} ${stratum}`)).toEqual([
      "night-queue-stalled 1",
      "nothing-printed 0",
      "portal-certificate-expired 0",
      "portal-root-foreign 0",
      "printing-is-sound 2",
      "queue-stalled 0",
      "restart-logged 0",
      "spooler-crashing 0",
      "toner-is-sound 0",
      "toner-low 0",
    ]);
  });

  it("has the constants of conditions in their normal forms", async () => {
    const { rules } = await rulebookOf(files);
    const when = Object.fromEntries(rules.map((rule) => [rule.id, JSON.stringify(rule.when)]));
    const literals: [string, string][] = [
      ["restart-logged", `{"kind":"values","values":[1767225600000]}`],
      ["portal-root-foreign", `{"kind":"values","values":["0011223344556677889900112233445566778899"]}`],
      ["portal-root-foreign", `"operator":"contains","operand":{"kind":"values","values":["AABB"]}`],
      ["spooler-crashing", `{"kind":"duration","milliseconds":2592000000,"written":"30 days"}`],
      [
        "toner-low",
        `{"kind":"test","subject":"toner.level","operator":"one-of","operand":{"kind":"values","values":["low","empty"]}}`,
      ],
      [
        "toner-low",
        `{"kind":"test","subject":"printer.port","operator":"is-not","operand":{"kind":"values","values":[null]}}`,
      ],
      [
        "queue-stalled",
        `{"kind":"test","subject":"queue","operator":"is","operand":{"kind":"values","values":["Harbour West"]},"exact":true}`,
      ],
      ["queue-stalled", `"operator":"below","operand":{"kind":"field","field":"pages"}`],
    ];
    for (const [rule, literal] of literals) expect(when[rule]).toContain(literal);
  });

  it("spells out which rules are ruled out with an area: its faults", async () => {
    const { rules } = await rulebookOf(files);
    const sound = rules.find(({ id }) => id === "printing-is-sound");
    const denied = (rule: string) => ({ kind: "rule", rule, verdict: "does-not-match" });
    expect(sound?.when).toEqual({
      kind: "all",
      of: [
        {
          kind: "all",
          of: ["night-queue-stalled", "queue-stalled", "restart-logged", "spooler-crashing"].map(denied),
        },
        denied("portal-certificate-expired"),
        {
          kind: "all",
          of: [{ kind: "rule", rule: "toner-is-sound", verdict: "matches" }, denied("nothing-printed")],
        },
      ],
    });
  });

  it("gives a fact for each part of a picked row, any of which may be none", async () => {
    const { facts } = await rulebookOf(files);
    expect(Object.keys(facts).filter((id) => id.startsWith("portal.certificate."))).toEqual([
      "portal.certificate.days-left",
      "portal.certificate.found",
      "portal.certificate.not-after",
      "portal.certificate.root",
      "portal.certificate.store",
      "portal.certificate.thumbprint",
    ]);
    expect(facts["portal.certificate.not-after"]).toMatchObject({
      type: "timestamp",
      orNone: true,
      sensitive: true,
      description: "The certificate that the portal's settings name: when it expires",
      derived: { kind: "picked", from: "portal.certificates", field: "not-after" },
    });
    expect(facts["portal.certificate.found"]).toMatchObject({
      type: "boolean",
      orNone: false,
      derived: { field: null },
    });
    expect(facts["portal.certificate.days-left"]).toMatchObject({
      orNone: true,
      derived: { kind: "days-until", of: "portal.certificate.not-after" },
    });
  });

  it("asks for a derived fact what it asks for the facts that it is derived from", async () => {
    const { facts } = await rulebookOf(files);
    expect(facts["portal.certificate.days-left"]?.ask).toEqual(["read-the-log", "look-at-the-panel"]);
    expect(facts["toner.left"]?.ask).toEqual(["look-at-the-panel"]);
  });

  it("gives pairs the fields that they share, and all of each side", async () => {
    const { facts } = await rulebookOf(files);
    const pairs = facts["jobs.same-queue"];
    const fields = pairs?.kind === "list" ? Object.keys(pairs.fields) : [];
    expect(fields[0]).toBe("queue");
    expect(fields).toContain("clerk.error");
    expect(fields).toContain("night.target-role");
    expect(fields).toHaveLength(1 + 2 * 14);
  });

  it("puts fields that follow from others behind them, so that a row is filled in one pass", async () => {
    const swapped = withChange(
      files,
      "facts/spooler.yaml",
      "    target-host: { type: host, derived: { part: host, of: target } }\n",
      "",
    );
    const last = withChange(
      swapped,
      "facts/spooler.yaml",
      "    error: { type: text, or: none }\n",
      "    error: { type: text, or: none }\n    target-host: { type: host, derived: { part: host, of: target } }\n",
    );
    const { jobs } = (await rulebookOf(last)).facts;
    const fields = jobs?.kind === "list" ? Object.keys(jobs.fields) : [];
    expect(fields.indexOf("target-host")).toBeLessThan(fields.indexOf("target-role"));
    expect(fields.indexOf("target")).toBeLessThan(fields.indexOf("target-host"));
  });

  it("closes a list until its time is over, and leaves others open", async () => {
    const { lists } = await rulebookOf(files);
    expect(lists["print-hosts"]?.closedUntil).toBe(Date.UTC(2026, 4, 4) + 200 * 86_400_000);
    expect(lists["drivers-known-bad"]?.closedUntil).toBeNull();
    expect(lists["print-hosts"]?.entries[2]).toEqual({ value: "archive.contoso.example", is: "archive" });
    expect(lists["drivers-known-bad"]?.entries.map(({ value }) => value)).toEqual(["6.2.1", "7.0"]);
  });

  it("reckons differences of times in the unit of the fact", async () => {
    const { facts } = await rulebookOf(files);
    expect(facts["spooler.age"]?.derived).toEqual({
      kind: "difference",
      from: "spooler.restarted-at",
      minus: "spooler.installed-at",
      perUnit: 3_600_000,
    });
    expect(facts["toner.used"]?.derived).toMatchObject({ perUnit: 1 });
  });

  it("gives examples with the place where they stand", async () => {
    const loaded = await load(files);
    const examples = loaded.ok ? loaded.examples.filter(({ rule }) => rule === "spooler-crashing") : [];
    expect(examples.map(({ expected, now, place }) => ({ expected, now, place }))).toEqual([
      {
        expected: "matches",
        now: "2026-06-01T06:30:00+02:00",
        place: { file: "harbour-print-server/spooler/spooler-crashing.yaml", line: 36, column: 7 },
      },
      {
        expected: "does-not-match",
        now: null,
        place: { file: "harbour-print-server/spooler/spooler-crashing.yaml", line: 41, column: 7 },
      },
      {
        expected: "cannot-tell",
        now: null,
        place: { file: "harbour-print-server/spooler/spooler-crashing.yaml", line: 43, column: 7 },
      },
    ]);
    expect(Object.keys(examples[0]?.facts ?? {})).toEqual(["printer.firmware", "events.spooler"]);
  });
});

describe("a file that cannot be used", () => {
  const broken = (path: string, text: string) =>
    files.map((file) => (file.path === path ? { ...file, text } : file));

  it("is told alone, without a problem for each use of what it declares", async () => {
    const printer = files.find(({ path }) => path === "facts/printer.yaml")?.text ?? "";
    const cases: [string, string, string[]][] = [
      ["facts/printer.yaml", `${printer}\t- x: [\n`, ["facts/printer.yaml"]],
      ["lists.yaml", "print-hosts: [\ndrivers-known-bad: 3\nroots: 4\n", ["lists.yaml"]],
      ["asks.yaml", "look-at-the-panel: *panel\nread-the-log: x\n", ["asks.yaml"]],
      ["spooler/queue-stalled.yaml", "id: 'queue-stalled\n", ["spooler/queue-stalled.yaml"]],
      ["health/toner-is-sound.yaml", "- a list\n", ["health/toner-is-sound.yaml"]],
      ["pack.yaml", "id: harbour-print-server\n\tversion: 2\n", ["pack.yaml"]],
      ["flowchart.yaml", "", ["flowchart.yaml"]],
    ];
    for (const [path, text, expected] of cases) {
      const problems = await problemsOf(broken(path, text));
      const inFiles = [...new Set(problems.map((problem) => problem.split(":")[0]))];
      expect(inFiles, problems.join("\n")).toEqual(expected.map((each) => `harbour-print-server/${each}`));
    }
  });

  it("does not keep the others from being checked", async () => {
    const two = withChange(
      broken("lists.yaml", "print-hosts: [\nroots: 1\n drivers-known-bad: 2"),
      "toner/toner-low.yaml",
      "toner.level: [",
      "toner.levl: [",
    );
    expect(await problemsOf(two)).toContain("harbour-print-server/toner/toner-low.yaml:8:3 unknown-fact");
  });

  it("is told where a pack has no such file", async () => {
    const extra = (path: string): PackFile => ({
      pack: "harbour-print-server",
      path,
      shownAs: `harbour-print-server/${path}`,
      text: "a: 1\n",
    });
    for (const path of ["notes.txt", "rules.yaml", "toner/deeper/x.yaml", "toner/x.yml", "toner/.yaml"]) {
      expect(await problemsOf([...files, extra(path)])).toEqual([
        `harbour-print-server/${path}:1:1 unexpected-file`,
      ]);
    }
  });

  it("is one too many where a pack has more than the tool reads", async () => {
    const many = Array.from({ length: 5_001 }, (_, index): PackFile => {
      const path = `${String(index).padStart(4, "0")}.txt`;
      return { pack: "crowd", path, shownAs: `crowd/${path}`, text: "" };
    });
    expect(await problemsOf(many)).toContain("crowd/5000.txt:1:1 too-many-files");
  });

  it("is missed where it is pack.yaml", async () => {
    expect(await problemsOf(files.filter(({ path }) => path !== "pack.yaml"))).toEqual([
      "harbour-print-server/pack.yaml:1:1 pack-file-missing",
    ]);
  });

  it("is told in all files at once, in order", async () => {
    const many = withChange(
      withChange(files, "toner/toner-low.yaml", "severity: info", "severity: infos"),
      "asks.yaml",
      "minutes: 7",
      "minutes: 0",
    );
    expect(await problemsOf(many)).toEqual([
      "harbour-print-server/asks.yaml:14:12 wrong-form",
      "harbour-print-server/toner/toner-low.yaml:4:11 unknown-value",
    ]);
  });

  it("still has its sound parts checked", async () => {
    const both = withChange(
      withChange(files, "toner/toner-low.yaml", "severity: info", "severity: infos"),
      "toner/toner-low.yaml",
      "printer.state: ready\n  toner",
      "printer.stat: ready\n  toner",
    );
    expect(await problemsOf(both)).toEqual([
      "harbour-print-server/toner/toner-low.yaml:4:11 unknown-value",
      "harbour-print-server/toner/toner-low.yaml:9:3 unknown-fact",
    ]);
  });
});

describe("what is no problem but worth a word", () => {
  const warningsOf = async (from: readonly PackFile[]) => {
    const loaded = await load(from);
    return loaded.ok
      ? loaded.warnings.map(
          ({ file, line, column, code }) => `${file.split("/").slice(1).join("/")}:${line}:${column} ${code}`,
        )
      : loaded.problems;
  };

  it.each([
    [
      "set on what is never none",
      "toner/toner-low.yaml",
      "printer.state: ready\n  toner",
      "printer.state: { set: true }\n  toner",
      "toner/toner-low.yaml:9:20 set-says-nothing",
    ],
    [
      "only-when without words",
      "spooler/spooler-crashing.yaml",
      "    if: the server asks for a newer firmware\n",
      "",
      "spooler/spooler-crashing.yaml:29:5 only-when-without-words",
    ],
    [
      "a step that no way leads to",
      "flowchart.yaml",
      "  - { id: done,",
      "  - { id: lost, end: Nobody comes here. }\n  - { id: done,",
      "flowchart.yaml:25:7 step-not-reached",
    ],
    [
      "a comment that cuts a text",
      "toner/toner-low.yaml",
      "- do: Order toner.",
      "- do: Order toner, item #4711",
      "toner/toner-low.yaml:14:9 comment-after-text",
    ],
  ])("%s", async (_, path, from, to, expected) => {
    expect(await warningsOf(withChange(files, path, from, to))).toEqual([expected]);
  });

  it("has a code with a sentence, too", async () => {
    const loaded = await load(
      withChange(files, "toner/toner-low.yaml", "- do: Order toner.", "- do: Order #4711"),
    );
    expect(loaded.ok && loaded.warnings.length).toBe(1);
    for (const { code } of loaded.ok ? loaded.warnings : [])
      expect(Object.keys(problemCodes)).toContain(code);
  });
});

describe("a pack that extends another", () => {
  const night = filesOf("harbour-night-shift");

  it("brings its own facts and rules, and replaces the rules that it overrides", async () => {
    const rulebook = await rulebookOf([...night, ...files]);
    expect(rulebook.packs.map(({ id, version }) => `${id} ${version}`)).toEqual([
      "harbour-print-server 2.4.1",
      "harbour-night-shift 0.3.0",
    ]);
    const stalled = rulebook.rules.find(({ id }) => id === "queue-stalled");
    expect(stalled).toMatchObject({
      pack: "harbour-night-shift",
      confidence: "likely",
      explains: ["lamp-out"],
    });
    expect(rulebook.languages).toEqual(["en", "de", "nl"]);
    expect(rulebook.areas.spooler).toBe("The spooler at night");
    expect(rulebook.healthyWhen).toBe("printing-is-sound");
    expect(rulebook.flowcharts?.first).toBe("printing");
    expect(rulebook.facts).toHaveProperty(["night.lamp"]);
  });

  it("may not have the rules of the other without saying so; both files are named", async () => {
    const silent = withChange(night, "spooler/queue-stalled.yaml", "overrides: true\n", "");
    const loaded = await load([...files, ...silent]);
    expect(loaded.ok ? [] : loaded.problems).toMatchObject([
      {
        file: "harbour-night-shift/spooler/queue-stalled.yaml",
        code: "duplicate-rule",
        message:
          'There are two rules called "queue-stalled": harbour-print-server/spooler/queue-stalled.yaml and harbour-night-shift/spooler/queue-stalled.yaml.',
      },
    ]);
  });

  it("does not hide what is wrong with the rules that it overrides", async () => {
    const wrong = withChange(
      files,
      "spooler/queue-stalled.yaml",
      "- jobs.failed: { above: 4 }",
      "- jobs.faild: { above: 4 }",
    );
    const example = withChange(
      wrong,
      "spooler/queue-stalled.yaml",
      "- jobs.failed: 5",
      "- jobs.failed: five",
    );
    expect(await problemsOf([...example, ...night])).toEqual([
      "harbour-print-server/spooler/queue-stalled.yaml:7:7 unknown-fact",
      "harbour-print-server/spooler/queue-stalled.yaml:18:20 value-does-not-fit",
    ]);
  });

  it("may not override rules of a pack that it does not extend", async () => {
    const stranger = withChange(night, "pack.yaml", "extends: harbour-print-server\n", "");
    expect(await problemsOf([...files, ...stranger])).toEqual([
      "harbour-night-shift/spooler/queue-stalled.yaml:1:5 duplicate-rule",
    ]);
  });

  it("may not declare a fact, list or way of asking twice", async () => {
    const twice = (path: string, text: string): PackFile => ({
      pack: "harbour-night-shift",
      path,
      shownAs: `harbour-night-shift/${path}`,
      text,
    });
    const copies = [
      twice("facts/again.yaml", "printer.state: { type: boolean, description: Again. }\n"),
      twice("lists.yaml", "roots: { title: Again, type: text, entries: [a] }\n"),
      twice("asks.yaml", "read-the-log: { title: a, do: b, look-for: c, who: d, minutes: 1 }\n"),
    ];
    expect(await problemsOf([...files, ...night, ...copies])).toEqual([
      "harbour-night-shift/asks.yaml:1:1 duplicate-ask",
      "harbour-night-shift/facts/again.yaml:1:1 duplicate-fact",
      "harbour-night-shift/lists.yaml:1:1 duplicate-list",
    ]);
  });

  it("may not be extended in turn by the other", async () => {
    const circle = withChange(
      files,
      "pack.yaml",
      "healthy-when:",
      "extends: harbour-night-shift\nhealthy-when:",
    );
    const loaded = await load([...night, ...circle]);
    expect(loaded.ok ? [] : loaded.problems).toMatchObject([
      {
        code: "pack-cycle",
        message:
          "Packs extend each other in a circle: harbour-night-shift -> harbour-print-server -> harbour-night-shift.",
      },
    ]);
  });

  it("says nothing about health where packs that do not build on each other both do", async () => {
    const other: PackFile = {
      pack: "zebra",
      path: "pack.yaml",
      shownAs: "zebra/pack.yaml",
      text: 'id: zebra\nversion: "1.0.0"\ntitle: Zebra\nminimum-tool-version: "0.1.0"\nmaintainers: [Z]\nlanguages: [en]\nhealthy-when: toner-is-sound\n',
    };
    expect((await rulebookOf([...files, other])).healthyWhen).toBeNull();
  });
});

describe("a pack for a newer tool", () => {
  it("is told where the version of the tool is known", async () => {
    const newer = withChange(
      files,
      "pack.yaml",
      'minimum-tool-version: "0.1.0"',
      'minimum-tool-version: "3.2.0"',
    );
    const old = await loadRulebook(newer, sha256, { toolVersion: "3.1.9" });
    expect(old.ok ? [] : old.problems).toMatchObject([{ code: "newer-tool-needed", line: 4, column: 23 }]);
    expect((await loadRulebook(newer, sha256, { toolVersion: "3.2.0" })).ok).toBe(true);
  });
});
