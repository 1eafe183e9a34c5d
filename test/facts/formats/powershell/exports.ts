/** Events as `Get-WinEvent` gives them, written by hand in the forms in which PowerShell exports them. */
export const powerShellNames = [
  ...["Message", "Id", "Version", "Qualifiers", "Level", "Task", "Opcode", "Keywords", "RecordId"],
  ...[
    "ProviderName",
    "ProviderId",
    "LogName",
    "ProcessId",
    "ThreadId",
    "MachineName",
    "UserId",
    "TimeCreated",
  ],
  ...["ActivityId", "RelatedActivityId", "ContainerLog", "MatchedQueryIds", "Bookmark", "LevelDisplayName"],
  ...["OpcodeDisplayName", "TaskDisplayName", "KeywordsDisplayNames", "Properties"],
] as const;

export type PowerShellEvent = Readonly<Record<(typeof powerShellNames)[number], string | number | null>>;

interface Choices extends Partial<PowerShellEvent> {
  readonly message?: string;
}

export function powerShellEvent({ message = "Contoso's text.", ...chosen }: Choices = {}): PowerShellEvent {
  return {
    Message: message,
    Id: 13022,
    Version: 0,
    Qualifiers: null,
    Level: 2,
    Task: 0,
    Opcode: 0,
    Keywords: "-9223372036854775808",
    RecordId: 8443,
    ProviderName: "Microsoft-AadApplicationProxy-Connector",
    ProviderId: "c1d5b0a2-0f0e-4b7d-8a4e-6f6d2e1a9b3c",
    LogName: "Microsoft-AadApplicationProxy-Connector/Admin",
    ProcessId: 3172,
    ThreadId: 5128,
    MachineName: "conn-07.contoso.example",
    UserId: "S-1-5-20",
    TimeCreated: "20.11.2026 14:05:07",
    ActivityId: "00000000-0000-0000-0000-000000000001",
    RelatedActivityId: null,
    ContainerLog: "microsoft-aadapplicationproxy-connector/admin",
    MatchedQueryIds: "System.UInt32[]",
    Bookmark: "System.Diagnostics.Eventing.Reader.EventBookmark",
    LevelDisplayName: "Fehler",
    OpcodeDisplayName: "Info",
    TaskDisplayName: null,
    KeywordsDisplayNames: "System.Collections.ObjectModel.ReadOnlyCollection`1[System.String]",
    Properties: "System.Collections.Generic.List`1[System.Diagnostics.Eventing.Reader.EventProperty]",
    ...chosen,
  };
}

interface CsvOptions {
  readonly separator?: string;
  readonly hasTypeLine?: boolean;
  /** False: only where a cell needs them. */
  readonly quotes?: boolean;
}

/** As `Export-Csv` of Windows PowerShell writes it. */
export function csvOf(
  events: readonly PowerShellEvent[],
  { separator = ",", hasTypeLine = true, quotes = true }: CsvOptions = {},
): string {
  const cell = (value: string | number | null): string => {
    if (value === null) return "";
    const text = String(value);
    const needsQuotes = quotes || text.includes(separator) || /["\r\n]/.test(text);
    return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = [powerShellNames, ...events.map((event) => powerShellNames.map((name) => event[name]))];
  const lines = rows.map((row) => `${row.map(cell).join(separator)}\r\n`);
  const type = "#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n";
  return `${hasTypeLine ? type : ""}${lines.join("")}`;
}

/** How deep `ConvertTo-Json` went into the values of the events. */
export interface JsonOptions {
  readonly version: "5.1" | "7";
  readonly values: "whole" | "cut";
}

/** The properties of one event as `ConvertTo-Json` writes them. */
export function jsonEvent(chosen: Choices, { version, values }: JsonOptions): Record<string, unknown> {
  const event = powerShellEvent(chosen);
  const time = version === "7" ? "2026-11-20T15:05:07.1234567+01:00" : "/Date(1795183507123)/";
  const property = "System.Diagnostics.Eventing.Reader.EventProperty";
  return {
    ...event,
    Keywords: "KEYWORDS",
    TimeCreated: chosen.TimeCreated ?? time,
    UserId: { BinaryLength: 12, AccountDomainSid: null, Value: "S-1-5-20" },
    MatchedQueryIds: [],
    KeywordsDisplayNames: [],
    Properties:
      values === "cut" ? [property, property] : [{ Value: "proxy.contoso.example" }, { Value: 8443 }],
  };
}

/** The keywords are a number that JavaScript cannot hold. */
export function jsonText(value: unknown, { version }: Pick<JsonOptions, "version">): string {
  const text = JSON.stringify(value, null, version === "7" ? 2 : 4)
    .replaceAll('"KEYWORDS"', "-9223372036854775807")
    .replaceAll("\n", "\r\n");
  return version === "7" ? text : text.replaceAll("/Date(", "\\/Date(").replaceAll(")/", ")\\/");
}
