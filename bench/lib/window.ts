import { join } from 'node:path';
import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { serve } from '../../e2e/support/workbench.ts';
import config from '../../playwright.config.ts';
import { remember } from '../../src/main/app/settings.ts';
import { nodePlatform } from '../../src/main/app/folders.ts';
import { newId } from '../../src/main/store/ids.ts';

const size = { width: 1440, height: 900 };

/** Starts the browser of the end-to-end tests. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...config.projects?.[0]?.use?.launchOptions });
}

export async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  page.on('pageerror', (error) => process.stderr.write(`the page failed: ${String(error)}\n`));
  await page.goto(address);
  return page;
}

/** Starts the built program's host on a home of its own, with a project open and somebody known to code. */
export async function startHost(home: string, project: string): Promise<{ address: string; end: () => Promise<void> }> {
  const platform = nodePlatform('test', '0.0.0', { settingsFolder: join(home, 'settings') });
  remember(platform).write({ coder: { id: newId(), name: 'Ada', kind: 'person' } });
  const { host, address } = await serve(home, [project]);
  return {
    address,
    end: async () => {
      const gone = new Promise((done) => host.on('close', done));
      host.kill('SIGINT');
      await gone;
    },
  };
}

/** Shows a project in a window of the built program. */
export async function openWorkbench(
  browser: Browser,
  home: string,
  project: string,
): Promise<{ page: Page; end: () => Promise<void> }> {
  const host = await startHost(home, project);
  const page = await openPage(browser, host.address);
  return {
    page,
    end: async () => {
      await page.context().close();
      await host.end();
    },
  };
}

/** How busy the machine was in the last minute, for the section's note. */
export function load(): string {
  return `load of the machine in the last minute ${(loadavg()[0] ?? NaN).toFixed(1)}`;
}
