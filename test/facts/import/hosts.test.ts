import { describe, expect, it } from "vitest";
import { hostNamed, hostsOf } from "../../../facts/import/hosts.ts";
import { event, events, trustSettings } from "./plan.ts";
import { coversOf, factOf, importCase, rowsOf, sourceAt } from "./run-import.ts";

const admin = "events.connector-admin";
const of = (computer: string, first = 40) => events(first, 3, { computer }).join("\n");

describe("names of servers", () => {
  it.each([
    ["one name in several spellings", ["CONN-07", "conn-07"], ["CONN-07"]],
    ["a short and a full name", ["CONN-07", "conn-07.contoso.example"], ["conn-07.contoso.example"]],
    [
      "a NetBIOS name that was cut",
      ["CONTOSO-CONNECT", "contoso-connector-07.contoso.example"],
      ["contoso-connector-07.contoso.example"],
    ],
    ["two servers", ["CONN-07", "CONN-08.contoso.example"], ["CONN-07", "CONN-08.contoso.example"]],
    [
      "one short name for two domains",
      ["CONN-07", "conn-07.a.example", "conn-07.b.example"],
      ["CONN-07", "conn-07.a.example", "conn-07.b.example"],
    ],
  ])("%s", (_what, names, expected) => {
    expect(hostsOf(names).map(({ name }) => name)).toEqual(expected);
    expect(hostsOf([...names].reverse()).map(({ name }) => name)).toEqual(expected);
  });

  it("are found by any of their names", () => {
    const hosts = hostsOf(["conn-07.contoso.example", "conn-08.contoso.example"]);
    expect(hostNamed("CONN-07", hosts)?.name).toBe("conn-07.contoso.example");
    expect(hostNamed("conn", hosts)).toBeUndefined();
  });
});

describe("files of one server", () => {
  it("say its name by their content", async () => {
    const imported = await importCase({
      "a.xml": of("CONN-07.contoso.example"),
      "b.yaml": "subject: { host: conn-07 }\nfacts: {}\n",
    });
    expect(imported.factFile.subject).toEqual({ host: "CONN-07.contoso.example" });
    expect(imported.hosts).toEqual([]);
  });

  it("may name the computer as it was called before", async () => {
    const renamed = [
      event({ record: 1, time: "2026-11-01T08:00:00.000Z", computer: "WIN-8K3J2H1" }),
      event({ record: 2, time: "2026-11-01T08:10:00.000Z", computer: "WIN-8K3J2H1" }),
      event({ record: 3, time: "2026-11-01T09:00:00.000Z", computer: "CONN-07.contoso.example" }),
    ];
    const imported = await importCase({ "a.xml": renamed.reverse().join("\n") });
    expect(imported.factFile.subject).toEqual({ host: "CONN-07.contoso.example" });
    expect(rowsOf(imported, admin)).toHaveLength(3);
  });

  it("are called what the person calls it, where no file says", async () => {
    const imported = await importCase({ "TrustSettings.xml": trustSettings() }, { host: "CONN-09" });
    expect(imported.factFile.subject).toEqual({ host: "CONN-09" });
  });
});

describe("files of several servers", () => {
  const upload = {
    "CONN-07/events.xml": of("CONN-07.contoso.example"),
    "CONN-07/conf/TrustSettings.xml": trustSettings(),
    "second/events.xml": of("CONN-08.contoso.example"),
    "second/TrustSettings.xml": trustSettings("A".repeat(40)),
    "conn-08_settings.xml": trustSettings("B".repeat(40)),
    "stray.xml": trustSettings("C".repeat(40)),
  };

  it("are not merged before the person has chosen one", async () => {
    const imported = await importCase(upload);
    expect(imported.hosts).toEqual(["CONN-07.contoso.example", "CONN-08.contoso.example"]);
    expect(imported.problems).toMatchObject([
      {
        file: "--host",
        code: "several-hosts",
        hint: "Choose one, for example: --host CONN-07.contoso.example. Or make a fact file of each: import --out FOLDER/.",
      },
    ]);
    expect(imported.factFile.facts).toEqual({});
  });

  it("are told apart by content, name and folder once one is chosen", async () => {
    const imported = await importCase(upload, { host: "conn-07" });
    expect(imported.factFile.subject).toEqual({ host: "CONN-07.contoso.example" });
    expect(factOf(imported, "trust.thumbprint")).toMatchObject({
      value: "4905CC64B2D81BBED60962ECC5DCF63F643CCD55",
    });
    expect(rowsOf(imported, admin)).toHaveLength(3);
    const other = await importCase(upload, { host: "CONN-08.contoso.example" });
    expect(factOf(other, "trust.thumbprint")).toMatchObject({
      conflict: [{ value: "A".repeat(40) }, { value: "B".repeat(40) }],
    });
  });

  it("that were left out are listed and counted", async () => {
    const imported = await importCase(upload, { host: "CONN-07" });
    expect(sourceAt(imported, "second/events.xml")?.notes?.join(" ")).toContain("of CONN-08.contoso.example");
    expect(imported.warnings).toMatchObject([
      { code: "other-host", message: "3 files of other servers than CONN-07.contoso.example were left out." },
      { code: "host-not-known", file: "stray.xml" },
    ]);
  });

  it("do not include the one that was asked for", async () => {
    const imported = await importCase(upload, { host: "CONN-99" });
    expect(imported.problems).toMatchObject([
      { code: "unknown-host", message: expect.stringContaining("CONN-08.contoso.example") },
    ]);
    expect(imported).toMatchObject({ recognised: 0, factFile: { facts: {} } });
    const alone = await importCase({ "events.xml": of("CONN-07") }, { host: "CONN-99" });
    expect(alone).toMatchObject({ recognised: 0, hosts: ["CONN-07"], problems: [{ code: "unknown-host" }] });
  });

  it("in one log give the rows of the chosen one, and cover nothing", async () => {
    const mixed = events(40, 6).map((text, index) =>
      index % 2 === 0 ? text : text.replace("CONN-07", "CONN-08"),
    );
    const imported = await importCase({ "forwarded.xml": mixed.join("\n") }, { host: "CONN-08" });
    expect(rowsOf(imported, admin)?.map((row) => row["record-id"])).toEqual([41, 43, 45]);
    expect(coversOf(imported, admin)).toBeUndefined();
  });
});
