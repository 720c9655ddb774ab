import type { ActionId, ActionScope } from '../../../shared/actions.ts';
import { actions } from '../../../shared/actions.ts';
import type { Action } from '../../../shared/actions.ts';
import { giveKeys, keySchema, ownerOf } from '../../../shared/keyTable.ts';
import { orNotice } from '../../actions/ask.ts';
import { matches } from '../../actions/keys.ts';
import type { KeyPress } from '../../actions/keys.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';

/** Why a key cannot be an action's. */
export type Refusal = 'unusable' | 'browser' | 'altGr' | 'editing' | 'letter' | 'lists' | 'caret';

const table: readonly Action[] = actions;

/** Taken by browsers before a page sees them, or by the system. Galley's window is a browser's where it has no own. */
const kept = new Set(
  [
    ...['Mod+T', 'Mod+W', 'Mod+N', 'Mod+Q', 'Mod+H', 'Mod+M', 'Mod+R', 'Mod+L', 'Mod+Plus', 'Mod+Minus', 'Mod+0'],
    ...['Mod+Shift+T', 'Mod+Shift+W', 'Mod+Shift+N', 'Mod+Shift+R', 'Mod+Shift+I', 'Mod+Shift+Q', 'Mod+Shift+B'],
    ...['Alt+F4', 'Alt+Space', 'Mod+F4', 'Mod+Space', 'F5', 'Mod+F5', 'F11', 'F12'],
  ].concat(Array.from({ length: 9 }, (_, index) => `Mod+${index + 1}`)),
);

/** Why an action of this scope cannot have a key; null where it can. The keys of the table itself are always in order. */
export function refusalOf(key: string, action: { keys: readonly string[]; scope: ActionScope }): Refusal | null {
  if (action.keys.includes(key)) return null;
  if (/^Mod\+Alt\+/.test(key)) return 'altGr';
  if (kept.has(key)) return 'browser';
  if (/^(?:Shift\+)?[A-Z0-9]$/.test(key)) return 'letter';
  if (/^Mod\+[ACVX]$/.test(key)) return 'editing';
  if (/^Mod\+(?:Shift\+)?(?:Home|End)$|^Mod\+Arrow(?:Left|Right)$/.test(key)) return 'caret';
  const isBare = /^(?:Shift\+)?(?:Enter|Space|Delete|Backspace|Home|End|Page\w+|Arrow\w+)$/.test(key);
  if (isBare && action.scope === 'global') return 'lists';
  if (/^(?:Shift\+)?(?:Home|End|Page\w+|Arrow\w+)$/.test(key)) return 'caret';
  return null;
}

/** A key press as the table writes keys; null for modifiers alone and for what cannot be told apart on every keyboard. */
export function keyOf(press: KeyPress, isMac: boolean): string | null {
  const names: Record<string, string> = { '+': 'Plus', '=': 'Plus', '-': 'Minus', _: 'Minus', ' ': 'Space' };
  const [, letter] = /^Key([A-Z])$/.exec(press.code) ?? [];
  const [, digit] = /^Digit([0-9])$/.exec(press.code) ?? [];
  const isLatin = /^[a-z]$/i.test(press.key);
  const name = isLatin ? press.key.toUpperCase() : (letter ?? (press.altKey ? digit : undefined) ?? names[press.key]);
  const key = name ?? press.key;
  const shiftIsFree = ['?', 'Plus', 'Minus'].includes(key);
  const parts = [
    ...((isMac ? press.metaKey : press.ctrlKey) ? ['Mod'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey && !shiftIsFree ? ['Shift'] : []),
    key,
  ];
  const keys = parts.join('+');
  return keySchema.safeParse(keys).success && matches(keys, press, isMac) ? keys : null;
}

export function isModifier(key: string): boolean {
  return ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'CapsLock', 'Fn', 'Dead'].includes(key);
}

/** The action that would lose a key, as it is called. */
export function conflictOf(key: string, id: ActionId): Action | null {
  return ownerOf(key, useSettings.getState().keys, id);
}

/** Gives an action a key, none, or (`default`) those that it came with. Actions that had one of them lose it. */
export async function changeKeys(id: ActionId, keys: readonly string[] | 'default'): Promise<void> {
  const usual = table.find((action) => action.id === id)?.keys ?? [];
  await writeKeys(giveKeys(id, keys === 'default' ? usual : keys, useSettings.getState().keys));
}

/** Takes every changed key back. */
export async function resetKeys(): Promise<void> {
  await writeKeys({});
}

async function writeKeys(changed: ReturnType<typeof giveKeys>): Promise<void> {
  const keys = Object.fromEntries(Object.entries(changed).map(([id, list]) => [id, [...list]]));
  await orNotice(() => changeSettings({ keys }));
}
