/** What an import says about each file, and that it can be undone and cancelled without a trace. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectSoundInBoth, inTheme } from './support/sound.ts';
import { drop, newProject, openDocument, openImportDialog, parts, rows } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const goodText = 'Quiet day\n\nNothing happened today. Nobody was surprised.\n';

const pageWithScript = `<!doctype html><html lang="en"><head><title>Bridge to stay shut</title>
<meta name="author" content="Ida Holm"><meta property="og:site_name" content="Fjord Post">
<meta property="article:published_time" content="2024-05-06T07:00:00Z">
<script>window.ranScript = true; fetch('http://192.0.2.1/script');</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge to stay shut</h1>
<p onclick="window.ranScript = true">The bridge over the narrow part of the fjord stays shut for another month, the road
office said on Monday, because the new cables have not been tested in strong wind yet.</p>
<img src="http://192.0.2.1/pixel.gif" onerror="window.ranScript = true">
<p>Lorries have to take the ferry. Drivers waited up to three hours over the weekend, and the queue reached the church
in the next village. A second ferry is to come on Thursday.</p>
<p>The mayor said that she had asked for it in March, and that nobody had answered her letter until last week.</p>
</article><script>document.title = 'taken over'; window.ranScript = true;</script></body></html>`;

/** "В порту остановились краны …" as a Russian newsroom's system of 2003 would have written it. */
function inWindows1251(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
}

const russian =
  'В порту остановились краны\n\nДокеры объявили забастовку после переговоров о новых сменах. ' +
  'Директор порта заявил, что работа скоро возобновится. Жители города ждут новостей с утра.\n';

/** One file of each kind, two of them in folders below. */
function writeInput(folder: string): string {
  const input = join(folder, 'input');
  mkdirSync(join(input, 'more', 'deep'), { recursive: true });
  writeFileSync(join(input, 'good.txt'), goodText.replaceAll('\n', '\r\n'));
  writeFileSync(join(input, 'empty.txt'), '');
  writeFileSync(join(input, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1]));
  writeFileSync(join(input, 'more', 'same.txt'), goodText.replaceAll('\n', '\r\n'));
  writeFileSync(join(input, 'more', 'russian.txt'), inWindows1251(russian));
  writeFileSync(join(input, 'more', 'deep', 'bridge.html'), pageWithScript);
  return input;
}

function reportRow(page: Page, name: string) {
  return parts(page).report.getByRole('row').filter({ hasText: name });
}

test('the report has a line for every file, whatever it is', async ({ workbench: { page, folder, strangers } }) => {
  const { report, documents, reader, status } = parts(page);
  await newProject(page, 'Mixed');
  await drop(page, [writeInput(folder)]);
  await expect(report).toBeVisible();
  const refused = report.getByRole('list', { name: 'Refused files' });
  await expect(refused.getByRole('listitem').filter({ hasText: 'empty.txt' })).toContainText('holds no text');
  await expect(refused.getByRole('listitem').filter({ hasText: 'picture.txt' })).toContainText('PNG');
  await expect(reportRow(page, 'good')).toContainText('UTF-8');
  await expect(reportRow(page, 'good')).toContainText('CR LF');
  await expect(reportRow(page, 'russian')).toContainText('Windows-1251');
  await expect(reportRow(page, 'russian')).toContainText('LF');
  await expect(reportRow(page, 'Bridge to stay shut')).toBeVisible();
  await expect(report).toContainText(/already|same|twice/u);

  await report.getByRole('button', { name: 'Bridge to stay shut' }).click();
  await expect(report).toBeHidden();
  await expect(reader).toContainText('The bridge over the narrow part');
  const facts = page.getByRole('region', { name: 'Reader' });
  await expect(facts).toContainText('Ida Holm');
  await expect(facts).toContainText('Fjord Post');
  await expect(facts).toContainText('6 May 2024');
  expect(await page.evaluate(() => 'ranScript' in window)).toBe(false);
  expect(await page.title()).not.toContain('taken over');
  expect(strangers).toEqual([]);

  await openDocument(page, 'russian');
  await expect(reader).toContainText('Докеры объявили забастовку');
  await expect(status).toContainText(/Undo: Import \d documents/u);
  await expect(documents).toBeVisible();
});

