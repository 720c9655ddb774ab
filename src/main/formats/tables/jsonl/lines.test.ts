import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, linesOfPieces } from './lines.ts';

async function* inPieces(text: string, lengths: readonly number[]): AsyncGenerator<string> {
  let at = 0;
  for (const length of lengths) {
    await Promise.resolve();
    yield text.slice(at, at + length);
    at += length;
  }
  yield text.slice(at);
}

describe('lines', () => {
  it('end at LF and nowhere else', () => {
    expect([...linesOf('a\u2028b\u2029c\u0085d\ve\ff\rg\r\n\n"h"')]).toEqual([
      'a\u2028b\u2029c\u0085d\ve\ff\rg\r',
      '',
      '"h"',
    ]);
    expect([...linesOf('one\n')]).toEqual(['one']);
    expect([...linesOf('')]).toEqual([]);
  });

  it('are the same wherever the text was cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028', '🙂') });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat({ max: 5 })), async (whole, lengths) => {
        const found: string[] = [];
        for await (const line of linesOfPieces(inPieces(whole, lengths))) found.push(line);
        const expected = whole.split('\n');
        if (expected.at(-1) === '') expected.pop(); // what follows the last LF is no line
        expect(found).toEqual(expected);
      }),
      { seed: 10, numRuns: 500 },
    );
  });
});
