import type { Claim } from "../../engine/facts/reading.ts";
import type { ScalarShape } from "../../engine/rulebook/rulebook.ts";
import type { ScalarType } from "../../schemas/fact-types.ts";
import { parseHost } from "../../schemas/values/host.ts";
import { parseHostAndPort } from "../../schemas/values/host-and-port.ts";
import type { Parsed } from "../../schemas/values/parsed.ts";
import { sameText } from "../../schemas/values/text-equal.ts";
import { parseThumbprint } from "../../schemas/values/thumbprint.ts";
import { parseTimestamp } from "../../schemas/values/timestamp.ts";
import { parseVersion } from "../../schemas/values/version.ts";

type Reader = (raw: unknown, shape: ScalarShape) => Claim | null;

const fromText =
  (parse: (text: string) => Parsed<string>): Reader =>
  (raw) => {
    if (typeof raw !== "string") return null;
    const read = parse(raw);
    return read.ok ? { value: read.value } : null;
  };

const readers: Record<ScalarType, Reader> = {
  boolean: (raw) => (typeof raw === "boolean" ? { value: raw } : null),
  number: (raw) => (typeof raw === "number" ? { value: raw } : null),
  text: (raw) => (typeof raw === "string" ? { value: raw } : null),
  "one-of": (raw, { values }) => {
    const value = values.find((known) => typeof raw === "string" && sameText(known, raw, false));
    return value === undefined ? null : { value };
  },
  timestamp: readTimestamp,
  version: fromText(parseVersion),
  thumbprint: fromText(parseThumbprint),
  host: fromText(parseHost),
  "host-and-port": fromText(parseHostAndPort),
};

function readTimestamp(raw: unknown): Claim | null {
  const read = typeof raw === "string" ? parseTimestamp(raw) : null;
  if (!read?.ok) return null;
  const { from, to } = read.value;
  return from === to ? { value: from } : { low: from, high: to };
}

/** The claim that a value of a fact file makes; null for a value of the wrong type. */
export function readValue(raw: unknown, shape: ScalarShape): Claim | null {
  if (raw === null) return shape.orNone ? { value: null } : null;
  return readers[shape.type](raw, shape);
}
