import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetConverter, utf16 } from '../../../../shared/text/offsets.ts';
import { annotationPlacer } from './place.ts';
import type { Placed } from './place.ts';
import { surroundingsOf } from './surroundings.ts';

const hash = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 32);

type Packed = { old: string; at: number; words: string; version?: 1 | 2; quote?: number };

/** Packs a coding of `words` at `at` in the text `old`, and places it in `text`. */
function placeIn(text: string, { old, at, words, version = 2, quote = 1000 }: Packed): Placed {
  const place = { start: utf16(at), end: utf16(at + words.length) };
  const offsets = offsetConverter(old);
  const salt = hash(old);
  const surroundings = version === 1 ? null : surroundingsOf({ text: old, offsets, salt, hash })(place);
  return annotationPlacer({ text, isSame: false, salt, hash })({
    start: offsets.toCodePoint(place.start),
    end: offsets.toCodePoint(place.end),
    quote: words.slice(0, quote),
    cut: words.length > quote,
    hash: hash(words),
    surroundings,
  });
}

const before = 'The mayor opened the new market hall on Friday, and Robin sang to a crowd of children. ';
const after = 'On Sunday the hall was closed again, because Robin had found a crack in the roof of it.';
const robins = before + after;
const second = robins.lastIndexOf('Robin');

describe('In another version of its text a coding', () => {
  test('is not placed on the same words elsewhere, although they are the only ones left', () => {
    for (const text of [before, `${before}Nobody came on Sunday.`, after.replace('Robin', 'Kim') + before]) {
      const placed = placeIn(text, { old: robins, at: second, words: 'Robin' });
      expect(placed).toMatchObject({
        certainty: 'doubtful',
        reason: 'its words stood 2 times in the text that was coded, and stand here once',
        place: { start: text.indexOf('Robin') },
      });
    }
  });

  test('is not placed on words that were its only ones, and now stand among others', () => {
    const text = `Robin, who is a plumber, lives elsewhere, and has nothing to do with it at all. ${after.replace('Robin', 'Kim')}`;
    expect(placeIn(text, { old: after, at: after.indexOf('Robin'), words: 'Robin' })).toMatchObject({
      certainty: 'doubtful',
      reason: 'its words stand in the text, but among other words than where they were coded',
    });
  });

  test('is placed between what surrounded it, wherever that is now', () => {
    const text = `CORRECTED. ${after}\n${before}`;
    expect(placeIn(text, { old: robins, at: second, words: 'Robin' })).toEqual({
      certainty: 'moved',
      place: { start: text.indexOf('Robin'), end: text.indexOf('Robin') + 5 },
    });
  });

  test('whose words stand once is placed beside one of its sides', () => {
    const text = after.replace('crack', 'hole'); // 12 characters after it, the other side is as it was
    expect(placeIn(text, { old: after, at: after.indexOf('Robin'), words: 'Robin' })).toMatchObject({
      certainty: 'moved',
      place: { start: text.indexOf('Robin') },
    });
  });

  test('of a whole sentence is placed without its sides, but not where the sentence stands twice', () => {
    const words = 'On Sunday the hall was closed again';
    const place = { old: robins, at: robins.indexOf(words), words };
    expect(placeIn(`Another beginning. ${words}, and that was it.`, place)).toMatchObject({ certainty: 'moved' });
    expect(placeIn(`Another beginning. ${words}. I repeat: ${words}.`, place)).toMatchObject({
      certainty: 'doubtful',
      reason: 'its words stand 2 times in the text',
    });
  });

  test('of a paragraph that the text repeats is not placed, since one of them may be gone', () => {
    const old = `${robins}\n${robins}\n${robins}`;
    for (const at of [second, second + robins.length + 1]) {
      expect(placeIn(`${robins}\n${robins}`, { old, at, words: 'Robin' }).certainty).toBe('doubtful');
    }
  });

  test('of an older package is listed with the nearest place, never placed', () => {
    const placed = placeIn(`So. ${robins}`, { old: robins, at: robins.indexOf('crack'), words: 'crack', version: 1 });
    expect(placed).toMatchObject({ certainty: 'doubtful', place: { start: robins.indexOf('crack') + 4 } });
  });
});

/** Words of few kinds, so that the same stand in many places, with characters beyond the first plane. */
const wordly = fc.array(fc.constantFrom('Robin', 'sings', 'and', 'so', '🎵', 'é', 'Robin.', 'no'), {
  minLength: 30,
  maxLength: 120,
});
const someEdits = fc.array(
  fc.record({
    at: fc.nat(),
    removed: fc.nat({ max: 80 }),
    added: fc.constantFrom('', ' ', '<<new>>', ' Robin ', '\n'),
  }),
  { maxLength: 3 },
);

/** The fewest characters to take out and put in that make one text of the other. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, length) => length);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      next.push(isSame ? (row[j - 1] ?? 0) : 1 + Math.min(row[j] ?? 0, next[j - 1] ?? 0));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

test('A coding that is placed is on the very characters it was made on, whatever was edited', () => {
  let placedOnes = 0;
  fc.assert(
    fc.property(
      wordly,
      someEdits,
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.integer({ min: 3, max: 40 }),
      (words, changes, pick, more, quote) => {
        const first = pick % words.length;
        const chosen = words.slice(first, first + 1 + more).join(' ');
        const at = words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
        const old = words.join(' ');
        // Every character with the place that it had; what is added had none.
        let characters = Array.from({ length: old.length }, (_, index) => ({ unit: old.charAt(index), from: index }));
        for (const { at: place, removed, added } of changes) {
          const cut = place % (characters.length + 1);
          const fresh = Array.from({ length: added.length }, (_, index) => ({ unit: added.charAt(index), from: -1 }));
          characters = [...characters.slice(0, cut), ...fresh, ...characters.slice(cut + removed)];
        }
        const text = characters.map(({ unit }) => unit).join('');
        const placed = placeIn(text, { old, at, words: chosen, quote });
        if (placed.certainty !== 'moved') return;
        placedOnes++;
        const origins = characters.slice(placed.place.start, placed.place.end).map(({ from }) => from);
        if (origins.every((from, index) => from === at + index) && origins.length === chosen.length) return;
        // Other edits would have given the same text (one of two equal words taken out, a blank put back). Then the place is
        // right if it keeps the passage in a history that is as short as any.
        const { start, end } = placed.place;
        const around =
          edits(old.slice(0, at), text.slice(0, start)) + edits(old.slice(at + chosen.length), text.slice(end));
        expect(text.slice(start, end)).toBe(chosen);
        expect(around).toBe(edits(old, text));
      },
    ),
    { numRuns: 3000 },
  );
  expect(placedOnes).toBeGreaterThan(100);
});
