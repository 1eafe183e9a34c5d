import type { PageText } from "./page-text.ts";

/** Conditions. */
export const conditionsPages = {
  "operator-does-not-fit": {
    about: "Each operator tests values of some types: a text is not below or above anything.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `when:
  toner.level: [low, empty]
  printer.state: { below: 3 }
  toner.used: { at-least: 5 }
`,
      right: `when:
  toner.level: [low, empty]
  printer.state: ready
  toner.used: { at-least: 5 }
`,
    },
  },
  "value-does-not-fit": {
    about: "The value could never be that of the fact. Compare the type and the unit in the catalogue.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `when:
  toner.level: [low, emty]
`,
      right: `when:
  toner.level: [low, empty]
`,
    },
  },
  "none-not-possible": {
    about:
      "none says that somebody looked and there is no such thing. Only facts whose catalogue entry says or: none can be none.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `when:
  toner.level: [low, empty]
  printer.state: none
  toner.used: { at-least: 5 }
`,
      right: `when:
  toner.level: [low, empty]
  printer.state: ready
  toner.used: { at-least: 5 }
`,
    },
  },
  "needs-offset": {
    about: "A time without offset may be any of 26 hours. Write Z for UTC, or an offset like +01:00.",
    sample: {
      file: "spooler/restart-logged.yaml",
      wrong: `when:
  spooler.restarted-at: { after: "2026-01-01T00:00:00", before: { fact: portal.certificate.not-after } }
`,
      right: `when:
  spooler.restarted-at: { after: "2026-01-01T00:00:00Z", before: { fact: portal.certificate.not-after } }
`,
    },
  },
  "duration-not-readable": {
    about: "A length of time is a number and a unit, for example 30 days or 12 hours.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `when:
  all:
    - printer.firmware: { in: { list: drivers-known-bad } }
    - some: events.spooler
      where:
        all:
          - event-id: [316, 842]
          - time: { within-last: 40000 days }
`,
      right: `when:
  all:
    - printer.firmware: { in: { list: drivers-known-bad } }
    - some: events.spooler
      where:
        all:
          - event-id: [316, 842]
          - time: { within-last: 30 days }
`,
    },
  },
  "pattern-not-usable": {
    about:
      "Patterns run in a time that is linear in the text, so that no text can make them hang. Look-around and back-references do not work that way.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: '          - message: { matches: "faulting (?=module)" }\n',
      right: '          - message: { matches: "faulting (module|driver) \\\\w+" }\n',
    },
  },
  "types-differ": {
    about: "Values of different types are never the same. Compare with a fact of the same type.",
    sample: {
      file: "spooler/restart-logged.yaml",
      wrong: `when:
  spooler.restarted-at: { after: "2026-01-01T00:00:00Z", before: { fact: printer.firmware } }
`,
      right: `when:
  spooler.restarted-at: { after: "2026-01-01T00:00:00Z", before: { fact: portal.certificate.not-after } }
`,
    },
  },
  "units-differ": {
    about: "Days and hours cannot be compared as numbers. Let the catalogue give both in one unit.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
      among: { account: night-shift, pages: { at-least: 1 } }
      where: { printed: { below: { field: share }, is-not: 13 }, left: { above: 0 } }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
      among: { account: night-shift, pages: { at-least: 1 } }
      where: { printed: { below: { field: pages }, is-not: 13 }, left: { above: 0 } }
`,
    },
  },
  "list-type-differs": {
    about: "A value can only be in a list of its own type.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `when:
  all:
    - printer.firmware: { in: { list: print-hosts } }
`,
      right: `when:
  all:
    - printer.firmware: { in: { list: drivers-known-bad } }
`,
    },
  },
  "open-list-denied": {
    about:
      "That a value is not in an open list proves nothing, because the list may lack it. This holds behind not, in none and for the strays of every, too.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `when:
  all:
    - printer.firmware: { not-in: { list: drivers-known-bad } }
`,
      right: `when:
  all:
    - printer.firmware: { in: { list: drivers-known-bad } }
`,
    },
  },
  "exact-without-text": {
    about: "exact: true asks for the same bytes. Only texts have several spellings that count as the same.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { above: 4, exact: true }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
`,
    },
  },
  "operator-missing": {
    about: "exact says how to compare. Add contains, is or another operator.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
      among: { account: night-shift, pages: { at-least: 1 } }
      where: { printed: { below: { field: pages }, is-not: 13 }, left: { above: 0 } }
    - some: jobs.same-queue
      where: { night.error: { set: true }, clerk.error: { set: false }, queue: { exact: true } }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
      among: { account: night-shift, pages: { at-least: 1 } }
      where: { printed: { below: { field: pages }, is-not: 13 }, left: { above: 0 } }
    - some: jobs.same-queue
      where: { night.error: { set: true }, clerk.error: { set: false }, queue: { is: Harbour West, exact: true } }
`,
    },
  },
  "no-single-value": {
    about: "A list has many rows and no value of its own. Ask for its rows with some, none or every.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs: { above: 4 }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
`,
    },
  },
  "no-list": {
    about: "some, none and every ask for the rows of a list. A single value is tested by its own name.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs.count
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
`,
    },
  },
  "field-outside-rows": {
    about: "{ field: … } names a field of the same row, and here is no row.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { above: { field: pages } }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
`,
    },
  },
  "reference-unclear": {
    about: "A value is compared with a fact or with a field of the row, not with both.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { fact: toner.grams, field: pages }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
`,
    },
  },
  "two-groups": {
    about:
      "A map can hold one of all, any, not, some, none, every and ruled-out. Write all: and a list under it.",
    sample: {
      file: "spooler/night-queue-stalled.yaml",
      wrong: `when:
  all:
    - rule.queue-stalled: matches
      jobs.longest: { at-most: 240 }
    - not: { printer.state: ready }
      none: jobs
      where: { account: night-shift, error: { differs-from: { field: queue } }, target-role: other }
`,
      right: `when:
  all:
    - rule.queue-stalled: matches
      jobs.longest: { at-most: 240 }
    - not:
        none: jobs
        where: { account: night-shift, error: { differs-from: { field: queue } }, target-role: other }
`,
    },
  },
  "group-beside-facts": {
    about: "A map holds either a group or facts. Write all: and a list under it.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `when:
  printer.state: ready
  all:
`,
      right: `when:
  all:
`,
    },
  },
  "where-alone": {
    about: "where and among belong to some, none or every in the same map.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - { jobs.failed: 4, where: { pages: 3 } }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
`,
    },
  },
  "every-incomplete": {
    about:
      "every needs among, the rows that it speaks of: without them a list in which nothing was tried would prove everything.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
      among: { account: night-shift, pages: { at-least: 1 } }
`,
    },
  },
  "rows-inside-rows": {
    about: "A row has no lists in it. Derive a fact in the catalogue, and compare with it.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
      among: { account: night-shift, pages: { at-least: 1 } }
      where: { printed: { below: { field: pages }, is-not: 13 }, left: { above: 0 } }
    - some: jobs.same-queue
      where: { some: jobs } # clerk.error: { set: false }, queue: { is: Harbour West, exact: true } }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
      among: { account: night-shift, pages: { at-least: 1 } }
      where: { printed: { below: { field: pages }, is-not: 13 }, left: { above: 0 } }
    - some: jobs.same-queue
      where: { night.error: { set: true }, clerk.error: { set: false }, queue: { is: Harbour West, exact: true } }
`,
    },
  },
  "rule-inside-facts": {
    about: "Facts are known before the first rule is judged. Test the verdict in the when of a rule.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
      among: { account: night-shift, pages: { at-least: 1 } }
      where: { printed: { below: { field: pages }, is-not: 13 }, left: { above: 0 } }
    - some: jobs.same-queue
      where: { rule.toner-is-sound: matches } # clerk.error: { set: false }, queue: { is: Harbour West, exact: true } }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
    - every: jobs
      among: { account: night-shift, pages: { at-least: 1 } }
      where: { printed: { below: { field: pages }, is-not: 13 }, left: { above: 0 } }
    - some: jobs.same-queue
      where: { night.error: { set: true }, clerk.error: { set: false }, queue: { is: Harbour West, exact: true } }
`,
    },
  },
  "verdict-not-possible": {
    about:
      "A rule can be asked whether it matches or does not match. That it cannot tell may change with the next fact.",
    sample: {
      file: "health/printing-is-sound.yaml",
      wrong: `when:
  all:
    - ruled-out: { area: spooler }
    - ruled-out: [portal-certificate-expired]
    - rule.toner-is-sound: cannot-tell
`,
      right: `when:
  all:
    - ruled-out: { area: spooler }
    - ruled-out: [portal-certificate-expired]
    - rule.toner-is-sound: matches
`,
    },
  },
  "known-not-here": {
    about:
      "A verdict may only become firmer by learning more. known would let it turn; it may stand in only-when and in the flowchart.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `when:
  toner.level: [low, empty]
  printer.state: { known: true }
  toner.used: { at-least: 5 }
`,
      right: `when:
  toner.level: [low, empty]
  printer.state: ready
  toner.used: { at-least: 5 }
`,
    },
  },
  "set-says-nothing": {
    about: "set: true asks that a value is not none, and this fact is never none. Leave it out.",
    sample: {
      file: "toner/toner-low.yaml",
      wrong: `when:
  toner.level: [low, empty]
  printer.state: { set: true }
`,
      right: `when:
  toner.level: [low, empty]
  printer.state: ready
`,
    },
  },
  "too-deep": {
    about: "Make a derived fact of a part of the condition, or a rule of its own.",
    sample: {
      file: "spooler/queue-stalled.yaml",
      wrong: `when:
  any:
    - { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { printer.state: ready } } } } } } } } } } } } } } } } }
`,
      right: `when:
  any:
    - jobs.failed: { above: 4 }
`,
    },
  },
  "empty-area": {
    about: "ruled-out with an area speaks of its faults. Name the rules themselves.",
    sample: {
      file: "health/printing-is-sound.yaml",
      wrong: `when:
  all:
    - ruled-out: { area: toner }
`,
      right: `when:
  all:
    - ruled-out: { area: spooler }
`,
    },
  },
} as const satisfies Readonly<Record<string, PageText>>;
