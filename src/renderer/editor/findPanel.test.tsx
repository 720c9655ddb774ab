import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from './testReader.ts';
import type { TestReader } from './testReader.ts';

const text = 'War is peace. The war is over.\nWarm words about Krieg (war).\n';

/** Opens the line that finds, and writes into it. */
async function find(reader: TestReader, words: string): Promise<HTMLInputElement> {
  reader.command('findInText');
  const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Find in text' });
  await reader.user.clear(field);
  await reader.press(words.replace(/[[{]/g, '$&$&'));
  return field;
}

const count = (): string => screen.getByRole('status').textContent;
const counted = (words: string): Promise<void> => waitFor(() => expect(count()).toBe(words));

describe('finding in the text', () => {
  it('opens with the focus in its field, and tells how many there are, whatever their case', async ({ open }) => {
    const reader = open(text);
    const field = await find(reader, 'war');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.getByRole('search')).toBeTruthy();
    await counted('4 matches');
    await reader.press('{Backspace}{Backspace}{Backspace}peace');
    await counted('1 match');
    await reader.press('ful');
    await counted('No match');
  });

  it('goes to the next by Enter and back by Shift+Enter, round the ends, and says which it is at', async ({ open }) => {
    const reader = open(text);
    await find(reader, 'war');
    await counted('4 matches');
    const starts: (number | undefined)[] = [];
    for (const [keys, place] of [
      ['{Enter}', '1 of 4'],
      ['{Enter}', '2 of 4'],
      ['{Shift>}{Enter}{/Shift}', '1 of 4'],
      ['{Shift>}{Enter}{/Shift}', '4 of 4'],
      ['{Enter}', '1 of 4'],
    ] as const) {
      await reader.press(keys);
      await counted(place);
      starts.push(reader.selection()?.start);
    }
    expect(starts).toEqual([0, 18, 0, text.indexOf('war)'), 0]);
  });

  it('heeds case, whole words and expressions by their buttons, which say that they are on', async ({ open }) => {
    const reader = open(text);
    await find(reader, 'war');
    const press = async (name: string): Promise<string | null> => {
      const button = screen.getByRole('button', { name });
      while (document.activeElement !== button) await reader.user.tab();
      await reader.press('{Enter}');
      return button.getAttribute('aria-pressed');
    };
    expect(await press('Match case')).toBe('true');
    await counted('2 matches');
    expect(await press('Match case')).toBe('false');
    expect(await press('Whole word')).toBe('true');
    await counted('3 matches');
    await press('Whole word');
    expect(await press('Regular expression')).toBe('true');
    await find(reader, 'w.r(?=m|\\))');
    await counted('2 matches');
  });

  it('takes brackets and backslashes as they are, unless they are an expression', async ({ open }) => {
    const reader = open('A (war) in C:\\news\\war [sic].\n');
    await find(reader, '(war)');
    await counted('1 match');
    await find(reader, '\\news\\');
    await counted('1 match');
    await find(reader, '[sic]');
    await counted('1 match');
  });

  it('says that something is no expression, and counts again once it is one', async ({ open }) => {
    const reader = open(text);
    await find(reader, '(wa');
    await reader.user.click(screen.getByRole('button', { name: 'Regular expression' }));
    await counted('Not a regular expression');
    await find(reader, '(war');
    expect(count()).toBe('Not a regular expression');
    await reader.press(')');
    await counted('4 matches');
  });

  it('steps by its buttons, too', async ({ open }) => {
    const reader = open(text);
    await find(reader, 'war');
    await counted('4 matches');
    await reader.user.click(screen.getByRole('button', { name: 'Next match' }));
    expect(reader.selection()?.start).toBe(0);
    await reader.user.click(screen.getByRole('button', { name: 'Previous match' }));
    expect(count()).toBe('4 of 4');
  });

  it('finds in other scripts, and an accent however it is written', async ({ open }) => {
    const reader = open('السلام عليكم. سلام!\nCafe\u0301 and café.\n', { language: 'ar' });
    await find(reader, 'سلام');
    await counted('2 matches');
    await find(reader, 'café');
    await counted('2 matches');
  });

  it('goes away by Escape with what was found selected, and knows its words when it comes back', async ({ open }) => {
    const reader = open(text);
    await find(reader, 'over');
    await counted('1 match');
    await reader.press('{Enter}{Escape}');
    expect(screen.queryByRole('search')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(reader.text));
    expect(reader.quote()).toBe('over');
    reader.command('clearSelection');
    reader.command('findInText');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('over');
    await reader.user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('search')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(reader.text));
  });

  it('begins with the selected words, which are counted', async ({ open }) => {
    const reader = open(text);
    reader.pick('is');
    reader.command('findInText');
    const field = screen.getByRole<HTMLInputElement>('searchbox');
    expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['is', 0, 2]);
    await counted('1 of 2');
    reader.pick('Krieg');
    reader.command('findInText');
    expect(field.value).toBe('Krieg');
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  for (const passage of ['C:\\news', 'here.\nIt'])
    it(`begins with a selected passage as it stands: ${JSON.stringify(passage)}`, async ({ open }) => {
      const reader = open('It lies at C:\\news here.\nIt is old.\n');
      reader.pick(passage);
      reader.command('findInText');
      await counted('1 of 1');
    });

  it('tells which match it went to, in words of its own', async ({ open }) => {
    const reader = open(text);
    await find(reader, 'over');
    await counted('1 match');
    // What is announced stands there for a moment only.
    const told: (string | null)[] = [];
    const ear = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) told.push(node.textContent);
    });
    ear.observe(document.body, { childList: true, subtree: true });
    await reader.press('{Enter}');
    await waitFor(() => expect(told).toContain('Current match. War is peace. The war is over. on line 1.'));
    ear.disconnect();
  });

  it('keeps its keys from the window, but for those of the whole window', async ({ open }) => {
    const reader = open(text);
    const field = await find(reader, 'war');
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', hear);
    for (const key of ['5', 'x', 'Delete', 'F11', 'F12', 'ArrowDown']) fireEvent.keyDown(field, { key });
    for (const key of ['f', 'k', 'z']) fireEvent.keyDown(field, { key, metaKey: true });
    document.removeEventListener('keydown', hear);
    expect(heard).toEqual(['F11', 'F12', 'f', 'k']);
  });

  it('is gone with its text, and begins empty on the next one', async ({ open }) => {
    const reader = open(text);
    await find(reader, 'war');
    reader.setContent({ text: 'Peace.', language: 'en', direction: 'ltr', annotations: [], label: '' });
    expect(screen.queryByRole('search')).toBeNull();
    reader.command('findInText');
    expect([screen.getByRole<HTMLInputElement>('searchbox').value, count()]).toEqual(['', '']);
    await reader.press('war');
    await counted('No match');
  });
});
