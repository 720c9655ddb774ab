import { describe, expect, it } from 'vitest';
import { everything, visibility } from './readerFilter.ts';
import type { ReaderFilter } from './readerFilter.ts';
import type { RoundSummary } from './records.ts';

const round = (id: string, mode: RoundSummary['mode']): RoundSummary => ({
  id,
  name: id,
  kind: 'reliability',
  mode,
  note: '',
  position: 0,
  documents: 1,
  coders: ['ada', 'bo'],
});

const codings = [
  { coder: 'ada', code: 'conflict' },
  { coder: 'bo', code: 'conflict' },
  { coder: 'cy', code: 'economy' },
];

/** Whose codings Ada sees. */
function seen(mode: RoundSummary['mode'], filter: Partial<ReaderFilter> = {}, actor = 'ada'): string {
  const test = visibility(
    {
      open: { assignments: ['ada', 'bo'].map((coder) => ({ round: 'first', coder })) },
      rounds: [round('first', mode)],
      status: { coder: { id: actor } },
    },
    { ...everything, ...filter },
  );
  return codings
    .filter((coding) => test === null || test(coding))
    .map(({ coder }) => coder)
    .join(' ');
}

describe('what the reader shows', () => {
  it('is everything, unless it is filtered by coder, round or code', () => {
    expect(seen('open')).toBe('ada bo cy');
    expect(seen('open', { coder: 'bo' })).toBe('bo');
    expect(seen('open', { round: 'first' })).toBe('ada bo');
    expect(seen('open', { codes: new Set(['economy']) })).toBe('cy');
    expect(seen('open', { coder: 'bo', codes: new Set(['economy']) })).toBe('');
  });

  it('is the own work alone in a blind round, whatever is asked for', () => {
    expect(seen('blind')).toBe('ada');
    expect(seen('blind', { coder: 'bo' })).toBe('');
    expect(seen('blind', {}, 'cy')).toBe('ada bo cy');
  });
});
