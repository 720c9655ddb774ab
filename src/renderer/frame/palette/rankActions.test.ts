import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionWords } from '#words/lists.ts';
import { paletteAnswers } from '#words/window/palette.ts';
import { actionSynonyms } from '#words/synonyms.ts';
import { actions } from '../../../shared/actions.ts';
import type { ActionId } from '../../../shared/actions.ts';
import { matchWords, rankActions, typedOf } from './rankActions.ts';
import type { Findable } from './rankActions.ts';

const synonyms: Partial<Record<ActionId, readonly string[]>> = actionSynonyms;
const all: Findable[] = actions
  .filter(({ palette }) => palette)
  .map(({ id }) => ({ id, label: actionWords[id], synonyms: synonyms[id] ?? [] }));
const ids = (query: string, recent: string[] = []): string[] =>
  rankActions(all, query, recent, 12).map(({ of }) => of.id);

const few: Findable[] = [
  { id: 'letters', label: 'Sample entry', synonyms: [] },
  { id: 'part', label: 'One', synonyms: ['settle down'] },
  { id: 'synonym', label: 'Two', synonyms: ['other', 'set'] },
  { id: 'words', label: 'Export settings', synonyms: [] },
  { id: 'words2', label: 'The settings', synonyms: ['set'] },
  { id: 'beginning', label: 'Settings', synonyms: [] },
];
const rank = (query: string, recent: string[] = []) => rankActions(few, query, recent, 12);

describe('the order of commands', () => {
  test('is by how well they are named', () => {
    expect(rank('set').map(({ of, strength }) => [of.id, strength])).toEqual([
      ['beginning', 'beginning'],
      ['words', 'words'],
      ['words2', 'words'],
      ['synonym', 'synonym'],
      ['part', 'partOfSynonym'],
    ]);
    expect(rank('sampen').map(({ of, strength }) => [of.id, strength])).toEqual([['letters', 'letters']]);
  });

  test('has what was used lately first among those that are named as well, and no others', () => {
    const order = rank('set', ['part', 'words2', 'words']).map(({ of }) => of.id);
    expect(order).toEqual(['beginning', 'words2', 'words', 'synonym', 'part']);
  });

  test('is not cut before what is likelier', () => {
    expect(rankActions(few, 'set', [], 1).map(({ of }) => of.id)).toEqual(['beginning']);
  });

  test('has a name of one letter before all that begin with it', () => {
    expect(ids('r')[0]).toBe('export.data');
    expect(ids('re')).not.toContain('export.data');
  });
});

describe('what matched', () => {
  test('is told by letters of the name, or by the other name', () => {
    expect(rank('exp set')[0]).toMatchObject({ marks: [0, 1, 2, 7, 8, 9], synonym: null });
    expect(rank('settle')[0]).toMatchObject({ marks: [], synonym: 'settle down' });
    const [both] = rankActions(all, 'export spss', [], 1);
    expect([both?.of.id, both?.synonym, both?.marks]).toEqual(['export.data', 'spss', [0, 1, 2, 3, 4, 5]]);
  });

  test('is the letters as they are written, also where they are written in another way than they look', () => {
    expect(matchWords(typedOf('résumé'), 'Re\u0301sume\u0301 x')?.marks).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(matchWords(typedOf('THÈME'), 'a thème')).toMatchObject({ strength: 'words', marks: [2, 3, 4, 5, 6] });
    expect(matchWords(typedOf('الم'), 'إضراب الميناء')?.strength).toBe('words');
  });

  test('takes each word once', () => {
    expect(matchWords(typedOf('th th'), 'Theme: dark')).toBeNull();
    expect(matchWords(typedOf('dark theme'), 'Theme: dark')?.strength).toBe('words');
  });

  test('is within the name, and in rising order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (query) => {
        for (const { of, marks } of rankActions(all, query, [], 50)) {
          expect([...marks]).toEqual([...new Set(marks)].toSorted((a, b) => a - b));
          expect(Math.max(0, ...marks)).toBeLessThan(of.label.length);
        }
      }),
    );
  });

  test('is nothing where nothing was typed', () => {
    expect([rank(''), rank('  ')]).toEqual([[], []]);
  });
});

test.each([
  ['rename', 'project.rename'],
  ['settings', 'view.theme.dark'],
  ['preferences', 'help.keys'],
  ['options', 'view.textLarger'],
  ['backup', 'project.backups'],
  ['print', 'codebook.export'],
  ['help', 'help.keys'],
  ['shortcuts', 'help.keys'],
  ['dark', 'view.theme.dark'],
  ['dark mode', 'view.theme.dark'],
  ['font', 'view.textLarger'],
  ['spss', 'export.data'],
  ['r', 'export.data'],
  ['kappa', 'reliability.measure'],
  ['alpha', 'help.reliability'],
  ['undo', 'edit.undo'],
  ['tag', 'code.pick'],
  ['delete', 'documents.remove'],
  ['delete', 'code.remove'],
  ['merge', 'codebook.merge'],
  ['coder', 'coder.identify'],
  ['user', 'coder.identify'],
  ['search', 'view.search'],
  ['search', 'edit.find'],
])('“%s” finds %s', (query, id) => {
  expect(ids(query)).toContain(id);
});

test('other names are told in small letters, once each, and are no names of their own', () => {
  for (const { label, synonyms: names } of all) {
    expect(new Set(names).size, label).toBe(names.length);
    for (const name of names) {
      expect(name.toLowerCase()).toBe(name);
      expect(matchWords(typedOf(name), label), `${label}: ${name}`).toBeNull();
    }
  }
  for (const { words } of paletteAnswers) for (const word of words) expect(word.toLowerCase()).toBe(word);
});
