import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../shared/stats/random.ts';
import { snapOutward } from '../../../../shared/text/graphemes.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import type { Span } from '../../../../shared/text/offsets.ts';
import { anyText } from '../../../../shared/text/testTexts.ts';
import { alignTexts } from './align.ts';
import { describeChanges } from './changes.ts';
import { reanchorer } from './reanchor.ts';
import type { Reanchored } from './reanchor.ts';

/** The passage `quote` (its `nth` occurrence) of a text. */
function passage(text: string, quote: string, nth = 1): Span {
  let at = -1;
  for (let count = 0; count < nth; count++) at = text.indexOf(quote, at + 1);
  expect(at).toBeGreaterThanOrEqual(0);
  return { start: utf16(at), end: utf16(at + quote.length) };
}

function follow(before: string, after: string, span: Span): Reanchored {
  return reanchorer(before, after, alignTexts(before, after))(span);
}

/** Certainty and words of a passage in the text after. */
function words(before: string, after: string, quote: string, nth = 1): [string, string | null] {
  const { certainty, place } = follow(before, after, passage(before, quote, nth));
  return [certainty, place && after.slice(place.start, place.end)];
}

const article = `The port of Varna reopened on Monday.
Ministers said the strike had cost “millions of leva”, and that talks would go on.
Nobody was hurt. The mayor thanked the crews 👩‍🚒👩‍🚒 for their work.
Nobody was hurt in Burgas either.
`;

describe('A passage in a corrected text', () => {
  it('keeps its words where others are put in, taken out or mended around it', () => {
    const after = article
      .replace('on Monday', 'late on Tuesday evening')
      .replace('Ministers said', 'Ministers told reporters')
      .replace('for their work', 'for thier work');
    for (const quote of ['port of Varna', 'strike had cost “millions of leva”', 'Nobody was hurt.', '👩‍🚒👩‍🚒']) {
      expect(words(article, after, quote)).toEqual(['same', quote]);
    }
  });

  it('is doubtful when its own words changed, and covers what stands for them', () => {
    const after = article.replace('strike had cost', 'strike may have cost').replace('talks', 'discussions');
    expect(words(article, after, 'strike had cost “millions of leva”')).toEqual([
      'doubtful',
      'strike may have cost “millions of leva”',
    ]);
    expect(words(article, after, 'that talks would go on.')).toEqual(['doubtful', 'that discussions would go on.']);
  });

  it('is never found for certain in a look-alike, when it is gone itself', () => {
    const after = article.replace('Nobody was hurt. The mayor', 'The mayor');
    const [certainty] = words(article, after, 'Nobody was hurt');
    expect(certainty).not.toBe('same');
    expect(words(article, after, 'Nobody was hurt', 2)).toEqual(['same', 'Nobody was hurt']);
  });

  it('is doubtful where nobody can tell which of two equal sentences was taken out', () => {
    const before = 'One. He won. He won. Two.';
    const after = 'One. He won. Two.';
    expect(words(before, after, 'He won.', 1)[0]).toBe('doubtful');
    expect(words(before, after, 'He won.', 2)[0]).toBe('doubtful');
  });

  it('is not taken for a common word that stands alone between rewritten stretches', () => {
    const before = 'Yesterday in the harbour fire broke out. And the rest of it is the same as ever.';
    const after = 'Ships burnt early, close to the piers, last night. And the rest of it is the same as ever.';
    expect(words(before, after, 'the')[0]).not.toBe('same');
  });

  it('is found with its paragraph, when that was moved', () => {
    const [first = '', second = '', third = '', fourth = ''] = article.split(/(?<=\n)/u);
    const after = third + fourth + first + second;
    expect(words(article, after, 'talks would go on')).toEqual(['same', 'talks would go on']);
  });

  it('is lost when its words are gone and nothing like them stands anywhere', () => {
    const after = article.replace('The port of Varna reopened on Monday.', 'Lights went out.');
    expect(words(article, after, 'port of Varna reopened on Monday')).toEqual(['lost', null]);
    expect(words(article, '…', 'Ministers')).toEqual(['lost', null]);
  });

  it('is found by likeness when a mended passage stands elsewhere', () => {
    const before = 'A quick brown fox jumps over the lazy dog near Sofia.\nSecond paragraph here, with other words.\n';
    const after = 'Second paragraph here, with other words.\nA quik browm fox jumps ovr the lazi dog near Plovdiv.\n';
    expect(words(before, after, 'quick brown fox jumps over the lazy')).toEqual([
      'doubtful',
      'quik browm fox jumps ovr the lazi',
    ]);
  });

  it('grows to whole characters, and is doubtful then', () => {
    const before = 'A cafe in Paris stayed open all night.';
    const after = before.replace('cafe', 'cafe\u0301');
    expect(words(before, after, 'cafe')).toEqual(['doubtful', 'cafe\u0301']);
  });

  it('works alike without spaces between words', () => {
    const before = '港が再開した。大臣は交渉が続くと述べた。負傷者はいなかった。';
    const after = '月曜日に港が再開した。首相は交渉が続くと述べた。負傷者はいなかった。';
    expect(words(before, after, '港が再開した')).toEqual(['same', '港が再開した']);
    expect(words(before, after, '交渉が続くと述べた')).toEqual(['same', '交渉が続くと述べた']);
  });
});

