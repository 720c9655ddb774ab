import type { DisputedUnit, Side } from '../../../../shared/api/reliability.ts';
import type { Id } from '../../../../shared/model/records.ts';

/** A stretch of a shown passage in which nothing changes. */
export type Stretch = {
  text: string;
  /** The codes that the coder gave to all of it, in the order of the codings. */
  codes: readonly Id[];
  /** Whether it belongs to the place itself, or is the text around it. */
  isPlace: boolean;
};

/** So many UTF-16 units of the text around a place are shown; fewer only where the text ends. */
const around = 120;

type Shown = Pick<DisputedUnit, 'span' | 'quote' | 'before' | 'after'>;

/**
 * The words of a place with what stands around it, cut wherever a coding of this coder begins or ends. Codings that reach
 * beyond what is shown are cut there. After a quotation that was cut, nothing is shown.
 */
export function stretchesOf({ span, quote, before, after }: Shown, codings: Side['codings']): Stretch[] {
  if (span === null) return [];
  const isWhole = quote.length === span.end - span.start;
  const text = isWhole ? before + quote + after : before + quote;
  const first = span.start - before.length;
  const last = first + text.length;
  const inside = (offset: number): number => Math.min(last, Math.max(first, offset));
  const cuts = new Set([first, last, inside(span.start), inside(span.end)]);
  for (const { start, end } of codings) cuts.add(inside(start)).add(inside(end));
  const places = [...cuts].toSorted((a, b) => a - b);
  const stretches = places.slice(1).map((end, index): Stretch => {
    const start = places[index] ?? end;
    return {
      text: text.slice(start - first, end - first),
      codes: codings.filter((coding) => coding.start <= start && coding.end >= end).map(({ code }) => code),
      isPlace: start >= span.start && end <= span.end,
    };
  });
  const more: Stretch = { text: '…', codes: [], isPlace: false };
  // What stands around a place is cut where it is, within words and all: an ellipsis says so.
  const isOpen = !isWhole || after.length >= around;
  return [...(first > 0 ? [more] : []), ...stretches, ...(isOpen ? [more] : [])];
}
