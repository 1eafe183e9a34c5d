import type { PageText } from "./page-text.ts";

/** The text of a JSON file. */
export const jsonPages = {
  "json-syntax": {
    about:
      "Facts in JSON are written by programs; a file that was changed by hand may be easier to write as YAML.",
    sample: {
      file: "facts.json",
      wrong: '{ "schemaVersion": 1, "facts" {} }',
      right: '{ "schemaVersion": 1, "facts": {} }',
    },
  },
  "json-truncated": {
    about: "The end of the file is missing. Copy it again.",
    sample: {
      file: "facts.json",
      wrong: '{ "schemaVersion": 1, "facts": {',
      right: '{ "schemaVersion": 1, "facts": {} }',
    },
  },
  "json-comment": {
    about: "JSON has no comments. Remove it, or write the file as YAML.",
    sample: {
      file: "facts.json",
      wrong: '{ "schemaVersion": 1, "facts": {} /* none */ }',
      right: '{ "schemaVersion": 1, "facts": {} }',
    },
  },
  "json-trailing-comma": {
    about: "Behind the last entry stands no comma.",
    sample: {
      file: "facts.json",
      wrong: '{ "schemaVersion": 1, "facts": {}, }',
      right: '{ "schemaVersion": 1, "facts": {} }',
    },
  },
  "json-quotes": {
    about: "JSON takes double quotes only, around keys, too.",
    sample: {
      file: "facts.json",
      wrong: "{ 'schemaVersion': 1, \"facts\": {} }",
      right: '{ "schemaVersion": 1, "facts": {} }',
    },
  },
  "json-escape": {
    about: "A backslash in JSON begins an escape. Write it twice where one is meant, as in Windows paths.",
    sample: {
      file: "facts.json",
      wrong: '{ "schemaVersion": 1, "facts": { "printer.settings-path": "C:\\Print" } }',
      right: '{ "schemaVersion": 1, "facts": { "printer.settings-path": "C:\\\\Print" } }',
    },
  },
  "json-control-character": {
    about: "A line break or tab inside of a text is written \\n or \\t in JSON.",
    sample: {
      file: "facts.json",
      wrong: '{ "schemaVersion": 1, "facts": { "printer.settings-path": "C:\ttmp" } }',
      right: '{ "schemaVersion": 1, "facts": { "printer.settings-path": "C:\\tmp" } }',
    },
  },
  "json-number": {
    about:
      "A number in JSON has no leading zero, no plus sign and no unit. If it is a name made of digits, put it in quotes.",
    sample: {
      file: "facts.json",
      wrong: '{ "schemaVersion": 1, "facts": { "toner.grams": 007 } }',
      right: '{ "schemaVersion": 1, "facts": { "toner.grams": 7 } }',
    },
  },
  "json-trailing-text": {
    about: "One file holds one value. Remove what follows, or move it to a file of its own.",
    sample: {
      file: "facts.json",
      wrong: '{ "schemaVersion": 1, "facts": {} } done',
      right: '{ "schemaVersion": 1, "facts": {} }',
    },
  },
} as const satisfies Readonly<Record<string, PageText>>;
