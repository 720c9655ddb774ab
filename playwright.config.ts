import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { testBrowser } from './scripts/browser.ts';

const isCI = process.env.CI !== undefined;
const isRoot = process.getuid?.() === 0;
/** Where the system has no browser, Playwright starts its own. */
const executablePath = testBrowser();
/** Electron writes this file once its binary is there. */
const hasElectron = existsSync(join(import.meta.dirname, 'node_modules', 'electron', 'path.txt'));

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: isCI,
  // Focus and panels come with frames, which a busy machine makes late; the report names what needed a second try.
  retries: 1,
  // Two windows at a time, on two cores too: much of a walk is waiting for frames. A slow machine gets its time.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: { trace: 'off', video: 'off', screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        viewport: { width: 1440, height: 900 },
        launchOptions: {
          ...(executablePath !== null && { executablePath }),
          args: [
            // Chromium refuses to run as root with its sandbox.
            ...(isRoot ? ['--no-sandbox'] : []),
            '--disable-gpu',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    // The same specs in Electron, but for those about the loopback host itself.
    ...(hasElectron ? [{ name: 'electron', testIgnore: ['**/start.spec.ts', '**/a11y.spec.ts'] }] : []),
  ],
});
