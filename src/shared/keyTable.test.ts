import { describe, expect, it } from 'vitest';
import { actions } from './actions.ts';
import type { Action } from './actions.ts';
import { giveKeys, isChanged, keySchema, keysInForce, ownerOf } from './keyTable.ts';

const table: readonly Action[] = actions;

function keysOf(id: string, changed: Parameters<typeof keysInForce>[1]): readonly string[] {
  const action = table.find((candidate) => candidate.id === id);
  return action ? keysInForce(action, changed) : [];
}

describe('keys that the user gives', () => {
  it('stand instead of the usual ones', () => {
    const changed = giveKeys('edit.redo', ['Alt+R'], {});
    expect(keysOf('edit.redo', changed)).toEqual(['Alt+R']);
    expect(isChanged('edit.redo', changed)).toBe(true);
    expect(isChanged('edit.undo', changed)).toBe(false);
  });

  it('are taken from whoever had them, and from nobody else', () => {
    const changed = giveKeys('edit.undo', ['Mod+Y'], {});
    expect(keysOf('edit.redo', changed)).toEqual(['Mod+Shift+Z']);
    expect(ownerOf('Mod+Y', changed, null)?.id).toBe('edit.undo');
    expect(ownerOf('Mod+Z', changed, null)).toBeNull();
    expect(Object.keys(changed).sort()).toEqual(['edit.redo', 'edit.undo']);
  });

  it('are forgotten where they are the usual ones again', () => {
    const taken = giveKeys('view.history', ['Mod+K'], {});
    expect(keysOf('view.palette', taken)).toEqual([]);
    const back = giveKeys('view.palette', ['Mod+K'], taken);
    expect(keysOf('view.history', back)).toEqual([]);
    expect(giveKeys('view.history', ['Mod+Shift+H'], back)).toEqual({});
  });

  it('never leave one key with two actions', () => {
    let changed = {};
    for (const [index, action] of table.entries()) {
      const donor = table[(index * 7 + 3) % table.length];
      if (donor) changed = giveKeys(action.id, keysInForce(donor, changed).slice(0, 1), changed);
      const all = table.flatMap((one) => keysInForce(one, changed));
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('can be any key of the table', () => {
    for (const key of table.flatMap(({ keys }) => keys)) expect(keySchema.safeParse(key).success).toBe(true);
  });
});
