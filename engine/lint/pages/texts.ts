import type { PageText } from "./page-text.ts";

/** What readers see. */
export const textsPages = {
  "reference-missing": {
    about:
      "A reader who doubts a diagnosis looks it up. Name the page, and the date of the edition that was read.",
    sample: {
      file: "certificate/portal-certificate-expired.yaml",
      wrong: "",
      right: `references:
  - { title: Handbook of the print room, url: "https://print.contoso.example/handbook", dated: "2026-03-13" }
`,
    },
  },
  "duplicate-title": {
    about: "The title is what a reader knows a diagnosis by.",
    sample: {
      file: "spooler/address-of-another-service.yaml",
      wrong: "title: Jobs wait in a queue and are not printed\n",
      right: "title: The server sends jobs to an address that is no printer\n",
    },
  },
  "placeholder-not-filled": {
    about:
      "Only because is filled in with what was seen. In every other text the braces stay as they are, and so does the name.",
    sample: {
      file: "spooler/spooler-crashing.yaml",
      wrong: `fix:
  - do: Stop the spooler.
    run: |
      Stop-Service Spooler
    who: an administrator of the print server
    expect: the service is stopped
  - do: Update the firmware {{ printer.firmware }}.
`,
      right: `fix:
  - do: Stop the spooler.
    run: |
      Stop-Service Spooler
    who: an administrator of the print server
    expect: the service is stopped
  - do: Update the firmware.
`,
    },
  },
  "because-of-another-fact": {
    about:
      "What the condition does not read may be unknown when the rule matches, and because then says (not known).",
    sample: {
      file: "spooler/address-of-another-service.yaml",
      wrong:
        "because: The jobs for {{ printer.nickname }} go to {{ printer.host }}, which is no printer. The toner is at {{ toner.left }}.\n",
      right: "because: The jobs for {{ printer.nickname }} go to {{ printer.host }}, which is no printer.\n",
    },
  },
} as const satisfies Readonly<Record<string, PageText>>;
