/** What is said about a code beyond its one sentence. */
export interface PageText {
  /** Why it matters and what to do, as full sentences. */
  readonly about: string;
  /** null where a sample would be too long to read, or is no matter of one file. */
  readonly sample: Sample | null;
}

/** Lines of one file of a pack. Those that are wrong give exactly this one finding; without them there is none. */
export interface Sample {
  readonly file: string;
  readonly wrong: string;
  /** Empty where the file should not be there. */
  readonly right: string;
}
