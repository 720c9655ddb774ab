import { describe, expect, it } from 'vitest';
import { fileNameOf, isReservedName, noDevice } from './fileNames.ts';

describe('file names made of names', () => {
  it.each([
    ['Study 2026', 'Study 2026'],
    ['con', 'con_'],
    ['AUX.draft', 'AUX_.draft'],
    ['Lpt9', 'Lpt9_'],
    ['COM¹', 'COM¹_'],
    ['nul .txt', 'nul_.txt'],
    ['company', 'company'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['ends in dots. . ', 'ends in dots'],
    ['line\nend\u0000', 'line end'],
    ['...', 'Project'],
    ['', 'Project'],
    ['half \ud83d', 'half �'],
  ])('%j becomes %j', (name, expected) => {
    const made = fileNameOf(name, 'Project');
    expect(made).toBe(expected);
    expect(isReservedName(made)).toBe(false);
  });

  it('have room for endings in every file system, and break no character', () => {
    const made = fileNameOf('漢🙂'.repeat(100), 'Project');
    expect(
      Array.from(made, (sign) => (sign === '漢' ? 3 : 4)).reduce((sum, bytes) => sum + bytes, 0),
    ).toBeLessThanOrEqual(150);
    expect(made).toMatch(/^(?:漢🙂)+漢?$/u);
    expect(fileNameOf(`${'x'.repeat(149)}. y`, 'Project')).toBe('x'.repeat(149));
  });

  it('of devices are known with every ending', () => {
    for (const name of ['NUL', 'nul.txt', 'Con.tar.gz', 'PRN ', 'com7.csv', 'lpt0', 'x.', 'x ']) {
      expect(isReservedName(name), name).toBe(true);
    }
    for (const name of ['null', 'com10', 'xcon', 'console.txt', 'a.con'])
      expect(isReservedName(name), name).toBe(false);
    expect(noDevice('a.con')).toBe('a.con');
  });
});
