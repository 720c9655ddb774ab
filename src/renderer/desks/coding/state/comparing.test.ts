import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../shared/model/records.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { everything } from '../../../state/readerFilter.ts';
import type { ReaderFilter } from '../../../state/readerFilter.ts';
import type { Records } from '../../../state/records.ts';
import { comparisonOf, differenceOf } from './comparing.ts';

const coding = (id: string, coder: string, start: number, end: number, code = 'war'): Annotation => ({
  id,
  document: 'text',
  code,
  coder,
  start: utf16(start),
  end: utf16(end),
  memo: '',
});

const codings = [
  coding('a same', 'ada', 0, 10),
  coding('b same', 'ben', 0, 10),
  coding('a wide', 'ada', 20, 40),
  coding('b wide', 'ben', 20, 35),
  coding('a code', 'ada', 50, 60, 'war'),
  coding('b code', 'ben', 50, 60, 'peace'),
  coding('b alone', 'ben', 45, 48),
  coding('c', 'cleo', 0, 99),
];

type Round = { mode: 'blind' | 'open'; coders: string[] };

/** What the window knows of one article, in which Ada acts; `round`: the one that the article is in. */
function known(round?: Round, list: readonly Annotation[] = codings): Records {
  const assignments = (round?.coders ?? []).map((coder) => ({ round: 'r', coder }));
  const open = { annotations: new Map(list.map((one) => [one.id, one])), assignments };
  // Nothing else is looked at.
  return { open, rounds: round ? [{ id: 'r', ...round }] : [], status: { coder: { id: 'ada' } } } as unknown as Records;
}

const adaAndBen: ReaderFilter = { ...everything, compared: { first: 'ada', second: 'ben' } };

describe('two coders side by side', () => {
  it('agree on what is the same and differ in the order of the text, on the side that each stands on', () => {
    const comparison = comparisonOf(known(), adaAndBen);
    expect(comparison?.differences.map(({ kind, first, second }) => [kind, first?.id, second?.id])).toEqual([
      ['boundaries', 'a wide', 'b wide'],
      ['alone', undefined, 'b alone'],
      ['codes', 'a code', 'b code'],
    ]);
    expect([...(comparison?.agreed ?? [])].sort()).toEqual(['a same', 'b same']);
    const turned = comparisonOf(known(), { ...everything, compared: { first: 'ben', second: 'ada' } });
    expect(turned?.differences.map(({ first, second }) => [first?.id, second?.id])).toEqual([
      ['b wide', 'a wide'],
      ['b alone', undefined],
      ['b code', 'a code'],
    ]);
  });

  it('know of each coding of a difference of two which is the other', () => {
    const partners = comparisonOf(known(), adaAndBen)?.partners;
    expect(partners?.size).toBe(4);
    expect([partners?.get('a wide'), partners?.get('b wide')]).toEqual(['b wide', 'a wide']);
    expect([partners?.get('a code'), partners?.get('b code')]).toEqual(['b code', 'a code']);
  });

  it('are held against each other only as far as the filter by codes shows them', () => {
    const comparison = comparisonOf(known(), { ...adaAndBen, codes: new Set(['war']) });
    // Without “peace” nothing of Ben's answers to Ada's last coding.
    expect(comparison?.differences.map(({ kind, first, second }) => [kind, first?.id, second?.id])).toEqual([
      ['boundaries', 'a wide', 'b wide'],
      ['alone', undefined, 'b alone'],
      ['alone', 'a code', undefined],
    ]);
  });

  it('are there while that is wanted, an article is open, and the acting coder has it in no blind round', () => {
    expect(comparisonOf(known(), everything)).toBeNull();
    expect(comparisonOf({ ...known(), open: null }, adaAndBen)).toBeNull();
    expect(comparisonOf(known({ mode: 'blind', coders: ['ada', 'ben'] }), adaAndBen)).toBeNull();
    expect(comparisonOf(known({ mode: 'open', coders: ['ada', 'ben'] }), adaAndBen)).not.toBeNull();
    expect(comparisonOf(known({ mode: 'blind', coders: ['ben'] }), adaAndBen)).not.toBeNull();
  });

  it('are the same object until something is other, so that what draws them can tell', () => {
    const records = known();
    const first = comparisonOf(records, adaAndBen);
    expect(comparisonOf({ ...records, codes: new Map() }, adaAndBen)).toBe(first);
    expect(comparisonOf(records, { ...adaAndBen })).not.toBe(first);
    const fewer = known(undefined, codings.slice(0, 2));
    expect(comparisonOf(fewer, adaAndBen)?.differences).toEqual([]);
    const round = known({ mode: 'open', coders: ['ada'] }, codings.slice(0, 2));
    const inRound = comparisonOf(round, adaAndBen);
    const blind = { ...round, rounds: known({ mode: 'blind', coders: [] }).rounds };
    expect(inRound).not.toBeNull();
    expect(comparisonOf(blind, adaAndBen)).toBeNull();
  });
});

it('A coding stands at the place of its difference, whichever side it is on', () => {
  const comparison = comparisonOf(known(), adaAndBen);
  if (!comparison) throw new Error('nothing is compared');
  const places = ['a wide', 'b wide', 'b alone', 'b code', 'a same', 'c', null].map((id) =>
    differenceOf(comparison, id),
  );
  expect(places).toEqual([0, 0, 1, 2, -1, -1, -1]);
});
