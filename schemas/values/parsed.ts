/** A text brought to its normal form, or a full sentence why it cannot be. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });

export const refused = (why: string): { readonly ok: false; readonly why: string } => ({ ok: false, why });
