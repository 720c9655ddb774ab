import { z } from 'zod';
import { actions } from './actions.ts';
import type { Action, ActionId } from './actions.ts';

/** A key as the table of actions writes it; see `keys` there. Some punctuation besides, which only a user chooses. */
export const keySchema = z
  .string()
  .regex(
    /^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z]|[0-9]|F([1-9]|1[0-2])|Plus|Minus|Space|Enter|Delete|Backspace|Home|End|Page(Up|Down)|Arrow(Up|Down|Left|Right)|[.?,;/'[\]\\`#])$/,
  );

/** Keys that a user gave to actions, by the action's id, instead of those of the table. An empty list: no key. */
export const changedKeysSchema = z.record(z.string().max(80), z.array(keySchema).max(4));
export type ChangedKeys = Readonly<Record<string, readonly string[]>>;

const table: readonly Action[] = actions;

/** The keys that an action has now, the first is the one to show. */
export function keysInForce(action: Pick<Action, 'id' | 'keys'>, changed: ChangedKeys): readonly string[] {
  return changed[action.id] ?? action.keys;
}

/** The action that has a key now, other than `except`. */
export function ownerOf(key: string, changed: ChangedKeys, except: ActionId | null): Action | null {
  return table.find((action) => action.id !== except && keysInForce(action, changed).includes(key)) ?? null;
}

/** Gives an action these keys and no others. Whoever had one of them loses it. */
export function giveKeys(id: ActionId, keys: readonly string[], changed: ChangedKeys): ChangedKeys {
  const entries = table.map((action) => {
    const before = keysInForce(action, changed);
    return { action, keys: action.id === id ? keys : before.filter((key) => !keys.includes(key)) };
  });
  return Object.fromEntries(
    entries
      .filter(({ action, keys: after }) => after.join(' ') !== action.keys.join(' '))
      .map(({ action, keys: after }) => [action.id, after]),
  );
}

/** Whether an action has other keys than those of the table. */
export function isChanged(id: ActionId, changed: ChangedKeys): boolean {
  return Object.hasOwn(changed, id);
}
