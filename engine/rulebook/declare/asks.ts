import type { AskSource } from "../../../schemas/generated/types.ts";
import type { Ask } from "../rulebook.ts";

export const askFrom = (id: string, source: AskSource): Ask => ({
  id,
  title: source.title.trim(),
  do: source.do.trim(),
  run: source.run?.trim() ?? null,
  lookFor: source["look-for"].trim(),
  who: source.who.trim(),
  minutes: source.minutes,
});
