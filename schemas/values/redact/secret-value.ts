import { skipMarker } from "./marker.ts";

/** Where the value behind a telling name begins and ends, in any of the notations that files and command lines use. */
export interface ValueRange {
  readonly start: number;
  readonly end: number;
}

/** `name=`, `name: `, `"name":`, `\"name\":`, `key="name" value=`. */
const assignment =
  /(?:_?value)?\d{0,3}(?:\\?["'])?[ \t]{0,8}(?::=|=>|=|:(?!\/\/)|value[ \t]{0,4}=)[ \t]{0,8}/iy;
/** `key="name" type="string" value=`. */
const laterAttribute = /["'](?:\s{1,8}[\w.:-]{1,40}="[^"<>]{0,80}"){0,4}\s{1,8}value[ \t]{0,4}=[ \t]{0,8}/iy;
/** `<name>` and `<name plain="true"><Value>`. */
const element = /(?:\s[^<>]{0,200})?>\s{0,80}(?:<value>\s{0,80})?/iy;
/** `name="name" serializeAs="String"><value>`. */
const setting = /["'][^<>]{0,200}>\s{0,80}<value>\s{0,80}/iy;
/** `-Password x`, `--client-secret x`, `/pass x`. */
const optionGap = /[ \t]{1,8}/y;

const opensElement = /<[\w:.-]{0,60}$/;
const opensOption = /(?:^|[\s"'(])(?:--?|\/)[\w-]{0,50}$/;

/** The offset at which the value begins, its opening quote included; undefined where none is given. */
export function startOfValue(text: string, before: string, nameEnd: number): number | undefined {
  const forms = [assignment, laterAttribute, setting];
  if (opensElement.test(before)) forms.push(element);
  if (opensOption.test(before)) forms.push(optionGap);
  for (const form of forms) {
    form.lastIndex = nameEnd;
    if (form.test(text)) return form.lastIndex;
  }
  return undefined;
}

const openingQuote = /\\?["'`]|&quot;|&apos;/y;

export function secretValue(text: string, offset: number): ValueRange {
  openingQuote.lastIndex = offset;
  const quote = openingQuote.exec(text)?.[0];
  if (quote === undefined) return { start: offset, end: endOfBareValue(text, offset) };
  const start = offset + quote.length;
  return { start, end: endOfQuoted(text, start, quote) };
}

/** Headers like Cookie hold several secrets, with blanks and semicolons between. */
export function wholeLine(text: string, offset: number): ValueRange {
  return /["'\\]/.test(text.charAt(offset))
    ? secretValue(text, offset)
    : { start: offset, end: endOfLine(text, offset) };
}

const lineBreak = /[\r\n]|\\r|\\n/g;

function endOfLine(text: string, offset: number): number {
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}

function endOfQuoted(text: string, start: number, quote: string): number {
  for (let offset = start; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (character === "\n") return offset;
    if (text.startsWith(quote, offset)) return offset;
    // An inner string ends at the latest with the string around it.
    if (quote.length === 2 && character === quote.charAt(1)) return offset;
    if (character === "\\") offset++;
  }
  return text.length;
}

const scheme = /(?:Bearer|Basic|Negotiate|NTLM|Kerberos|Digest|SharedKey|SharedAccessSignature)[ \t]{1,8}/iy;
/** Ends a bare value if what follows looks like the rest of the sentence, list or command. */
const softEnd = /[,;&)\]}"'>]/;
const restFollows = /[,;&)\]}"'>]{1,8}(?:$|[\s<,;&]|[\w.-]{1,40}[=:]|\/)/y;

function endOfBareValue(text: string, start: number): number {
  // `-Password (ConvertTo-SecureString "x" -AsPlainText -Force)`
  if (text.startsWith("(", start) || text.startsWith("$(", start)) return endOfLine(text, start);
  scheme.lastIndex = start;
  let offset = scheme.test(text) ? scheme.lastIndex : skipMarker(text, start);
  for (; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (/[\s<]/.test(character)) return offset;
    if (!softEnd.test(character)) continue;
    restFollows.lastIndex = offset;
    if (restFollows.test(text)) return offset;
  }
  return text.length;
}
