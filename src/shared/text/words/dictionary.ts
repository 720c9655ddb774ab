import { tagFor } from '../segmenters.ts';
import { runEnd } from './runs.ts';
import { segmentFrom } from './segments.ts';

/**
 * Words in scripts that set no blanks between them: those of the dictionary that the ICU of the running program has. The
 * core alone asks for them, so that windows, tokens that are written out and the command line have the same ones. Nothing
 * that is kept may rest on them, for another ICU may have other words. The one place that may ask `Intl.Segmenter` for words.
 */

/** Runs of more units are looked at in stretches of so many: no sentence is as long. */
const longest = 10_000;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(tagFor(language), { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** The end of the stretch that starts at `start` in a run that ends at `end`; no character is cut, nor its marks cut off. */
function stretchEnd(text: string, start: number, end: number): number {
  let to = start + longest;
  while (to < end && /^[\p{M}\p{Cf}\p{Cs}]/u.test(text.slice(to, to + 2))) to++;
  return Math.min(to, end);
}

/** The ends of the words, ascending, of the run `[start, end)` (see `runs.ts`) of a text in `language`. */
export function* wordEndsOfRun(text: string, start: number, end: number, language: string): Generator<number> {
  for (let from = start; from < end; from = stretchEnd(text, from, end)) {
    const stretch = text.slice(from, stretchEnd(text, from, end));
    for (const { index, segment } of segmenterOf(language).segment(stretch)) yield from + index + segment.length;
  }
}

/** The ends of the words, ascending, in the runs of a whole text, or of a part that is looked at alone. */
export function wordEndsIn(text: string, language: string): number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length;) {
    const segment = segmentFrom(text, at);
    const isRun = segment.kind === 'unspaced';
    const to = isRun ? runEnd(text, at) : segment.end;
    if (isRun) for (const end of wordEndsOfRun(text, at, to, language)) ends.push(end);
    at = to;
  }
  return ends;
}
