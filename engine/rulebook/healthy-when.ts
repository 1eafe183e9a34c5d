import { isRule } from "./condition/rule-test.ts";
import type { Declared } from "./declare/declared.ts";
import type { Header, PackOrder } from "./declare/packs.ts";
import type { Findings } from "./findings.ts";
import { inside, rootOf } from "./parse/document.ts";
import type { Sources } from "./parse/read-packs.ts";
import { quoted } from "./words.ts";

/**
 * The all-clear that proves the whole subject sound. Packs that do not build on each other each speak of their own
 * subject: then none of their all-clears proves everything, and there is none.
 */
export function healthyWhen(
  { headers }: Sources,
  { folders, extendsPack }: PackOrder,
  declared: Declared,
  findings: Findings,
): string | null {
  const named = folders.flatMap((folder) => {
    const header = headers.get(folder);
    const rule = header?.value["healthy-when"];
    if (!header || rule === undefined) return [];
    checkAllClear(header, rule, declared, findings);
    return [{ folder, rule }];
  });
  const top = named.at(-1);
  const isAlone =
    top !== undefined &&
    folders.every(
      (folder) => folder === top.folder || extendsPack(top.folder, folder) || extendsPack(folder, top.folder),
    );
  return isAlone ? top.rule : null;
}

function checkAllClear(header: Header, rule: string, declared: Declared, findings: Findings): void {
  const spot = inside(rootOf(header), "healthy-when");
  if (!isRule(rule, spot, { declared, findings })) return;
  const kind = declared.rules.known.get(rule)?.kind ?? "all-clear";
  if (kind === "all-clear") return;
  findings.problem(
    spot,
    "kind-does-not-fit",
    `"healthy-when" names ${quoted(rule)}, a rule of the kind ${kind}.`,
    "Name a rule of the kind all-clear.",
  );
}
