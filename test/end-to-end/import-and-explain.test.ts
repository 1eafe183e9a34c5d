import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../schemas/generated/types.ts";
import { allDiagnoses, diagnoseToReport } from "./report.ts";
import { run, unwrapped } from "./run.ts";
import { scratch } from "./scratch.ts";

const folder = scratch();

/** What a report says, apart from the files it was made of. */
const judgement = ({ sources: _, ...report }: Report) => report;

describe("import", () => {
  it.concurrent.each([
    "expired-certificate",
    "healthy.yaml",
    "proxy-set-in-one-place.yaml",
    "almost-nothing-known.yaml",
  ])("makes a fact file of %s that gives the same report", async (name) => {
    const direct = await diagnoseToReport([`examples/${name}`]);
    const file = join(folder.path, `${name}.json`);
    expect(await run(["import", `examples/${name}`, "--out", file])).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "",
    });
    const later = await diagnoseToReport([file], { env: { SOURCE_DATE_EPOCH: "1999999999" } });
    expect(later.exitCode).toBe(direct.exitCode);
    expect(judgement(later.report)).toEqual(judgement(direct.report));
  });

  it("made again of its own fact file, makes the same facts", async () => {
    const once = (await run(["import", "examples/expired-certificate"])).stdout;
    const twice = (await run(["import", folder.write({ "facts.json": once })])).stdout;
    const { sources: _, ...facts } = JSON.parse(once);
    expect(JSON.parse(twice)).toMatchObject(facts);
  });

  it("writes the same bytes every time", async () => {
    const runs = await Promise.all([1, 2].map(() => run(["import", "examples/expired-certificate"])));
    expect(runs[0]?.stdout).toBe(runs[1]?.stdout);
  });

  it("keeps a fact that no pack knows", async () => {
    const { stdout } = await run(["import", folder.write({ "odd.yaml": "facts: { room.celsius: 21 }" })]);
    expect(JSON.parse(stdout).facts["room.celsius"]).toMatchObject({ value: 21 });
  });

  it("writes a fact file for each server that the files name, into a folder", async () => {
    const facts = (host: string, minutes: number) =>
      `subject: { host: ${host} }\nfacts: { backend.seconds: ${minutes} }\n`;
    folder.write(
      { "conn-07.yaml": facts("conn-07.contoso.example", 7), "conn-08.yaml": facts("CONN-08", 88) },
      "two",
    );
    const input = join(folder.path, "two");
    const out = join(folder.path, "of-each/server/");
    const { exitCode, stdout, stderr } = await run([
      "import",
      input,
      "--out",
      out,
      "--symptom",
      "Bad gateway",
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toBe(`${out}CONN-08.json\n${out}conn-07.contoso.example.json\n`);
    const read = (name: string) => JSON.parse(readFileSync(join(out, name), "utf8"));
    expect(read("CONN-08.json")).toMatchObject({
      subject: { host: "CONN-08" },
      facts: { "backend.seconds": { value: 88 }, "reported.symptoms": { items: [{ name: "bad-gateway" }] } },
    });
    expect(read("conn-07.contoso.example.json").facts["backend.seconds"].value).toBe(7);
    const one = await run(["import", input, "--out", out, "--host", "conn-08"]);
    expect(one).toEqual({ exitCode: 0, stdout: `${out}CONN-08.json\n`, stderr: "" });
  });

  it("names the reported symptoms in each of them, and tells of those that nobody knows", async () => {
    const facts = (host: string, symptom: string) =>
      `subject: { host: ${host} }\nfacts: { reported.symptoms: [{ name: ${symptom} }] }\n`;
    folder.write(
      { "a.yaml": facts("conn-17", "Bad gateway"), "b.yaml": facts("conn-18", "bad-gatway") },
      "told",
    );
    const out = join(folder.path, "told-each/");
    const { exitCode, stderr } = await run(["import", join(folder.path, "told"), "--out", out]);
    expect(exitCode).toBe(0);
    expect(unwrapped(stderr)).toContain(
      'conn-18.json: No loaded pack knows the reported symptom "bad-gatway"',
    );
    const { facts: written } = JSON.parse(readFileSync(join(out, "conn-17.json"), "utf8"));
    expect(written["reported.symptoms"].items).toMatchObject([{ name: "bad-gateway" }]);
  });

  it("writes nothing for a server that the files do not name", async () => {
    const out = join(folder.path, "of-nobody/");
    const input = join(folder.path, "two");
    const { exitCode, stdout, stderr } = await run(["import", input, "--out", out, "--host", "conn-99"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain('called "conn-99"');
  });

  it("says on stderr where the folder for the servers could not be made", async () => {
    const file = folder.write({ "taken/facts.json": "an older file" });
    const { exitCode, stdout, stderr } = await run(["import", "examples/healthy.yaml", "--out", `${file}/`]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("is not a folder");
  });

  it("says on stderr where it could not write, and keeps what was there", async () => {
    const file = folder.write({ "report/facts.json": "an older file" });
    const { exitCode, stderr } = await run([
      "import",
      "examples/expired-certificate",
      "--out",
      join(file, "facts.json"),
    ]);
    expect(exitCode).toBe(2);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(readFileSync(file, "utf8")).toBe("an older file");
  });
});

describe("explain", () => {
  it.concurrent.each<[string, string, string, RegExp]>([
    [
      "how it was proved, and where",
      "trust-certificate-expired",
      "expired-certificate",
      /^Found: .*What proves it:.*certificates\/connector-rtm-07\.cer/,
    ],
    [
      "how it was refuted, and where",
      "port-443-blocked",
      "proxy-set-in-one-place.yaml",
      /^Ruled out: .*What rules it out:.*proxy\.in-use.*proxy-set-in-one-place\.yaml/,
    ],
    [
      "what it waits for, and how to get it",
      "clock-skew",
      "almost-nothing-known.yaml",
      /^Could not check: .*host\.clock\.offset.*To get it:.*w32tm/,
    ],
    [
      "what brought it about",
      "connector-inactive",
      "several-faults-one-cause.yaml",
      /^Found: .*\(connector-service-stopped\), which explains it\./,
    ],
    ["a proof of health", "connector-is-healthy", "healthy.yaml", /^Found: .*What proves it:/],
  ])("tells of a rule %s", async (_, rule, example, message) => {
    const { exitCode, stdout, stderr } = await run(["explain", rule, `examples/${example}`]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(unwrapped(stdout)).toMatch(message);
  });

  it("takes a fact file from stdin", async () => {
    const { stdout } = await run(["explain", "connector-service-stopped", "-"], {
      input: "facts: { services.connector.state: paused }",
    });
    expect(unwrapped(stdout)).toMatch(/^Found: .*paused/);
  });

  it("says nothing else where the input cannot be read", async () => {
    const { exitCode, stdout, stderr } = await run(["explain", "clock-skew", "no/such/file"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("no/such/file");
  });
});

describe("--rule", () => {
  it("leaves only what was asked for among the diagnoses", async () => {
    const { report } = await diagnoseToReport([
      "examples/several-faults-one-cause.yaml",
      "--rule",
      "connector-inactive",
    ]);
    expect(allDiagnoses(report)).toEqual(["connector-inactive"]);
  });

  it("may name several", async () => {
    const { report } = await diagnoseToReport([
      ...[
        "examples/several-faults-one-cause.yaml",
        "--rule",
        "connector-inactive",
        "--rule",
        "proxy-address-malformed",
      ],
    ]);
    expect(allDiagnoses(report).sort()).toEqual(["connector-inactive", "proxy-address-malformed"]);
  });
});
