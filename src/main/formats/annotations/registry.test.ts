import { describe, expect, it } from 'vitest';
import { isReservedName } from '../../../shared/text/fileNames.ts';
import { fileStems } from './fileStems.ts';
import { annotationFormat, annotationFormats } from './registry.ts';
import { article, coding, corpus, mixed, uuid, write } from './testing/fixtures.ts';

describe('every annotation format', () => {
  const ids = annotationFormats.map(({ id }) => id);

  it('has a name and an id of its own', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(annotationFormats.map(({ label }) => label)).size).toBe(ids.length);
    expect(annotationFormat('brat')?.label).toBe('brat standoff');
    expect(annotationFormat('constructor')).toBeUndefined();
  });

  it.each(ids)('gives the same bytes twice, whatever the order of the annotations: %s', async (id) => {
    const shuffled = corpus.map((document) => ({ ...document, annotations: document.annotations.toReversed() }));
    const [first, second] = [await write(id, corpus), await write(id, shuffled)];
    expect([...second.files]).toEqual([...first.files]);
    expect(second.warnings).toEqual(first.warnings);
  });

  it.each(ids)('takes an empty text, a text of blanks and no documents: %s', async (id) => {
    await write(id, []);
    const { warnings } = await write(id, [article(1, {}), article(2, { text: '\n \n' })]);
    expect(warnings.length).toBe(id === 'webanno' ? 2 : 0);
  });

  it.each(ids)('names an annotation whose passage is not in the text, and its links: %s', async (id) => {
    const annotations = [
      coding(1, 'one', 'one'),
      coding(2, 'one', 'one', { start: 1, end: 7 }),
      coding(3, 'one', 'one', { end: 0 }),
    ];
    const links = [{ id: uuid(4), source: uuid(1), target: uuid(2), relation: 'then' }];
    const { warnings } = await write(id, [article(1, { text: 'one', annotations, links })]);
    expect(warnings).toEqual(
      expect.arrayContaining([
        { document: uuid(101), annotation: uuid(2), message: 'left out: its passage 1 to 7 is not in the text' },
        { document: uuid(101), annotation: uuid(3), message: 'left out: its passage 0 to 0 is not in the text' },
        {
          document: uuid(101),
          annotation: null,
          message: 'the link “then” is left out: an annotation at its end is not in this document',
        },
      ]),
    );
  });

  it.each(ids)('never splits a character: %s', async (id) => {
    const annotations = [coding(1, 'a😀b', '😀', { start: 2, end: 4 }), coding(2, 'a😀b', 'a', { end: 2 })];
    const { files, warnings } = await write(id, [article(1, { text: 'a😀b', annotations })]);
    expect(warnings.filter(({ message }) => message.startsWith('left out'))).toEqual([]);
    for (const content of files.values()) if (typeof content === 'string') expect(content).not.toContain('\ufffd');
  });

  it.each(ids)('gives names that every file system takes, none twice: %s', async (id) => {
    const names = ['CON', '../../etc/passwd', 'a/b', 'A_B', 'a b', '…', 'x'.repeat(400), '新闻'.repeat(100), 'aux.'];
    const { files } = await write(
      id,
      names.map((name, index) => article(index, { name, text: 'one' })),
    );
    const lower = [...files.keys()].map((name) => name.toLowerCase());
    expect(new Set(lower).size).toBe(lower.length);
    for (const name of files.keys()) {
      expect(name).toMatch(/^(?:[\w-]+\/)?[\p{L}\p{M}\p{N}_-][\p{L}\p{M}\p{N}._-]*$/u);
      expect(name).not.toMatch(/^(?:con|aux)\./iu);
      expect(new TextEncoder().encode(name).length).toBeLessThan(255);
    }
  });
});

describe('names of files', () => {
  it('are counted where they repeat', () => {
    const stem = fileStems();
    expect(['a', 'A', 'a-2', 'a', mixed.name, ''].map(stem)).toEqual([
      'a',
      'A-2',
      'a-2-2',
      'a-3',
      'Protest_why_b',
      'document',
    ]);
  });

  it('are never those that Windows keeps for devices, with endings neither', () => {
    const stem = fileStems();
    const made = ['CON', 'nul.2024', 'Lpt1', 'COM¹', 'aux. ', 'prn'].map(stem);
    for (const name of made) expect(isReservedName(`${name}.txt`), name).toBe(false);
    expect(made.slice(0, 3)).toEqual(['CON_', 'nul_.2024', 'Lpt1_']);
  });
});
