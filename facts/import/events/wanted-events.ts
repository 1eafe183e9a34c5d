import type { CollectEvents } from "../../../schemas/generated/types.ts";
import { foldText } from "../../../schemas/values/text-equal.ts";
import type { EventRecord } from "../../formats/event-record.ts";
import type { WantedFact } from "../wanted-fact.ts";

export type WantedEvents = WantedFact<CollectEvents>;

type Named = Pick<EventRecord, "channel" | "provider" | "eventId">;

/** Windows does not tell upper from lower case in the names of channels and providers. */
export function eventTest({ collect }: WantedEvents): (event: Named) => boolean {
  const channels = foldedSet(collect.channels);
  const providers = foldedSet(collect.providers);
  const ids = collect["event-ids"] === undefined ? undefined : new Set(collect["event-ids"]);
  return ({ channel, provider, eventId }) =>
    (channels === undefined || (channel !== undefined && channels.has(foldText(channel)))) &&
    (providers === undefined || (provider !== undefined && providers.has(foldText(provider)))) &&
    (ids === undefined || (eventId !== undefined && ids.has(eventId)));
}

function foldedSet(names: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return names === undefined ? undefined : new Set(names.map(foldText));
}
