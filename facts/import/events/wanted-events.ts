import type { CollectEvents } from "../../../schemas/generated/types.ts";
import { nameTest } from "../../events/name-test.ts";
import type { EventSelection } from "../../formats/event-look.ts";
import type { WantedFact } from "../wanted-fact.ts";

export type WantedEvents = WantedFact<CollectEvents>;

/** Windows does not tell upper from lower case in the names of channels and providers. */
export function eventTest({ collect }: WantedEvents): EventSelection {
  const isChannel = nameTest(collect.channels);
  const isProvider = nameTest(collect.providers);
  const ids = collect["event-ids"] === undefined ? undefined : new Set(collect["event-ids"]);
  return ({ channel, provider, eventId }) =>
    (ids === undefined || (eventId !== undefined && ids.has(eventId))) &&
    isChannel(channel) &&
    isProvider(provider);
}
