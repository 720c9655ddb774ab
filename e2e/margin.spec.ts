/** The margin beside a long text: wherever one jumps, brackets stand beside their passages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { madeOnce } from './support/madeOnce.ts';
import { codeAs, textStudy } from './support/reliabilityProject.ts';
import { openDocument, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-margin-'));
const file = join(place, 'Long.galley');
test.use({ files: [file] });
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Sixty paragraphs of four lines or so, the first words of each coded. */
test.beforeEach(() =>
  madeOnce(file, () => {
    const paragraph = 'A long account says a little more about the quay. '.repeat(7).trim();
    const study = textStudy(place, file, { long: Array.from({ length: 60 }, () => paragraph).join('\n\n') });
    const starts = Array.from({ length: 60 }, (_, at) => at * (paragraph.length + 2));
    codeAs(
      study,
      'Ada',
      starts.map((start) => ({ document: 'long', start, end: start + 14, code: 'Account' })),
    );
  }),
);

/** Pixels by which the last bracket that is drawn is above or below the last coded words that are drawn. */
function distance(page: Page): Promise<number> {
  return page.evaluate(() => {
    const topOfLast = (selector: string): number =>
      [...document.querySelectorAll(selector)].at(-1)?.getBoundingClientRect().top ?? NaN;
    return Math.abs(topOfLast('.galley-bracket') - topOfLast('.cm-line .galley-tint'));
  });
}

test('brackets stand beside their passages after a jump to the end and back', async ({ workbench: { page } }) => {
  await expect(parts(page).documents.getByRole('option')).toHaveCount(1);
  await openDocument(page, 'long');
  await expect.poll(() => distance(page)).toBeLessThan(8);
  for (const keys of ['Control+End', 'Control+Home', 'Control+End']) {
    await page.keyboard.press(keys);
    await expect.poll(() => distance(page), keys).toBeLessThan(8);
  }
});
