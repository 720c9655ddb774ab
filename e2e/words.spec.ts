/** The caret goes through a text by the words that are selected and coded, not by the browser's or the editor's own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { galley } from './support/commandLine.ts';
import { openFirstDocument, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-words-'));
const file = join(place, 'Words.galley');

test.use({ files: [file] });
test.beforeEach(() => {
  const text = join(place, 'a.txt');
  writeFileSync(text, 'It can’t rise 3.5 %.');
  galley(place, 'new', file);
  galley(place, 'import', file, text);
});
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

/** The text before the caret. */
function before(page: Page): Promise<string> {
  return parts(page).reader.evaluate((reader) => {
    const selection = document.getSelection();
    const range = document.createRange();
    range.selectNodeContents(reader);
    if (selection?.focusNode) range.setEnd(selection.focusNode, selection.focusOffset);
    return range.toString();
  });
}

test('Ctrl and an arrow stop at the ends and starts of words', async ({ workbench: { page } }) => {
  await openFirstDocument(page);
  await parts(page).reader.focus();
  await page.keyboard.press('Control+Home');
  for (const read of ['It', 'It can’t', 'It can’t rise', 'It can’t rise 3.5']) {
    await page.keyboard.press('Control+ArrowRight');
    await expect.poll(() => before(page)).toBe(read);
  }
  for (const read of ['It can’t rise ', 'It can’t ', 'It ', '']) {
    await page.keyboard.press('Control+ArrowLeft');
    await expect.poll(() => before(page)).toBe(read);
  }
});
