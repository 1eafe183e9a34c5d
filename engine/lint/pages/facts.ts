import type { PageText } from "./page-text.ts";

/** The declaration of facts and lists. */
export const factsPages = {
  "declaration-incomplete": {
    about: "The type or derivation of the fact needs one more part, for example the values of a one-of.",
    sample: {
      file: "facts/printer.yaml",
      wrong: `printer.state:
  type: one-of
`,
      right: `printer.state:
  type: one-of
  values: [ready, jammed, offline]
`,
    },
  },
  "declaration-does-not-fit": {
    about: "A part of the declaration belongs to facts of another kind, for example a unit to numbers.",
    sample: {
      file: "facts/printer.yaml",
      wrong: `printer.settings-path:
  type: text
  unit: days
`,
      right: `printer.settings-path:
  type: text
`,
    },
  },
  "fact-cycle": {
    about: "Each of these facts waits for the other. One of them has to be seen.",
    sample: {
      file: "facts/printer.yaml",
      wrong: `printer.address:
  type: host-and-port
  or: none
  derived: { cases: [{ when: { printer.port: 9 }, value: none }, { otherwise: none }] }
`,
      right: `printer.address:
  type: host-and-port
  or: none
`,
    },
  },
  "derivation-too-long": {
    about:
      "A fact may be derived from one that is derived itself, a hundred times over and no more. Packs that people write need three or four steps.",
    sample: null,
  },
  "pick-without-key": {
    about:
      "Without a key nobody can say that there is no second row that fits. Let the catalogue say which fields make a row unique.",
    sample: { file: "facts/certificate.yaml", wrong: "", right: "  key: [thumbprint, store]\n" },
  },
  "case-after-otherwise": {
    about: "otherwise takes whatever is left, so that nothing comes after it.",
    sample: {
      file: "facts/printer.yaml",
      wrong: `      - { otherwise: fine }
      - { when: { printer.state: ready }, value: fine }
`,
      right: "      - { otherwise: fine }\n",
    },
  },
  "entry-does-not-fit": {
    about: "All entries of a list are of its type.",
    sample: {
      file: "lists.yaml",
      wrong: `print-hosts:
  title: Hosts that the print portal talks to
  type: host
  closed-as-of: "2026-05-04"
  good-for: 200 days
  entries:
    - { value: "*.print.contoso.example", is: portal }
    - { value: licence contoso, is: licence, note: moved in 2025 }
`,
      right: `print-hosts:
  title: Hosts that the print portal talks to
  type: host
  closed-as-of: "2026-05-04"
  good-for: 200 days
  entries:
    - { value: "*.print.contoso.example", is: portal }
    - { value: licence.contoso.example, is: licence, note: moved in 2025 }
`,
    },
  },
  "good-for-alone": {
    about:
      "closed-as-of says when the list was complete, good-for for how long it can be trusted. One without the other says nothing.",
    sample: {
      file: "lists.yaml",
      wrong: `print-hosts:
  title: Hosts that the print portal talks to
  type: host
  closed-as-of: "2026-05-04"
`,
      right: `print-hosts:
  title: Hosts that the print portal talks to
  type: host
  closed-as-of: "2026-05-04"
  good-for: 200 days
`,
    },
  },
  "cases-not-exhaustive": {
    about:
      "Where none of the cases is true the fact stays unknown, and with it every rule that reads it. Add otherwise: as the last case.",
    sample: {
      file: "facts/printer.yaml",
      wrong: "      - { when: { toner.left: { above: 40 } }, value: fine }\n",
      right: "      - { otherwise: fine }\n",
    },
  },
} as const satisfies Readonly<Record<string, PageText>>;
