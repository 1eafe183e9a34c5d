import { describe, expect, it } from "vitest";
import { trustSettings } from "./plan.ts";
import { factOf, importCase, rowsOf, sourceAt } from "./run-import.ts";

const yaml = `# answers of the customer
subject: { host: CONN-07, role: connector }
facts:
  proxy.connector.address: proxy.contoso.example:8443
  proxy.winhttp.address: none
  os.version: { value: "10.0.20348", note: read from winver }
  network.probes:
    - { host: a.contoso.example, port: 8443 }
    - { host: b.contoso.example, port: 8443 }
  services: { items: [{ name: Contoso }], complete: true }
  portal.open: { unknown: access-denied }
  clock.offset: { conflict: [{ value: 3 }, { value: 40, from: [{ source: call, at: minute 12 }] }] }
`;

describe("a fact file among the files", () => {
  it("gives every value and row with the line it stands on", async () => {
    const imported = await importCase({ "answers.yaml": yaml });
    const source = Object.keys(imported.factFile.sources ?? {}).find(
      (key) => imported.factFile.sources?.[key]?.kind === "fact-file",
    );
    const line = (number: number) => [{ source, at: `line ${number}` }];
    expect(imported.factFile.facts).toEqual({
      "proxy.connector.address": { value: "proxy.contoso.example:8443", from: line(4) },
      "proxy.winhttp.address": { value: null, from: line(5) },
      "os.version": { value: "10.0.20348", note: "read from winver", from: line(6) },
      "network.probes": {
        items: [
          { host: "a.contoso.example", port: 8443, from: line(8) },
          { host: "b.contoso.example", port: 8443, from: line(9) },
        ],
        from: expect.anything(),
      },
      services: { items: [{ name: "Contoso", from: line(10) }], covers: [{}], from: line(10) },
      "portal.open": { unknown: "access-denied", from: line(11) },
      "clock.offset": {
        conflict: [
          { value: 3, from: line(12) },
          { value: 40, from: [{ source: expect.any(String), at: "minute 12" }] },
        ],
      },
    });
    expect(imported.factFile.subject).toEqual({ host: "CONN-07", role: "connector" });
  });

  it("lists a source that it names without describing it", async () => {
    const imported = await importCase({ "answers.yaml": yaml });
    const named = Object.values(imported.factFile.sources ?? {}).filter(({ kind }) => kind === "named-only");
    expect(named).toEqual([
      { kind: "named-only", notes: ['answers.yaml calls it "call" and does not describe it.'] },
    ]);
  });

  it("keeps its own time and producer where it stands alone, and its sources by their content", async () => {
    const collectedAt = { from: "2026-11-20T10:00:00Z", to: "2026-11-20T10:05:00Z" };
    const producer = { name: "somebody", mode: "hand" };
    const sha256 = "ab".repeat(32);
    const facts = { a: { value: 1, from: [{ source: "x" }] } };
    const content = {
      schemaVersion: 1,
      producer,
      collectedAt,
      sources: { x: { kind: "text", path: "x.txt", sha256 } },
      facts,
    };
    const ours = { producer: { name: "connector-doctor", version: "0.1.0", mode: "import" as const } };
    const alone = await importCase({ "facts.json": JSON.stringify(content) }, ours);
    expect(alone.factFile).toMatchObject({
      producer,
      collectedAt,
      sources: { "s-abababab": { path: "x.txt" } },
    });
    expect(factOf(alone, "a")).toEqual({ value: 1, from: [{ source: "s-abababab" }] });
    const together = await importCase(
      { "facts.json": JSON.stringify(content), "TrustSettings.xml": trustSettings() },
      ours,
    );
    expect(together.factFile).toMatchObject({ ...ours, collectedAt: { from: collectedAt.from } });
  });

  it("gives each row of a list its own line, unless the list says where it comes from", async () => {
    const rows = "[\n      { name: a },\n      { name: b }\n    ]";
    const imported = await importCase({
      "answers.yaml": `facts:\n  own:\n    items: ${rows}\n    covers: [{}]\n  told:\n    items: ${rows}\n    from: [{ source: call, at: page 7 }]\n`,
    });
    const placesOf = (fact: string) =>
      rowsOf(imported, fact)?.map(({ from }) => (Array.isArray(from) ? from.map(({ at }) => at) : []));
    expect(placesOf("own")).toEqual([["line 4"], ["line 5"]]);
    expect(placesOf("told")).toEqual([["page 7"], ["page 7"]]);
  });

  it("loses passwords that somebody wrote into it", async () => {
    const content =
      "facts:\n  proxy.address: http://svc:Hunter2x@proxy.contoso.example:8443\n  log: [{ message: 'password=Hunter2x' }]\n";
    const imported = await importCase({ "answers.yaml": content });
    expect(JSON.stringify(imported)).not.toContain("Hunter2x");
    const wrong = await importCase({
      "answers.yaml": "facts:\n  a: { unknown: 'password=Hunter2x' }\n",
      "b.yaml": "facts: {}",
    });
    expect(wrong.problems).toHaveLength(1);
    expect(JSON.stringify(wrong)).not.toContain("Hunter2x");
  });

  it("with mistakes gives no facts; each mistake is a problem, and the report hears of the file", async () => {
    const imported = await importCase({
      "answers.yaml": "facts:\n  a: []\n  b: []\n  c: 1\n",
      "TrustSettings.xml": trustSettings(),
    });
    expect(imported.problems).toMatchObject([
      { file: "/case/answers.yaml", line: 2 },
      { file: "/case/answers.yaml", line: 3 },
    ]);
    expect(imported.warnings).toMatchObject([
      { code: "fact-file-not-used", file: "answers.yaml", message: expect.stringContaining("2 problems") },
    ]);
    expect(sourceAt(imported, "answers.yaml")?.notes).toHaveLength(1);
    expect(imported).toMatchObject({ recognised: 1 });
    expect(factOf(imported, "c")).toBeUndefined();
  });

  it.each([
    ["a web archive", "capture.json", '{"log":{"entries":[]}}'],
    ["settings of another program", "docker-compose.yaml", "services:\n  web: {}\n"],
    ["notes that speak of facts", "README.md", "# Notes\n\nfacts:\n  x: 1\n"],
  ])("is not seen in %s", async (_what, name, content) => {
    const imported = await importCase({ [name]: content, "TrustSettings.xml": trustSettings() });
    expect(sourceAt(imported, name)).toMatchObject({ kind: "unrecognized" });
    expect(imported.problems).toEqual([]);
  });

  it.each([
    ["without an ending", "answers", "---\n# by phone\nfacts:\n  a: 1\n"],
    ["as text", "answers.txt", "subject: { host: CONN-07 }\nfacts:\n  a: 1\n"],
    ["as JSON with sources first", "x.json", '{"schemaVersion": 1, "sources": {}, "facts": {"a": 1}}'],
  ])("is known %s", async (_what, name, content) => {
    expect(factOf(await importCase({ [name]: content }), "a")).toMatchObject({ value: 1 });
  });
});
