import type { Interval } from './intervalIndex.ts';

/** A stretch of text over which the same intervals lie, outermost first. */
export type Stretch<T> = { readonly start: number; readonly end: number; readonly covering: readonly T[] };

/**
 * Cuts `[from, to)` where any interval begins or ends and says which cover each piece; pieces that nothing covers are left
 * out. `items` are in document order; those outside the range are passed over.
 */
export function stretchesOf<T extends Interval>(items: readonly T[], from: number, to: number): Stretch<T>[] {
  const inside = items.filter(({ start, end }) => start < to && end > from && start < end);
  const cuts = new Set<number>();
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, from));
    cuts.add(Math.min(end, to));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const stretches: Stretch<T>[] = [];
  let covering: T[] = [];
  let next = 0;
  places.forEach((place, position) => {
    covering = covering.filter(({ end }) => end > place);
    for (let item = inside[next]; item && item.start <= place; item = inside[next]) {
      covering.push(item);
      next++;
    }
    const end = places[position + 1];
    if (end !== undefined && covering.length > 0) stretches.push({ start: place, end, covering: [...covering] });
  });
  return stretches;
}
