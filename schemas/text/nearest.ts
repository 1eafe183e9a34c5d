/** Longer names are compared by their beginning: nobody mistypes the rest and nothing else. */
const comparedCharacters = 80;

/**
 * The candidates that someone who wrote `name` probably meant, closest first, at most `most`. A letter left
 * out, added, changed or swapped with its neighbour is one step; so is a forgotten front part (`days-left`
 * for `trust.certificate.days-left`), and one for many (`fixes` for `fix`).
 */
export function nearest(name: string, candidates: readonly string[], most = 3): string[] {
  const written = folded(name);
  const farthest = Math.min(6, Math.max(1, Math.floor(written.length * 0.3)));
  const close: { candidate: string; steps: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const steps = stepsBetween(written, folded(candidate), farthest);
    if (steps <= farthest) close.push({ candidate, steps });
  }
  close.sort((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1));
  return close.slice(0, most).map(({ candidate }) => candidate);
}

const folded = (name: string) => name.slice(0, comparedCharacters).toLowerCase().replace(/[_ ]/g, "-");

function stepsBetween(written: string, candidate: string, farthest: number): number {
  if (written.length >= 4 && candidate.endsWith(`.${written}`)) return 1;
  if (written === `${candidate}es` || candidate === `${written}es`) return 1;
  if (Math.abs(written.length - candidate.length) > farthest) return farthest + 1;
  const start = sharedStart(written, candidate);
  return editDistance(written.slice(start), candidate.slice(start), farthest);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/**
 * Damerau's distance, where no part is edited twice. Only the band that can stay within `farthest` is
 * reckoned; what lies outside counts as too far.
 */
function editDistance(a: string, b: string, farthest: number): number {
  const tooFar = farthest + 1;
  let beforePrevious: number[] = [];
  let previousBest = 0;
  let previous = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, tooFar));
  for (let row = 1; row <= a.length; row++) {
    const current = Array<number>(b.length + 1).fill(tooFar);
    if (row <= farthest) current[0] = row;
    let best = current[0] ?? tooFar;
    const end = Math.min(b.length, row + farthest);
    for (let column = Math.max(1, row - farthest); column <= end; column++) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      const changed = (previous[column - 1] ?? tooFar) + (isSame ? 0 : 1);
      const added = Math.min(previous[column] ?? tooFar, current[column - 1] ?? tooFar) + 1;
      const swapped = isSwapped(a, b, row, column) ? (beforePrevious[column - 2] ?? tooFar) + 1 : tooFar;
      const steps = Math.min(changed, added, swapped, tooFar);
      current[column] = steps;
      if (steps < best) best = steps;
    }
    // A swap reaches back two rows, so both have to be too far.
    if (best > farthest && previousBest > farthest) return tooFar;
    previousBest = best;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? tooFar;
}

function isSwapped(a: string, b: string, row: number, column: number): boolean {
  if (row < 2 || column < 2) return false;
  return (
    a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
  );
}
