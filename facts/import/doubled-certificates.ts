import type { FactEntry } from "../../schemas/generated/types.ts";
import type { Warning } from "./format.ts";
import { listed } from "./sentences.ts";
import { type Plan, wantedOf } from "./wanted-fact.ts";

/** Two files with the same certificate are one row; whoever sent two may have meant to send two certificates. */
export function doubledCertificates(
  facts: Readonly<Record<string, FactEntry>>,
  plan: Plan,
  pathOf: (source: string) => string,
): Warning[] {
  return [...new Set(wantedOf(plan, "certificates").map(({ fact }) => fact))].flatMap((fact) => {
    const entry = facts[fact];
    if (entry === undefined || !("items" in entry)) return [];
    return entry.items.flatMap(({ from = [], thumbprint }) => {
      const paths = [...new Set(from.map(({ source }) => pathOf(source)))].sort();
      if (paths.length < 2) return [];
      const message = `${listed(paths)} hold the same certificate (${String(thumbprint)}); it counts once.`;
      return [{ code: "certificate-twice", message, fact }];
    });
  });
}
