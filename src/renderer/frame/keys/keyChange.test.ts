import { describe, expect, it } from 'vitest';
import { actions } from '../../../shared/actions.ts';
import type { Action } from '../../../shared/actions.ts';
import { matches } from '../../actions/keys.ts';
import type { KeyPress } from '../../actions/keys.ts';
import { keyOf, refusalOf } from './keyChange.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const ofWindow = { keys: [], scope: 'global' } as const;
const ofReader = { keys: [], scope: 'reader' } as const;

describe('a key press', () => {
  it.each([
    ['Mod+B', press('b', { ctrlKey: true, code: 'KeyB' }), false],
    ['Mod+B', press('b', { metaKey: true, code: 'KeyB' }), true],
    ['Alt+B', press('∫', { altKey: true, code: 'KeyB' }), true],
    ['Alt+Shift+3', press('#', { altKey: true, shiftKey: true, code: 'Digit3' }), false],
    ['Mod+И', press('и', { ctrlKey: true, code: '' }), false],
    ['Mod+K', press('л', { ctrlKey: true, code: 'KeyK' }), false],
    ['?', press('?', { shiftKey: true, code: 'Slash' }), false],
    ['Shift+F9', press('F9', { shiftKey: true, code: 'F9' }), false],
    ['Mod+,', press(',', { ctrlKey: true, code: 'Comma' }), false],
  ] as const)('is written %s, or cannot be used', (written, pressed, isMac) => {
    const key = keyOf(pressed, isMac);
    if (written === 'Mod+И') expect(key).toBeNull();
    else expect(key).toBe(written);
    if (key !== null) expect(matches(key, pressed, isMac)).toBe(true);
  });

  it('of a modifier alone, of a dead key or of Shift with a digit is no key', () => {
    expect(keyOf(press('Control', { ctrlKey: true }), false)).toBeNull();
    expect(keyOf(press('Dead', { code: 'Quote' }), false)).toBeNull();
    expect(keyOf(press('!', { ctrlKey: true, shiftKey: true, code: 'Digit1' }), false)).toBeNull();
  });
});

describe('a key is refused', () => {
  it.each([
    ['Mod+T', ofWindow, 'browser'],
    ['Mod+W', ofReader, 'browser'],
    ['Mod+3', ofWindow, 'browser'],
    ['F5', ofWindow, 'browser'],
    ['Mod+Alt+E', ofWindow, 'altGr'],
    ['B', ofWindow, 'letter'],
    ['Shift+B', ofReader, 'letter'],
    ['7', ofReader, 'letter'],
    ['Mod+C', ofWindow, 'editing'],
    ['Enter', ofWindow, 'lists'],
    ['Shift+ArrowDown', ofWindow, 'lists'],
    ['Shift+ArrowDown', ofReader, 'caret'],
    ['Mod+End', ofReader, 'caret'],
  ] as const)('%s', (key, action, why) => expect(refusalOf(key, action)).toBe(why));

  it.each([
    ['Alt+B', ofWindow],
    ['Mod+B', ofWindow],
    ['F9', ofWindow],
    ['Space', ofReader],
    ['Shift+Enter', ofReader],
    ['Alt+Home', ofReader],
    ['Mod+,', ofWindow],
  ] as const)('but %s is not', (key, action) => expect(refusalOf(key, action)).toBeNull());

  it('never where the action came with it', () => {
    const table: readonly Action[] = actions;
    for (const action of table) for (const key of action.keys) expect(refusalOf(key, action)).toBeNull();
  });
});
