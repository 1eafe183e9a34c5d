/** The number of the line, where a place inside of a source is one: `17`, or `line 17` as a person writes it. */
export const lineNumber = (at: string): string | undefined => /^(?:line )?(\d{1,12})$/.exec(at)?.[1];
