import { describe, expect, test } from 'vitest';
import { importerWords, importingWords, optionWords } from '../words/english/importers.ts';
import {
  allEndings,
  endingsOf,
  formatOptionsSchema,
  importerIds,
  importerOptions,
  switchedOn,
  takesExtension,
  usualEndings,
} from './importers.ts';

describe('what is known of the importers', () => {
  test('their endings', () => {
    expect(endingsOf('html')).toEqual(['.html', '.htm', '.xhtml']);
    expect(usualEndings).toEqual(['.txt', '.md', '.html']);
    expect(allEndings).toEqual(['.txt', '.text', '.log', '.md', '.markdown', '.html', '.htm', '.xhtml']);
  });

  test('which extensions they take, and that plain text alone takes names without one', () => {
    expect(importerIds.filter((id) => takesExtension(id, 'htm'))).toEqual(['html']);
    expect(importerIds.filter((id) => takesExtension(id, ''))).toEqual(['text']);
    expect(importerIds.filter((id) => takesExtension(id, 'docx'))).toEqual([]);
  });

  test('their own options, each a flag that no other has', () => {
    expect(importerOptions).toEqual([
      { importer: 'html', name: 'wholePage', flag: 'whole-page' },
      { importer: 'html', name: 'leftOut', flag: 'left-out' },
    ]);
    expect(new Set(importerOptions.map(({ flag }) => flag)).size).toBe(importerOptions.length);
  });
});

describe('options of single importers', () => {
  test('are those that are switched on', () => {
    expect(switchedOn([])).toBeUndefined();
    expect(switchedOn(importerOptions.slice(0, 1))).toEqual({ html: { wholePage: true } });
    expect(switchedOn(importerOptions)).toEqual({ html: { wholePage: true, leftOut: true } });
  });

  test.each([
    [{}, null],
    [{ html: {} }, null],
    [{ text: {}, html: { leftOut: false } }, null],
    [{ html: { wholePage: 'yes' } }, ['html', 'wholePage']],
    [{ html: { columns: true } }, ['html']],
    [{ text: { wholePage: true } }, ['text']],
    [{ word: {} }, []],
  ])('%j: the fault stands at %j', (options, fault) => {
    expect(formatOptionsSchema.safeParse(options).error?.issues[0]?.path ?? null).toEqual(fault);
  });
});

describe('words', () => {
  test('every importer and every option has some', () => {
    for (const id of importerIds) {
      const { label, files, guide } = importerWords[id];
      for (const words of [label, files, ...guide]) expect(words.trim(), id).not.toBe('');
      expect(guide.length, id).toBeGreaterThan(0);
    }
    for (const { importer, name } of importerOptions) {
      const { label, help } = optionWords(importer, name);
      expect(label).toMatch(/[^.]$/u);
      expect(help).toMatch(/\.$/u);
    }
  });

  test('make lists that read as sentences', () => {
    expect(importingWords.kinds).toBe('Text, Markdown and saved web pages');
    expect(importingWords.endings).toBe('.txt, .md and .html');
    expect(importingWords.ids).toBe('text, markdown or html');
    expect(importingWords.unsupported('a.pdf', 'pdf')).toBe(
      'a.pdf is a .pdf file. Galley reads .txt, .md and .html; save or export this file as one of these.',
    );
  });
});
