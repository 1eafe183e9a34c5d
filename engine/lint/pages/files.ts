import type { PageText } from "./page-text.ts";

/** The files of a pack. */
export const filesPages = {
  "pack-not-found": {
    about:
      "lint, test and --pack take the folder that holds pack.yaml. Check the path, and that you may read it.",
    sample: null,
  },
  "pack-too-large": {
    about:
      "A pack of thousands of files is hard to know one's way in, and slow to check. Split it into several packs; one can extend another.",
    sample: null,
  },
  "too-many-files": {
    about: "All packs that are loaded together count. Load fewer of them, or divide the largest.",
    sample: null,
  },
  "file-unreadable": {
    about:
      "The system does not let the file be opened. Check its permissions, and whether another program holds it.",
    sample: null,
  },
  "not-utf-8": {
    about:
      "Some editors save in the character set of their country. Save the file as UTF-8; in most editors this stands beside the file name when saving.",
    sample: null,
  },
  "file-too-large": {
    about: "A rule is half a screen. A file of this size is something else, or several things in one.",
    sample: null,
  },
  "file-empty": {
    about:
      "An empty file says nothing, and is most likely not finished or was not saved. Write its content, or delete it.",
    sample: { file: "toner/paper-missing.yaml", wrong: "# Nothing yet.\n", right: "" },
  },
  "pack-file-missing": {
    about:
      "pack.yaml gives the pack its id, its version and its areas. Write one, or name the folder that has it.",
    sample: null,
  },
  "unexpected-file": {
    about:
      "Files stand where their content belongs: facts in facts/NAME.yaml, rules in AREA/RULE-ID.yaml. Rename the file or move it.",
    sample: { file: "toner/notes.yml", wrong: "About toner: see the handbook.\n", right: "" },
  },
  "newer-tool-needed": {
    about: "The pack uses something that this version of the tool does not have yet. Use a newer one.",
    sample: {
      file: "pack.yaml",
      wrong: 'minimum-tool-version: "999.0.0"\n',
      right: 'minimum-tool-version: "0.1.0"\n',
    },
  },
  "pack-id-differs": {
    about: "Reports name a pack by its id, and people look for a folder of that name.",
    sample: { file: "pack.yaml", wrong: "id: harbour-printer-server\n", right: "id: harbour-print-room\n" },
  },
  "unknown-pack": {
    about:
      "A pack builds on another one only if both are there. It is looked for beside this pack and among those that come with the tool.",
    sample: {
      file: "pack.yaml",
      wrong: `extends: harbour
healthy-when: printing-is-sound
`,
      right: "healthy-when: printing-is-sound\n",
    },
  },
  "pack-cycle": {
    about: "Of two packs one is the ground that the other one stands on. Leave one of the extends out.",
    sample: null,
  },
} as const satisfies Readonly<Record<string, PageText>>;
