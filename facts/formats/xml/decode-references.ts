const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Puts characters in the place of references. In checked text each `&` begins one that means something. */
export function decodeReferences(text: string): string {
  let decoded = "";
  let done = 0;
  for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", done)) {
    const end = text.indexOf(";", at);
    if (end === -1) break;
    decoded += text.slice(done, at) + characterOf(text.slice(at + 1, end));
    done = end + 1;
  }
  return decoded + text.slice(done);
}

function characterOf(name: string): string {
  if (!name.startsWith("#")) return entities.get(name) ?? `&${name};`;
  const isHex = name.startsWith("#x");
  const codePoint = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : `&${name};`;
}
