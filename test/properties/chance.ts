/** Numbers by chance that a seed decides: the generator mulberry32. */
export interface Chance {
  /** One of the options, which are at least one. */
  of<Option>(options: readonly Option[]): Option;
  /** True once in so many times. */
  once(inTimes: number): boolean;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  return {
    of(options) {
      const option = options[next(options.length)];
      if (option === undefined && !options.includes(option as never))
        throw new Error("There is nothing to choose from.");
      return option as (typeof options)[number];
    },
    once: (inTimes) => next(inTimes) === 0,
  };
}
