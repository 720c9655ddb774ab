import type { Id } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import type { Span } from '../../../shared/text/offsets.ts';

/** A coding that is to go from its place to another; codings with equal `twins` may not stand at one place. */
export type Move = Span & { id: Id; twins: string; place: Span };

/**
 * The steps that bring every coding to its place so that no two twins ever stand at one place, as the store asks. Where
 * they change places in a ring, one first steps aside to places from `aside` on, which no text reaches. All `place`s of
 * twins differ, and nothing else stands there when all have moved.
 */
export function* placesInOrder(moves: readonly Move[], aside: number): Generator<{ id: Id; place: Span }> {
  const key = (twins: string, { start, end }: Span): string => `${start} ${end} ${twins}`;
  const standing = new Map(moves.map((move) => [key(move.twins, move), move]));
  const settled = new Set<Id>();
  let free = aside;
  for (const first of moves) {
    // Whoever stands in the way goes first, and so on, until one finds its place free or the ring closes.
    const waiting = new Set<Move>();
    let at: Move | undefined = first;
    while (at && !settled.has(at.id) && !waiting.has(at)) {
      waiting.add(at);
      const wanted = key(at.twins, at.place);
      const inTheWay = standing.get(wanted);
      at = inTheWay === at ? undefined : inTheWay;
    }
    if (at && !settled.has(at.id)) {
      standing.delete(key(at.twins, at));
      yield { id: at.id, place: { start: utf16(free), end: utf16(free + 1) } };
      free += 2;
    }
    for (const move of [...waiting].reverse()) {
      if (standing.get(key(move.twins, move)) === move) standing.delete(key(move.twins, move));
      settled.add(move.id);
      yield { id: move.id, place: move.place };
    }
  }
}
