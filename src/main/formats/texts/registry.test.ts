import { describe, expect, test } from 'vitest';
import { importerFor, importers } from './registry.ts';

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
  ])('%s goes to %s', (name, id) => {
    expect(importerFor(name).id).toBe(id);
  });

  test('a chosen format goes before the extension', () => {
    expect(importerFor('page.txt', 'html').id).toBe('html');
  });

  test.each(['a.pdf', 'b.docx', 'c.rtf', 'd.png', 'e.json'])('%s is refused with what to do', (name) => {
    expect(() => importerFor(name)).toThrow(
      expect.objectContaining({
        code: 'file-unsupported',
        message: expect.stringContaining(
          'Galley reads .txt, .md and .html; save or export this file as one of these',
        ) as string,
      }) as Error,
    );
  });

  test('an unknown format is refused with the known ones', () => {
    expect(() => importerFor('a.txt', 'word')).toThrow(/"word".*text, markdown, html/);
  });

  test('no two importers share an id or an extension', () => {
    const ids = importers.map((importer) => importer.id);
    const extensions = importers.flatMap((importer) => importer.extensions);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(extensions).size).toBe(extensions.length);
  });
});
