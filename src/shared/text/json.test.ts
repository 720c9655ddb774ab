import { expect, test } from 'vitest';
import { parseJson } from './json.ts';

test.each([
  ['{"a":1,}', 'it goes wrong in line 1, at character 8'],
  ['{\n  "a": 1\n  "b": 2\n}', 'it goes wrong in line 3, at character 3'],
  ['{\r\n"a": x}', '“x” stands where it cannot'],
  ['{', 'it goes wrong in line 1, at character 2'],
  ['', 'it breaks off before its end'],
  ['[1', 'it goes wrong in line 1, at character 3'],
  ['nul', 'it breaks off before its end'],
  ['"a', 'it goes wrong in line 1, at character 3'],
])('says where %j is no JSON', (text, words) => {
  expect(() => parseJson(text)).toThrow(words);
});

test('refuses what is nested too deep, and takes the rest', () => {
  expect(() => parseJson('['.repeat(70) + ']'.repeat(70))).toThrow(/more than 64 deep/u);
  expect(parseJson('{"a":[1,"x",null]}')).toEqual({ a: [1, 'x', null] });
});
