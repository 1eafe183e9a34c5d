import type { EventsFormat } from "./printers.ts";

export interface EventsOptions {
  readonly format: EventsFormat;
  readonly provider: readonly string[];
  readonly id: readonly number[];
  readonly channel: readonly string[];
  readonly since?: string;
  readonly until?: string;
}