test('an import is undone from its report', async ({ workbench: { page, folder } }) => {
  const { report, documents, status } = parts(page);
  await newProject(page, 'Undone');
  const file = join(folder, 'one.txt');
  writeFileSync(file, goodText);
  await drop(page, [file]);
  await report.getByRole('button', { name: 'Undo import' }).click();
  await expect(report).toBeHidden();
  await expect(documents).toContainText('No articles yet');
  await expect(status).toContainText('Nothing to undo');
  await page.keyboard.press('Control+Shift+z');
  await expect(rows(documents)).toHaveCount(1);
});

const mistaken =
  'An earlier version of this report gave a wrong number of lorries, which the road office has corrected.';

test('what was left out of a web page is kept from the report, and from the article itself', async ({
  workbench: { page, folder },
}) => {
  const { report, reader, status } = parts(page);
  await newProject(page, 'Kept');
  const footer = `</article><footer><div class="footer-note"><p>${mistaken}</p></div></footer>`;
  const file = join(folder, 'bridge.html');
  writeFileSync(file, pageWithScript.replace('</article>', footer));
  writeFileSync(join(folder, 'good.txt'), goodText);
  await drop(page, [file, join(folder, 'good.txt')]);
  const row = reportRow(page, 'Bridge to stay shut');
  await expect(row).toContainText('Left out as no part of the article: “An earlier version of this report');
  await expect(reportRow(page, 'good').getByRole('button', { name: 'Keep' })).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme);
    await page.screenshot({ path: test.info().outputPath(`left-out-${colorScheme}.png`) });
  }
  const keep = row.getByRole('button', { name: 'Keep what was left out of “Bridge to stay shut”' });
  await keep.focus();
  await page.keyboard.press('Enter');
  await expect(row.getByRole('status')).toContainText('Kept: the text has');
  await expect(row.getByRole('status')).toBeFocused();
  await expect(row).not.toContainText('Left out as no part of the article');
  await expect(keep).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme);
    await page.screenshot({ path: test.info().outputPath(`kept-${colorScheme}.png`) });
  }
  const wide = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: 620, height: 760 });
  await page.screenshot({ path: test.info().outputPath('kept-narrow.png') });
  await page.setViewportSize(wide);

  await report.getByRole('button', { name: 'Bridge to stay shut', exact: true }).click();
  await expect(reader).toContainText(mistaken);
  await expect(status).toContainText('Undo: Keep what was left out of “Bridge to stay shut”');
  await page.keyboard.press('Control+z');
  await expect(reader).not.toContainText(mistaken);

  await page.getByRole('tab', { name: 'Article' }).click();
  const again = page.getByRole('button', { name: 'Keep what was left out of “Bridge to stay shut”', exact: true });
  await page.screenshot({ path: test.info().outputPath('article.png') });
  await again.click();
  await expect(reader).toContainText(mistaken);
  await expect(again).toHaveCount(0);
});

test('a cancelled import leaves nothing', async ({ workbench: { page, folder } }) => {
  test.setTimeout(120_000);
  const { documents, status, drawer } = parts(page);
  await newProject(page, 'Cancelled');
  const input = join(folder, 'many');
  mkdirSync(input);
  // Web pages take long to read and little time to hand over, so there is time to cancel.
  for (let number = 0; number < 300; number++) {
    const text = `<p>${`Sentence of article ${number} with some words in it. `.repeat(8)}</p>`.repeat(40);
    writeFileSync(join(input, `${number}.html`), `<!doctype html><title>Article ${number}</title>${text}`);
  }
  await drop(page, [input]);
  await status.getByRole('button', { name: /^Cancel: Import/u }).click({ timeout: 60_000 });
  await page.keyboard.press('Control+Shift+y');
  const tasks = drawer.getByRole('tabpanel', { name: 'Tasks' });
  await expect(tasks.getByRole('listitem').filter({ hasText: /^Import/u })).toContainText('cancelled');
  await expect(status).toContainText('Nothing to undo');
  await expect(documents).toContainText('No articles yet');
  await page.reload();
  await expect(documents).toContainText('No articles yet');
  await expect(status).toContainText('Nothing to undo');
});

