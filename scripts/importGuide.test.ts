import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importGuide, importGuideFile } from './importGuide.ts';

test('the guide says of imports what the list of importers gives', async () => {
  expect(readFileSync(importGuideFile, 'utf8')).toBe(await importGuide());
});

test('it names what users choose by', async () => {
  const page = await importGuide();
  for (const words of ['`.txt`', '`.markdown`', '`.xhtml`', '`text`', '`html`', '`--whole-page`', '`--left-out`'])
    expect(page).toContain(words);
});

test('the readme leaves the list to the guide', () => {
  const readme = readFileSync(join(importGuideFile, '..', '..', 'README.md'), 'utf8');
  expect(readme).toContain('(docs/import.md)');
});
