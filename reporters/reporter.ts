import type { Report } from "../schemas/generated/types.ts";

export interface ReporterOptions {
  /** Colours for the words at the start of a line. Nothing is said by colour alone. */
  readonly colour: boolean;
  /** Also what was ruled out and by which facts, every undecided rule, every row and source. */
  readonly verbose: boolean;
  /** Columns of a text report; 80 where it is left out. */
  readonly width?: number;
}

/** A report in, the text of one file or screen out, with a newline at its end. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
