import { contentOf, type DerValue, derAt, derChildren, derTag, objectId } from "./der.ts";

/** In certificates that Microsoft issues to its agents this extension holds the id of the agent. */
const agentIdExtension = "1.3.6.1.4.1.311.82.1";

/**
 * The connector's id, in lower case with hyphens, from the certificate's own extension: sixteen bytes in the
 * order in which Windows keeps a GUID, bare or wrapped once more.
 */
export function connectorId(bytes: Uint8Array, extensions: readonly DerValue[]): string | undefined {
  for (const extension of extensions) {
    const parts = derChildren(bytes, extension);
    const value = parts.at(-1);
    if (objectId(bytes, parts[0]) !== agentIdExtension || value?.tag !== derTag.octetString) continue;
    const inner = derAt(bytes, value.start, value.end);
    const isWrapped = value.end - value.start === 18 && inner?.tag === derTag.octetString;
    const guid = contentOf(bytes, isWrapped ? inner : value);
    if (guid.length === 16) return guidText(guid);
  }
  return undefined;
}

/** The first three groups are numbers, lowest byte first. */
const byteOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

function guidText(guid: Uint8Array): string {
  const hex = byteOrder.map((index) => (guid[index] ?? 0).toString(16).padStart(2, "0")).join("");
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return groups.join("-");
}
