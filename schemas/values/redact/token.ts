import { marker } from "./marker.ts";

/** Secrets that are known by their own form, whatever stands before them. */
export function redactTokens(text: string): string {
  return text
    .replace(schemes, (whole, scheme: string, gap: string, token: string) =>
      looksRandom(token) ? `${scheme}${gap}${marker("authorization")}` : whole,
    )
    .replace(dottedRun, redactWebTokens)
    .replace(urlCode, `$1${marker("token")}`)
    .replace(entraClientSecret, marker("secret"))
    .replace(protectedBlob, marker("protected-blob"));
}

const schemes = /\b(Bearer|Basic|Negotiate|NTLM|Kerberos|Digest)([ \t]{1,4})([A-Za-z0-9+/=._~-]{8,})/gi;
const dottedRun = /[\w.-]{24,}/g;
/** The code of an OAuth answer in a URL. */
const urlCode = /([?&]code=)[\w.~%+/-]{20,}/gi;
/** The form of a client secret of Microsoft Entra: three characters, a digit, `Q~`, then 31 to 34 more. */
const entraClientSecret = /[\w~.-]{3}\dQ~[\w~.-]{31,34}/g;
/** A DPAPI blob begins with version 1 and the GUID of the provider. */
const protectedBlob = /01000000D08C9DDF[0-9A-F]*/gi;

/** "Basic authentication" and "Negotiate succeeded" are words, not credentials. */
function looksRandom(token: string): boolean {
  return token.length >= 24 || /[\d+/=_]/.test(token) || /[a-z][A-Z]/.test(token);
}

const shortestSegment = 10;

/** Header and body of a JSON Web Token, both base64 of `{"`; what follows is signature. */
function redactWebTokens(run: string): string {
  let offset = 0;
  const segments = run.split(".");
  for (const [index, segment] of segments.entries()) {
    const start = segment.indexOf("eyJ");
    const next = segments[index + 1] ?? "";
    if (start >= 0 && segment.length - start >= shortestSegment && next.length >= shortestSegment) {
      return run.slice(0, offset + start) + marker("token");
    }
    offset += segment.length + 1;
  }
  return run;
}
