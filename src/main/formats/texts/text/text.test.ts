import { describe, expect, test } from 'vitest';
import type { ImportedDocument } from '../importer.ts';
import { only } from '../testing/only.ts';
import { sample } from '../testing/samples.ts';
import { textImporter } from './text.ts';

const read = (name: string): Promise<ImportedDocument> => only(textImporter, name, sample('text', name).bytes);

describe('plain text', () => {
  test.each([
    ['lf', 'one\ntwo\n'],
    ['crlf', 'one\r\ntwo\r\n'],
    ['cr', 'one\rtwo\r'],
    ['mixed', 'one\r\ntwo\n'],
    ['mixed', 'one\rtwo\r\n'],
  ])('%s line ends become LF and are remembered', async (lineEnds, content) => {
    const document = await only(textImporter, 'a.txt', content);
    expect(document).toMatchObject({ text: 'one\ntwo\n', lineEnds });
  });

  test('a text of one line has no line ends', async () => {
    expect(await only(textImporter, 'a.txt', 'one')).toMatchObject({ text: 'one', lineEnds: 'none' });
  });

  test('separators at which the reader does not break lines stay', async () => {
    const text = 'a\u2028b\u2029c\u0085d\fe\vf';
    expect((await only(textImporter, 'a.txt', text)).text).toBe(text);
  });

  test('spaces and blank lines stay as they are', async () => {
    const text = '\n\n  a  b\t \n\n\nc ';
    expect((await only(textImporter, 'a.txt', text)).text).toBe(text);
  });

  test('the name is the file name without its extension', async () => {
    expect((await only(textImporter, 'Budget 2024.final.txt', 'a')).name).toBe('Budget 2024.final');
    expect((await only(textImporter, 'README', 'a')).name).toBe('README');
    expect((await only(textImporter, '.notes', 'a')).name).toBe('.notes');
  });

  describe('where the first line is a headline', () => {
    const hash = '001_413cdf49805764b3.txt';
    const text = `\nFerry stays another winter\n\n${'The council has kept the ferry. '.repeat(4)}\n`;
    const named = async (file: string, content = text, names?: 'file' | 'headline') => {
      const [document] = await textImporter.read(
        { name: file, bytes: new TextEncoder().encode(content) },
        { formatOptions: { text: { names } } },
      );
      if (!document) throw new Error('no document');
      return document;
    };

    test('that is the name where the name of the file says nothing, and it is told', async () => {
      const document = await named(hash);
      expect(document).toMatchObject({
        name: 'Ferry stays another winter',
        nameOfFile: '001_413cdf49805764b3',
        text,
        facts: {},
      });
      expect(document.warnings).toEqual([
        { code: 'named-by-first-line', said: { says: 'texts.namedByFirstLine', file: hash } },
      ]);
    });

    test.each([
      ['ferry.txt', undefined, 'ferry'],
      ['ferry.txt', 'headline', 'Ferry stays another winter'],
      ['ferry.txt', 'file', 'ferry'],
      [hash, 'headline', 'Ferry stays another winter'],
      [hash, 'file', '001_413cdf49805764b3'],
    ] as const)('%s with names by %s is %s', async (file, names, name) => {
      const document = await named(file, text, names);
      expect(document.name).toBe(name);
      expect(document.warnings).toHaveLength(name.startsWith('Ferry') ? 1 : 0);
      expect(document.text).toBe(text);
    });

    test('the file names it where no line surely is one, and nothing is said', async () => {
      for (const names of [undefined, 'headline'] as const) {
        const document = await named(hash, 'Skip to main content\n\nFerry stays another winter\n', names);
        expect(document).toMatchObject({ name: '001_413cdf49805764b3', warnings: [] });
        expect(document).not.toHaveProperty('nameOfFile');
      }
    });
  });

  test('only white space is an empty file', async () => {
    await expect(only(textImporter, 'a.txt', ' \r\n\t\u00a0')).rejects.toMatchObject({ code: 'file-empty' });
    await expect(only(textImporter, 'a.txt', Uint8Array.of(0xef, 0xbb, 0xbf))).rejects.toMatchObject({
      code: 'file-empty',
    });
  });

  test('the script that most letters belong to sets the direction, and no language is claimed', async () => {
    const arabic = await only(textImporter, 'a.txt', 'قال الوزير إن CNN نشرت الخبر');
    expect(arabic.direction).toBe('rtl');
    expect(arabic.language).toBeUndefined();
    expect((await only(textImporter, 'a.txt', 'השר אמר')).direction).toBe('rtl');
    expect((await only(textImporter, 'a.txt', 'The word سلام means peace.')).direction).toBe('ltr');
    expect((await only(textImporter, 'a.txt', '12 + 3')).direction).toBe('ltr');
  });

  test('the samples are read', async () => {
    expect(await read('ferry.txt')).toMatchObject({
      name: 'ferry',
      text: 'Ferry stays another winter\n\nThe council has kept the evening ferry. “We could not leave the island alone,” the mayor said.\n',
      lineEnds: 'crlf',
      encoding: 'utf-8',
      warnings: [],
    });
    expect(await read('NOTICE')).toMatchObject({
      name: 'NOTICE',
      text: 'The library is closed on Friday.\nBooks can be left at the door.\n',
    });
  });

  test('markup in a plain text file is reported', async () => {
    const page = await only(textImporter, 'a.txt', '<!DOCTYPE html><p>Hello</p>');
    expect(page.warnings.map((warning) => warning.code)).toEqual(['looks-like-html']);
    const rich = await only(textImporter, 'a.txt', '{\\rtf1\\ansi Hello}');
    expect(rich.warnings.map((warning) => warning.code)).toEqual(['looks-like-rtf']);
  });

  test('reading leaves the bytes as they are', async () => {
    const bytes = new TextEncoder().encode('a\r\nb');
    const before = bytes.slice();
    await only(textImporter, 'a.txt', bytes);
    expect(bytes).toEqual(before);
  });
});
