import { expect, test } from 'vitest';
import { offsetAfter } from './offsetAfter.ts';

const changes = [
  { kind: 'same', text: 'The ' },
  { kind: 'removed', text: 'old ' },
  { kind: 'added', text: 'brand new ' },
  { kind: 'same', text: 'port.' },
] as const;

test('A place goes along with the words that stay, and stands where words were taken out', () => {
  const places = [0, 3, 4, 6, 8, 12, 13].map((offset) => offsetAfter([...changes], offset));
  expect(places).toEqual([0, 3, 4, 4, 14, 18, 19]);
});
