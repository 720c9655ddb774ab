import { describe, expect, it } from 'vitest';
import { plainCode } from '../../shared/model/records.ts';
import type { Code } from '../../shared/model/records.ts';
import { codePath, progressOf, unpackAnnotations } from './records.ts';

const code = (id: string, parent: string | null, name = id): Code => ({
  id,
  parent,
  name,
  ...plainCode,
  hue: 1,
  pattern: 'plain',
  key: null,
  position: 0,
});
const book = (...codes: Code[]): Map<string, Code> => new Map(codes.map((one) => [one.id, one]));

describe('the path of a code', () => {
  it('goes from the top down', () => {
    const codes = book(code('f', null, 'Frames'), code('c', 'f', 'الصراع'), code('d', 'c', 'Deep'));
    expect(codePath(codes, 'd')).toBe('Frames / الصراع / Deep');
    expect(codePath(codes, 'f')).toBe('Frames');
  });

  it('is as long as what is known, and comes to an end on a ring of parents', () => {
    expect(codePath(book(), 'gone')).toBe('');
    expect(codePath(book(code('c', 'gone', 'Conflict')), 'c')).toBe('Conflict');
    const ring = book(code('a', 'b'), code('b', 'a'));
    expect(codePath(ring, 'a').split(' / ')).toHaveLength(100);
  });
});

describe('the codings of an article', () => {
  it('are unpacked by the places of their code and coder', () => {
    const batch = {
      codes: ['war', 'peace'],
      coders: ['ada'],
      rows: [
        ['one', 0, 3, 0, 0, ''],
        ['two', 4, 9, 1, 0, 'sure'],
      ] satisfies [string, number, number, number, number, string][],
    };
    const unpacked = unpackAnnotations('article', batch);
    expect([...unpacked.keys()]).toEqual(['one', 'two']);
    expect(unpacked.get('two')).toEqual({
      id: 'two',
      document: 'article',
      code: 'peace',
      coder: 'ada',
      start: 4,
      end: 9,
      memo: 'sure',
    });
  });

  it('that name no code are a fault, which is not passed over', () => {
    const batch = { codes: [], coders: ['ada'], rows: [['one', 0, 3, 0, 0, '']] satisfies unknown[] };
    expect(() => unpackAnnotations('article', batch as never)).toThrow('annotation one names no code or coder');
  });
});

describe('how far a coder is', () => {
  it('is their own row, and nothing where there is none', () => {
    const row = (id: string, coder: string) =>
      ({ id, document: 'a', coder, status: 'done', reason: '' }) as const satisfies object;
    const progress = new Map([
      ['p', row('p', 'bo')],
      ['q', row('q', 'ada')],
    ]);
    expect(progressOf({ progress }, 'ada')?.id).toBe('q');
    expect(progressOf({ progress }, 'cem')).toBeUndefined();
    expect(progressOf({ progress }, null)).toBeUndefined();
  });
});
