import { readFileSync } from "node:fs";
import { root } from "./run.ts";

const example = `${root}examples/expired-certificate/`;
const read = (path: string) => readFileSync(example + path);

/** The certificate of the example, DER; expired since 2026-03-07. */
export const certificate = read("certificates/connector-rtm-07.cer");
export const thumbprint = "20A502D107EB6ED9FC882B667D297A2F8314DBA7";
export const eventExport = read("events/connector-events.xml").toString("utf8");
export const brandFolder = "ProgramData/Microsoft/Microsoft Entra private network connector/Config";
export const oldBrandFolder = "ProgramData/Microsoft/Microsoft AAD Application Proxy Connector/Config";

/** TrustSettings.xml as the connector writes it, with what a test wants otherwise. */
export function trustSettings(
  parts: { readonly named?: string; readonly inUserStore?: string | null } = {},
): string {
  const { named = thumbprint, inUserStore = "false" } = parts;
  const store = inUserStore === null ? "" : `    <IsInUserStore>${inUserStore}</IsInUserStore>\r\n`;
  return (
    '<?xml version="1.0" encoding="utf-8"?>\r\n' +
    '<ConnectorTrustSettingsFile xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\r\n' +
    `  <CloudProxyTrust>\r\n    <Thumbprint>${named}</Thumbprint>\r\n${store}  </CloudProxyTrust>\r\n` +
    "</ConnectorTrustSettingsFile>\r\n"
  );
}

export const pem = (label: string, bytes: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString("base64").replace(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`;

/** When the files of these tests were collected: after the certificate had expired. */
export const collected = "2026-05-18T10:00:00Z";
