import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { choice, expectKept, openForm } from './testForm.tsx';

const field = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name });
const undoable = async ({ client }: TestWindow): Promise<string | undefined> =>
  (await client.call('history.state', {})).undo?.label;

/** Puts letters in the place of all that a field holds, by one act, so that no part of them can be taken for the whole. */
async function paste(galley: TestWindow, name: string, letters: string): Promise<void> {
  // Back to a field that was just left, without going round the whole form.
  const { activeElement } = document;
  if (activeElement !== document.body && activeElement !== field(name)) await galley.user.tab({ shift: true });
  await galley.tabTo(field(name));
  await galley.press('{Control>}a{/Control}');
  await galley.user.paste(letters);
}

describe('a field for numbers', () => {
  const share = { name: 'share', label: 'Which share?', level: 'ratio', minimum: -5, maximum: 50 } as const;

  it('says which numbers it takes, with a minus sign, and saves after a pause', async ({ galley }) => {
    const article = await openForm(galley, share);
    expect(screen.getByRole('textbox', { name: 'Which share?', description: '−5 to 50' })).toBe(field('Which share?'));
    await galley.fill('Which share?', '-2.5');
    await expectKept(galley, article, { share: -2.5 });
    await waitFor(() => expect(document.activeElement).toBe(field('Which share?')));
  });

  it('takes numbers as people write them, and shows them in one way when it is left', async ({ galley }) => {
    const article = await openForm(galley, { name: 'share', level: 'ratio' });
    // A comma that is a point, the typesetter's minus, leading noughts, minus nought.
    const written = { '7,5': 7.5, '−3': -3, '0012': 12, '-0': 0 };
    for (const [letters, number] of Object.entries(written)) {
      await paste(galley, 'share', letters);
      expect(field('share').value).toBe(letters);
      await galley.user.tab();
      await expectKept(galley, article, { share: number });
      await waitFor(() => expect(field('share').value).toBe(String(number)));
    }
  });

  it('leaves what is no number to be mended, and what was saved as it was', async ({ galley }) => {
    const article = await openForm(galley, { name: 'share', level: 'interval' });
    await paste(galley, 'share', '8');
    await galley.user.tab();
    await expectKept(galley, article, { share: 8 });
    for (const letters of ['ten', '1,500', '1e3', '٣']) {
      await paste(galley, 'share', letters);
      await galley.user.tab();
      expect(screen.getByRole('textbox', { description: 'A number is needed here.' })).toBe(field('share'));
      expect(field('share').value).toBe(letters);
      expect(field('share').getAttribute('aria-invalid')).toBe('true');
    }
    await expectKept(galley, article, { share: 8 });
    await paste(galley, 'share', '9');
    await galley.user.tab();
    await expectKept(galley, article, { share: 9 });
    expect(screen.queryByText('A number is needed here.')).toBeNull();
  });

  it('says what is outside the range in place of the range, until it is mended', async ({ galley }) => {
    const article = await openForm(galley, share);
    await paste(galley, 'Which share?', '50,5');
    await galley.press('{Enter}');
    await screen.findByText('“share”: 50.5 is outside its range (-5 to 50).');
    expect(screen.queryByText('−5 to 50')).toBeNull();
    expect(field('Which share?').value).toBe('50,5');
    await expectKept(galley, article, {});
    await paste(galley, 'Which share?', '50');
    await screen.findByText('−5 to 50');
    await expectKept(galley, article, { share: 50 });
    await paste(galley, 'Which share?', '-5');
    await expectKept(galley, article, { share: -5 });
  });

  it('says one bound alone as well', async ({ galley }) => {
    await openForm(
      galley,
      { name: 'sources', level: 'ratio', minimum: 1 },
      { name: 'loss', level: 'interval', maximum: -1 },
      { name: 'rest', level: 'ratio' },
    );
    expect(screen.getByRole('textbox', { name: 'sources', description: 'at least 1' })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'loss', description: 'at most −1' })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'rest', description: '' })).toBeTruthy();
  });

  it('offers its missing codes by name, though they lie outside the range', async ({ galley }) => {
    const choices = [choice(999, 'Not countable', { missing: true }), choice(-9, 'Refused', { missing: true })];
    const article = await openForm(galley, { name: 'sources', level: 'ratio', minimum: 0, maximum: 50, choices });
    const codes = screen.getByRole('radiogroup', { name: 'Missing codes' });
    await galley.tabTo(within(codes).getByRole('radio', { name: 'Not countable' }));
    await galley.press(' ');
    await expectKept(galley, article, { sources: 999 });
    expect(field('sources').value).toBe('999');
    await galley.press('{ArrowDown}');
    await expectKept(galley, article, { sources: -9 });
    expect(within(codes).getByRole('radio', { name: 'Refused', checked: true })).toBe(document.activeElement);
    await paste(galley, 'sources', '12');
    await expectKept(galley, article, { sources: 12 });
    expect(within(codes).queryByRole('radio', { checked: true })).toBeNull();
  });
});

