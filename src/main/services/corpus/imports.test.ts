/** How the options of single importers get from a call to the importer, and into the record of the import. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Arguments } from '../../../shared/api/contract.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

const said = 'The council of the harbour town met on Monday, and its members argued about the new bridge for hours. ';
const note = 'A correction was made to an earlier version of this report, which gave a wrong number of votes.';
const page = `<!doctype html><html lang="en"><head><title>Bridge</title></head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav>
<article><h1>Bridge</h1>${[1, 2, 3].map((number) => `<p>${number}. ${said.repeat(3)}</p>`).join('')}</article>
<footer><div class="footer-note"><p>${note}</p></div>Imprint</footer></body></html>`;

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

/** Imports the page, or another file, and gives the text of the first document. */
async function imported(options: Omit<Arguments<'imports.start'>, 'files'>, name = 'bridge.html'): Promise<string> {
  const file = project.app.grants.grant(project.put(name, page));
  const { documents } = await project.client.run('imports.start', { files: [file], ...options });
  return (await project.client.call('documents.text', { document: documents[0]?.id ?? '' })).text;
}

/** What the project file says of how the last import was asked for. */
function keptOptions(): unknown {
  const db = new Database(join(project.folder, 'Test.galley'), { readonly: true });
  try {
    const row = db.prepare('SELECT options FROM import ORDER BY created DESC, id DESC').get() as { options: string };
    return JSON.parse(row.options) as unknown;
  } finally {
    db.close();
  }
}

describe('Options of single importers', () => {
  test('reach theirs, and are kept with the import', async () => {
    const text = await imported({ formatOptions: { html: { wholePage: true } } });
    expect(text).toContain('Home');
    expect(text).toContain('Imprint');
    expect(keptOptions()).toEqual({ formatOptions: { html: { wholePage: true } } });
  });

  test('may keep what is no part of the article, and the menus out', async () => {
    const text = await imported({ formatOptions: { html: { leftOut: true } } });
    expect(text).toContain(note);
    expect(text).not.toContain('Home');
  });

  test('go with those of all, and leave other formats as they are', async () => {
    const options = { format: 'text', encoding: 'utf-8', formatOptions: { html: { wholePage: true } } };
    expect(await imported(options)).toBe(page);
    expect(keptOptions()).toEqual(options);
  });

  test('are nothing where none is given', async () => {
    expect(await imported({})).not.toContain(note);
    expect(keptOptions()).toEqual({});
  });

  test.each([
    [{ html: { columns: 3 } }, /^imports\.start: formatOptions\.html: .*“columns”/u, 'formatOptions.html'],
    [{ html: { wholePage: 1 } }, /^imports\.start: formatOptions\.html\.wholePage: /u, 'formatOptions.html.wholePage'],
    [{ markdown: { wholePage: true } }, /formatOptions\.markdown: .*“wholePage”/u, 'formatOptions.markdown'],
    [{ painting: {} }, /formatOptions: .*“painting”/u, 'formatOptions'],
  ])('are refused by name where no importer knows them: %j', async (formatOptions, words, field) => {
    const file = project.app.grants.grant(project.put('bridge.html', page));
    expect(await project.app.handle('imports.start', { files: [file], formatOptions })).toMatchObject({
      ok: false,
      error: { code: 'bad-input', message: expect.stringMatching(words) as string, details: { field } },
    });
  });
});

test('A file that comes twice is refused under the name that the document has', async () => {
  const paths = ['Two  blanks.txt', 'z.txt'].map((name) => project.put(name, said));
  const files = paths.map((path) => project.app.grants.grant(path));
  const { documents, refused } = await project.client.run('imports.start', { files });
  expect(documents.map(({ name }) => name)).toEqual(['Two blanks']);
  expect(refused).toEqual([{ path: 'z.txt', reason: 'The same file is in the project already, as “Two blanks”.' }]);
});
