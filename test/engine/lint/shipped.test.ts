import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lint } from "../../../engine/lint/lint.ts";
import { root } from "../../support/source-files.ts";

const pack = "entra-private-network-connector";
const folder = join(root, "rules", pack);

describe("the shipped pack", () => {
  it("has nothing that lint finds", async () => {
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".yaml"),
    );
    const files = paths.map((path) => ({
      pack,
      path: path.replaceAll("\\", "/"),
      shownAs: path.replaceAll("\\", "/"),
      text: readFileSync(join(folder, path), "utf8"),
    }));
    const { problems, warnings, rules } = await lint(files, [pack]);
    expect([...problems, ...warnings].map(({ file, code, message }) => `${file} ${code} ${message}`)).toEqual(
      [],
    );
    expect(rules).toBeGreaterThan(50);
  });
});
