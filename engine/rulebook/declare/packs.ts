import type { PackFile as PackHeader } from "../../../schemas/generated/types.ts";
import { compareVersions } from "../../../schemas/values/version.ts";
import type { Findings } from "../findings.ts";
import { inOrder } from "../graph.ts";
import { inside, type PackDocument, rootOf } from "../parse/document.ts";
import { circleInWords, didYouMean, quoted } from "../words.ts";

export type Header = PackDocument<Partial<PackHeader>>;

/** The packs in the order in which they build on each other. */
export interface PackOrder {
  /** Folder names; a pack stands after the one that it extends. */
  readonly folders: readonly string[];
  /** Does the first one build on the second, directly or not? */
  extendsPack(folder: string, base: string): boolean;
}

export function orderPacks(headers: ReadonlyMap<string, Header | null>, findings: Findings): PackOrder {
  const baseOf = (folder: string): string | undefined => headers.get(folder)?.value.extends;
  for (const [folder, header] of headers) if (header !== null) checkBase(header, folder, headers, findings);
  const { order, circles } = inOrder(headers.keys(), (folder) => [baseOf(folder) ?? ""]);
  for (const circle of circles) {
    const header = headers.get(circle[0] ?? "");
    if (header)
      findings.problem(
        inside(rootOf(header), "extends"),
        "pack-cycle",
        `Packs extend each other in a circle: ${circleInWords(circle)}.`,
        "Leave one of the extends out.",
      );
  }
  const extendsPack = (folder: string, base: string): boolean => {
    const seen = new Set<string>();
    for (let at = baseOf(folder); at !== undefined && !seen.has(at); at = baseOf(at)) {
      if (at === base) return true;
      seen.add(at);
    }
    return false;
  };
  return { folders: [...order, ...circles.flatMap((circle) => circle.slice(1))], extendsPack };
}

function checkBase(
  header: Header,
  folder: string,
  headers: ReadonlyMap<string, Header | null>,
  findings: Findings,
): void {
  const { id, extends: base } = header.value;
  if (id !== undefined && id !== folder) {
    findings.problem(
      inside(rootOf(header), "id"),
      "pack-id-differs",
      `The pack ${quoted(id)} lies in the folder ${quoted(folder)}.`,
      "Give both the same name.",
    );
  }
  if (base !== undefined && !headers.has(base)) {
    const hint = didYouMean(
      base,
      [...headers.keys()].filter((each) => each !== folder),
      "Name its folder with --pack, too.",
    );
    findings.problem(
      inside(rootOf(header), "extends"),
      "unknown-pack",
      `The pack ${quoted(base)} that this one extends is not loaded.`,
      hint,
    );
  }
}

export function checkToolVersion(header: Header, toolVersion: string, findings: Findings): void {
  const needed = header.value["minimum-tool-version"];
  if (needed === undefined || compareVersions(toolVersion, needed) >= 0) return;
  findings.problem(
    inside(rootOf(header), "minimum-tool-version"),
    "newer-tool-needed",
    `The pack needs version ${needed} of the tool; this is version ${toolVersion}.`,
    "Use a newer version of the tool.",
  );
}
