import { describe, expect, test } from 'vitest';
import { baseNameOf, saysNothing } from './fileName.ts';

describe('A file name that says nothing of what is in it', () => {
  test.each([
    '001',
    '7',
    '4711',
    '001_413cdf49805764b3',
    '413cdf49805764b3',
    '413CDF49805764B3',
    '0001-12',
    '12 (2)',
    'd41d8cd98f00b204e9800998ecf8427e',
    '0190c2a4-9f3e-7cc1-8e0b-4f5a6b7c8d9e',
    '20241399', // no day
  ])('%s', (name) => expect(saysNothing(name)).toBe(true));

  test.each([
    'ferry',
    'cafe',
    'facade',
    'deadbeef', // a word rather than a hash, for all that it tells
    'a1b2c3',
    'article 12',
    'NYT_001',
    'doc-413cdf49805764b3',
    '1984',
    '2024',
    '2024-03-01',
    '2024_03',
    '1.3.2024',
    '20240301',
    '202403',
    'Überfall 3',
    '新闻001',
    '',
    '_',
    '.notes',
  ])('not %j', (name) => expect(saysNothing(name)).toBe(false));

  test('is asked without its extension', () => {
    expect(saysNothing(baseNameOf('001_413cdf49805764b3.txt'))).toBe(true);
    expect(saysNothing(baseNameOf('002.log'))).toBe(true);
  });
});
