import { type Parsed, parsed, refused } from "./parsed.ts";

/** Four decimal numbers; leading zeros are refused, because some systems read them as octal. */
export function parseIpv4(text: string): Parsed<string> {
  const parts = text.split(".");
  const isSound =
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  if (!isSound)
    return refused(
      "This looks like an IPv4 address but is not one; it has four numbers from 0 to 255, like 192.0.2.17.",
    );
  return parsed(text);
}

const groups = 8;
const notIpv6 =
  "This looks like an IPv6 address but is not one; it has eight groups of hexadecimal digits, like 2001:db8::17.";

/** The shortest form of RFC 5952; a zone (`%eth0`) names an interface of one machine and is dropped. */
export function parseIpv6(text: string): Parsed<string> {
  const address = text.replace(/%.*$/s, "").toLowerCase();
  const halves = address.split("::");
  if (halves.length > 2) return refused(notIpv6);
  const left = readGroups(halves[0] ?? "");
  const right = halves.length === 2 ? readGroups(halves[1] ?? "") : [];
  if (left === undefined || right === undefined) return refused(notIpv6);
  const missing = groups - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return refused(notIpv6);
  return parsed(shortest([...left, ...Array<number>(missing).fill(0), ...right]));
}

function readGroups(text: string): number[] | undefined {
  if (text === "") return [];
  const numbers: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (index === parts.length - 1 && part.includes(".")) {
      const mapped = parseIpv4(part);
      if (!mapped.ok) return undefined;
      const [a = 0, b = 0, c = 0, d = 0] = mapped.value.split(".").map(Number);
      numbers.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9a-f]{1,4}$/.test(part)) {
      numbers.push(Number.parseInt(part, 16));
    } else {
      return undefined;
    }
  }
  return numbers.length <= groups ? numbers : undefined;
}

function shortest(numbers: readonly number[]): string {
  const zeros = longestZeroRun(numbers);
  const written = numbers.map((number) => number.toString(16));
  if (zeros.length < 2) return written.join(":");
  return `${written.slice(0, zeros.start).join(":")}::${written.slice(zeros.start + zeros.length).join(":")}`;
}

function longestZeroRun(numbers: readonly number[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 };
  let start = 0;
  for (const [index, number] of numbers.entries()) {
    if (number !== 0) start = index + 1;
    else if (index + 1 - start > longest.length) longest = { start, length: index + 1 - start };
  }
  return longest;
}
