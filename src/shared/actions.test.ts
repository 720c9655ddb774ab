import { describe, expect, it } from 'vitest';
import { actionWords } from '#words/lists.ts';
import { actions } from './actions.ts';
import type { Action, ActionScope } from './actions.ts';

const table: readonly Action[] = actions;
const keysOf = (scope: ActionScope): string[] =>
  table.filter((action) => action.scope === scope).flatMap(({ keys }) => keys);
const repeated = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

describe('the table of actions', () => {
  it('names every action once, by area and verb', () => {
    expect(repeated(table.map(({ id }) => id))).toEqual([]);
    for (const { id } of table) expect(id).toMatch(/^[a-z]+(\.[a-zA-Z]+)+$/);
  });

  it('shows a different label for every action', () => {
    expect(repeated(Object.values(actionWords))).toEqual([]);
  });

  it('gives no key to two actions of one scope, nor takes a key of the window away in the reader', () => {
    expect(repeated(keysOf('global'))).toEqual([]);
    expect(repeated(keysOf('reader'))).toEqual([]);
    expect(repeated([...keysOf('global'), ...keysOf('reader')])).toEqual([]);
  });

  it('writes keys in one way', () => {
    const one =
      /^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z]|[0-9]|F([1-9]|1[0-2])|Plus|Minus|Space|Enter|Delete|Backspace|Home|End|Page(Up|Down)|Arrow(Up|Down|Left|Right)|\.|\?)$/;
    for (const key of table.flatMap(({ keys }) => keys)) expect(key).toMatch(one);
  });

  it('leaves bare letters and digits to the code picker and the pinned codes', () => {
    for (const key of table.flatMap(({ keys }) => keys)) expect(key).not.toMatch(/^(Shift\+)?[A-Z0-9]$/);
  });

  it('stays clear of AltGr and of keys that browsers and systems keep for themselves', () => {
    const kept = [
      'Mod+T',
      'Mod+W',
      'Mod+Q',
      'Mod+H',
      'Mod+M',
      'Mod+Shift+T',
      'Mod+Shift+W',
      'Mod+Shift+N',
      'Mod+Plus',
      'Mod+Minus',
      'Mod+0',
      'Mod+C',
      'Mod+V',
      'Mod+X',
      'Mod+A',
      'F11',
      'F12',
    ];
    for (const key of table.flatMap(({ keys }) => keys)) {
      expect(key).not.toMatch(/^Mod\+Alt\+/);
      expect(kept).not.toContain(key);
    }
  });

  it('can be reached in some way, each of them', () => {
    for (const action of table) expect(action.menu !== null || action.palette || action.keys.length > 0).toBe(true);
  });
});
