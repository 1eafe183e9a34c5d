import type { PageText } from "./page-text.ts";

/** The text of a YAML file. */
export const yamlPages = {
  "yaml-syntax": {
    about:
      "The text is no YAML at this place. Look at the line above, too: a colon or a dash may be missing there.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `kind: advisory
advisory
`,
      right: "kind: advisory\n",
    },
  },
  "yaml-indentation": {
    about: "YAML reads by columns: what belongs together begins in the same column. Use two spaces a level.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `when:
  toner.level: [low, empty]
   printer.state: ready
`,
      right: `when:
  toner.level: [low, empty]
  printer.state: ready
`,
    },
  },
  "yaml-tab": {
    about: "YAML takes spaces only. Most editors can be told to put spaces when the tab key is pressed.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `when:
  toner.level: [low, empty]
	printer.state: ready
`,
      right: `when:
  toner.level: [low, empty]
  printer.state: ready
`,
    },
  },
  "yaml-quotes": {
    about:
      "A text may not begin with %, @ or a back quote, and quotes have to be closed. Put the whole text in single quotes.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `fix:
  - do: @admin, stop the spooler.
`,
      right: `fix:
  - do: Stop the spooler.
`,
    },
  },
  "yaml-backslash": {
    about:
      "Inside double quotes a backslash begins an escape. Inside single quotes it is a plain character, so Windows paths go there.",
    sample: {
      file: "spooler/address-of-another-service.yaml",
      wrong: `fix:
  - do: "Enter the address in C:\\Temp."
`,
      right: `fix:
  - do: Enter the address of the printer.
`,
    },
  },
  "yaml-colon": {
    about:
      "A colon with a space behind it makes a key of what stands before it. Put the text in quotes, or write >- and the text on the next line.",
    sample: {
      file: "spooler/address-of-another-service.yaml",
      wrong: `fix:
  - do: Enter this: the address of the printer.
`,
      right: `fix:
  - do: Enter the address of the printer.
`,
    },
  },
  "yaml-template": {
    about:
      "Two braces at the beginning of a text read as a map. Put the text in quotes, or write >- and the text on the next line.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: "because: {{ jobs.count }} jobs {{ jobs.failed }} failed.\n",
      right: "because: Of {{ jobs.count }} jobs {{ jobs.failed }} failed.\n",
    },
  },
  "yaml-bracket": {
    about: "Each bracket and brace needs its partner, and commas between what stands inside.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `when:
  toner.level: [low, empty
`,
      right: `when:
  toner.level: [low, empty]
`,
    },
  },
  "yaml-alias": {
    about:
      "In YAML a star in front of a name means an alias, which stands for what was written elsewhere. Packs do without: whoever reads a line should see what it says. A text that begins with a star goes in quotes.",
    sample: {
      file: "lists.yaml",
      wrong: `print-hosts:
  title: Hosts that the print portal talks to
  type: host
  closed-as-of: "2026-05-04"
  good-for: 200 days
  entries:
    - { value: *.print.contoso.example, is: portal }
`,
      right: `print-hosts:
  title: Hosts that the print portal talks to
  type: host
  closed-as-of: "2026-05-04"
  good-for: 200 days
  entries:
    - { value: "*.print.contoso.example", is: portal }
`,
    },
  },
  "yaml-anchor": {
    about:
      "In YAML an & in front of a name marks something for later use. Packs do without. A text that begins with an & goes in quotes.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `fix:
  - do: &stop Stop the spooler.
`,
      right: `fix:
  - do: Stop the spooler.
`,
    },
  },
  "yaml-tag": {
    about:
      "In YAML an exclamation mark in front of a word gives a type. Packs do without, and the word would be lost. A text that begins with one goes in quotes.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `fix:
  - do: !now Stop the spooler.
`,
      right: `fix:
  - do: Stop the spooler.
`,
    },
  },
  "yaml-merge-key": {
    about: "In some YAML << brings the keys of another map in. Packs do without: write out the keys.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `severity: info
<<: { confidence: likely }
`,
      right: "severity: info\n",
    },
  },
  "yaml-directive": {
    about:
      "A line that begins with % speaks to the YAML parser. Remove it; a text that begins with % goes in quotes.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `%YAML 1.1
---
id: toner-low
`,
      right: "id: toner-low\n",
    },
  },
  "yaml-many-documents": {
    about:
      "A file holds one rule or one list of facts. Move what stands behind the dashes to a file of its own.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `---
examples:
`,
      right: "examples:\n",
    },
  },
  "yaml-key": {
    about: "A key is a word or a text in quotes. If the braces belong to a text, put it in quotes.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `kind: advisory
[a, b]: c
`,
      right: "kind: advisory\n",
    },
  },
  "yaml-control-character": {
    about:
      "An invisible character stands here, most likely copied along with something else. Delete it and type the text again.",
    sample: null,
  },
  "hidden-character": {
    about:
      "Whoever reads a rule has to see what it says. Marks of direction and of no width come along when text is copied from a window or a page, thumbprints above all.",
    sample: {
      file: "spooler/address-of-another-service.yaml",
      wrong: "fix:\n  - do: Enter the \u202eaddress of the printer.\n",
      right: `fix:
  - do: Enter the address of the printer.
`,
    },
  },
  "yaml-too-many-lines": {
    about: "Split the file: a rule is half a screen, and facts can be spread over several files.",
    sample: null,
  },
  "yaml-too-many-keys": { about: "Split the map over several files.", sample: null },
  "duplicate-key": {
    about: "One of the two would be lost, and nobody could say which one was meant. Keep one.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `severity: info
severity: low
`,
      right: "severity: info\n",
    },
  },
  "reserved-key": {
    about: "The word means something to the language that this tool is written in. Choose another one.",
    sample: {
      file: "health/toner-is-sound.yaml",
      wrong: `constructor: us
because: The cartridge holds {{ toner.left }}.
`,
      right: "because: The cartridge holds {{ toner.left }}.\n",
    },
  },
  "nesting-too-deep": {
    about: "Nobody can read something that deep. Most often a bracket or quote is not closed above.",
    sample: null,
  },
  "number-too-large": {
    about:
      "The number cannot be kept without losing digits. If it is a name made of digits, put it in quotes.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { above: 1e999 }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
`,
    },
  },
  "comment-after-text": {
    about:
      "A # with a space before it begins a comment, so that the text ends there. If the # belongs to the text, put the text in single quotes.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `fix:
  - do: Order toner, item #4711.
`,
      right: `fix:
  - do: Order toner.
`,
    },
  },
} as const satisfies Readonly<Record<string, PageText>>;