describe('a field for dates', () => {
  it('takes days that exist, and says why others are refused', async ({ galley }) => {
    const article = await openForm(galley, { name: 'day', level: 'date' });
    expect(field('day').placeholder).toBe('YYYY-MM-DD');
    // 2023 has no 29 February, and 1900 none either: a century is no leap year unless 400 divides it.
    const refused = {
      '2023-02-29': '“day”: there is no day 2023-02-29.',
      '1900-02-29': '“day”: there is no day 1900-02-29.',
      '0000-01-01': '“day”: there is no year 0; years are written from 0001 on.',
      '3.5.2024': '“day”: “3.5.2024” is not a date; write YYYY-MM-DD.',
    };
    for (const [letters, words] of Object.entries(refused)) {
      await paste(galley, 'day', letters);
      await galley.user.tab();
      await screen.findByText(words);
    }
    await expectKept(galley, article, {});
    await paste(galley, 'day', ' 2000-02-29 ');
    await galley.user.tab();
    await expectKept(galley, article, { day: '2000-02-29' });
    await waitFor(() => expect(field('day').value).toBe('2000-02-29'));
  });
});

describe('a field for text', () => {
  const remark = { name: 'remark', level: 'text' } as const;

  it('keeps what was written to the letter, right-to-left text too, in as many lines as Shift+Enter makes', async ({
    galley,
  }) => {
    const article = await openForm(galley, remark);
    await galley.fill('remark', 'الميناء مغلق{');
    await galley.press('{Shift>}{Enter}{/Shift}é ');
    expect(field('remark').dir).toBe('auto');
    await galley.user.tab();
    await expectKept(galley, article, { remark: 'الميناء مغلق{\né ' });
    await screen.findByText('1 of 1 answered');
  });

  it('is not yet coded again when it is emptied or holds blanks alone', async ({ galley }) => {
    const article = await openForm(galley, remark);
    for (const nothing of ['', '  \t ']) {
      await paste(galley, 'remark', 'Port');
      await galley.user.tab();
      await expectKept(galley, article, { remark: 'Port' });
      await galley.tabTo(field('remark'));
      await galley.press('{Control>}a{/Control}{Delete}');
      await galley.user.paste(nothing);
      await galley.user.tab();
      await expectKept(galley, article, {});
    }
    await waitFor(() => expect(field('remark').value).toBe(''));
    expect(await undoable(galley)).toBe('Clear “remark”');
  });

  it('keeps its letters while it is typed into, and shows what was undone elsewhere', async ({ galley }) => {
    const article = await openForm(galley, remark);
    await paste(galley, 'remark', 'One ');
    await expectKept(galley, article, { remark: 'One ' });
    await galley.press('two');
    await expectKept(galley, article, { remark: 'One two' });
    await galley.user.tab();
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(field('remark').value).toBe('One '));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(field('remark').value).toBe(''));
  });

  it('stays with its article when another one is opened before the pause is over', async ({ galley }) => {
    const article = await openForm(galley, remark);
    const other = await galley.newArticle('bravo', 'Another text.\n');
    await paste(galley, 'remark', 'for alpha');
    await galley.openArticle(other);
    await expectKept(galley, article, { remark: 'for alpha' });
    await expectKept(galley, other, {});
    await waitFor(() => expect(field('remark').value).toBe(''));
    await waitFor(() => expect(document.activeElement).toBe(document.body));
    await galley.openArticle(article);
    await waitFor(() => expect(field('remark').value).toBe('for alpha'));
  });

  it('can be read and gone to, but not written into, where the project is read only', async ({ galley }) => {
    const article = await openForm(galley, remark);
    await paste(galley, 'remark', 'kept');
    await galley.user.tab();
    await expectKept(galley, article, { remark: 'kept' });
    await openReadOnly(galley);
    await waitFor(() => expect([field('remark').value, field('remark').readOnly]).toEqual(['kept', true]));
    await galley.tabTo(field('remark'));
    await galley.press('more');
    expect(field('remark').value).toBe('kept');
  });
});

describe('what could not be saved', () => {
  it('is not shown to another coder', async ({ galley }) => {
    await openForm(galley, { name: 'day', level: 'date' });
    await paste(galley, 'day', '2024-02-30');
    await galley.user.tab();
    expect(field('day').getAttribute('aria-invalid')).toBe('true');
    await galley.actAs('Ben');
    await waitFor(() => expect(field('day').value).toBe(''));
    expect(field('day').getAttribute('aria-invalid')).not.toBe('true');
  });
});
