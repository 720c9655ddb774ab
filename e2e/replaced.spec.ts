/** A synchronising program puts another file in the place of the project while somebody codes. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { galley } from './support/commandLine.ts';
import { expectSoundInBoth } from './support/sound.ts';
import { applyByName, identify, openFirstDocument, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-replaced-'));
const file = join(place, 'Strike.galley');
const home = join(place, 'command-line');

test.use({ files: [file] });
test.skip(process.platform === 'win32', 'Windows lets nobody replace a file that is open');
test.beforeEach(() => {
  for (const name of readdirSync(place)) rmSync(join(place, name), { recursive: true });
  writeFileSync(
    join(place, 'alpha.txt'),
    'The harbour is shut.\n\nDockers want more pay.\n\nThe port says it has none.\n',
  );
  galley(home, 'new', file);
  galley(home, 'import', file, join(place, 'alpha.txt'));
  copyFileSync(file, join(place, 'older'));
});
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

async function codeNextParagraph(page: Page, code: string): Promise<void> {
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  if (code === 'Place') await identify(page, 'Ada');
  await applyByName(page, code);
}

test('the work goes on in a copy that has everything, and the window says so', async ({ workbench: { page } }) => {
  const { reader, status } = parts(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await openFirstDocument(page);
  await codeNextParagraph(page, 'Place');
  await expect(page.getByRole('alert')).toHaveCount(0);

  const older = readFileSync(join(place, 'older'));
  renameSync(join(place, 'older'), file);
  await codeNextParagraph(page, 'Demand');
  const notice = page.getByRole('alert').filter({ hasText: 'Another program has put another file' });
  await expect(notice).toContainText('Strike.galley');
  await expect(notice).toContainText(/“Strike \(rescued \d{4}-\d\d-\d\d \d\d\.\d\d\)\.galley”/u);
  // Nobody is torn out of the text, and the act that was under way is done.
  await expect(reader).toBeFocused();
  await expect(status).toContainText('Demand');
  await expectSoundInBoth(page, 'replaced');
  await codeNextParagraph(page, 'Reply');
  await expect(notice).toBeVisible();
  await expect(status).toContainText('Undo: Code “Reply”');
  await page.keyboard.press('Control+z');
  await expect(status).toContainText('Undo: Code “Demand”');
  await page.keyboard.press('Control+y');
  await expect(status).toContainText('Undo: Code “Reply”');

  // A window that is loaded again says it again, until it is read.
  await page.reload();
  await notice.getByRole('button', { name: 'Understood' }).press('Enter');
  await expect(notice).toBeHidden();
  expect(readFileSync(file).equals(older)).toBe(true);
  expect(existsSync(`${file}-wal`)).toBe(false);
  const copy = readdirSync(place).find((name) => name.startsWith('Strike (rescued') && name.endsWith('.galley')) ?? '';
  const { annotations } = galley(home, 'stats', join(place, copy), '--json') as { annotations: number }; // what it answers
  expect(annotations).toBe(3);
});
