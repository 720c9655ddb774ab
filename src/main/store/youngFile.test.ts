import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore, openStore } from './database.ts';
import { clearYoungFiles, youngFile } from './youngFile.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-young-'));
  path = join(folder, 'P.galley');
});
afterEach(() => rmSync(folder, { recursive: true }));

const names = (): string[] => readdirSync(folder).sort();

describe('A new project file', () => {
  test('has its name only once it holds what it is to hold', () => {
    const seen: string[] = [];
    createStore(path, () => seen.push(...names())).close();
    expect(seen).not.toContain('P.galley');
    expect(seen.length).toBeGreaterThan(0);
    expect(names()).toEqual(['P.galley']);
  });

  test('is not there where what it is to hold cannot be written', () => {
    const full = new Error('full');
    expect(() =>
      createStore(path, () => {
        throw full;
      }),
    ).toThrow(full);
    expect(names()).toEqual([]);
  });

  test('takes no place that another file took meanwhile', () => {
    expect(() => createStore(path, () => writeFileSync(path, 'Another'))).toThrow(/P\.galley is there already/u);
    expect(names()).toEqual(['P.galley']);
  });

  test('that was never finished is cleared away by whoever makes or opens a project in its folder', () => {
    const left = join(folder, '.galley-0123456789ab.new');
    const leave = (): void => {
      for (const end of ['', '-wal', '-shm', '-lock']) writeFileSync(`${left}${end}`, '');
    };
    leave();
    createStore(path).close();
    expect(names()).toEqual(['P.galley']);
    leave();
    openStore(path).close();
    expect(names()).toEqual(['P.galley']);
  });

  test('is in nobody’s way where it cannot be cleared away', () => {
    const [taken, half] = [join(folder, '.galley-0123456789ab.new'), join(folder, '.galley-ba9876543210.new')];
    mkdirSync(taken);
    writeFileSync(half, '');
    mkdirSync(`${half}-wal`);
    createStore(path).close();
    openStore(path).close();
    expect(names()).toEqual([basename(taken), `${basename(half)}-wal`, 'P.galley'].sort());
  });

  test('that is being made is not cleared away, nor is what has another name', () => {
    const young = youngFile(path);
    writeFileSync(young.path, 'A part');
    writeFileSync(join(folder, '.galley-0123.new'), 'Not ours');
    clearYoungFiles(folder);
    expect(existsSync(young.path)).toBe(true);
    young.name(path);
    young.end();
    expect(names()).toEqual(['.galley-0123.new', basename(path)]);
  });
});
