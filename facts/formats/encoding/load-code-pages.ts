/** Text in one of the encodings from before Unicode. */
export interface CodePageReader {
  decode(bytes: Uint8Array): string;
  /** For a file that arrives in pieces: characters may be cut between two of them. */
  stream(): { write(bytes: Uint8Array): string; end(): string };
}

/** A reader for an encoding by its name; none if the name is unknown. */
export type CodePages = (name: string) => CodePageReader | undefined;

/** Loaded only for a file that is in no Unicode encoding: the tables are costly. */
export async function loadCodePages(): Promise<CodePages> {
  const { default: iconv } = await import("iconv-lite");
  return (name) => {
    if (!iconv.encodingExists(name)) return undefined;
    return {
      decode: (bytes) => iconv.decode(bytes, name),
      stream() {
        const decoder = iconv.getDecoder(name);
        return {
          write: (bytes) => decoder.write(Buffer.from(bytes)),
          end: () => decoder.end() ?? "",
        };
      },
    };
  };
}
