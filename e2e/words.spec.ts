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
const text = 'It can’t rise 3.5 %. 東京で会議が開かれた。我们学习中国历史';

test.use({ files: [file] });
test.beforeAll(() => {
  writeFileSync(join(place, 'a.txt'), text);
  galley(place, 'new', file);
  galley(place, 'import', file, join(place, 'a.txt'));
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

/** The middle of a passage on screen. */
function middleOf(page: Page, passage: string): Promise<{ x: number; y: number }> {
  return parts(page).reader.evaluate((reader, wanted) => {
    const walker = document.createTreeWalker(reader, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`“${wanted}” is not on screen`);
  }, passage);
}

// 東京 (Tokyo), 会議 (meeting), 学习 (study) and 历史 (history) are words of any dictionary.
test('In scripts without blanks a double click selects a word of the dictionary, and the keys go by such words', async ({
  workbench: { page },
}) => {
  await openFirstDocument(page);
  const selected = (): Promise<string> => page.evaluate(() => String(document.getSelection()));
  // They are asked for right after the text is shown.
  await expect(async () => {
    const { x, y } = await middleOf(page, '学习');
    await page.mouse.dblclick(x - 2, y);
    expect(await selected()).toBe('学习');
  }).toPass({ timeout: 10_000 });
  await page.keyboard.press('Control+Home');
  for (let word = 0; word < 4; word++) await page.keyboard.press('Control+ArrowRight');
  for (const read of ['東京', '東京で', '東京で会議', '東京で会議が']) {
    await page.keyboard.press('Control+ArrowRight');
    await expect.poll(() => before(page)).toBe(`It can’t rise 3.5 %. ${read}`);
  }
  await page.keyboard.press('Control+End');
  for (const behind of ['历史', '中国历史', '学习中国历史', '我们学习中国历史']) {
    await page.keyboard.press('Control+ArrowLeft');
    await expect.poll(async () => text.length - (await before(page)).length).toBe(behind.length);
  }
});
