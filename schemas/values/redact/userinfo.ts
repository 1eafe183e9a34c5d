import { type Replacement, replaceAll, skipMarker } from "./marker.ts";

const separator = "://";
const endOfUrl = /[\s"'<>`]/;

/** The credentials in `http://user:password@proxy:8080`. */
export function redactUserinfo(text: string): string {
  const replacements: Replacement[] = [];
  let found = text.indexOf(separator);
  while (found >= 0) {
    const start = found + separator.length;
    const nextUrl = text.indexOf(separator, start);
    const url = text.slice(start, nextUrl < 0 ? text.length : nextUrl);
    const length = url.search(endOfUrl);
    const at = start + lengthOfUserinfo(length < 0 ? url : url.slice(0, length));
    if (at > start && skipMarker(text, start) !== at) replacements.push({ start, end: at, kind: "userinfo" });
    found = nextUrl;
  }
  return replaceAll(text, replacements);
}

/** The offset of the @ behind the credentials in a URL without its scheme; 0 where there are none. */
function lengthOfUserinfo(url: string): number {
  const authorityEnd = url.search(/[/?#\\]/);
  const authority = authorityEnd < 0 ? url : url.slice(0, authorityEnd);
  const inAuthority = authority.lastIndexOf("@");
  if (inAuthority >= 0) return inAuthority;
  // `http://user:p/w@proxy`: a password may hold a slash, a port may not.
  const isPort = /^(?:\[[^\]]*\]|[^:]*)(?::\d*)?$/.test(authority);
  return isPort ? 0 : Math.max(0, url.lastIndexOf("@"));
}
