/** 100 ns steps since 1601-01-01T00:00:00Z, as two 32-bit halves: together they are beyond what a number holds. */
export interface Filetime {
  readonly high: number;
  readonly low: number;
}

const ticksPerSecond = 10_000_000;
const secondsFrom1601To1970 = 11_644_473_600;
/** 2^32 ticks are 429 whole seconds and this rest. */
const secondsPerHigh = 429;
const restPerHigh = 4_967_296;
/** Up to here (the year 9999) the arithmetic below is exact. */
const highestExact = 0x24c85a5e;

/** `2026-11-20T14:05:07.1234567Z`. */
export function filetimeText(high: number, low: number): string {
  if (high > highestExact) return lateFiletimeText(high, low);
  const rest = high * restPerHigh + low;
  const restSeconds = Math.floor(rest / ticksPerSecond);
  const seconds = high * secondsPerHigh + restSeconds;
  return `${secondText(seconds)}.${sevenDigits(rest - restSeconds * ticksPerSecond)}Z`;
}

const sevenDigits = (ticks: number): string => String(ticksPerSecond + ticks).slice(1);

/** Neighbouring events mostly share their second. */
let lastSecond = Number.NaN;
let lastText = "";

function secondText(seconds: number): string {
  if (seconds !== lastSecond) {
    lastSecond = seconds;
    lastText = new Date((seconds - secondsFrom1601To1970) * 1000).toISOString().slice(0, 19);
  }
  return lastText;
}

/** Only damage and "never" give such times. Years of five digits are written without the sign of ISO 8601. */
function lateFiletimeText(high: number, low: number): string {
  const ticks = (BigInt(high) << 32n) | BigInt(low);
  const seconds = Number(ticks / BigInt(ticksPerSecond));
  const date = new Date((seconds - secondsFrom1601To1970) * 1000);
  const day = date.toISOString().replace(/^\+0*/, "").slice(0, -5);
  return `${day}.${sevenDigits(Number(ticks % BigInt(ticksPerSecond)))}Z`;
}

/** Milliseconds since 1970, exact to the microsecond; undefined after the year 9999, which only damage gives. */
export function filetimeInstant(high: number, low: number): number | undefined {
  if (high > highestExact) return undefined;
  const rest = high * restPerHigh + low;
  const restSeconds = Math.floor(rest / ticksPerSecond);
  const seconds = high * secondsPerHigh + restSeconds - secondsFrom1601To1970;
  return seconds * 1000 + (rest - restSeconds * ticksPerSecond) / 10_000;
}

export function isBefore(left: Filetime, right: Filetime): boolean {
  return left.high === right.high ? left.low < right.low : left.high < right.high;
}

/** From `2026-11-20T14:05:07Z` with up to seven digits of a second; undefined when the text is not such a time. */
export function parseFiletime(text: string): Filetime | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,7}))?Z$/.exec(text);
  const milliseconds = Date.parse(`${found?.[1]}Z`);
  if (found === null || Number.isNaN(milliseconds)) return undefined;
  const seconds = milliseconds / 1000 + secondsFrom1601To1970;
  if (seconds < 0) return undefined;
  const ticks = BigInt(seconds) * BigInt(ticksPerSecond) + BigInt((found[2] ?? "").padEnd(7, "0"));
  return { high: Number(ticks >> 32n), low: Number(ticks & 0xffffffffn) };
}
