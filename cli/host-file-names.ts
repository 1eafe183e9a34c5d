import { foldText } from "../schemas/values/text-equal.ts";

/** Windows gives these to devices, whatever follows behind a dot. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const longest = 100;

/**
 * A name of a file for each server, all different on a disk that takes no notice of capitals. Names of servers come
 * from strangers: only letters, digits, - and dots between them stay. A server without a name gives `facts`.
 */
export function hostFileNames(hosts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return hosts.map((host) => {
    const name = plainName(host);
    let free = name;
    for (let number = 2; taken.has(foldText(free)); number++) free = `${name}-${number}`;
    taken.add(foldText(free));
    return free;
  });
}

function plainName(host: string): string {
  const plain = host
    .slice(0, longest)
    .replace(/[^A-Za-z0-9.-]+/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/^[.-]+/, "")
    .replace(/[.-]+$/, "");
  if (plain === "") return "facts";
  return devices.test(plain) ? `server-${plain}` : plain;
}
