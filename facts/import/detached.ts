/**
 * A copy of a text. A piece that was cut out of a long text keeps all of that in memory; what stays when the file has been
 * read must not.
 */
export function detached(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
