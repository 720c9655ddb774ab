import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isVisible, readPlace, writePlace } from './state.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-place-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the place of the window', () => {
  it('is read as it was written, and leaves nothing beside its file', () => {
    const file = join(folder, 'settings', 'window.json');
    const place = { x: -5, y: 10, width: 800, height: 600, maximised: false };
    writePlace(file, place);
    expect(readPlace(file)).toEqual(place);
    expect(readdirSync(join(folder, 'settings'))).toEqual(['window.json']);
  });

  it('is forgotten when its file is missing or damaged', () => {
    const file = join(folder, 'window.json');
    expect(readPlace(file)).toBeNull();
    for (const text of ['', '{', '{"x":1}', '{"x":"1","y":1,"width":1,"height":1,"maximised":true}']) {
      writeFileSync(file, text);
      expect(readPlace(file)).toBeNull();
    }
  });

  it('counts as visible when a screen shows enough of it to take hold of', () => {
    const screens = [
      { x: 0, y: 0, width: 1920, height: 1080 },
      { x: -1280, y: 0, width: 1280, height: 1024 },
    ];
    expect(isVisible({ x: 100, y: 100, width: 800, height: 600 }, screens)).toBe(true);
    expect(isVisible({ x: -1000, y: 100, width: 800, height: 600 }, screens)).toBe(true);
    expect(isVisible({ x: 1900, y: 100, width: 800, height: 600 }, screens)).toBe(false);
    expect(isVisible({ x: 3000, y: 100, width: 800, height: 600 }, screens)).toBe(false);
    expect(isVisible({ x: 100, y: 1050, width: 800, height: 600 }, screens)).toBe(false);
  });
});
