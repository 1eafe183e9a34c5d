import { embed, selfClosing, type Tree, tree } from "./tree.ts";
import type { Value } from "./values.ts";
import { filetime, guid, hex64, nothing, sid, text, uint8, uint16, uint32, uint64 } from "./values.ts";

/** One event of a connector's log, laid out as Windows lays out events of a registered provider. */
export interface ConnectorEvent {
  readonly recordId: number;
  readonly eventId?: number;
  readonly provider?: string;
  readonly level?: number;
  readonly channel?: string;
  readonly computer?: string;
  /** `2026-11-20T14:05:07.1234567Z` */
  readonly time?: string;
  /** The content of EventData; without a name it is `<Data>value</Data>`. */
  readonly data?: readonly { readonly name?: string; readonly value: Value }[];
  /** Stands instead of EventData. */
  readonly userData?: Tree;
}

export const eventNamespace = "http://schemas.microsoft.com/win/2004/08/events/event";
const connectorProvider = "Microsoft-AadApplicationProxy-Connector";
const connectorChannel = "Microsoft-AadApplicationProxy-Connector/Admin";

export function connectorEvent(event: ConnectorEvent): Tree {
  const { data = [], userData } = event;
  const eventData = tree(
    "EventData",
    {},
    ...data.map(({ name, value }) => tree("Data", name === undefined ? {} : { Name: name }, value)),
  );
  const payload = userData === undefined ? eventData : tree("UserData", {}, embed(userData, false));
  return tree("Event", { xmlns: eventNamespace }, systemOf(event), embed(payload));
}

function systemOf(event: ConnectorEvent): Tree {
  return tree(
    "System",
    {},
    selfClosing("Provider", {
      Name: event.provider ?? connectorProvider,
      Guid: guid("{2c0a7d8b-6e14-4f3a-9b75-d1c8e5f60a23}"),
    }),
    tree("EventID", { Qualifiers: nothing }, uint16(event.eventId ?? 12_020)),
    tree("Version", {}, uint8(0)),
    tree("Level", {}, uint8(event.level ?? 2)),
    tree("Task", {}, uint16(3)),
    tree("Opcode", {}, uint8(0)),
    tree("Keywords", {}, hex64(0x4000000000000000n)),
    selfClosing("TimeCreated", { SystemTime: filetime(event.time ?? "2026-11-20T14:05:07.1234567Z") }),
    tree("EventRecordID", {}, uint64(BigInt(event.recordId))),
    selfClosing("Correlation", { ActivityID: nothing, RelatedActivityID: nothing }),
    selfClosing("Execution", { ProcessID: uint32(4_812), ThreadID: uint32(73) }),
    tree("Channel", {}, text(event.channel ?? connectorChannel)),
    tree("Computer", {}, text(event.computer ?? "conn07.contoso.example")),
    selfClosing("Security", { UserID: sid("S-1-5-20") }),
  );
}
