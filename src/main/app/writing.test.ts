import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPlaces } from './writing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-writing-'));
  mkdirSync(join(folder, 'out'));
  symlinkSync(join(folder, 'out'), join(folder, 'link'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('A place is one task’s until it leaves, under whatever name, and whether or not it is there yet', () => {
  const places = createPlaces();
  for (const [first, second] of [
    ['out', 'link'],
    ['out/new/one.csv', 'link/new/one.csv'],
  ] as const) {
    const take = (path: string): (() => void) =>
      places.take({ kind: 'export', path: join(folder, path), shownAs: 'out' }, () => 'Export CSV to out');
    const leave = take(first);
    expect(() => take(second)).toThrow(
      '“Export CSV to out” is writing to out just now. Wait until it is done, cancel it, or choose another place.',
    );
    take(`${first}2`); // another place
    places.take({ kind: 'agreement', path: join(folder, first), shownAs: 'out' }, () => 'other files');
    leave();
    take(second);
  }
});
