import type { ReadRulebook } from "../rulebook/load.ts";

/** A pack that loads: what it means, and how its authors wrote it. */
export type Pack = Omit<ReadRulebook, "problems" | "warnings">;
