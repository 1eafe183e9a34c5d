import type { PageText } from "./page-text.ts";

/** What is proved about conditions. */
export const proofsPages = {
  "never-matches": {
    about:
      "The parts of the condition exclude each other, whatever the facts are. Change one of them; where one is enough, write any.",
    sample: {
      file: "health/toner-is-sound.yaml",
      wrong: `when:
  toner.left: { above: 20, below: 15 }
`,
      right: `when:
  toner.left: { above: 20 }
`,
    },
  },
  "always-matches": {
    about: "The condition asks for nothing: one of its tests always holds. Ask for what is wrong.",
    sample: {
      file: "health/toner-is-sound.yaml",
      wrong: `when:
  any: [{ toner.left: { above: 20 } }, { toner.left: { at-most: 50 } }]
`,
      right: `when:
  toner.left: { above: 20 }
`,
    },
  },
  "never-holds": {
    about:
      "An alternative, a case, a step of a fix or a surer stands under a condition that cannot be true there. It is there for nothing.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { above: 4 }
    - jobs.failed: { below: 0 }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
`,
    },
  },
  "always-holds": {
    about: "The condition of a surer, a step or a question is true wherever it is asked. Leave it out.",
    sample: {
      file: "spooler/restart-logged.yaml",
      wrong: `confidence: possible
surer:
  confidence: likely
  when: { spooler.age: { above: 0 } }
`,
      right: "confidence: possible\n",
    },
  },
  "same-condition": {
    about: "Two rules that always match together say one thing twice. Keep one, or let one ask for more.",
    sample: {
      file: "spooler/service-for-a-printer.yaml",
      wrong: `id: service-for-a-printer
title: The address is that of a service
severity: low
confidence: certain
when:
  printer.role: [licence, portal, archive]
because: It is {{ printer.role }}.
fix:
  - do: Call the print room.
references:
  - { title: Handbook, url: "https://print.contoso.example/handbook", dated: "2026-03-13" }
examples:
  matches:
    - printer.role: portal
  does-not-match:
    - printer.role: other
`,
      right: "",
    },
  },
  "implied-rule": {
    about:
      "The report would show two diagnoses for one thing. If this rule says the same more precisely, let it say refines; if it brings the other about, explains.",
    sample: {
      file: "spooler/licence-service-for-a-printer.yaml",
      wrong: `id: licence-service-for-a-printer
title: The server sends jobs to the licence service
severity: low
confidence: certain
when:
  printer.role: licence
because: The jobs go to {{ printer.host }}.
fix:
  - do: Call the print room.
references:
  - { title: Handbook, url: "https://print.contoso.example/handbook", dated: "2026-03-13" }
examples:
  matches:
    - printer.role: licence
  does-not-match:
    - printer.role: other
`,
      right: "",
    },
  },
  "relation-without-effect": {
    about: "explains, refines and set-aside-by act between two rules that both match. These two never do.",
    sample: {
      file: "spooler/address-unknown.yaml",
      wrong: `id: address-unknown
title: The address is that of no service of the house
severity: low
confidence: certain
explains: [address-of-another-service]
when:
  printer.role: other
because: The jobs go to {{ printer.host }}.
fix:
  - do: Call the print room.
references:
  - { title: Handbook, url: "https://print.contoso.example/handbook", dated: "2026-03-13" }
examples:
  matches:
    - printer.role: other
  does-not-match:
    - printer.role: portal
`,
      right: "",
    },
  },
  "all-clear-too-early": {
    about:
      "An all-clear says that its area is sound. It may say so only when every fault of the area is ruled out; what could not be looked at is not fine.",
    sample: {
      file: "spooler/spooler-is-sound.yaml",
      wrong: `id: spooler-is-sound
title: The spooler works
kind: all-clear
when:
  jobs.failed: 0
examples:
  matches:
    - jobs.failed: 0
  does-not-match:
    - jobs.failed: 3
`,
      right: `id: spooler-is-sound
title: The spooler works
kind: all-clear
when:
  all:
    - ruled-out: { area: spooler }
    - jobs.failed: 0
examples:
  matches:
    - jobs.failed: 0
  does-not-match:
    - jobs.failed: 3
`,
    },
  },
  "quantifier-never-decided": {
    about:
      "none, not some and every need to know that there are no other rows. By the fields that covered-by names, nobody can ever have looked everywhere, so the condition never holds.",
    sample: {
      file: "facts/spooler.yaml",
      wrong: "  covered-by: [account, queue]\n",
      right: "  covered-by: [account]\n",
    },
  },
} as const satisfies Readonly<Record<string, PageText>>;