test('files that are still being read in can be cancelled', async ({ workbench: { page, folder } }) => {
  const { documents, status } = parts(page);
  await newProject(page, 'Cancelled early');
  const input = join(folder, 'many');
  mkdirSync(input);
  for (let number = 0; number < 1500; number++) writeFileSync(join(input, `${number}.txt`), `Article ${number}.\n`);
  await drop(page, [input]);
  await status.getByRole('button', { name: /^Cancel: Reading/u }).click();
  await expect(status.getByRole('button', { name: /^Cancel/u })).toHaveCount(0);
  await expect(documents).toContainText('No articles yet');
  await expect(status).toContainText('Nothing to undo');
});

test('the import dialog has what web pages are read with, by keyboard', async ({ workbench: { page, folder } }) => {
  const { report, reader } = parts(page);
  const file = join(folder, 'bridge.html');
  writeFileSync(file, pageWithScript);
  // From now on: a browser that is told so right before the key opens its own picker now and then.
  page.on('filechooser', () => undefined);
  const dialog = await openImportDialog(page);
  await expect(dialog).toContainText(/^Import.*Text, Markdown\b.*\bsaved web pages\b/u);
  await expect(dialog.getByRole('button', { name: 'Import files…' })).toBeFocused();
  const wholePage = dialog.getByRole('group', { name: 'Web page (HTML)' }).getByRole('checkbox').first();
  await expect(wholePage).toHaveAccessibleName('Keep the whole page');
  await expect(wholePage).toHaveAccessibleDescription('All of its text, menus too, rather than the article.');
  await page.setViewportSize({ width: 720, height: 800 });
  await expectSoundInBoth(page, 'import dialog');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+Tab');
  await expect(wholePage).toBeFocused();
  await page.keyboard.press('Space');
  await expect(wholePage).toBeChecked();

  for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Import files…' })).toBeFocused();
  const picking = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  const picker = await picking;
  const endings = (await picker.element().getAttribute('accept'))?.split(',');
  expect(endings).toEqual(
    expect.arrayContaining(['.txt', '.text', '.log', '.md', '.markdown', '.html', '.htm', '.xhtml']),
  );
  await picker.setFiles(file);
  // There is no project yet: the new one takes the choice along.
  await page.getByRole('textbox', { name: 'Name' }).fill('Whole');
  await page.keyboard.press('Enter');
  await report.getByRole('button', { name: 'Bridge to stay shut', exact: true }).click();
  await expect(reader).toContainText('Home');
});

test('a long name loses its middle in the report, and keeps its end', async ({ workbench: { page, folder } }) => {
  const name = 'interview-with-the-harbour-master-of-the-northern-quay-corrected-version-2024-03-14.txt';
  writeFileSync(join(folder, name), 'One.\n');
  await newProject(page, 'Long');
  await drop(page, [join(folder, name)]);
  const shown = parts(page).report.getByTitle(name);
  await expect(shown).toBeVisible();
  const [start, end] = await shown
    .locator(':scope > span')
    .evaluateAll((spans) => spans.map((span) => span.scrollWidth > span.clientWidth));
  expect([start, end]).toEqual([true, false]);
});

test('the import dialog shows its buttons and reaches its boxes in a small window', async ({ workbench: { page } }) => {
  await newProject(page, 'Small');
  // As small as at 200 % in a window of 1024 × 640.
  await page.setViewportSize({ width: 512, height: 320 });
  const dialog = await openImportDialog(page);
  const main = dialog.getByRole('button', { name: 'Import files…' });
  await expect(main).toBeFocused();
  await expect(main).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Tab');
  const boxes = dialog.getByRole('checkbox');
  for (const box of [boxes.first(), boxes.last()]) {
    await box.focus();
    await page.keyboard.press('Space');
    await expect(box).toBeChecked();
    await expect(main).toBeInViewport({ ratio: 1 });
  }
});
