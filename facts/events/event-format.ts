import type { FileHead } from "../file-head.ts";
import type { EventSelection } from "../formats/event-look.ts";
import type { EventRecord } from "../formats/event-record.ts";
import type { Damage } from "../formats/reading.ts";
import type { OpenFile } from "../world.ts";

/** One format that holds events. Each is one file beside this one and one line in the table of event formats. */
export interface EventFormat {
  /** What a file of it is listed as among the sources. */
  readonly kind: string;
  readonly parser: string;
  /** By content; the name counts only where the content says nothing. */
  recognises(file: EventFileHead): boolean;
  /** Damage is among what is given; only a failure of the machine is thrown. */
  records(file: OpenFile, select: EventSelection): EventReading<EventRecord>;
  /** The same events as `<Event>` elements, as Windows exports them. */
  xml(file: OpenFile, select: EventSelection): EventReading<string>;
}

export interface EventFileHead {
  readonly name: string;
  readonly head: FileHead;
}

export interface EventReading<Content> {
  /** In the order of the file, in memory that does not grow with it. Can be walked once. */
  readonly items: AsyncIterable<EventItem<Content>>;
  /** Of a text; known when all items were taken. */
  encoding(): string | undefined;
}

export type EventItem<Content> =
  | {
      readonly kind: "event";
      readonly content: Content;
      /** `line 12`; empty where events have no place but their numbers. */
      readonly place: string;
      /** A checksum over it is wrong, so that its values can be, too. */
      readonly isDoubtful: boolean;
    }
  /** Something was left out; the reading goes on. */
  | { readonly kind: "damage"; readonly damage: Damage }
  /** Worth knowing, and nothing was left out. */
  | { readonly kind: "note"; readonly damage: Damage }
  /** The file as a whole is not to be used; nothing follows, and what came before is not to be used either. */
  | { readonly kind: "refused"; readonly damage: Damage };
