import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importerDescriptions, importerIds } from '../../../shared/model/importers.ts';
import { extensionOf } from './fileName.ts';
import type { Certainty, Importer, ImportSource } from './importer.ts';
import { headLength, importerFor, importers, mostCertain } from './registry.ts';
import { allCorpusFiles } from './testing/corpus.ts';
import { samplesOf } from './testing/samples.ts';

const file = (name: string, content = 'Quiet day.'): ImportSource => ({
  name,
  bytes: new TextEncoder().encode(content),
});
const page = '<!doctype html><html><title>Quiet day</title><p>Nothing happened.</p></html>';

describe('which importer reads a file', () => {
  test.each([
    ['a.txt', 'text'],
    ['A.TXT', 'text'],
    ['server.log', 'text'],
    ['README', 'text'],
    ['report.2024', 'text'],
    ['.hidden', 'text'],
    ['a.md', 'markdown'],
    ['a.markdown', 'markdown'],
    ['a.b.html', 'html'],
    ['a.HTM', 'html'],
    ['a.xhtml', 'html'],
  ])('%s goes to %s, whatever is in it', (name, id) => {
    for (const content of ['', 'Quiet day.', page, '# Quiet day', '%PDF-1.7', '\0\u0001\u0002'])
      expect(importerFor(file(name, content)).id, content).toBe(id);
  });

  test('a page that is called plain text is read as such, and said to be a page', async () => {
    const source = file('page.txt', page);
    const [document] = await importerFor(source).read(source, {});
    expect(document?.text).toBe(page);
    expect(document?.warnings.map(({ code }) => code)).toEqual(['looks-like-html']);
  });

  test('a chosen format goes before the extension', () => {
    expect(importerFor(file('page.txt'), 'html').id).toBe('html');
  });

  test.each(['a.pdf', 'b.docx', 'c.rtf', 'd.png', 'e.json'])('%s is refused with what to do', (name) => {
    expect(() => importerFor(file(name, page))).toThrow(
      expect.objectContaining({
        code: 'file-unsupported',
        message: expect.stringMatching(
          /^\S+ is a \.\w+ file\. Galley reads \.txt, \.md\b.*\.html\b.*; save or export this file as one of these\.$/u,
        ) as string,
      }) as Error,
    );
  });

  test('an unknown format is refused with the known ones', () => {
    expect(() => importerFor(file('a.txt'), 'painting')).toThrow(/"painting".*text, markdown, html/);
  });
});

describe('of several importers for one extension', () => {
  const seen: ImportSource[] = [];
  /** An importer for .html files that gives this answer. */
  const sure = (certainty: Certainty): Importer => ({
    id: 'html',
    version: 1,
    recognises: (head) => {
      seen.push(head);
      return certainty;
    },
    read: () => [],
  });
  const [no, named, likely, certain] = [sure('no'), sure('by name'), sure('likely'), sure('certain')];

  test.each([
    ['the likely one goes before one that only the name speaks for', [named, likely], likely],
    ['the certain one goes before the likely one', [likely, certain, named], certain],
    ['the first goes before others that are as certain', [no, likely, sure('likely')], likely],
    ['one that declines is never taken', [no], undefined],
  ])('%s', (_, list, chosen) => {
    expect(mostCertain(list, file('a.html'))).toBe(chosen);
  });

  test('none is asked about a file of another extension', () => {
    seen.length = 0;
    for (const name of ['a.txt', 'a.docx', 'a']) expect(mostCertain([certain], file(name, page))).toBeUndefined();
    expect(seen).toEqual([]);
  });

  test('all are shown the name and the first 64 kB', () => {
    seen.length = 0;
    mostCertain([named], file('long.html', `${'x'.repeat(65_535)}yz`));
    expect(seen.map(({ name, bytes }) => [name, bytes.length, bytes.at(-1)])).toEqual([['long.html', 65_536, 0x79]]);
    expect(headLength).toBe(65_536);
  });
});

describe('every importer', () => {
  test('is described, and stands in the order of the descriptions', () => {
    expect(importers.map(({ id }) => id)).toEqual(importerIds);
  });

  test('has extensions as file names give them', () => {
    for (const { extensions } of Object.values(importerDescriptions))
      for (const extension of extensions) expect(extensionOf(`a.${extension}`)).toBe(extension);
  });

  // What is wrong with a file is told by whoever reads its format, so a broken file must find its reader as well.
  test('leaves no file without a reader whose extension is known', () => {
    const endings = Object.values(importerDescriptions).flatMap(({ extensions }) => [...extensions] as string[]);
    for (const extension of ['', ...endings])
      for (const content of ['', '\0\u0001\ufffe', 'x'])
        expect(importerFor(file(`a${extension && '.'}${extension}`, content)), extension).toBeDefined();
  });
});

describe('samples', () => {
  const samples = importerIds.flatMap((id) => samplesOf(id).map((source) => ({ id, name: source.name, source })));

  test('are there for each importer', () => {
    for (const id of importerIds) expect(samplesOf(id).length, id).toBeGreaterThan(0);
  });

  test.each(samples)('$name is best recognised by $id, and by no other as well', ({ id, source }) => {
    const own = importers.filter((importer) => importer.id === id);
    const others = importers.filter((importer) => importer.id !== id);
    // Of equals the first is taken, so this one must be found from the last place, too.
    for (const list of [importers, [...others, ...own]]) expect(mostCertain(list, source)?.id).toBe(id);
  });

  test.each(samples)('$name is read', async ({ source }) => {
    const documents = await importerFor(source).read(source, {});
    expect(documents.length).toBeGreaterThan(0);
    for (const { text } of documents) expect(text.trim()).not.toBe('');
  });
});

const corpusFiles = allCorpusFiles();

/** The first bytes of a file. */
function headOf(path: string): Uint8Array {
  const bytes = new Uint8Array(headLength);
  const descriptor = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

describe.skipIf(corpusFiles.length === 0)('real files', () => {
  /** The importer of a name, as users know it: by its ending, whatever is in the file. */
  function importerOfName(name: string): string | null {
    if (/[^.]\.(?:txt|text|log)$/iu.test(name)) return 'text';
    if (/[^.]\.(?:md|markdown)$/iu.test(name)) return 'markdown';
    if (/[^.]\.(?:html|htm|xhtml)$/iu.test(name)) return 'html';
    return /[^.]\.[\p{L}\p{N}_~-]{1,12}$/u.test(name) && !/\.\d+$/u.test(name) ? null : 'text';
  }

  test.each(['', '.txt', '.md', '.htm'])('each goes by its name, with “%s” added', (ending) => {
    const astray = corpusFiles.filter((path) => {
      const source = { name: `${basename(path)}${ending}`, bytes: headOf(path) };
      const expected = importerOfName(source.name);
      return (mostCertain(importers, source)?.id ?? null) !== expected;
    });
    expect(astray).toEqual([]);
    expect(corpusFiles.length).toBeGreaterThan(1000);
  });
});
