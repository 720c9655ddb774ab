import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../shared/api/imports.ts';
import { importerOptions } from '../../../shared/model/importers.ts';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';
import { importVerb } from './verbs/import.ts';

let place: CommandFolder;
beforeEach(() => {
  place = createCommandFolder();
});
afterEach(() => place.end());

const said = 'The council of the harbour town met on Monday, and its members argued about the new bridge for hours. ';
const note = 'A correction was made to an earlier version of this report, which gave a wrong number of votes.';
const page = (
  name: string,
): string => `<!doctype html><html lang="en"><head><title>Bridge</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Bridge</h1>${[1, 2, 3].map((number) => `<p>${name} ${number}. ${said.repeat(3)}</p>`).join('')}</article>
<footer><div class="footer-note"><p>${note}</p></div></footer></body></html>`;

describe('galley import', () => {
  test('keeps of web pages what its flags say', { timeout: 90_000 }, async () => {
    place.put('one.html', page('One'));
    place.put('two.html', page('Two'));
    await place.json('new', 'P.galley', '--json');
    const warnings = async (...words: string[]): Promise<string[]> => {
      const { documents } = (await place.json('import', 'P.galley', ...words, '--json')) as ImportReport;
      return documents.flatMap((document) => document.warnings.map(({ code }) => code));
    };
    expect(await warnings('one.html', '--left-out')).toEqual(['menus-left-out']);
    expect(await warnings('two.html', '--whole-page')).toEqual([]);
    expect((await place.galley('search', 'P.galley', 'A correction')).out.match(/\[A correction\]/gu)).toHaveLength(2);
  });

  test('says in its help what can be imported, and has a flag for each option of each format', async () => {
    const { out } = await place.galley('help', 'import');
    expect(out).toContain(
      'Reads: Plain text (.txt .text .log), Markdown (.md .markdown), Web page (HTML) (.html .htm .xhtml)',
    );
    expect(out).toMatch(/--format NAME +.*: text, markdown\b.*\bhtml\b/u);
    expect(out).toMatch(/--whole-page +Web page \(HTML\): Keep the whole page\. /u);
    expect(out).toMatch(/--names file\|headline +Plain text: Names of documents\. file: always by file; /u);
    expect(out).toMatch(/--left-out +Web page \(HTML\): Keep what is no part of the article\. /u);
  });

  test('names plain texts as its flag says', { timeout: 90_000 }, async () => {
    const text = (number: number): string => `Ferry stays another winter\n\n${number}. ${said.repeat(2)}\n`;
    for (const [at, name] of ['001.txt', 'two.txt', '003.txt'].entries()) place.put(name, text(at));
    await place.json('new', 'P.galley', '--json');
    const { out } = await place.galley('import', 'P.galley', '001.txt');
    expect(out).toMatch(
      /^Ferry stays another winter +\d+ characters +utf-8 +Named by its first line; the file is 001\.txt\.\n/u,
    );
    expect((await place.galley('import', 'P.galley', 'two.txt', '--names', 'headline')).out).toMatch(
      /^Ferry stays another winter \(two\) .* the file is two\.txt\.\n/u,
    );
    expect((await place.galley('import', 'P.galley', '003.txt', '--names', 'file')).out).toMatch(
      /^003 +\d+ c.*utf-8 *\n/u,
    );
    const wrong = await place.galley('import', 'P.galley', '003.txt', '--names', 'date');
    expect([wrong.status, wrong.error]).toEqual([2, expect.stringMatching(/names.*date.*file.*headline/u)]);
  });

  test('has no flag of a format that hides one of its own', () => {
    const own = ['format', 'encoding', 'coder', 'json'];
    const flags = importerOptions.map(({ flag }) => flag);
    expect(Object.keys(importVerb.options).sort()).toEqual([...own, ...flags].sort());
  });
});
