import { describe, expect, it } from 'vitest';
import { readCodings } from './codings.ts';
import { jsonRows } from './writer.ts';

describe('JSON Lines', () => {
  it('are one object a line, keys in the order of the columns', () => {
    expect(jsonRows(['b', '2024', '__proto__'], [['x\ny', 1, null]])).toBe('{"b":"x\\ny","2024":1,"__proto__":null}\n');
  });

  it('give codings with their lines, passing over blank lines and unknown keys', () => {
    const text =
      '\uFEFF{"document":"d","start":0,"end":2,"code":"A / B","coder":"Ada"}\r\n\n{"document":"d","start":1,"end":2,"code":"A","memo":"m","quote":null}';
    expect([...readCodings(text)]).toEqual([
      { document: 'd', start: 0, end: 2, code: 'A / B', line: 1 },
      { document: 'd', start: 1, end: 2, code: 'A', memo: 'm', line: 3 },
    ]);
  });

  it.each([
    ['{"document":"d"', 'line 2: not a JSON object'],
    ['[]', 'line 2: not a JSON object'],
    ['{"document":"d","start":-1,"end":2,"code":"A"}', 'line 2: start: '],
    ['{"document":"d","start":0.5,"end":2,"code":"A"}', 'line 2: start: '],
    ['{"document":"d","start":0,"end":2}', 'line 2: code: '],
  ])('refuse %j and name its line', (line, message) => {
    expect(() => [...readCodings(`{"document":"d","start":0,"end":2,"code":"A"}\n${line}`)]).toThrow(message);
  });
});
