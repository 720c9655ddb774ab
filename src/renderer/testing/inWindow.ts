import { test } from 'vitest';
import { openTestWindow } from './testWindow.tsx';
import type { TestWindow } from './testWindow.tsx';

/** A test that uses the window; each has one of its own, on a program and a project of its own. */
export const it = test.extend<{ galley: TestWindow }>({
  // Vitest reads from the pattern which fixtures one needs: none.
  // eslint-disable-next-line no-empty-pattern
  galley: async ({}, lend) => {
    const galley = await openTestWindow();
    await lend(galley);
    await galley.end();
  },
});
