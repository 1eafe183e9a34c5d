import type { PageText } from "./page-text.ts";

/** Rules and flowcharts. */
export const rulesPages = {
  "key-not-for-kind": {
    about: "A symptom has no severity and an all-clear no fix: they are not diagnoses.",
    sample: {
      file: "reported/nothing-printed.yaml",
      wrong: `kind: symptom
severity: high
`,
      right: "kind: symptom\n",
    },
  },
  "key-needed-for-kind": {
    about: "A fault needs a severity, a confidence, a because and a fix, or nobody could act on it.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: "",
      right: `fix:
  - do: Restart the queue.
`,
    },
  },
  "kind-does-not-fit": {
    about:
      "explains names what is brought about, refines another diagnosis, set-aside-by an all-clear or a surer fault.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: "explains: [queue-stalled, toner-is-sound]\n",
      right: "explains: [queue-stalled, nothing-printed]\n",
    },
  },
  "set-aside-by-less-sure": {
    about: "A sign is set aside by something surer than itself.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: "set-aside-by: queue-stalled\n",
      right: "set-aside-by: toner-is-sound\n",
    },
  },
  "surer-not-higher": {
    about: "surer raises the confidence from possible to likely or certain.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `surer:
  confidence: likely
  when: { some: events.spooler, where: { event-id: 316, message: { starts-with: [Driver, Treiber], ends-with: crashed } } }
`,
      right: `surer:
  confidence: certain
  when: { some: events.spooler, where: { event-id: 316, message: { starts-with: [Driver, Treiber], ends-with: crashed } } }
`,
    },
  },
  "explains-cycle": {
    about: "One of the rules is the cause. Keep the direction from the cause to what it brings about.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `confidence: certain
explains: [spooler-crashing]
`,
      right: "confidence: certain\n",
    },
  },
  "refines-cycle": {
    about: "One of the rules is the more precise one.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `confidence: certain
refines: night-queue-stalled
`,
      right: "confidence: certain\n",
    },
  },
  "rule-cycle": {
    about: "Each of the rules waits for the verdict of the other. Let one of them test facts only.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - rule.night-queue-stalled: matches
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
`,
    },
  },
  "if-without-only-when": {
    about: "if puts the condition of only-when into words.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `fix:
  - do: Restart the queue.
    if: it stands still
`,
      right: `fix:
  - do: Restart the queue.
`,
    },
  },
  "only-when-without-words": {
    about:
      "Where the condition is not known the step is shown under a heading that begins with If. Write if: with the words that follow.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: "",
      right: "    if: the server asks for a newer firmware\n",
    },
  },
  "placeholder-not-closed": {
    about: "The name of a fact stands between two pairs of braces: {{ fact.id }}.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: "because: Of {{ jobs.count }} jobs {{ jobs.failed } failed.\n",
      right: "because: Of {{ jobs.count }} jobs {{ jobs.failed }} failed.\n",
    },
  },
  "step-not-reached": {
    about: "No arrow leads to the step. Let another one name it, or delete it.",
    sample: {
      file: "flowchart.yaml",
      wrong: `  - { id: lost, end: Nobody comes here. }
  - { id: done, number: 9, end: Call the print room. }
`,
      right: "  - { id: done, number: 9, end: Call the print room. }\n",
    },
  },
  "chart-not-reached": {
    about:
      "A walk begins in flowchart.yaml. Let one of its steps lead into the other chart, with chart: and its id, or delete the chart.",
    sample: {
      file: "flowcharts/paper.yaml",
      wrong: `id: paper
title: When the paper is stuck
start: lid
steps:
  - { id: lid, end: Open the lid. }
`,
      right: "",
    },
  },
  "way-without-end": {
    about:
      "Whoever follows the chart comes to a circle that no answer leads out of. Let one of its steps lead to a step with end.",
    sample: {
      file: "flowchart.yaml",
      wrong: `  - { id: restart, do: Restart the printer., then: wait, rules: [queue-stalled] }
  - { id: wait, do: Wait a minute., then: restart }
`,
      right: "  - { id: restart, do: Restart the printer., then: done, rules: [queue-stalled] }\n",
    },
  },
} as const satisfies Readonly<Record<string, PageText>>;
