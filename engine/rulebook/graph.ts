/** What depends on what, put in order. */
export interface Order {
  /** Every name that is in no circle, each after those that it depends on. */
  readonly order: readonly string[];
  /** Each circle once, from its first name in the order of code units, which stands at the end again. */
  readonly circles: readonly (readonly string[])[];
}

/** @param dependsOn names that are not among `names` are left aside */
export function inOrder(names: Iterable<string>, dependsOn: (name: string) => readonly string[]): Order {
  const open = new Map<string, Set<string>>();
  for (const name of [...names].sort()) open.set(name, new Set());
  for (const [name, needs] of open) for (const need of dependsOn(name)) if (open.has(need)) needs.add(need);
  const order: string[] = [];
  const circles: string[][] = [];
  settle(open, order);
  while (open.size > 0) {
    const circle = circleAmong(open);
    circles.push([...circle, ...circle.slice(0, 1)]);
    for (const name of circle) open.delete(name);
    for (const needs of open.values()) for (const name of circle) needs.delete(name);
    settle(open, order);
  }
  return { order, circles };
}

/** Moves whatever depends on nothing open any more from `open` to `order`. */
function settle(open: Map<string, Set<string>>, order: string[]): void {
  const neededBy = new Map<string, string[]>();
  for (const [name, needs] of open) {
    for (const need of needs) {
      const waiting = neededBy.get(need);
      if (waiting === undefined) neededBy.set(need, [name]);
      else waiting.push(name);
    }
  }
  const ready = [...open].flatMap(([name, needs]) => (needs.size === 0 ? [name] : []));
  for (const name of ready) {
    open.delete(name);
    order.push(name);
    for (const waiting of neededBy.get(name) ?? []) {
      const needs = open.get(waiting);
      needs?.delete(name);
      if (needs?.size === 0) ready.push(waiting);
    }
  }
}

/** Everything open needs something open, so that following the needs must come back to where it was. */
function circleAmong(open: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const walked: string[] = [];
  const seen = new Map<string, number>();
  let [name] = open.keys();
  while (name !== undefined && !seen.has(name)) {
    seen.set(name, walked.length);
    walked.push(name);
    [name] = open.get(name) ?? [];
  }
  const circle = walked.slice(seen.get(name ?? "") ?? 0);
  const first = circle.indexOf([...circle].sort()[0] ?? "");
  return [...circle.slice(first), ...circle.slice(0, first)];
}
