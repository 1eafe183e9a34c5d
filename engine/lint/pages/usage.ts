import type { PageText } from "./page-text.ts";

/** What is declared, and what for. */
export const usagePages = {
  "fact-out-of-reach": {
    about: "The report tells how to get what is missing. Of this fact it could not say how.",
    sample: {
      file: "facts/printer.yaml",
      wrong: `printer.is-colour:
  type: boolean
  description: The printer prints in colour.
`,
      right: `printer.is-colour:
  type: boolean
  description: The printer prints in colour.
  ask: [look-at-the-panel]
`,
    },
  },
  "fact-not-read": {
    about: "A fact that nothing reads costs whoever collects it, and helps nobody.",
    sample: {
      file: "facts/printer.yaml",
      wrong: `printer.floor:
  type: number
  description: The floor that the printer stands on.
  ask: [look-at-the-panel]
toner.grams:
`,
      right: "toner.grams:\n",
    },
  },
  "ask-not-used": {
    about: "Nobody will be asked to do this. Let a fact name it, or delete it.",
    sample: {
      file: "asks.yaml",
      wrong: `open-the-lid:
  title: Open the lid
  do: Open the lid of the printer.
  look-for: Paper that is stuck.
  who: anyone beside the printer
  minutes: 2
read-the-log:
`,
      right: "read-the-log:\n",
    },
  },
  "part-not-asked": {
    about:
      "looks-at counts only for lists whose ask names the way. Let the list name it, or leave the part out; a list that is derived is got by those it is derived from.",
    sample: {
      file: "asks.yaml",
      wrong: "  minutes: 3\n  looks-at: { jobs: { account: clerk } }\n",
      right: "  minutes: 3\n",
    },
  },
  "list-not-used": {
    about: "Let a condition or a derived fact use the list, or delete it.",
    sample: {
      file: "lists.yaml",
      wrong: `queues:
  title: Queues of the house
  type: text
  entries: [West, East]
roots:
`,
      right: "roots:\n",
    },
  },
  "area-not-used": {
    about: "An area is there to group rules. Put one into its folder, or leave it out.",
    sample: {
      file: "pack.yaml",
      wrong: `areas:
  spooler: The spooler
  toner: Toner and paper
  trays: The paper trays
`,
      right: `areas:
  spooler: The spooler
  toner: Toner and paper
`,
    },
  },
} as const satisfies Readonly<Record<string, PageText>>;
