import { expect, it } from 'vitest';
import { remembering } from './memory.ts';

it('gives for every text what the function gives, and asks once for those that come again', () => {
  let asked = 0;
  const length = remembering((text) => {
    asked += 1;
    return text.length;
  });
  for (let at = 0; at < 20_000; at++) expect(length('x'.repeat(at % 50))).toBe(at % 50);
  expect(asked).toBe(50);
});

it('keeps nothing any more where most texts differ, and is still right', () => {
  let asked = 0;
  const number = remembering((text) => {
    asked += 1;
    return Number(text);
  });
  for (let at = 0; at < 20_000; at++) expect(number(String(at))).toBe(at);
  expect(number('7')).toBe(7);
  expect(asked).toBe(20_001);
});
