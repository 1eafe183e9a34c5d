import type { SeverityName } from "../../schemas/generated/types.ts";

/**
 * A report as blocks, before it has a look. Text and Markdown print the same blocks, so they say the same in the
 * same order. Every string in here is raw: the one who prints it makes it safe.
 */

/** Words, or something that a machine reads: an id, a path, a flag. */
export type Inline = string | { readonly code: string };
export type Words = readonly Inline[];

/** What colours may stress; the words say it too. */
export type Tone = SeverityName | "sound" | "open" | "neutral";

type Label = "Why" | "Seen" | "Open" | "Fix" | "Then" | "Led to" | "Also" | "Read";

interface Headline {
  readonly kind: "headline";
  readonly text: string;
}

/** Short statements on one line. */
interface Counts {
  readonly kind: "counts";
  readonly parts: readonly string[];
}

export interface Section {
  readonly kind: "section";
  readonly title: string;
  readonly tone: Tone;
  /** What follows the title on its line. */
  readonly lead: Words;
  readonly blocks: readonly Block[];
}

/** The head of a diagnosis and what belongs to it. */
export interface Finding {
  readonly kind: "finding";
  readonly severity: SeverityName;
  readonly title: string;
  readonly confidence: string;
  /** The id of the rule and what else stands under the title. */
  readonly note: Words;
  /** 0 for a root, 1 and more for what it led to. */
  readonly depth: number;
  readonly blocks: readonly Block[];
}

export interface Labelled {
  readonly kind: "labelled";
  readonly label: Label;
  readonly blocks: readonly Block[];
}

/** A title with its details. */
export interface Entry {
  readonly kind: "entry";
  readonly head: Words;
  readonly blocks: readonly Block[];
}

interface Paragraph {
  readonly kind: "paragraph";
  readonly words: Words;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly Words[];
}

/** A line to copy as it stands. */
export interface Command {
  readonly kind: "command";
  readonly text: string;
}

export interface SeenRow {
  readonly text: string;
  readonly places: readonly Words[];
}

/** One fact as it was seen, and where. */
export interface SeenLine {
  readonly fact: string;
  readonly found: string;
  readonly places: readonly Words[];
  readonly rows: readonly SeenRow[];
  /** What the rule asks for, what it was derived from. */
  readonly notes: readonly string[];
}

export interface Seen {
  readonly kind: "seen";
  readonly lines: readonly SeenLine[];
}

/** One step of a fix plan. */
export interface Step {
  readonly kind: "step";
  readonly number: number;
  /** The step is needed only if this is so, and nobody knows whether it is. */
  readonly condition?: string;
  readonly text: string;
  readonly who?: string;
  readonly commands?: string;
  /** Expect, Risk. */
  readonly remarks: readonly { readonly name: string; readonly text: string }[];
}

export interface Reference {
  readonly kind: "reference";
  readonly title: string;
  readonly dated: string;
  readonly url: string;
  readonly says?: string;
}

export type Block =
  | Headline
  | Counts
  | Section
  | Finding
  | Labelled
  | Entry
  | Paragraph
  | List
  | Command
  | Seen
  | Step
  | Reference;

export const paragraph = (...words: Words): Paragraph => ({ kind: "paragraph", words });

export const entry = (head: Words, ...blocks: readonly Block[]): Entry => ({ kind: "entry", head, blocks });

export const labelled = (label: Label, ...blocks: readonly Block[]): Labelled => ({
  kind: "labelled",
  label,
  blocks,
});

/** Items with a separator between them. */
export const joined = (items: readonly Words[], separator: string): Words =>
  items.flatMap((item, index) => (index === 0 ? item : [separator, ...item]));
