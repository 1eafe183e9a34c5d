import type { PageText } from "./page-text.ts";

/** Examples. */
export const examplesPages = {
  "example-not-readable": {
    about: "A single value has one value, a list has rows.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `examples:
  matches:
    - jobs.failed: [{ id: 5 }]
`,
      right: `examples:
  matches:
    - jobs.failed: 5
`,
    },
  },
  "empty-rows": {
    about:
      "[] does not say whether there are no rows or nobody looked. Write none for the first; leave the fact out for the second.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `examples:
  matches:
    - jobs.failed: 5
  does-not-match:
    - jobs: []
`,
      right: `examples:
  matches:
    - jobs.failed: 5
  does-not-match:
    - jobs: none
`,
    },
  },
  "now-needed": {
    about:
      "Days are counted to the time of the collection. Without now: the example would come out differently tomorrow.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `examples:
  matches:
    - printer.firmware: "7.0"
`,
      right: `examples:
  matches:
    - now: "2026-06-01T06:30:00+02:00"
      printer.firmware: "7.0"
`,
    },
  },
  "example-proves-nothing": {
    about:
      "With none of its facts a rule cannot tell; an example that gives none of them shows no more than that.",
    sample: {
      file: "health/toner-is-sound.yaml",
      wrong: `examples:
  matches: [{ toner.left: 90 }]
  does-not-match: [{ printer.state: jammed }]
`,
      right: `examples:
  matches: [{ toner.left: 90 }]
  does-not-match: [{ toner.left: 20 }]
`,
    },
  },
  "mutant-unknown": {
    about:
      "A waiver names one change of the condition, as test --mutate prints it. When the condition was rewritten its mutants have other names.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `waived-mutants:
  - { mutant: "any #1 jobs.failed above: 5 becomes 6", because: Nobody has counted so many jobs. }
examples:
`,
      right: "examples:\n",
    },
  },
  "too-many-waived": {
    about:
      "A waiver is for a change that means the same as the rule, which is rare. Where more than 5 of 100 mutants are waived, examples are missing. test --mutate ends with exit code 1 then.",
    sample: null,
  },
} as const satisfies Readonly<Record<string, PageText>>;
