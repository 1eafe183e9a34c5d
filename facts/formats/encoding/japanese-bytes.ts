/**
 * Whether bytes read as Shift-JIS (code page 932). A western accented letter followed by an ASCII letter is a
 * valid pair there too, so only pairs whose second byte is above 0x7F as well speak for Japanese.
 */
export function looksJapanese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let telling = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80 || isHalfWidthKatakana(lead)) continue;
    if (!isLead(lead)) return false;
    const trail = bytes[at + 1];
    if (trail === undefined) break;
    if (!isTrail(trail)) return false;
    pairs += 1;
    if (trail >= 0x80 && !isWideLatin(lead, trail)) telling += 1;
    at += 1;
  }
  return telling >= 2 && telling * 3 >= pairs;
}

function isHalfWidthKatakana(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xdf;
}

function isLead(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

function isTrail(byte: number): boolean {
  return byte >= 0x40 && byte <= 0xfc && byte !== 0x7f;
}

/** "éé" in code page 850 is such a pair. */
function isWideLatin(lead: number, trail: number): boolean {
  return lead === 0x82 && trail < 0x9f;
}
