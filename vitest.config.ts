import { availableParallelism } from 'node:os';
import babel from '@rolldown/plugin-babel';
import { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/**
 * What properties and random histories are drawn from, whole number. A run that decides whether a change is taken draws the
 * same each time; others draw anew and find what nobody thought of. A failing test prints it.
 */
const seed = process.env.GALLEY_SEED ?? (process.env.CI === undefined ? String(Date.now() % 1e6) : '20261129');

const seeding = ['scripts/seed.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'program', include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], setupFiles: seeding },
      },
      // What stands in the window is tested in a page, and compiled as it is for users.
      {
        extends: true,
        plugins: [babel({ presets: [reactCompilerPreset()] })],
        test: {
          name: 'window',
          include: ['src/**/*.test.tsx'],
          setupFiles: [...seeding, 'src/renderer/testing/dom.ts'],
        },
      },
    ],
    // Against tests that never end; how long a test takes says more about the machine than about the program.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // A process for each file would take half a second of it; tests make what they need and hold nothing between files.
    isolate: false,
    // On two cores vitest would use one: much of the tests is waiting for the disk and for other programs.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // R and others print letters beyond ASCII only where the locale has them, and some machines have none set.
    env: { GALLEY_SEED: seed, ...(process.platform === 'linux' && { LC_ALL: 'C.UTF-8' }) },
    // A test that is left on its own by mistake must not hide the others.
    allowOnly: process.env.CI === undefined,
  },
});
