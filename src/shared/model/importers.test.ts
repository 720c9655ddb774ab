import { describe, expect, test } from 'vitest';
import { textsWords } from '#words/core/texts.ts';
import { importerWords, importingWords, optionWords } from '#words/importers.ts';
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
    expect(usualEndings.slice(0, 3)).toEqual(['.txt', '.md', '.html']);
    const some = ['.txt', '.text', '.log', '.md', '.markdown', '.html', '.htm', '.xhtml'];
    expect(allEndings.slice(0, some.length)).toEqual(some);
    for (const endings of [usualEndings, allEndings]) expect(new Set(endings).size).toBe(endings.length);
  });

  test('which extensions they take, and that plain text alone takes names without one', () => {
    expect(importerIds.filter((id) => takesExtension(id, 'htm'))).toEqual(['html']);
    expect(importerIds.filter((id) => takesExtension(id, ''))).toEqual(['text']);
    expect(importerIds.filter((id) => takesExtension(id, 'exe'))).toEqual([]);
  });

  test('their own options, each a flag that no other has', () => {
    expect(importerOptions.filter(({ importer }) => importer === 'html')).toEqual([
      { importer: 'html', name: 'wholePage', flag: 'whole-page' },
      { importer: 'html', name: 'leftOut', flag: 'left-out' },
    ]);
    expect(importerOptions.filter(({ importer }) => importer === 'text')).toEqual([
      { importer: 'text', name: 'names', flag: 'names', choices: ['file', 'headline'] },
    ]);
    expect(new Set(importerOptions.map(({ flag }) => flag)).size).toBe(importerOptions.length);
  });
});

describe('options of single importers', () => {
  const ofPages = importerOptions.filter(({ importer }) => importer === 'html');

  test('are those that are switched on', () => {
    expect(switchedOn([])).toBeUndefined();
    expect(switchedOn(ofPages.slice(0, 1))).toEqual({ html: { wholePage: true } });
    expect(switchedOn(ofPages)).toEqual({ html: { wholePage: true, leftOut: true } });
  });

  test('are those that a word was chosen for, too', () => {
    const [names] = importerOptions.filter(({ choices }) => choices);
    if (!names) throw new Error('no choice');
    expect(switchedOn([{ ...names, value: 'file' }])).toEqual({ text: { names: 'file' } });
    expect(switchedOn([...ofPages.slice(0, 1), { ...names, value: 'headline' }])).toEqual({
      html: { wholePage: true },
      text: { names: 'headline' },
    });
  });

  test.each([
    [{ text: { names: 'file' } }, null],
    [{ text: { names: 'date' } }, ['text', 'names']],
    [{ text: { names: true } }, ['text', 'names']],
    [{}, null],
    [{ html: {} }, null],
    [{ text: {}, html: { leftOut: false } }, null],
    [{ html: { wholePage: 'yes' } }, ['html', 'wholePage']],
    [{ html: { columns: true } }, ['html']],
    [{ text: { wholePage: true } }, ['text']],
    [{ painting: {} }, []],
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
    for (const { importer, name, choices } of importerOptions) {
      const { label, help, ...rest } = optionWords(importer, name);
      expect(Object.keys(rest.choices ?? {})).toEqual(choices ?? []);
      expect(rest.unset !== undefined).toBe(choices !== undefined);
      expect(label).toMatch(/[^.]$/u);
      expect(help).toMatch(/\.$/u);
    }
  });

  test('make lists that read as sentences', () => {
    expect(importingWords.kinds).toMatch(/^Text, Markdown\b.*\bsaved web pages\b/u);
    expect(importingWords.ids).toMatch(/^text, markdown\b.*\bhtml\b/u);
    for (const list of [importingWords.kinds, importingWords.endings]) expect(list).toMatch(/[^,] and \S+[^.]*$/u);
    expect(textsWords.unsupported({ name: 'a.exe', extension: 'exe' })).toBe(
      `a.exe is a .exe file. Galley reads ${importingWords.endings}; save or export this file as one of these.`,
    );
  });
});
