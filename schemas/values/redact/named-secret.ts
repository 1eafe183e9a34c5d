import { type Replacement, replaceAll, type SecretKind, skipMarker } from "./marker.ts";
import { secretValue, startOfValue, wholeLine } from "./secret-value.ts";

/** Words that make the value behind them a secret. Longer names end in one of them: `ProxyPassword`. */
const names: Record<string, SecretKind> = {
  password: "password",
  passwd: "password",
  passwort: "password",
  passphrase: "password",
  secret: "secret",
  token: "token",
  apikey: "secret",
  accesskey: "secret",
  accountkey: "secret",
  sharedkey: "secret",
  privatekey: "private-key",
  connectionstring: "secret",
  sharedaccesssignature: "secret",
  credential: "secret",
  credentials: "secret",
  assertion: "token",
  samlresponse: "token",
  devicecode: "token",
  cookie: "cookie",
  authorization: "authorization",
};

/** Too short to be looked for inside a longer word: `bypass=`, `compass=`. */
const shortNames: Record<string, SecretKind> = {
  pwd: "password",
  pass: "password",
  sig: "secret",
  sas: "secret",
};

const joined = (name: string) =>
  name.replace(/^(api|access|account|shared|private|connection|device)/, "$1[-_ ]?");
const longNames = Object.keys(names)
  .sort((a, b) => b.length - a.length)
  .map(joined);
const nameHere = new RegExp(
  `${longNames.join("|")}|(?<![a-z])(?:${Object.keys(shortNames).join("|")})`,
  "gi",
);

/** Values that stand behind a name like `ProxyPassword`, in any of the usual notations. */
export function redactNamedSecrets(text: string): string {
  const replacements: Replacement[] = [];
  nameHere.lastIndex = 0;
  for (let match = nameHere.exec(text); match; match = nameHere.exec(text)) {
    const replacement = secretBehind(text, match.index, match[0]);
    if (!replacement) continue;
    nameHere.lastIndex = Math.max(nameHere.lastIndex, replacement.end);
    if (skipMarker(text, replacement.start) !== replacement.end) replacements.push(replacement);
  }
  return replaceAll(text, replacements);
}

function secretBehind(text: string, nameStart: number, name: string): Replacement | undefined {
  const before = text.slice(Math.max(0, nameStart - 60), nameStart);
  if (isPublic(before, name)) return undefined;
  const offset = startOfValue(text, before, nameStart + name.length);
  if (offset === undefined) return undefined;
  const kind = kindOf(name);
  const { start, end } = kind === "cookie" ? wholeLine(text, offset) : secretValue(text, offset);
  const value = text.slice(start, Math.min(end, start + 40));
  const isSentence = kind === "token" && /:[ \t]$/.test(text.slice(start - 2, start));
  if (value === "" || settings.test(value) || (isSentence && prose.test(value))) return undefined;
  return { start, end, kind };
}

/** `PublicKeyToken=b77a5c561934e089` names a .NET assembly. */
const isPublic = (before: string, name: string) => /^token$/i.test(name) && /public[-_ ]?key$/i.test(before);

const kindOf = (name: string): SecretKind => {
  const key = name.toLowerCase().replace(/[-_ ]/g, "");
  return names[key] ?? shortNames[key] ?? "secret";
};

const settings = /^(?:true|false|yes|no|null|none|not|enabled|disabled|required|default|[01]|\*+)[.,;]?$/i;
/** "could not get a token: AADSTS700016: Application was not found" tells what is wrong and no secret. */
const prose = /^(?:[a-z]+|AADSTS\d{4,9}:?)[.,;]?$/i;
