import { type Parsed, parsed, refused } from "./parsed.ts";

/** What stands in an address; neither part is checked yet. */
export interface AddressParts {
  /** As written, IPv6 without its brackets. */
  readonly host: string;
  readonly port: string | undefined;
}

/** Longer than any name with credentials and path that a person would paste. */
const longestAddress = 8_000;

/** Takes `scheme://user:password@host:port/path?query` apart and keeps host and port. */
export function splitAddress(text: string): Parsed<AddressParts> {
  if (text.length > longestAddress) return refused(`An address has at most ${longestAddress} characters.`);
  const afterScheme = text.trim().replace(/^[a-z][a-z0-9+.-]{0,30}:\/\//i, "");
  const authority = afterScheme.replace(/[/?#].*$/s, "");
  const hostAndPort = authority.slice(authority.lastIndexOf("@") + 1);
  return hostAndPort.startsWith("[") ? splitBracketed(hostAndPort) : parsed(splitAtColon(hostAndPort));
}

function splitBracketed(text: string): Parsed<AddressParts> {
  const end = text.indexOf("]");
  const rest = text.slice(end + 1);
  if (end < 0) return refused("The bracket around the IPv6 address is not closed.");
  if (rest !== "" && !rest.startsWith(":"))
    return refused("Only a colon and a port may follow the bracketed IPv6 address.");
  const host = text.slice(1, end);
  if (!host.includes(":")) return refused("Only an IPv6 address stands in brackets.");
  return parsed({ host, port: rest === "" ? undefined : rest.slice(1) });
}

function splitAtColon(text: string): AddressParts {
  const colon = text.indexOf(":");
  const isBareIpv6 = colon >= 0 && text.includes(":", colon + 1);
  if (colon < 0 || isBareIpv6) return { host: text, port: undefined };
  return { host: text.slice(0, colon), port: text.slice(colon + 1) };
}
