import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../shared/stats/random.ts';
import { leakFinder } from './leaks.ts';

function cleaned(string: string, text: string, most: number): string {
  const finder = leakFinder([string], most);
  finder.read(text);
  return finder.cleaned(0) ?? string;
}

const text = 'The harbour lay still.\nTwo hundred dockers had walked out before dawn, and nobody came back.';

describe('Words of an article in a memo', () => {
  test('are taken out where they are longer than allowed', () => {
    const memo = 'Compare “Two hundred dockers had walked out before dawn”: strong.';
    expect(cleaned(memo, text, 0)).toBe('Compare “[…]”: strong.');
    expect(cleaned(memo, text, 60)).toBe(memo);
  });

  test('are known in capitals and over other blanks', () => {
    expect(cleaned('see STILL. Two  hundred\tdockers HAD walked', text, 0)).toBe('see[…]');
  });

  test('stay where they are no more than any two texts share', () => {
    expect(cleaned('the dockers walked out', text, 0)).toBe('the dockers walked out');
  });

  test('leave no run above the limit, whatever is copied (random, with its seed)', () => {
    const seed = 20261121;
    const random = seededRandom(seed);
    const pick = (limit: number): number => Math.floor(random() * limit);
    const letters = Array.from({ length: 3000 }, () => 'abcdefgh '.charAt(pick(9))).join('');
    for (let round = 0; round < 300; round++) {
      const most = 20 + pick(40);
      const parts = Array.from({ length: 1 + pick(4) }, () => {
        const start = pick(2900);
        return `<${pick(1000)}>${letters.slice(start, start + pick(120))}`;
      });
      const rest = cleaned(parts.join(''), letters, most);
      for (let at = 0; at + most + 1 <= rest.length; at++) {
        expect(letters.includes(rest.slice(at, at + most + 1)), `seed ${seed}, round ${round}: ${rest}`).toBe(false);
      }
    }
  });
});
