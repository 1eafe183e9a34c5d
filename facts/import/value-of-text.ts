import type { ScalarType } from "../../schemas/fact-types.ts";
import type { Scalar } from "../../schemas/generated/types.ts";
import { parseHost } from "../../schemas/values/host.ts";
import { parseHostAndPort } from "../../schemas/values/host-and-port.ts";
import { type Parsed, parsed, refused } from "../../schemas/values/parsed.ts";
import { foldText } from "../../schemas/values/text-equal.ts";
import { parseThumbprint } from "../../schemas/values/thumbprint.ts";
import { parseTimestamp } from "../../schemas/values/timestamp.ts";
import { parseVersion } from "../../schemas/values/version.ts";
import { outsideText } from "./outside-text.ts";
import { listed } from "./sentences.ts";

export interface ValueOfText {
  readonly value: Scalar;
  /** A full sentence, where the text was written in a form that a reader may wonder about. */
  readonly note?: string;
}

/** The value that a text from a file stands for, in the normal form of its type; or a full sentence why it is none. */
export function valueOfText(
  text: string,
  type: ScalarType,
  values: readonly string[] = [],
): Parsed<ValueOfText> {
  return readers[type](text.trim(), values);
}

type Reader = (text: string, values: readonly string[]) => Parsed<ValueOfText>;

const plain = (value: Scalar): Parsed<ValueOfText> => parsed({ value });

const by =
  (parse: (text: string) => Parsed<string>): Reader =>
  (text) => {
    const result = parse(text);
    return result.ok ? plain(result.value) : result;
  };

const numeral = /^-?\d{1,15}(?:\.\d{1,15})?$/;

const readers: Record<ScalarType, Reader> = {
  boolean: (text) => {
    const folded = foldText(text);
    if (folded === "true" || folded === "false") return plain(folded === "true");
    return refused(
      text === "" ? "It is empty; it should say true or false." : "It is neither true nor false.",
    );
  },
  number: (text) => (numeral.test(text) ? plain(Number(text)) : refused("It is not a number.")),
  text: (text) => plain(outsideText(text)),
  "one-of": (text, values) => {
    const found = values.find((value) => foldText(value) === foldText(text));
    return found === undefined ? refused(`It is none of: ${values.join(", ")}.`) : plain(found);
  },
  timestamp: by((text) => {
    const time = parseTimestamp(text);
    return time.ok ? parsed(time.value.text) : time;
  }),
  version: by(parseVersion),
  thumbprint: readThumbprint,
  host: by((text) => parseHost(text)),
  "host-and-port": by(parseHostAndPort),
};

function readThumbprint(text: string): Parsed<ValueOfText> {
  const result = parseThumbprint(text);
  if (!result.ok || text === result.value) return result.ok ? plain(result.value) : result;
  const oddities = [
    ...(/[a-f]/.test(text) ? ["lower-case letters"] : []),
    ...(/[\s:\p{Pd}]/u.test(text) ? ["separators"] : []),
    ...(/\p{Cf}/u.test(text)
      ? ["marks that cannot be seen, as the certificate dialog of Windows copies them"]
      : []),
  ];
  if (oddities.length === 0) return plain(result.value);
  const note = `The thumbprint is written with ${listed(oddities)}; without them it is ${result.value}.`;
  return parsed({ value: result.value, note });
}
