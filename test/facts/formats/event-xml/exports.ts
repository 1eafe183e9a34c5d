/** Exports written by hand in the two forms in which Windows writes them. */

export const adminChannel = "Microsoft-AadApplicationProxy-Connector/Admin";
export const renamedAdminChannel = "Microsoft-Microsoft Entra private network-Connector/Admin";

const namespace = "http://schemas.microsoft.com/win/2004/08/events/event";

interface EventParts {
  readonly id?: string;
  readonly record?: number;
  readonly time?: string;
  readonly channel?: string;
  /** What follows System. */
  readonly rest?: string;
}

/** One line, single quotation marks, as `wevtutil qe /f:xml` writes it. */
export function eventText({
  id = "<EventID>13022</EventID>",
  record = 8443,
  time = "2026-11-20T14:05:07.1234567Z",
  channel = adminChannel,
  rest = "<EventData></EventData>",
}: EventParts = {}): string {
  return (
    `<Event xmlns='${namespace}'><System><Provider Name='Microsoft-AadApplicationProxy-Connector' ` +
    `Guid='{c1d5b0a2-0f0e-4b7d-8a4e-6f6d2e1a9b3c}'/>${id}<Version>0</Version><Level>2</Level><Task>0</Task>` +
    `<Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime='${time}'/>` +
    `<EventRecordID>${record}</EventRecordID><Correlation ActivityID='{00000000-0000-0000-0000-000000000001}'/>` +
    `<Execution ProcessID='3172' ThreadID='5128'/><Channel>${channel}</Channel>` +
    `<Computer>conn-07.contoso.example</Computer><Security UserID='S-1-5-20'/></System>${rest}</Event>`
  );
}

/** As Event Viewer's "Save as XML" writes it. */
export function savedExport(events: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>${events.join("")}</Events>`;
}
