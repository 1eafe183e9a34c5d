import { limits } from "../../../schemas/limits.ts";
import type { Damage } from "../reading.ts";

/** What the text of an export is cut into. After a refusal nothing follows. */
export type EventPiece =
  | {
      readonly kind: "event";
      readonly text: string;
      /** 1-based line on which the event begins. */
      readonly line: number;
    }
  | { readonly kind: "damage"; readonly damage: Damage }
  | { readonly kind: "refused"; readonly damage: Damage };

function damaged(code: string, line: number, message: string): EventPiece {
  return { kind: "damage", damage: { code, message, line } };
}

function refused(code: string, line: number, message: string): EventPiece {
  return { kind: "refused", damage: { code, message, line } };
}

export const eventCutOff = (line: number): EventPiece =>
  damaged(
    "cut-off",
    line,
    "The export ends in the middle of the event that begins here; the event is left out.",
  );

export const exportCutOff = (line: number): EventPiece =>
  damaged("cut-off", line, "The export ends before </Events>: events that followed are missing.");

export const eventNotClosed = (line: number): EventPiece =>
  damaged("event-not-closed", line, "The event that begins here never ends; it is left out.");

export const eventTooLong = (line: number): EventPiece =>
  damaged(
    "event-too-long",
    line,
    `The event that begins here is longer than ${limits.eventCharacters} characters; it is left out.`,
  );

export const strayContent = (line: number): EventPiece =>
  damaged("stray-content", line, "Something that is no event stands between the events; it is passed over.");

export const declarationFound = (line: number): EventPiece =>
  refused(
    "doctype",
    line,
    "A document type declaration stands here. It is refused, because it can define entities, and Windows writes none.",
  );

export const notAnExport = (line: number): EventPiece =>
  refused("no-events", line, "The text holds no <Event> and no <Events>: it is no export of events.");
