import { describe, expect, it } from "vitest";
import { placedLeaves } from "../../../../engine/trial/conditions/placed-leaves.ts";
import { packOf } from "../harbour.ts";

const { rulebook, declared } = await packOf();

function leavesOf(id: string) {
  const rule = rulebook.rules.find((each) => each.id === id);
  const document = declared.rules.known.get(id)?.document;
  if (rule === undefined || document?.value.when === undefined) throw new Error(`There is no rule ${id}.`);
  return placedLeaves(document.value.when, rule.when, ["when"]).map(({ leaf, path, rowsOf }) => {
    const { line, column } = document.keyPlaceOf(path);
    const what =
      leaf.kind === "test"
        ? `${leaf.subject} ${leaf.operator}`
        : leaf.kind === "rule"
          ? leaf.rule
          : `${leaf.kind} ${leaf.list}`;
    return `${line}:${column} ${rowsOf === null ? "" : `${rowsOf}: `}${what}`;
  });
}

describe("the leaves of a condition", () => {
  it.each<[string, string[]]>([
    [
      "toner-low",
      [
        "8:3 toner.level one-of",
        "9:3 printer.state is",
        "10:17 toner.used at-least",
        "11:19 printer.port is-not",
      ],
    ],
    [
      "queue-stalled",
      [
        "7:22 jobs.failed above",
        "8:7 every jobs",
        "9:16 jobs: account is",
        "9:47 jobs: pages at-least",
        "10:27 jobs: printed below",
        "10:52 jobs: printed is-not",
        "10:74 jobs: left above",
        "11:7 some jobs.same-queue",
        "12:31 jobs.same-queue: night.error set",
        "12:59 jobs.same-queue: clerk.error set",
        "12:82 jobs.same-queue: queue is",
      ],
    ],
    [
      "printing-is-sound",
      [
        "6:7 night-queue-stalled",
        "6:7 queue-stalled",
        "6:7 restart-logged",
        "6:7 spooler-crashing",
        "7:7 portal-certificate-expired",
        "8:7 toner-is-sound",
        "9:7 nothing-printed",
      ],
    ],
    [
      "portal-root-foreign",
      [
        "7:34 portal.certificate.root not-in",
        "8:7 some portal.certificates",
        "9:30 portal.certificates: thumbprint same-as",
        "9:75 portal.certificates: thumbprint contains",
        "9:104 portal.certificates: root one-of",
      ],
    ],
    [
      "night-queue-stalled",
      [
        "8:7 queue-stalled",
        "9:23 jobs.longest at-most",
        "11:9 none jobs",
        "12:18 jobs: account is",
        "12:49 jobs: error differs-from",
        "12:83 jobs: target-role is",
      ],
    ],
  ])("of %s are found where they were written", (id, leaves) => {
    expect(leavesOf(id)).toEqual(leaves);
  });

  it("that do not belong to the source are our own mistake", () => {
    const rule = rulebook.rules.find(({ id }) => id === "toner-low");
    if (rule === undefined) throw new Error("The rule is gone.");
    expect(() => placedLeaves({ "toner.left": 3, "printer.state": "ready" }, rule.when, [])).toThrow(
      /source/,
    );
  });
});
