import type { PageText } from "./page-text.ts";

/** The form of rules, facts and lists. */
export const formPages = {
  "unknown-key": {
    about:
      "A misspelt key would be left aside in silence, and with it what the author wanted to say. docs/writing-rules.md lists the keys; an editor that knows the schemas offers them.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: "severty: critical\n",
      right: "severity: critical\n",
    },
  },
  "missing-key": {
    about: "Without it the rule, fact or list cannot be used or not be understood by its readers.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: "",
      right: "title: Jobs wait in a queue and are not printed\n",
    },
  },
  "wrong-type": {
    about:
      "A list, a map, a text or a number was expected. A list begins with a dash on each line, a map has keys.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: "fix: Restart the queue.\n",
      right: `fix:
  - do: Restart the queue.
`,
    },
  },
  "needs-quotes": {
    about:
      "Without quotes YAML reads 1.10 as the number 1.1 and 0017 as 17: digits are lost without a word. Versions, thumbprints and ids go in quotes.",
    sample: { file: "pack.yaml", wrong: "version: 2.4\n", right: 'version: "2.4.1"\n' },
  },
  "value-missing": {
    about:
      "A key with nothing behind it may be forgotten or half deleted. Write the value, or delete the key.",
    sample: { file: "spooler/spooler-crashing.yaml", wrong: "commonness:\n", right: "commonness: rare\n" },
  },
  "unknown-value": {
    about: "Only the words that are listed have a meaning here.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: "severity: critcal\n",
      right: "severity: critical\n",
    },
  },
  "no-such-kind": {
    about: "Each kind is known by its own key, for example cases, count or pick for a derived fact.",
    sample: {
      file: "facts/printer.yaml",
      wrong: `printer.host:
  type: host
  description: The host part of the printer's address.
  derived: { cut: host }
`,
      right: `printer.host:
  type: host
  description: The host part of the printer's address.
  derived: { part: host, of: printer.address }
`,
    },
  },
  "wrong-form": {
    about:
      "The value has a form of its own, for example lower-case words joined by dashes for an id, or https:// for an address.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `references:
  - { title: Firmware, url: "http://print.contoso.example/firmware", dated: "2026-03-13", says: old ones crash }
`,
      right: `references:
  - { title: Firmware, url: "https://print.contoso.example/firmware", dated: "2026-03-13", says: old ones crash }
`,
    },
  },
  "holds-nothing": {
    about: "An empty group would be true or false of everything. Write its parts, or leave it out.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - any: []
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
`,
    },
  },
  "too-much": {
    about: "The limit keeps titles and maps readable at a glance.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong:
        "title: Jobs wait Jobs wait Jobs wait Jobs wait Jobs wait Jobs wait Jobs wait Jobs wait Jobs wait Jobs wait Jobs wait Jobs wait Jobs wait  in a queue and are not printed\n",
      right: "title: Jobs wait in a queue and are not printed\n",
    },
  },
} as const satisfies Readonly<Record<string, PageText>>;
