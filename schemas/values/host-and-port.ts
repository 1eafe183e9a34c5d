import { splitAddress } from "./address-parts.ts";
import { parseHostName } from "./host.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/**
 * `host:port` in normal form, IPv6 in brackets. Where no port is written, none is made up: the normal form
 * is the host alone.
 */
export function parseHostAndPort(text: string): Parsed<string> {
  const parts = splitAddress(text);
  if (!parts.ok) return parts;
  const host = parseHostName(parts.value.host);
  if (!host.ok) return host;
  const name = host.value.includes(":") ? `[${host.value}]` : host.value;
  if (parts.value.port === undefined) return parsed(name);
  const port = Number(parts.value.port);
  if (!/^\d{1,5}$/.test(parts.value.port) || port < 1 || port > 65_535) {
    return refused("The port is not a number from 1 to 65535.");
  }
  return parsed(`${name}:${port}`);
}

const portOfNormalForm = /:(\d+)$/;

/** The host of a normal form, IPv6 without brackets. */
export function hostPart(hostAndPort: string): string {
  const bracketed = /^\[([^\]]*)\]/.exec(hostAndPort);
  return bracketed?.[1] ?? hostAndPort.replace(portOfNormalForm, "");
}

/** The port of a normal form, or null where none was written. */
export function portPart(hostAndPort: string): number | null {
  const port = portOfNormalForm.exec(hostAndPort)?.[1];
  return port === undefined ? null : Number(port);
}