/** A text of words that occur once each: what is left of it can be told for certain. */
const distinctText = fc
  .integer({ min: 20, max: 120 })
  .chain((count) =>
    fc
      .array(fc.constantFrom(' ', ', ', '. ', '.\n', ' 😀 ', ' – '), { minLength: count, maxLength: count })
      .map((marks) => marks.map((mark, index) => `w${index}${mark}`).join('')),
  );

describe('Re-anchoring at random', () => {
  it('finds every passage whose words and neighbours were not touched exactly, and says so', () => {
    fc.assert(
      fc.property(distinctText, fc.nat(), fc.integer({ min: 1, max: 12 }), fc.nat(), (before, seed, edits, from) => {
        const random = seededRandom(seed);
        const tokens = before.match(/w\d+|[^w]+/gu) ?? [];
        const at = from % tokens.length;
        const length = 1 + Math.floor(random() * Math.min(8, tokens.length - at));
        const left = tokens.slice(0, at);
        const right = tokens.slice(at + length);
        let fresh = 0;
        const spoil = (list: string[]): void => {
          if (list.length === 0) return;
          const place = Math.floor(random() * list.length);
          const dice = random();
          if (dice < 0.4) list.splice(place, 1);
          else if (dice < 0.8) list.splice(place, 0, ` new${fresh++} `);
          else list.splice(place, 1, ` put${fresh++} `);
        };
        for (let edit = 0; edit < edits; edit++) spoil(random() < 0.5 ? left : right);
        const quote = tokens.slice(at, at + length).join('');
        if (!/^w.*\d$/su.test(quote)) return; // a blank at an end could as well belong to its neighbour
        const span = { start: tokens.slice(0, at).join('').length, end: 0 };
        span.end = span.start + quote.length;
        // A number that grew or shrank is another word: keep the words at both ends whole.
        const lead = left.join('');
        const tail = right.join('');
        if (/[\p{L}\p{N}]$/u.test(lead) && /^[\p{L}\p{N}]/u.test(quote)) return;
        if (/[\p{L}\p{N}]$/u.test(quote) && /^[\p{L}\p{N}]/u.test(tail)) return;
        const found = follow(before, lead + quote + tail, { start: utf16(span.start), end: utf16(span.end) });
        expect(found.place && (lead + quote + tail).slice(found.place.start, found.place.end)).toBe(quote);
        if (found.place) expect(found.place.start).toBe(lead.length);
        if (/w\d+\b.*w\d+\b/su.test(quote)) expect(found.certainty).toBe('same');
      }),
      { numRuns: 1000 },
    );
  });

  it('never points into a character, outside the text, or at other words that it calls the same', () => {
    const pair = fc.tuple(anyText, anyText, anyText, anyText, anyText).map(([a, b, c, d, e]) => ({
      before: `${a}${b}${c}${d}`,
      after: `${a}${e}${c}${b}`,
    }));
    fc.assert(
      fc.property(pair, fc.nat(), fc.nat(), ({ before, after }, one, other) => {
        if (before.length === 0) return;
        const start = one % before.length;
        const end = start + 1 + (other % (before.length - start));
        const span = snapOutward(before, { start: utf16(start), end: utf16(end) });
        const { certainty, place } = follow(before, after, span);
        if (!place) {
          expect(certainty).toBe('lost');
          return;
        }
        expect(place.start).toBeLessThan(place.end);
        expect(place.end).toBeLessThanOrEqual(after.length);
        expect(snapOutward(after, place)).toEqual(place);
        if (certainty === 'same') {
          expect(after.slice(place.start, place.end)).toBe(before.slice(span.start, span.end));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('aligns any two texts so that every run is equal in both and runs rise', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (a, b, c, d) => {
        const [before, after] = [`${a}${b}${c}`, `${a}${d}${c}`];
        let last = { before: 0, after: 0 };
        for (const run of alignTexts(before, after)) {
          expect(run.length).toBeGreaterThan(0);
          expect(run.before).toBeGreaterThanOrEqual(last.before);
          expect(run.after).toBeGreaterThanOrEqual(last.after);
          expect(after.slice(run.after, run.after + run.length)).toBe(
            before.slice(run.before, run.before + run.length),
          );
          last = { before: run.before + run.length, after: run.after + run.length };
        }
      }),
    );
  });

  it('describes a difference whose pieces make up both texts', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (a, b, c, d) => {
        const [before, after] = [`${a}${b}${c}`, `${a}${d}${c}`];
        const changes = describeChanges(before, after, alignTexts(before, after));
        const joined = (left: string): string =>
          changes
            .filter(({ kind }) => kind === 'same' || kind === left)
            .map(({ text }) => text)
            .join('');
        expect(joined('removed')).toBe(before);
        expect(joined('added')).toBe(after);
      }),
    );
  });
});

it('Five megabytes with edits all over are aligned', () => {
  const random = seededRandom(5);
  const line = (): string => Array.from({ length: 12 }, () => `w${Math.floor(random() * 5000)}`).join(' ');
  const lines = Array.from({ length: 70_000 }, line);
  const mended = lines.map((text) => (random() < 0.05 ? text.replace(/w\d+/u, 'mended') : text));
  const [before, after] = [lines.join('\n'), mended.join('\n')];
  expect(before.length).toBeGreaterThan(4_500_000);
  const runs = alignTexts(before, after);
  const shared = runs.reduce((sum, { length }) => sum + length, 0);
  expect(shared).toBeGreaterThan(before.length * 0.99);
});
