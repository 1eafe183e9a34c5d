import { splitAddress } from "./address-parts.ts";
import { parseIpv4, parseIpv6 } from "./ip-address.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";
import { isAscii } from "./text-equal.ts";

/** Whether `*.` may stand at the front, as in a list of endpoints. */
export interface HostOptions {
  readonly wildcard?: boolean;
}

/**
 * The name or address of one machine in normal form: lower case, without scheme, credentials, path, outer
 * dots and slashes; IPv6 without brackets and in its shortest form. A port is refused, never dropped.
 */
export function parseHost(text: string, options: HostOptions = {}): Parsed<string> {
  const parts = splitAddress(text);
  if (!parts.ok) return parts;
  if (parts.value.port !== undefined) return refused("This holds a port; give the name of the host alone.");
  return parseHostName(parts.value.host, options);
}

/** Only the name: what stands around it has been taken away. */
export function parseHostName(host: string, options: HostOptions = {}): Parsed<string> {
  if (host.includes(":")) return parseIpv6(host);
  if (host.startsWith("*.")) {
    if (options.wildcard !== true)
      return refused("A wildcard like *.contoso.example stands for many hosts; one host is asked for here.");
    const rest = parseHostName(host.slice(2));
    return rest.ok ? parsed(`*.${rest.value}`) : rest;
  }
  const written = host.replace(/\.$/, "");
  const name = (isAscii(written) ? written : written.normalize("NFC")).toLowerCase();
  if (name === "") return refused("The name of the host is empty.");
  if (/^[\d.]+$/.test(name)) return parseIpv4(name);
  return whyNoName(name) ?? parsed(name);
}

const longestName = 253;
const longestLabel = 63;
/** Tried first: to compile the one for all scripts costs more than a whole report. */
const plainLabel = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/;
const label = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?$/u;

function whyNoName(name: string): ReturnType<typeof refused> | undefined {
  if (name.length > longestName)
    return refused(`The name of a host has at most ${longestName} characters; this has ${name.length}.`);
  if (name.includes("*"))
    return refused("A * may stand only at the front of a host name, followed by a dot.");
  for (const part of name.split(".")) {
    if (part === "") return refused("The name of the host has two dots in a row, or begins with one.");
    if (part.length > longestLabel)
      return refused(`A part of the host name is longer than ${longestLabel} characters.`);
    if (!plainLabel.test(part) && !label.test(part))
      return refused("A host name is made of letters, digits, dashes and dots; this holds something else.");
  }
  return undefined;
}

/** Whether `host` is meant by `pattern`, both in normal form. `*.x` means everything below x, not x itself. */
export function hostMatches(pattern: string, host: string): boolean {
  return pattern.startsWith("*.")
    ? host.endsWith(pattern.slice(1)) && host.length >= pattern.length
    : pattern === host;
}
