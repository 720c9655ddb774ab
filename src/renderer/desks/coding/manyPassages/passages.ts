import type { Extent, Passages, PlaceState } from '../../../../shared/api/codings.ts';
import type { Hit } from '../../../../shared/api/search.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';

/** A passage that was found somewhere, with what stands round it. */
export type FoundPassage = Pick<Hit, 'document' | 'name' | 'text' | 'start' | 'end' | 'quote' | 'before' | 'after'>;

/** How it is with the place of a passage, and whether that is the place of the passage before. */
export type Planned = { start: number; end: number; state: PlaceState; isSame: boolean };

/** Passages as the program takes them: text by text, in their order. */
export function byText(found: readonly FoundPassage[]): Passages[] {
  const all: Passages[] = [];
  for (const { document, text, start, end } of found) {
    let last = all.at(-1);
    if (last?.document !== document || last.text !== text) all.push((last = { document, text, spans: [] }));
    last.spans.push([utf16(start), utf16(end)]);
  }
  return all;
}

/** What the program planned, beside the passages that it was asked about. */
export function planned(
  found: readonly FoundPassage[],
  places: readonly (readonly [number, number, PlaceState])[],
  extent: Extent,
): Planned[] {
  return places.map(([start, end, state], index) => {
    const before = places[index - 1];
    const isNext = before?.[0] === start && before[1] === end && found[index - 1]?.document === found[index]?.document;
    return { start, end, state, isSame: extent !== 'passage' && isNext };
  });
}

export type Counts = {
  /** Hits that can be ticked, and those that are. */
  offered: number;
  ticked: number;
  /** Different places of those that are, and documents that they are in. */
  places: number;
  documents: number;
  states: Readonly<Record<PlaceState, number>>;
};

/** Counts what the ticks come to. `left` are the hits whose tick was taken away, by their index. */
export function counted(found: readonly FoundPassage[], plan: readonly Planned[], left: ReadonlySet<number>): Counts {
  const states = { open: 0, coded: 0, excluded: 0, corrected: 0, gone: 0 };
  const places = new Set<string>();
  const documents = new Set<Id>();
  let ticked = 0;
  plan.forEach(({ start, end, state }, index) => {
    states[state]++;
    const document = found[index]?.document;
    if (state !== 'open' || left.has(index) || document === undefined) return;
    ticked++;
    documents.add(document);
    places.add(`${document} ${start} ${end}`);
  });
  return { offered: states.open, ticked, places: places.size, documents: documents.size, states };
}

/** The passages that are sent: those that are ticked, and those that are coded or excluded, so that the answer counts them. */
export function toSend(
  found: readonly FoundPassage[],
  plan: readonly Planned[],
  left: ReadonlySet<number>,
): FoundPassage[] {
  return found.filter((_, index) => {
    const state = plan[index]?.state;
    return !left.has(index) && (state === 'open' || state === 'coded' || state === 'excluded');
  });
}
