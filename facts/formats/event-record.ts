/**
 * One Windows event, the same shape whichever file it was read from (.evtx, XML export, CSV, JSON), so that
 * nothing behind the readers knows the source. A property that the source does not hold is left out.
 */
export interface EventRecord {
  readonly recordId?: number;
  /** ISO 8601 in UTC with seven digits of a second: `2026-11-20T14:05:07.1234567Z`. */
  readonly time?: string;
  /**
   * Stands in place of `time` where the source names no instant: `2026-11-20T14:05:07` for a local time that reads
   * one way and whose offset from UTC is not known, else the text as it was written.
   */
  readonly timeText?: string;
  readonly provider?: string;
  readonly providerGuid?: string;
  readonly eventId?: number;
  readonly qualifiers?: number;
  readonly version?: number;
  /** 1 critical, 2 error, 3 warning, 4 information, 5 verbose; 0 is "log always". */
  readonly level?: number;
  readonly task?: number;
  readonly opcode?: number;
  readonly keywords?: string;
  /** `{945a8954-c147-4acd-923f-40c45405a658}`: what the events of one action have in common. */
  readonly activityId?: string;
  readonly channel?: string;
  readonly computer?: string;
  readonly userSid?: string;
  readonly processId?: number;
  readonly threadId?: number;
  /**
   * EventData in its order; a `Data` element without a name has none here, any other element (`Binary`) has its
   * own name. Values are never converted.
   */
  readonly data: readonly EventDatum[];
  /**
   * UserData, where an event has that instead of EventData: one datum for each attribute (`xmlns` apart) and each
   * text of more than blanks, in document order, named by its path below UserData:
   * `CertGetCertificateChain/Certificate/@subjectName`, `RmSessionEvent/RmSessionId`. Left out when there is no
   * UserData.
   */
  readonly userData?: readonly EventDatum[];
  /** The rendered text, where the export carries one. */
  readonly message?: string;
  /** The culture the message was rendered in, for example `en-US`. */
  readonly culture?: string;
}

export interface EventDatum {
  readonly name?: string;
  readonly value: string;
}
