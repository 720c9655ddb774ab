import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { useUi } from '../../../state/ui.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { FormPanel } from './FormPanel.tsx';
import { ask, choice, expectHeard, expectKept, openForm, openFormAndText, question, tones } from './testForm.tsx';

const tone = { name: 'tone', label: 'Which tone?', level: 'ordinal', choices: tones } as const;
const remark = { name: 'remark', level: 'text' } as const;
const field = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name });
const radio = (name: string): HTMLElement => within(question('Which tone?')).getByRole('radio', { name });
/** Chooses an entry of the open menu by its first letters. */
async function choose(galley: TestWindow, name: RegExp): Promise<void> {
  await waitFor(() => expect(screen.getByRole('menu').contains(document.activeElement)).toBe(true));
  const entry = screen.getByRole('menuitem', { name });
  for (let presses = 0; presses < 5 && document.activeElement !== entry; presses += 1)
    await galley.press('{ArrowDown}');
  await galley.press('{Enter}');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
}

describe('a question', () => {
  it('says what is so while it is not answered', async ({ galley }) => {
    await openForm(
      galley,
      { ...tone, required: true },
      {
        name: 'prominence',
        level: 'nominal',
        choices: [choice(1, 'Low'), choice(2, 'High')],
        required: true,
        fallback: 1,
      },
      { name: 'frames', level: 'multiple', choices: [choice(1, 'Conflict'), choice(2, 'Economy')], fallback: [1, 2] },
      { name: 'plain', level: 'text' },
    );
    const line = (label: string): string | null | undefined => screen.getByText(label).parentElement?.textContent;
    expect(line('Which tone?')).toBe('Which tone?not yet coded · required');
    expect(line('prominence')).toBe('prominencenot yet coded · left open: Low');
    expect(line('frames')).toBe('framesnot yet coded · left open: Conflict, Economy');
    expect(line('plain')).toBe('plainnot yet coded');
    expect(question('Which tone?').getAttribute('aria-required')).toBe('true');
  });

  it('is absent, not applicable or open again by keys, and says so', async ({ galley }) => {
    const article = await openForm(galley, tone);
    await galley.tabTo(radio('Against'));
    await galley.press('{Alt>}a{/Alt}');
    await expectKept(galley, article, { tone: 'absent' });
    expect(screen.getByText('Absent')).toBeTruthy();
    await screen.findByText('1 of 1 answered');
    await waitFor(() => expect(document.activeElement).toBe(radio('Against')));
    await galley.press('{Alt>}{Shift>}A{/Shift}{/Alt}');
    await expectKept(galley, article, { tone: 'not-applicable' });
    expect(screen.getByText('Not applicable')).toBeTruthy();
    await galley.press('{Alt>}c{/Alt}');
    await expectKept(galley, article, {});
    await galley.client.call('history.undo', {});
    await screen.findByText('Not applicable');
  });

  it('goes on by Enter, back by Shift+Enter, and from the last question to the button at the foot', async ({
    galley,
  }) => {
    const article = await openForm(galley, tone, { name: 'share', level: 'ratio' }, remark);
    await galley.tabTo(radio('Against'));
    await galley.press('3{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(field('share')));
    await galley.press('12{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(field('remark')));
    await expectKept(galley, article, { tone: 1, share: 12 });
    await galley.press('One line{Enter}');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Done, next article' })),
    );
    await expectKept(galley, article, { tone: 1, share: 12, remark: 'One line' });
    await galley.tabTo(field('share'));
    await galley.press('{Shift>}{Enter}{/Shift}');
    await waitFor(() => expect(document.activeElement).toBe(radio('For')));
    await galley.press('{Shift>}{Enter}{/Shift}');
    await waitFor(() => expect(document.activeElement).toBe(radio('For')));
  });

  it('leaves a menu key to its own menu, whose entries tell what is so and what cannot be done', async ({ galley }) => {
    const article = await openForm(galley, tone);
    await galley.tabTo(radio('Against'));
    await galley.press('{ContextMenu}');
    expect(await screen.findByRole('menu', { name: 'Answer to Which tone?' })).toBeTruthy();
    expect(screen.getAllByRole('menuitem')).toHaveLength(4);
    expect(screen.getByRole('menuitem', { name: 'Not yet coded ✓' })).toBeTruthy();
    // There is no answer that could point at anything.
    expect(screen.getByRole('menuitem', { name: /^Point at/u }).getAttribute('aria-disabled')).toBe('true');
    await choose(galley, /^Not applicable/u);
    await expectKept(galley, article, { tone: 'not-applicable' });
    await waitFor(() => expect(document.activeElement).toBe(radio('Against')));
    await galley.press('{Shift>}{F10}{/Shift}');
    await screen.findByRole('menuitem', { name: 'Not applicable ✓' });
    await galley.press('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(radio('Against')));
    await expectKept(galley, article, { tone: 'not-applicable' });
  });

  it('has a menu that Tab passes over, and none where the project is read only', async ({ galley }) => {
    await openForm(galley, tone);
    await galley.tabTo(radio('Against'));
    const menu = screen.getByRole('button', { name: 'Answer to Which tone?', expanded: false });
    await galley.user.tab({ shift: true });
    expect(document.activeElement).not.toBe(menu);
    await openReadOnly(galley);
    await screen.findByText('This project is open for reading only, so nothing can be answered here.');
    expect(screen.queryByRole('button', { name: 'Answer to Which tone?' })).toBeNull();
  });
});

describe('evidence of an answer', () => {
  const evidenceOf = async ({ client }: TestWindow, document: string) =>
    (await client.call('documents.open', { document })).answers.map(({ evidence }) => evidence);
  const list = (): HTMLElement => screen.getByRole('list', { name: 'Passages for Which tone?' });

  /** Selects a passage of the text by keys, and goes back to the form. */
  async function select(galley: TestWindow, ...keys: string[]): Promise<void> {
    await galley.tabTo(screen.getByRole('textbox', { name: 'Article text' }));
    for (const key of keys) await galley.press(key);
  }
  const first = ['{Control>}{Home}{/Control}', ' '];
  const second = [...first, '{Alt>}{ArrowDown}{/Alt}'];

  /** An article whose question has been answered, beside its text. */
  async function answered(galley: TestWindow): Promise<string> {
    const article = await openFormAndText(galley, tone);
    await galley.tabTo(radio('Against'));
    await galley.press('1');
    await expectKept(galley, article, { tone: -1 });
    await expectHeard(galley);
    return article;
  }

  it('is asked for after an answer, and with a passage selected', async ({ galley }) => {
    const article = await openFormAndText(galley, tone);
    await galley.press('{Alt>}e{/Alt}');
    await screen.findByText('Go to a question of the form first, then select the passage that shows its answer.');
    await galley.tabTo(radio('Against'));
    await galley.press('{Alt>}e{/Alt}');
    await screen.findByText('Answer the question first, then point at the passage that shows it.');
    await galley.press('1');
    await expectKept(galley, article, { tone: -1 });
    await expectHeard(galley);
    await galley.press('{Alt>}e{/Alt}');
    await screen.findByText('Select a passage in the article first.');
    expect(await evidenceOf(galley, article)).toEqual([[]]);
  });

  it('stands below the answer in the order of the text, is kept once, and goes one by one', async ({ galley }) => {
    const article = await answered(galley);
    await select(galley, ...second, '{Alt>}e{/Alt}');
    // “The harbour is shut.” has 20 characters; the second sentence begins after a blank and has 22.
    await waitFor(async () => expect(await evidenceOf(galley, article)).toEqual([[{ start: 21, end: 43 }]]));
    await select(galley, ...first, '{Alt>}e{/Alt}');
    const both = [
      { start: 0, end: 20 },
      { start: 21, end: 43 },
    ];
    await waitFor(async () => expect(await evidenceOf(galley, article)).toEqual([both]));
    await waitFor(() =>
      expect(
        within(list())
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent),
      ).toEqual(['The harbour is shut.', 'Dockers want more pay.']),
    );
    await galley.press('{Alt>}e{/Alt}');
    await expectHeard(galley);
    expect(await evidenceOf(galley, article)).toEqual([both]);
    await galley.pressButton('Remove passage: The harbour is shut.');
    await waitFor(async () => expect(await evidenceOf(galley, article)).toEqual([[{ start: 21, end: 43 }]]));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(within(list()).getAllByRole('listitem')).toHaveLength(2));
  });

  it('stays when the value changes and goes with the answer', async ({ galley }) => {
    const article = await answered(galley);
    await select(galley, ...first, '{Alt>}e{/Alt}');
    await waitFor(() => expect(within(list()).getAllByRole('listitem')).toHaveLength(1));
    await galley.tabTo(radio('Against'));
    await galley.press('3');
    await expectKept(galley, article, { tone: 1 });
    expect(await evidenceOf(galley, article)).toEqual([[{ start: 0, end: 20 }]]);
    await galley.press('{Delete}');
    await expectKept(galley, article, {});
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Passages for Which tone?' })).toBeNull());
  });

  it('leads to its place in the text', async ({ galley }) => {
    await answered(galley);
    await select(galley, ...second, '{Alt>}e{/Alt}');
    await select(galley, '{Control>}{Home}{/Control}');
    expect(useUi.getState().selection).toBeNull();
    await galley.pressButton('Show in the text: Dockers want more pay.');
    expect(useUi.getState().selection).toEqual({ start: 21, end: 43 });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Article text' })));
  });

  it('is pointed at by the question’s menu too', async ({ galley }) => {
    const article = await answered(galley);
    await select(galley, ...first);
    await galley.press('{Alt>}5{/Alt}');
    await waitFor(() => expect(document.activeElement).toBe(radio('Against')));
    await galley.press('{ContextMenu}');
    await choose(galley, /^Point at the selected passage/u);
    await waitFor(async () => expect(await evidenceOf(galley, article)).toEqual([[{ start: 0, end: 20 }]]));
  });

  it('is shown in one line and named by its first 60 characters; a reader of the project cannot remove it', async ({
    galley,
  }) => {
    const [asked] = await ask(galley, tone);
    const article = await galley.newArticle('long', 'word\n'.repeat(30));
    const evidence = [{ start: utf16(0), end: utf16(149) }];
    await galley.client.call('answers.set', { document: article, variable: asked?.id ?? '', value: 1, evidence });
    await galley.openArticle(article);
    galley.show(<FormPanel />);
    const name = `${'word '.repeat(12)}…`; // 12 × 5 = 60 characters
    const shown = screen.getByRole('button', { name: `Show in the text: ${name}` });
    expect(shown.textContent).toBe('word '.repeat(30).trim());
    expect(screen.getByRole('button', { name: `Remove passage: ${name}` })).toBeTruthy();
    await openReadOnly(galley);
    await waitFor(() => {
      screen.getByRole('button', { name: `Show in the text: ${name}` });
      expect(screen.queryByRole('button', { name: /^Remove passage/u })).toBeNull();
    });
  });
});
