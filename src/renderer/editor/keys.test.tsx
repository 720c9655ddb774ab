import { fireEvent } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from './testReader.ts';
import type { TestReader } from './testReader.ts';

const text = 'War is peace.\nWar is over, if you want it.\n';

/** Presses keys one by one and says where the caret stood after each. */
async function stops(reader: TestReader, keys: readonly string[]): Promise<number[]> {
  const found: number[] = [];
  for (const key of keys) {
    await reader.press(key);
    found.push(reader.caret());
  }
  return found;
}

const times = (key: string, count: number): string[] => Array.from({ length: count }, () => key);

describe('the caret keys', () => {
  it('go by character, line, and to the ends of line and text', async ({ open }) => {
    const reader = open(text);
    reader.select(4, 4, { focus: true });
    // Line 1 is [0, 13), line 2 is [14, 42), line 3 is empty at 43.
    expect(await stops(reader, ['{ArrowRight}', '{ArrowLeft}', '{ArrowLeft}'])).toEqual([5, 4, 3]);
    expect(await stops(reader, ['{ArrowDown}', '{ArrowDown}', '{ArrowUp}'])).toEqual([17, 43, 17]);
    expect(await stops(reader, ['{End}', '{Home}'])).toEqual([42, 14]);
    expect(await stops(reader, ['{Control>}{End}{/Control}', '{Control>}{Home}{/Control}'])).toEqual([43, 0]);
  });

  it('stop at whole characters only', async ({ open }) => {
    const reader = open('a👩‍👩‍👧‍👦e\u0301b');
    reader.select(0, 0, { focus: true });
    expect(await stops(reader, times('{ArrowRight}', 4))).toEqual([1, 12, 14, 15]);
    expect(await stops(reader, times('{ArrowLeft}', 4))).toEqual([14, 12, 1, 0]);
  });

  it('select with Shift, and let go without it', async ({ open }) => {
    const reader = open(text);
    reader.select(7, 7, { focus: true });
    await reader.press('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    expect(reader.quote()).toBe('pe');
    await reader.press('{Shift>}{End}{/Shift}');
    expect(reader.quote()).toBe('peace.');
    await reader.press('{Shift>}{Home}{/Shift}');
    expect(reader.quote()).toBe('War is ');
    await reader.press('{Shift>}{ArrowDown}{/Shift}');
    expect(reader.quote()).toBe('peace.\n');
    await reader.press('{ArrowRight}');
    expect([reader.selection(), reader.caret()]).toEqual([null, 14]);
    await reader.press('{Control>}a{/Control}');
    expect(reader.quote()).toBe(text);
  });

  it('go by page in a long text', async ({ open }) => {
    const long = 'Line.\n'.repeat(200);
    const reader = open(long);
    reader.focus();
    const [first = 0, second = 0, back = 0] = await stops(reader, ['{PageDown}', '{PageDown}', '{PageUp}']);
    // A window of 600 pixels holds 30 lines of 6 units.
    expect(first).toBeGreaterThan(20 * 6);
    expect(first).toBeLessThanOrEqual(30 * 6);
    expect(second).toBe(2 * first);
    expect(back).toBe(first);
  });

  it('go by word, to its end forward and to its start back', async ({ open }) => {
    const reader = open('It can’t rise.');
    reader.focus();
    expect(await stops(reader, times('{Control>}{ArrowRight}{/Control}', 4))).toEqual([2, 8, 13, 14]);
    expect(await stops(reader, times('{Control>}{ArrowLeft}{/Control}', 4))).toEqual([9, 3, 0, 0]);
  });

  it('go by word to the left where the text runs to the left', async ({ open }) => {
    const reader = open('مرحبا بالعالم', { direction: 'rtl', language: 'ar' });
    reader.focus();
    // مرحبا is [0, 5), بالعالم is [6, 13).
    expect(await stops(reader, times('{Control>}{ArrowLeft}{/Control}', 2))).toEqual([5, 13]);
    expect(await stops(reader, times('{Control>}{ArrowRight}{/Control}', 2))).toEqual([6, 0]);
    expect(await stops(reader, times('{ArrowLeft}', 2))).toEqual([1, 2]);
  });

  it('go by the words of a script without blanks, as they are known', async ({ open }) => {
    // 東京 (Tokyo), に (to), 行った (went)
    const reader = open('東京に行った', { language: 'ja', wordEnds: () => [2, 3, 6] });
    reader.focus();
    expect(await stops(reader, times('{Control>}{ArrowRight}{/Control}', 3))).toEqual([2, 3, 6]);
  });
});

describe('letters', () => {
  it('open the picker for the selected passage, beside it', async ({ open }) => {
    const reader = open(text);
    reader.pick('is over');
    await reader.press('pЖع');
    expect(reader.heard.openPicker.mock.calls.map(([letter]) => letter)).toEqual(['p', 'Ж', 'ع']);
    expect(reader.heard.openPicker.mock.lastCall?.[1]).toMatchObject({ left: 140, right: 210, bottom: 40 });
    expect(reader.quote()).toBe('is over');
  });

  it('do nothing where no passage is selected, nor to a reader in which nothing can be coded', async ({ open }) => {
    const reader = open(text);
    reader.focus();
    await reader.press('p5');
    const shut = open(text, { readOnly: true });
    shut.pick('War');
    await shut.press('p5');
    for (const { heard } of [reader, shut]) {
      expect(heard.openPicker).not.toHaveBeenCalled();
      expect(heard.digit).not.toHaveBeenCalled();
    }
  });

  it('are left to the window with Ctrl, Alt or the Mac’s command key, as signs and Enter are', async ({ open }) => {
    const reader = open(text);
    reader.pick('War');
    await reader.press('{Control>}p5{/Control}{Alt>}p5{/Alt}{Meta>}p5{/Meta}.-{Enter}{Delete}{F2}');
    expect(reader.heard.openPicker).not.toHaveBeenCalled();
    expect(reader.heard.digit).not.toHaveBeenCalled();
  });

  it('count with AltGr, which some systems report as Ctrl and Alt', ({ open }) => {
    const reader = open(text);
    reader.pick('War');
    fireEvent.keyDown(reader.text, { key: 'ł', ctrlKey: true, altKey: true, modifierAltGraph: true });
    expect(reader.heard.openPicker).toHaveBeenCalledWith('ł', expect.any(DOMRect));
  });

  it.for(['Process', 'Dead'])('that an input method begins to compose (%s) go on in the picker', (key, { open }) => {
    const reader = open(text);
    reader.pick('War');
    // Whoever keeps the key from its default keeps the input method from composing.
    expect(fireEvent.keyDown(reader.text, { key })).toBe(true);
    expect(reader.heard.openPicker).toHaveBeenCalledWith('', expect.any(DOMRect));
  });
});

describe('digits', () => {
  it('apply a pinned code to the selected passage, and reach nobody else', async ({ open }) => {
    const reader = open(text);
    const others: string[] = [];
    document.body.addEventListener('keydown', ({ key }) => void others.push(key), { once: true });
    reader.pick('War');
    await reader.press('1{Shift>}{/Shift}0');
    expect(reader.heard.digit.mock.calls).toEqual([['1'], ['0']]);
    expect(others).toEqual(['Shift']);
  });

  it('that other scripts have are none', async ({ open }) => {
    const reader = open(text);
    reader.pick('War');
    await reader.press('٣');
    expect(reader.heard.digit).not.toHaveBeenCalled();
  });

  it('of another part of the reader stay there', async ({ open }) => {
    const reader = open(text);
    reader.pick('War');
    reader.command('findInText');
    await reader.press('5');
    expect(reader.heard.digit).not.toHaveBeenCalled();
  });
});

describe('Escape', () => {
  it('drops the selection first, then the active coding, and is then the window’s', async ({ open }) => {
    const reader = open(text, {
      codings: [{ id: 'a', code: 'war', coder: 'ada', start: 0, end: 3, memo: '' }],
    });
    reader.setActive('a');
    reader.pick('over');
    await reader.press('{Escape}');
    expect([reader.selection(), reader.caret()]).toEqual([null, 25]);
    expect(reader.heard.activate).not.toHaveBeenCalled();
    await reader.press('{Escape}');
    expect(reader.heard.activate.mock.calls).toEqual([[null]]);
    expect(fireEvent.keyDown(reader.text, { key: 'Escape' })).toBe(true);
    expect(reader.heard.activate).toHaveBeenCalledTimes(1);
  });
});
