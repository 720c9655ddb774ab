import { describe, expect, it } from 'vitest';
import { byText, counted, planned, toSend } from './passages.ts';
import type { FoundPassage } from './passages.ts';

const at = (document: string, text: number, start: number): FoundPassage => ({
  ...{ document, text, start, end: start + 3, name: document, quote: 'war', before: '', after: '' },
});

const found = [at('a', 1, 0), at('a', 1, 10), at('a', 1, 20), at('b', 2, 0), at('b', 2, 10), at('c', 3, 0)];
const places = [
  [0, 15, 'open'],
  [0, 15, 'open'],
  [20, 23, 'coded'],
  [0, 15, 'open'],
  [0, 15, 'excluded'],
  [0, 3, 'corrected'],
] as const;
const plan = planned(found, places, 'sentence');

describe('passages to code', () => {
  it('are told text by text', () => {
    expect(byText(found).map(({ document, text, spans }) => [document, text, spans])).toEqual([
      [
        'a',
        1,
        [
          [0, 3],
          [10, 13],
          [20, 23],
        ],
      ],
      [
        'b',
        2,
        [
          [0, 3],
          [10, 13],
        ],
      ],
      ['c', 3, [[0, 3]]],
    ]);
    // Two pages of hits may know different texts of one document.
    expect(byText([at('a', 1, 0), at('a', 9, 0)])).toHaveLength(2);
  });

  it('know which stand in one sentence of one document with the passage before', () => {
    expect(plan.map(({ isSame }) => isSame)).toEqual([false, true, false, false, true, false]);
    expect(planned(found, places, 'passage').some(({ isSame }) => isSame)).toBe(false);
  });

  it('are counted by the places that their ticks come to', () => {
    const states = { open: 3, coded: 1, excluded: 1, corrected: 1, gone: 0 };
    expect(counted(found, plan, new Set())).toEqual({ offered: 3, ticked: 3, places: 2, documents: 2, states });
    // One of the two in a sentence is enough for it.
    expect(counted(found, plan, new Set([0]))).toMatchObject({ ticked: 2, places: 2, documents: 2 });
    expect(counted(found, plan, new Set([0, 1, 2]))).toMatchObject({ ticked: 1, places: 1, documents: 1 });
  });

  it('are sent where they are ticked, or where the answer should count them, and never in another text', () => {
    expect(toSend(found, plan, new Set([1]))).toEqual([found[0], found[2], found[3], found[4]]);
  });
});
