import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../shared/model/records.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { nearDouble } from './nearDouble.ts';

const coding = (id: string, start: number, end: number, more: Partial<Annotation> = {}): Annotation => ({
  id,
  document: 'text',
  code: 'conflict',
  coder: 'ada',
  start: utf16(start),
  end: utf16(end),
  memo: '',
  ...more,
});

const double = (other: Annotation): string | null => nearDouble(coding('new', 100, 110), [other])?.id ?? null;

describe('a coding that nearly doubles another', () => {
  it('shares at least 80 % of the shorter passage', () => {
    expect(double(coding('old', 102, 140))).toBe('old');
    expect(double(coding('old', 103, 140))).toBeNull();
    expect(double(coding('old', 104, 106))).toBe('old');
    expect(double(coding('old', 110, 120))).toBeNull();
  });

  it('is of the same code, by the same coder, and not itself', () => {
    expect(double(coding('old', 100, 110, { code: 'economy' }))).toBeNull();
    expect(double(coding('old', 100, 110, { coder: 'bo' }))).toBeNull();
    expect(double(coding('new', 100, 110))).toBeNull();
  });

  it('is the one that shares most, where there are several', () => {
    const others = [coding('less', 100, 108), coding('most', 90, 110)];
    expect(nearDouble(coding('new', 100, 110), others)?.id).toBe('most');
  });
});
