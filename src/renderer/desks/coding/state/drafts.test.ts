import { beforeEach, describe, expect, it } from 'vitest';
import { dropDraft, putDraft, useDrafts } from './drafts.ts';
import type { Draft } from './drafts.ts';

const draft = (document: string, annotation: string | null, typed: string): Draft => ({
  key: { document, annotation, variable: 'tone' },
  typed,
  content: { state: 'given', value: typed },
  error: null,
  isSaved: false,
});
const letters = (): (string | null)[] => [...useDrafts.getState().drafts.values()].map(({ typed }) => typed);

beforeEach(() => useDrafts.setState({ drafts: new Map() }));

describe('answers that are not on the disk yet', () => {
  it('stand apart for each article and passage, one for each question', () => {
    putDraft(draft('alpha', null, 'of alpha'));
    putDraft(draft('alpha', 'passage', 'of a passage'));
    putDraft(draft('bravo', null, 'of bravo'));
    putDraft(draft('alpha', null, 'of alpha, again'));
    expect(letters().toSorted()).toEqual(['of a passage', 'of alpha, again', 'of bravo']);
  });

  it('are forgotten one by one, but not where a newer one took their place', () => {
    const [older, newer, other] = [draft('alpha', null, 'x'), draft('alpha', null, 'x'), draft('bravo', null, 'y')];
    [older, other, newer].forEach(putDraft);
    dropDraft(older);
    expect(useDrafts.getState().drafts.size).toBe(2);
    dropDraft(newer);
    expect(letters()).toEqual(['y']);
  });

  it('are another map after each change, and the same one where nothing changed', () => {
    const one = draft('alpha', null, 'x');
    const before = useDrafts.getState().drafts;
    putDraft(one);
    const after = useDrafts.getState().drafts;
    expect([before.size, after.size]).toEqual([0, 1]);
    dropDraft(draft('alpha', null, 'x'));
    expect(useDrafts.getState().drafts).toBe(after);
  });
});
