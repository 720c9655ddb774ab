import { describe, expect, it } from 'vitest';
import { belongsToText, matches } from './keys.ts';
import type { KeyPress } from './keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('a key combination', () => {
  it('means Ctrl by Mod, and Cmd on macOS', () => {
    expect(matches('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
    expect(matches('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(matches('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
    expect(matches('Mod+K', press('k'), false)).toBe(false);
  });

  it('tells Shift from no Shift', () => {
    expect(matches('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matches('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  });

  it('does not care how a keyboard types ? + and -', () => {
    expect(matches('?', press('?', { shiftKey: true }), false)).toBe(true);
    expect(matches('?', press('?'), false)).toBe(true);
    expect(matches('Alt+Plus', press('=', { altKey: true }), false)).toBe(true);
    expect(matches('Alt+Plus', press('+', { altKey: true, shiftKey: true }), false)).toBe(true);
    expect(matches('Alt+Minus', press('-', { altKey: true }), false)).toBe(true);
  });

  it('finds a digit by its place when Alt is held, as macOS types another character there', () => {
    expect(matches('Alt+1', press('¡', { altKey: true, code: 'Digit1' }), true)).toBe(true);
  });

  it('finds a letter by its place on a Cyrillic keyboard', () => {
    expect(matches('Mod+K', press('л', { ctrlKey: true, code: 'KeyK' }), false)).toBe(true);
    expect(matches('Mod+K', press('л', { ctrlKey: true, code: 'KeyG' }), false)).toBe(false);
  });

  it('follows the letter, not the place, on a French keyboard', () => {
    expect(matches('Mod+Z', press('z', { ctrlKey: true, code: 'KeyW' }), false)).toBe(true);
    expect(matches('Mod+Z', press('w', { ctrlKey: true, code: 'KeyZ' }), false)).toBe(false);
  });
});

describe('in a text field', () => {
  it.each(['?', '.', 'Enter', 'Delete', 'Space', 'Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+ArrowDown'])(
    'leaves %s to the text',
    (keys) => expect(belongsToText(keys)).toBe(true),
  );

  it.each(['Mod+K', 'Mod+Shift+Y', 'F6', 'Shift+F8', 'Alt+1', 'Alt+PageDown', 'Mod+Shift+F'])(
    'still answers to %s',
    (keys) => expect(belongsToText(keys)).toBe(false),
  );
});
