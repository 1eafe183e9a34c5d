import type { PageText } from "./page-text.ts";

/** Names. */
export const namesPages = {
  "unknown-fact": {
    about:
      "Rules can test only what a catalogue declares. Mind the spelling, or declare the fact in a file of the folder facts.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `when:
  all:
    - printer.firmwar: { in: { list: drivers-known-bad } }
`,
      right: `when:
  all:
    - printer.firmware: { in: { list: drivers-known-bad } }
`,
    },
  },
  "unknown-field": {
    about: "The fields of a list stand in the catalogue, under of.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `when:
  all:
    - printer.firmware: { in: { list: drivers-known-bad } }
    - some: events.spooler
      where:
        all:
          - event-ids: [316, 842]
`,
      right: `when:
  all:
    - printer.firmware: { in: { list: drivers-known-bad } }
    - some: events.spooler
      where:
        all:
          - event-id: [316, 842]
`,
    },
  },
  "unknown-list": {
    about: "The lists of a pack stand in lists.yaml.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `when:
  all:
    - printer.firmware: { in: { list: drivers-known-worse } }
`,
      right: `when:
  all:
    - printer.firmware: { in: { list: drivers-known-bad } }
`,
    },
  },
  "unknown-ask": {
    about: "The ways of asking stand in asks.yaml.",
    sample: {
      file: "facts/spooler.yaml",
      wrong: `  ask: [read-a-log]
spooler.age:
`,
      right: `  ask: [read-the-log]
spooler.age:
`,
    },
  },
  "part-not-possible": {
    about:
      "A list is divided into parts by the fields of its covered-by. A time does not divide it: a log is covered in ranges.",
    sample: {
      file: "asks.yaml",
      wrong: "  minutes: 7\n  looks-at: { jobs: { queue: west } }\n",
      right: "  minutes: 7\n",
    },
  },
  "unknown-rule": {
    about: "A rule is named by its id, which is the name of its file.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: "explains: [queue-staled, nothing-printed]\n",
      right: "explains: [queue-stalled, nothing-printed]\n",
    },
  },
  "unknown-area": {
    about: "An area is a folder of rules, and pack.yaml gives it a title.",
    sample: {
      file: "health/printing-is-sound.yaml",
      wrong: `when:
  all:
    - ruled-out: { area: spool }
`,
      right: `when:
  all:
    - ruled-out: { area: spooler }
`,
    },
  },
  "unknown-step": {
    about: "The arrows of a flowchart lead to steps by their id.",
    sample: { file: "flowchart.yaml", wrong: "    if-yes: donne\n", right: "    if-yes: done\n" },
  },
  "duplicate-fact": {
    about:
      "Two declarations of one fact could say different things. Each part of a record is declared with it. Keep one of the two, or rename one.",
    sample: {
      file: "facts/certificate.yaml",
      wrong: `portal.certificate.root:
  type: thumbprint
  description: The root that the portal names.
  ask: [read-the-log]
portal.certificate.days-left:
`,
      right: "portal.certificate.days-left:\n",
    },
  },
  "duplicate-list": { about: "Keep one of the two, or rename one.", sample: null },
  "duplicate-ask": { about: "Keep one of the two, or rename one.", sample: null },
  "duplicate-rule": {
    about:
      "Two rules of one id cannot be told apart. If one is to replace that of another pack, let it say overrides: true.",
    sample: {
      file: "spooler/toner-low.yaml",
      wrong: `id: toner-low
title: The toner is low
severity: low
confidence: certain
when:
  toner.left: { below: 7 }
because: "{{ toner.left }} is left."
fix:
  - do: Call the print room.
references:
  - { title: Handbook, url: "https://print.contoso.example/handbook", dated: "2026-03-13" }
examples:
  matches:
    - toner.left: 3
  does-not-match:
    - toner.left: 90
`,
      right: "",
    },
  },
  "duplicate-step": {
    about: "Arrows could lead to either of them. Rename one.",
    sample: {
      file: "flowchart.yaml",
      wrong: `  - { id: done, end: Go home. }
  - { id: done, number: 9, end: Call the print room. }
`,
      right: "  - { id: done, number: 9, end: Call the print room. }\n",
    },
  },
  "unknown-chart": {
    about: "A step leads into another flowchart by its id, which is the name of its file in flowcharts/.",
    sample: {
      file: "flowchart.yaml",
      wrong: "then: { chart: paper }, rules: [queue-stalled]",
      right: "then: done, rules: [queue-stalled]",
    },
  },
  "duplicate-chart": {
    about: "A way into this flowchart could lead into either of them. Rename one.",
    sample: {
      file: "flowcharts/printing.yaml",
      wrong: `id: printing
title: When too much is printed
start: stop
steps:
  - { id: stop, end: Pull the plug. }
`,
      right: "",
    },
  },
  "id-differs": {
    about:
      "A rule is looked for by its file name, and so is a flowchart in flowcharts/. Give both the same name.",
    sample: { file: "spooler/queue-stalled.yaml", wrong: "id: queue-stuck\n", right: "id: queue-stalled\n" },
  },
  "reserved-name": {
    about: "The word has a meaning of its own in conditions or examples.",
    sample: {
      file: "facts/spooler.yaml",
      wrong: `now: { type: boolean, description: It is now. }
spooler.installed-at:
  type: timestamp
`,
      right: `spooler.installed-at:
  type: timestamp
`,
    },
  },
  "nothing-to-override": {
    about:
      "overrides says that this rule replaces one of the pack that this one extends. There is none of this id.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `severity: high
overrides: true
`,
      right: "severity: high\n",
    },
  },
} as const satisfies Readonly<Record<string, PageText>>;
