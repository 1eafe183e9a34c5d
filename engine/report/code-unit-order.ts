/** The same order on every machine: by UTF-16 code unit, never by locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The first comparison that tells the two apart decides. */
export const inTurn =
  <T>(...comparisons: readonly ((a: T, b: T) => number)[]) =>
  (a: T, b: T): number => {
    for (const compare of comparisons) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };

/** Small numbers first. */
export const by =
  <T>(rank: (item: T) => number) =>
  (a: T, b: T): number =>
    rank(a) - rank(b);
