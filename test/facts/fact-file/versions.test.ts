import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFactFile } from "../../../facts/fact-file/read-fact-file.ts";
import { importPaths } from "../../../facts/import/import-paths.ts";
import { fakeWorld } from "../fake-world.ts";

/** A file of every version that was ever released, with everything that the version could say. Never change one. */
const golden = (version: number): Buffer =>
  readFileSync(new URL(`../../fixtures/fact-files/version-${version}.json`, import.meta.url));

describe("fact files of every version", () => {
  it("can be read for ever: version 1", async () => {
    const read = await readFactFile(golden(1), "version-1.json");
    expect(read).toMatchObject({
      ok: true,
      file: { schemaVersion: 1, facts: { "trust.in-user-store": { value: false } } },
    });
    const imported = await importPaths(
      fakeWorld({ "/x/version-1.json": golden(1) }),
      ["/x/version-1.json"],
      [],
    );
    expect(imported).toMatchObject({ recognised: 1, problems: [], warnings: [] });
    expect(Object.keys(imported.factFile.facts)).toHaveLength(7);
    expect(imported.factFile).toMatchObject({
      subject: { host: "CONN-07.contoso.example", role: "connector" },
      collectedAt: { from: "2026-11-20T14:05:07Z", to: "2026-11-20T15:06:11.25+01:00" },
      facts: {
        "trust.in-user-store": {
          value: false,
          earlier: [{ value: true }],
          from: [{ source: "s-0a1b2c3d", at: "line 5" }],
        },
        services: { items: [], covers: [{}] },
        "events.connector-admin": { items: [{ "event-id": 1042, from: [{ at: "record 4711" }] }] },
      },
    });
  });
});
