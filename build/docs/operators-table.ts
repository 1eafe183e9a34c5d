import { scalarTypes } from "../../schemas/fact-types.ts";
import { type OperandKind, type OperatorEntry, operators } from "../../schemas/operators.ts";
import { cell, name, table } from "./table.ts";

/** What to write behind an operator, by an example. */
const written: Record<OperandKind, string> = {
  value: "`running`",
  values: "`[stopped, paused]`",
  timestamp: '`"2026-11-20T14:05:00Z"`',
  duration: "`30 days`",
  text: "`expired`, or `[expired, revoked]`",
  pattern: "`'error [0-9]+'`",
  list: "`{ list: endpoints }`",
  reference: "`{ fact: proxy.machine.address }`",
  "yes-no": "`true` or `false`",
};

/** Of a table that is read by people, the operators that compare sizes show a size. */
const writtenFor: Readonly<Record<string, string>> = {
  below: "`7`",
  above: "`85`",
  "at-least": '`"1.5.4287.0"`',
  "at-most": "`180`",
};

export function operatorsTable(): string {
  const rows = Object.entries(operators).map(([operator, entry]) => [
    name(operator),
    cell(entry.description),
    writtenFor[operator] ?? written[entry.operand],
    typesOf(entry),
  ]);
  return table(["operator", "holds if", "behind it stands", "for"], rows);
}

const typesOf = ({ types }: OperatorEntry): string =>
  types.length === scalarTypes.length ? "every single value" : types.join(", ");
