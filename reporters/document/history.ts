import type { Report } from "../../schemas/generated/types.ts";
import { type Block, entry, paragraph } from "./block.ts";
import { named, type Titles } from "./names.ts";
import { type SeenOptions, seen } from "./seen.ts";

/** What speaks of the past and is no diagnosis; it is always printed, with the reason. */
export function history({ setAside }: Report, options: SeenOptions, titles: Titles): readonly Block[] {
  if (setAside.length === 0) return [];
  const blocks = setAside.map(({ rule, title, by, because, evidence }) =>
    entry(
      [`${title} (`, { code: rule }, ")"],
      paragraph(
        ...(because.trim() === "" ? [] : [`${because} `]),
        "Set aside by: ",
        ...named(by, titles),
        ".",
      ),
      seen(evidence, options),
    ),
  );
  const lead = "Found in the evidence, but no diagnosis now:";
  return [{ kind: "section", title: "SET ASIDE AS HISTORY", tone: "neutral", lead: [lead], blocks }];
}
