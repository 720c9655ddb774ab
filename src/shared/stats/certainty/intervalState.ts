import { statsWords } from '#words/core/stats.ts';

/** Fewer things than these that can be drawn, and there is no interval: the draws repeat each other. */
export const leastDrawn = 5;
/** From so many on, an interval stands without a word of caution. */
export const enoughDrawn = 10;

/**
 * What an interval of resampled things is worth. `none`: none was asked for, or the figure itself is undefined;
 * `undefined`: there are too few things; with one, every draw gives the figure of the data, and an interval without width
 * would look like perfect precision; `approximate`: percentiles of so few things are too narrow.
 */
export const intervalStates = ['none', 'undefined', 'approximate', 'sound'] as const;
export type IntervalState = (typeof intervalStates)[number];

/** What an interval from so many things that can be drawn is worth. */
export function intervalStateOf(things: number): Exclude<IntervalState, 'none'> {
  return things < leastDrawn ? 'undefined' : things < enoughDrawn ? 'approximate' : 'sound';
}

/** The reason for a state, short enough to stand beside a figure; '' where none is needed. */
export function intervalNote(state: IntervalState, things: number, of: 'article' | 'unit'): string {
  return state === 'undefined' || state === 'approximate' ? statsWords.fewDrawn({ state, things, of }) : '';
}
