import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBox } from './placeBox.ts';

const view = { width: 1000, height: 800 };

test('the box stands under the passage', () => {
  const anchor = { left: 200, right: 400, top: 100, bottom: 120 };
  expect(placeBox(anchor, 330, 360, view)).toEqual({ left: 200, width: 330, top: 126, maxHeight: 360 });
});

test('near the lower edge it stands above the passage', () => {
  const anchor = { left: 200, right: 400, top: 700, bottom: 720 };
  expect(placeBox(anchor, 330, 360, view)).toEqual({ left: 200, width: 330, bottom: 106, maxHeight: 360 });
});

test('wherever the passage is, the box stays in the window', () => {
  const side = fc.integer({ min: -3000, max: 3000 });
  const windows = fc.record({
    width: fc.integer({ min: 200, max: 3000 }),
    height: fc.integer({ min: 150, max: 2000 }),
  });
  fc.assert(
    fc.property(fc.option(fc.tuple(side, side, side, side)), windows, (sides, window) => {
      const [a, b, c, d] = sides ?? [0, 0, 0, 0];
      const anchor = { left: Math.min(a, b), right: Math.max(a, b), top: Math.min(c, d), bottom: Math.max(c, d) };
      const box = placeBox(sides === null ? null : anchor, 330, 360, window);
      const top = 'top' in box ? box.top : window.height - box.bottom - box.maxHeight;
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.left + box.width).toBeLessThanOrEqual(window.width);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + box.maxHeight).toBeLessThanOrEqual(window.height);
      expect(box.maxHeight).toBeGreaterThanOrEqual(Math.min(40, window.height / 3));
    }),
  );
});
