import type { Findings } from "../findings.ts";
import { inside, keyOf } from "../parse/document.ts";
import type { FactDefinition, ListFact, ScalarFact } from "../rulebook.ts";
import { quoted } from "../words.ts";
import { commonParts } from "./draft-scalars.ts";
import type { FactEntry } from "./entries.ts";

/** The one row that `pick` gives, part by part: whether it was found, and each of its fields. */
export function draftRow(
  { name, source, spot }: FactEntry,
  facts: ReadonlyMap<string, FactDefinition>,
  findings: Findings,
): readonly ScalarFact[] | null {
  const { derived } = source;
  if (derived === undefined || !("pick" in derived)) {
    const hint = "Add derived: and under it pick: with from: and where:.";
    const at = derived === undefined ? keyOf(spot) : keyOf(spot, "derived");
    findings.problem(
      at,
      "declaration-incomplete",
      "A record is the one row that pick gives, and this has no pick.",
      hint,
    );
    return null;
  }
  const list = facts.get(derived.pick.from);
  // Whether the list exists is told with the derivation.
  if (list?.kind !== "list") return null;
  if (list.key.length === 0) {
    const hint = `Let the catalogue say key: for ${quoted(list.id)}, the fields that make a row unique.`;
    findings.problem(
      inside(spot, "derived", "pick", "from"),
      "pick-without-key",
      `${quoted(list.id)} has no key, so that nobody can say that a row is the only one.`,
      hint,
    );
    return null;
  }
  return partsOf(name, list, commonParts(source));
}

function partsOf(
  name: string,
  list: ListFact,
  common: ReturnType<typeof commonParts>,
): readonly ScalarFact[] {
  const about = common.description.replace(/\.$/, "");
  const part = { kind: "scalar" as const, ...common, derived: null, settledBy: null };
  const fields = Object.entries(list.fields).map(
    ([field, { derived: _, ...own }]): ScalarFact => ({
      ...part,
      ...own,
      id: `${name}.${field}`,
      description: `${about}: ${own.description}`,
      sensitive: common.sensitive || list.sensitive || own.sensitive,
      orNone: true,
    }),
  );
  const found = {
    type: "boolean" as const,
    values: [],
    alsoWritten: {},
    unit: null,
    orNone: false,
    message: false,
  };
  return [
    { ...part, ...found, id: `${name}.found`, description: `${about}: whether it was found` },
    ...fields,
  ];
}
