/** How the options of single importers get from a call to the importer, and into the record of the import. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Arguments } from '../../../shared/api/contract.ts';
import { writePackage } from '../testPackage.ts';
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

describe('A plain text whose file has a name that says nothing', () => {
  const headline = 'Ferry stays another winter';
  const text = (number: number): string => `${headline}\n\n${number}. ${said.repeat(2)}\n`;

  /** Imports files, in order. */
  async function bring(
    files: Readonly<Record<string, string>>,
    options: Omit<Arguments<'imports.start'>, 'files'> = {},
  ) {
    const refs = Object.entries(files).map(([name, content]) => project.app.grants.grant(project.put(name, content)));
    return project.client.run('imports.start', { files: refs, ...options });
  }

  const source = (document = '') => project.client.call('documents.source', { document });

  test('is called by its headline; report and source say so, and name the file', async () => {
    const { documents } = await bring({ '001_413cdf49805764b3.txt': text(1), 'plain.txt': text(2) });
    expect(documents.map(({ name, path, warnings }) => [name, path, warnings.map(({ message }) => message)])).toEqual([
      [headline, '001_413cdf49805764b3.txt', ['Named by its first line; the file is 001_413cdf49805764b3.txt.']],
      ['plain', 'plain.txt', []],
    ]);
    const [first] = documents;
    expect(await source(first?.id)).toMatchObject({
      path: '001_413cdf49805764b3.txt',
      warnings: [{ code: 'named-by-first-line' }],
    });
    expect(await project.client.call('documents.text', { document: first?.id ?? '' })).toEqual({ text: text(1) });
    expect((await project.client.call('documents.open', { document: first?.id ?? '' })).facts).toEqual([]);
  });

  test('keeps the name of its file where that is wished, and others have their headline where that is', async () => {
    const file = await bring({ '001.txt': text(1) }, { formatOptions: { text: { names: 'file' } } });
    expect(file.documents).toMatchObject([{ name: '001', warnings: [] }]);
    const options = { formatOptions: { text: { names: 'headline' } } } as const;
    const { documents } = await bring({ 'plain.txt': text(2) }, options);
    expect(documents).toMatchObject([{ name: headline, path: 'plain.txt' }]);
    expect(keptOptions()).toEqual(options);
  });

  test('has its file in its name, where another document has that name', async () => {
    const first = await bring({ '001.txt': text(1), '002.txt': text(2), [`${headline} (004).txt`]: text(3) });
    expect(first.documents.map(({ name }) => name)).toEqual([headline, `${headline} (002)`, `${headline} (004)`]);
    const second = await bring({ '003.txt': text(4), '004.txt': text(5), '005.txt': text(4) });
    expect(second.documents.map(({ name }) => name)).toEqual([`${headline} (003)`, `${headline} (004)`]);
    expect(second.refused).toEqual([
      { path: '005.txt', reason: `The same file is in the project already, as “${headline} (003)”.` },
    ]);
  });

  test('keeps the name of its file whole, where both are long', async () => {
    const line = `Aa ${'b'.repeat(190)}`;
    const digits = (last: number): string => `${'1'.repeat(140)}${last}`;
    const files = [1, 2, 3].map((at) => [`${digits(at)}.txt`, `${line}\n\n${at} ${said}\n`] as const);
    const { documents } = await bring(Object.fromEntries(files));
    const names = documents.map(({ name }) => name);
    expect(names[0]).toBe(line);
    expect(names.slice(1).map((name) => name.slice(-143))).toEqual([`(${digits(2)})`, `(${digits(3)})`]);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(300);
  });

  const answers = (name: string): Promise<unknown> => {
    const file = project.app.grants.grant(project.put('answers.csv', `document,variable,value\n${name},tone,grave\n`));
    return project.client.run('answers.import', { file });
  };

  test('is found by its file in tables of answers and in codings, even when it was renamed', async () => {
    await project.client.call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
    const { documents } = await bring({ '001.txt': text(1), '002.txt': text(2), 'plain.txt': text(3) });
    const [first, second] = documents.map(({ id }) => id);
    await project.client.call('documents.rename', { document: second ?? '', name: 'Another name' });
    await answers('001');
    await answers('002.txt');
    await project.code([{ document: '002', start: 0, end: 5, code: 'Word', quote: 'Ferry' }]);
    const work = async (document = '') => {
      const { answers: given, annotations } = await project.client.call('documents.open', { document });
      return [given.length, annotations.rows.length];
    };
    expect(await work(first)).toEqual([1, 0]);
    expect(await work(second)).toEqual([1, 1]);
    await expect(answers('003')).rejects.toThrow('there is no document “003”');
    await expect(answers('plain.txt')).rejects.toThrow('there is no document “plain.txt”');
  });

  test('is not meant where another document has the name, and not guessed where two files have it', async () => {
    await project.client.call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
    const { documents } = await bring({ '001.txt': text(1) });
    const [other] = (await bring({ '001.html': page })).documents;
    await project.client.call('documents.rename', { document: other?.id ?? '', name: '001' });
    await answers('001');
    const opened = await project.client.call('documents.open', { document: documents[0]?.id ?? '' });
    expect(opened.answers).toEqual([]);
    await bring({ '007.txt': text(7) });
    await bring({ '007.log': text(8) });
    await expect(answers('007')).rejects.toThrow('2 documents are named “007”');
  });

  test('is found again when a package of the project is attached to its file, changed or not', async () => {
    await bring({ '001.txt': text(1), '002.txt': text(2) });
    await project.code([
      { document: '001', start: 0, end: 5, code: 'Word', quote: 'Ferry' },
      { document: '002', start: 0, end: 26, code: 'Word', quote: headline },
    ]);
    await writePackage(project, 'p.zip', { quote: 200 });
    const other = await createTestProject();
    try {
      const { grants } = other.app;
      const report = await other.client.run('packages.attach', {
        package: grants.grant(join(project.folder, 'p.zip')),
        files: [
          grants.grant(other.put('001.txt', text(1))),
          grants.grant(other.put('002.txt', `${text(2)}More was said later.\n`)),
        ],
      });
      expect(report.documents.map(({ name, match, file, placed }) => [name, match, file, placed])).toEqual([
        [headline, 'text', '001', 1],
        [`${headline} (002)`, 'title', '002', 1],
      ]);
      const { rows } = await other.client.call('documents.list', { offset: 0, limit: 9 });
      expect(rows.map(({ name }) => name)).toEqual([headline, `${headline} (002)`]);
    } finally {
      await other.end();
    }
  });
});
