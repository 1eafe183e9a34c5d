/** Records of one log that follow each other without a gap. */
export interface RecordRun {
  readonly firstId: number;
  readonly lastId: number;
  /** Milliseconds since 1970, of the record with the first and with the last id. */
  readonly firstTime: number;
  readonly lastTime: number;
  /**
   * How far, in milliseconds, the time ever fell back from one record to a later one. Windows writes events of
   * several threads slightly out of order; a clock that is set back shows here too.
   */
  readonly fellBack: number;
  /** How far, in milliseconds, each time can lie behind the one that was written. */
  readonly blur: number;
}

/** More gaps than this mean that the export was filtered, and then it proves nothing anyway. */
const mostRuns = 2_000;

interface Run {
  firstId: number;
  lastId: number;
  firstTime: number;
  lastTime: number;
  /** The highest and the lowest time within. */
  highest: number;
  lowest: number;
  fellBack: number;
  blur: number;
}

/**
 * Finds the runs among records that come in rising or falling order, in the memory of the gaps. Anything else
 * makes more runs than there are, which claims less, never more.
 */
export class RecordRuns {
  readonly #runs: Run[] = [];
  #isTorn = false;

  add(id: number, time: number): void {
    if (this.#isTorn) return;
    const run = this.#runs.at(-1);
    if (run && id === run.lastId + 1) append(run, id, time);
    else if (run && id === run.firstId - 1) prepend(run, id, time);
    else this.#runs.push(begin(id, time));
    if (this.#runs.length > mostRuns) this.#isTorn = true;
  }

  /** In the order of ids; nothing if there are more gaps than are kept. */
  runs(): readonly RecordRun[] {
    return this.#isTorn ? [] : [...this.#runs].sort((a, b) => a.firstId - b.firstId || a.lastId - b.lastId);
  }

  get isTorn(): boolean {
    return this.#isTorn;
  }
}

function begin(id: number, time: number): Run {
  const ids = { firstId: id, lastId: id };
  return {
    ...ids,
    firstTime: time,
    lastTime: time,
    highest: time,
    lowest: time,
    fellBack: 0,
    blur: blurOf(time),
  };
}

/** Some exports cut times to the millisecond, and what ends there can have been cut. */
const blurOf = (time: number): number => (Number.isInteger(time) ? 1 : 0);

function append(run: Run, id: number, time: number): void {
  run.lastId = id;
  run.lastTime = time;
  run.fellBack = Math.max(run.fellBack, run.highest - time);
  widen(run, time);
}

function prepend(run: Run, id: number, time: number): void {
  run.firstId = id;
  run.firstTime = time;
  run.fellBack = Math.max(run.fellBack, time - run.lowest);
  widen(run, time);
}

function widen(run: Run, time: number): void {
  run.blur = Math.max(run.blur, blurOf(time));
  run.highest = Math.max(run.highest, time);
  run.lowest = Math.min(run.lowest, time);
}
