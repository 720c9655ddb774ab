import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveCursor, windowsFor } from './listCursor.ts';

test('keys move the cursor and stop at the ends', () => {
  expect(moveCursor('ArrowDown', 3, 10, 5)).toBe(4);
  expect(moveCursor('ArrowDown', 9, 10, 5)).toBe(9);
  expect(moveCursor('ArrowUp', 0, 10, 5)).toBe(0);
  expect(moveCursor('PageDown', 3, 10, 5)).toBe(7);
  expect(moveCursor('PageUp', 3, 10, 5)).toBe(0);
  expect(moveCursor('Home', 7, 10, 5)).toBe(0);
  expect(moveCursor('End', 7, 10, 5)).toBe(9);
});

test('other keys and empty lists move nothing', () => {
  expect(moveCursor('a', 3, 10, 5)).toBeNull();
  expect(moveCursor('ArrowDown', 0, 0, 5)).toBeNull();
});

test('windows cover the rows asked for, and touch each of them', () => {
  const row = fc.nat(1_000_000);
  fc.assert(
    fc.property(row, fc.nat(500), fc.integer({ min: 1, max: 300 }), (first, more, size) => {
      const windows = windowsFor(first, first + more, size);
      expect((windows[0] ?? 0) * size).toBeLessThanOrEqual(first);
      expect((windows.at(-1) ?? 0) * size + size).toBeGreaterThan(first + more);
      for (const number of windows) {
        expect(number * size + size).toBeGreaterThan(first);
        expect(number * size).toBeLessThanOrEqual(first + more);
      }
    }),
  );
});
