/** Collects texts and writes them in large pieces, no faster than whoever reads them takes them. */
export interface Writer {
  /** False when nobody reads any more. */
  write(text: string): Promise<boolean>;
  flush(): Promise<boolean>;
}

const pieceCharacters = 32 * 1024;

export function writerTo(stream: NodeJS.WritableStream): Writer {
  let waiting = "";
  let isRead = true;
  const flush = async (): Promise<boolean> => {
    const piece = waiting;
    waiting = "";
    if (piece !== "" && isRead) isRead = await hasTaken(stream, piece);
    return isRead;
  };
  return {
    flush,
    write: async (text) => {
      waiting += text;
      return waiting.length < pieceCharacters ? isRead : flush();
    },
  };
}

function hasTaken(stream: NodeJS.WritableStream, piece: string): Promise<boolean> {
  return new Promise((resolve) => {
    stream.write(piece, (error) => resolve(!error));
  });
}
