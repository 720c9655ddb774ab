/** What axe finds in the states of the window: nothing serious, nothing critical, in light and in dark. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drop, newProject, openDocument, openSample, parts, segmentCount } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

/** Serious and critical findings, each as a rule with the elements it is about. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const about = nodes.map(({ html, failureSummary }) => `${html}\n    ${failureSummary ?? ''}`);
      return `${id}: ${help}\n  ${about.slice(0, 4).join('\n  ')}`;
    });
}

async function expectSound(page: Page, state: string): Promise<void> {
  // What fades in has its colours only when it has come.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  expect.soft(await findings(page), state).toEqual([]);
}

test('the welcome screen and its dialogs', async ({ workbench: { page } }) => {
  const start = page.getByRole('button', { name: /^New project/u });
  await expect(start).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectSound(page, `welcome, ${colorScheme}`);
    await start.click();
    await expect(page.getByRole('dialog', { name: 'New project' })).toBeVisible();
    await expectSound(page, `new project, ${colorScheme}`);
    await page.keyboard.press('Escape');
  }
});

test('the coding window and its dialogs', async ({ workbench: { page } }) => {
  test.setTimeout(180_000);
  await openSample(page);
  await openDocument(page, /^Dockers halt/u);
  await expect.poll(() => segmentCount(page)).toBe(18);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectSound(page, `coding, ${colorScheme}`);
    await page.keyboard.press('Alt+2');
    for (let number = 0; number < 3; number++) await page.keyboard.press('F8');
    await expectSound(page, `a coding is active, ${colorScheme}`);
    await page.keyboard.press('Escape');
    const dialogs = [
      { keys: 'Control+k', name: 'Command palette' },
      { keys: 'F1', name: 'Keys' },
      { keys: 'Control+e', name: 'Export data' },
    ];
    for (const { keys, name } of dialogs) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      await expectSound(page, `${name}, ${colorScheme}`);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await page.getByRole('button', { name: 'Who is coding?' }).click();
    await expect(page.getByRole('dialog', { name: 'Who is coding?' })).toBeVisible();
    await expectSound(page, `who is coding, ${colorScheme}`);
    await page.keyboard.press('Escape');
  }
});

test('the import report', async ({ workbench: { page, folder } }) => {
  await newProject(page, 'Report');
  writeFileSync(join(folder, 'one.txt'), 'One sentence.\n');
  writeFileSync(join(folder, 'none.txt'), '');
  await drop(page, [join(folder, 'one.txt'), join(folder, 'none.txt')]);
  await expect(parts(page).report).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectSound(page, `import report, ${colorScheme}`);
  }
});
