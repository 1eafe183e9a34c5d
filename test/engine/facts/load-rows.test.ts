import { describe, expect, it } from "vitest";
import { evaluate } from "../../../engine/evaluate/evaluate.ts";
import { field, list, rulebook } from "../../support/small-rulebook.ts";

const hosts = list("hosts", { name: field("host"), port: field("number") }, { coveredBy: ["name"] });

async function warningsOf(items: object[], covers: object[] = []) {
  const facts = { hosts: { items, covers } } as never;
  return (await evaluate(rulebook([hosts], []), { facts: { facts } })).memory.warnings;
}

describe("the rows of a list", () => {
  it("are told once of what is wrong in many of them", async () => {
    const rows = Array.from({ length: 700 }, () => ({ port: "8443" }));
    expect(await warningsOf(rows)).toMatchObject([{ code: "value-set-aside", fact: "hosts" }]);
  });

  it("do not fill the report with fields that no pack knows", async () => {
    const rows = Array.from({ length: 700 }, (_, index) => ({ [`field-${index}`]: 7 }));
    const warnings = await warningsOf(rows, [{ port: 8443 }]);
    expect(warnings).toHaveLength(21);
    expect(warnings.map(({ message }) => message)).toContain(
      "There is more in the fact hosts that was not used.",
    );
  });
});
