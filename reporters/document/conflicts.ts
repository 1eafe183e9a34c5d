import type { Report } from "../../schemas/generated/types.ts";
import type { Block, SeenLine } from "./block.ts";
import { counted } from "./count.ts";
import { placesOf } from "./places.ts";
import type { SeenOptions } from "./seen.ts";

/** Facts that the sources claim differently, with the place of every claim. */
export function conflicts(report: Report, { sources, verbose }: SeenOptions): readonly Block[] {
  if (report.conflicts.length === 0) return [];
  const lines = report.conflicts.flatMap(({ fact, claims }) =>
    claims.map(
      ({ value, from }): SeenLine => ({
        fact,
        found: value,
        places: placesOf(from, sources, verbose),
        rows: [],
        notes: [],
      }),
    ),
  );
  const lead = `${counted(report.conflicts.length, "fact")}. Find out which claim is right:`;
  return [
    {
      kind: "section",
      title: "SOURCES DISAGREE",
      tone: "open",
      lead: [lead],
      blocks: [{ kind: "seen", lines }],
    },
  ];
}
