import type { Plan } from "../../../facts/import/wanted-fact.ts";

const root = "ConnectorTrustSettingsFile";

/** What an imagined pack wants. */
export const plan: Plan = [
  {
    fact: "trust.thumbprint",
    type: "thumbprint",
    collect: { kind: "xml-element", root, element: "CloudProxyTrust/Thumbprint", as: "trust-settings" },
  },
  {
    fact: "trust.in-user-store",
    type: "boolean",
    collect: { kind: "xml-element", root, element: "CloudProxyTrust/IsInUserStore", as: "trust-settings" },
  },
  {
    fact: "events.connector-admin",
    type: "list",
    key: ["channel", "record-id"],
    coveredBy: ["channel", "time"],
    collect: { kind: "events", channels: ["Contoso-Connector/Admin", "Contoso-Old Connector/Admin"] },
  },
  { fact: "certificates", type: "list", key: ["thumbprint"], collect: { kind: "certificates" } },
];

export const trustSettings = (
  thumbprint = "4905CC64B2D81BBED60962ECC5DCF63F643CCD55",
  inUserStore = "false",
): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<ConnectorTrustSettingsFile xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <CloudProxyTrust>
    <Thumbprint>${thumbprint}</Thumbprint>
    <IsInUserStore>${inUserStore}</IsInUserStore>
  </CloudProxyTrust>
</ConnectorTrustSettingsFile>
`;

export interface FakeEvent {
  readonly record: number;
  readonly time: string;
  readonly id?: number;
  readonly channel?: string;
  readonly computer?: string;
  readonly data?: string;
  readonly message?: string;
}

/** As `wevtutil qe /f:xml` writes it; with a message as Event Viewer does. */
export function event(fake: FakeEvent): string {
  const {
    record,
    time,
    id = 1042,
    channel = "Contoso-Connector/Admin",
    computer = "CONN-07.contoso.example",
  } = fake;
  const data =
    fake.data === undefined ? "" : `<EventData><Data Name='Target'>${fake.data}</Data></EventData>`;
  const rendering =
    fake.message === undefined
      ? ""
      : `<RenderingInfo Culture='en-US'><Message>${fake.message}</Message><Level>Error</Level></RenderingInfo>`;
  return `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Contoso-Connector' Guid='{11111111-2222-3333-4444-555555555555}'/><EventID>${id}</EventID><Version>0</Version><Level>2</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime='${time}'/><EventRecordID>${record}</EventRecordID><Correlation/><Execution ProcessID='4711' ThreadID='8'/><Channel>${channel}</Channel><Computer>${computer}</Computer><Security/></System>${data}${rendering}</Event>`;
}

/** `count` events a minute apart, from record `first` on. */
export function events(first: number, count: number, fake: Partial<FakeEvent> = {}): string[] {
  return Array.from({ length: count }, (_, index) => {
    const minute = String(index % 60).padStart(2, "0");
    const hour = String(Math.floor(index / 60)).padStart(2, "0");
    return event({ record: first + index, time: `2026-11-20T${hour}:${minute}:07.1234567Z`, ...fake });
  });
}
