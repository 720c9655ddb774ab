import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import { answer } from '../actions/answers.ts';
import { ask, choice, expectHeard, expectKept, openForm, question, tones } from './testForm.tsx';

const radio = (name: string): HTMLElement => screen.getByRole('radio', { name });
const box = (name: string): HTMLElement => screen.getByRole('checkbox', { name });
const names = (inputs: readonly HTMLElement[]): (string | undefined)[] =>
  inputs.map((input) => input.closest('label')?.textContent);

const tone = { name: 'tone', level: 'ordinal', choices: tones } as const;
const frames = [choice(1, 'Conflict'), choice(2, 'Economy'), choice(3, 'Morality')];
const none = choice(98, 'None fits', { missing: true });

describe('a question with one answer', () => {
  it('shows its choices in their order with their digits, missing codes last', async ({ galley }) => {
    await openForm(galley, tone);
    const shown = ['Against1', 'Even2', 'For3', 'Cannot tell4'];
    expect(names(within(question('tone')).getAllByRole('radio'))).toEqual(shown);
    expect(within(question('tone')).queryByRole('radio', { checked: true })).toBeNull();
  });

  it('takes a digit, keeps the focus on what it chose, and undoes step by step', async ({ galley }) => {
    const article = await openForm(galley, tone);
    await galley.tabTo(radio('Against'));
    await galley.press('2');
    await expectKept(galley, article, { tone: 0 });
    await waitFor(() => expect(document.activeElement).toBe(radio('Even')));
    await galley.press('4');
    await expectKept(galley, article, { tone: 99 });
    await galley.press('{Control>}z{/Control}');
    await within(question('tone')).findByRole('radio', { name: 'Even', checked: true });
    await galley.press('{Control>}z{/Control}');
    await screen.findByText('0 of 1 answered');
    expect(within(question('tone')).queryByRole('radio', { checked: true })).toBeNull();
    await expectKept(galley, article, {});
  });

  it('passes over a digit without a choice and one that is held with Ctrl', async ({ galley }) => {
    const article = await openForm(galley, tone);
    await galley.tabTo(radio('Against'));
    await galley.press('5{Control>}1{/Control}3');
    await expectKept(galley, article, { tone: 1 });
    expect((await galley.client.call('history.state', {})).undo?.label).toBe('Answer “tone”');
    await galley.press('{Control>}z{/Control}');
    await expectKept(galley, article, {});
  });

  it('saves where arrow keys come to rest as one step, not what they pass', async ({ galley }) => {
    const article = await openForm(galley, tone);
    await galley.tabTo(radio('Against'));
    await galley.press('{ArrowDown}{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(radio('Cannot tell')));
    await expectKept(galley, article, { tone: 99 });
    await galley.press('{Control>}z{/Control}');
    await expectKept(galley, article, {});
  });

  it('is not yet coded again by Delete or Backspace', async ({ galley }) => {
    const article = await openForm(galley, tone);
    await galley.tabTo(radio('Against'));
    for (const key of ['{Delete}', '{Backspace}']) {
      await galley.press('1');
      await expectKept(galley, article, { tone: -1 });
      await galley.press(key);
      await expectKept(galley, article, {});
    }
    await screen.findByText('not yet coded');
    expect((await galley.client.call('history.state', {})).undo?.label).toBe('Clear “tone”');
  });

  it('has ten digits, 0 for the tenth choice', async ({ galley }) => {
    const parties = Array.from({ length: 12 }, (_, at) => choice(at + 101, `Party ${'ABCDEFGHIJKL'[at] ?? ''}`));
    const article = await openForm(galley, { name: 'party', level: 'nominal', choices: parties });
    const shown = names(within(question('party')).getAllByRole('radio'));
    expect(shown.slice(8)).toEqual(['Party I9', 'Party J0', 'Party K', 'Party L']);
    await galley.tabTo(radio('Party A'));
    await galley.press('0');
    await expectKept(galley, article, { party: 110 });
  });

  it('names a choice by its label and describes it by its help', async ({ galley }) => {
    const choices = [choice(1, 'سلبي', { help: 'يلوم المقال أحد الطرفين' }), choice(2, 'Neutral')];
    await openForm(galley, {
      name: 'tone',
      label: 'ما هي النبرة؟',
      help: 'Of the whole text.',
      level: 'nominal',
      choices,
    });
    const group = screen.getByRole('radiogroup', { name: 'ما هي النبرة؟', description: 'Of the whole text.' });
    expect(within(group).getByRole('radio', { name: 'سلبي', description: 'يلوم المقال أحد الطرفين' })).toBeTruthy();
    expect(within(group).getByText('سلبي').closest('[dir]')?.getAttribute('dir')).toBe('auto');
    expect(within(group).getByRole('radio', { name: 'Neutral', description: '' })).toBeTruthy();
  });

  it('says with the program’s words why a value was refused, and keeps what is on the disk', async ({ galley }) => {
    const article = await openForm(galley);
    const [variable] = await ask(galley, tone);
    await screen.findByRole('radiogroup', { name: 'tone' });
    await galley.tabTo(radio('Against'));
    await galley.press('3');
    await expectKept(galley, article, { tone: 1 });
    // A choice that the codebook no longer has, as when it changes under the hand.
    const key = { document: article, annotation: null, variable: variable?.id ?? '' };
    act(() => answer({ key, typed: null, content: { state: 'given', value: 7 } }, 'at-once'));
    const alert = await within(question('tone')).findByRole('alert');
    expect(alert.textContent).toBe('“tone”: 7 is none of its values (99 Cannot tell, -1 Against, 0 Even, 1 For).');
    expect(screen.getByRole('radiogroup', { description: alert.textContent })).toBe(question('tone'));
    await expectKept(galley, article, { tone: 1 });
    await galley.press('2');
    await expectKept(galley, article, { tone: 0 });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('can be looked at but not answered where the project is read only', async ({ galley }) => {
    await openForm(galley, tone);
    await galley.tabTo(radio('Against'));
    await galley.press('1');
    await screen.findByText('1 of 1 answered');
    await openReadOnly(galley);
    await waitFor(() => {
      const inputs = within(question('tone')).getAllByRole<HTMLInputElement>('radio');
      expect(inputs.map(({ checked, disabled }) => [checked, disabled])).toEqual([
        [true, true],
        [false, true],
        [false, true],
        [false, true],
      ]);
    });
  });
});

describe('a question with several answers', () => {
  const several = { name: 'frames', level: 'multiple' as const, choices: [none, ...frames] };

  it('is one stop of Tab, whose choices arrow keys go round without ticking them', async ({ galley }) => {
    const article = await openForm(galley, several);
    await galley.tabTo(box('Conflict'));
    await galley.press('{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toBe(box('None fits')));
    await galley.press('{ArrowDown}{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(document.activeElement).toBe(box('Morality')));
    await galley.press('{ArrowLeft}');
    await waitFor(() => expect(document.activeElement).toBe(box('Economy')));
    await galley.press(' ');
    await expectKept(galley, article, { frames: [2] });
    await galley.user.tab();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Done, next article' })),
    );
    await galley.user.tab({ shift: true });
    await waitFor(() => expect(document.activeElement).toBe(box('Economy')));
  });

  it('keeps its values in ascending order, each switched on and off by its digit', async ({ galley }) => {
    const article = await openForm(galley, several);
    await galley.tabTo(box('Conflict'));
    await galley.press('3');
    await expectKept(galley, article, { frames: [3] });
    await galley.press('1');
    await expectKept(galley, article, { frames: [1, 3] });
    await galley.press('3');
    await expectKept(galley, article, { frames: [1] });
    await galley.press('1');
    await expectKept(galley, article, {});
    await screen.findByText('not yet coded');
  });

  it('holds a missing code alone', async ({ galley }) => {
    const article = await openForm(galley, several);
    await galley.tabTo(box('Conflict'));
    await galley.press('12');
    await expectKept(galley, article, { frames: [1, 2] });
    await galley.press('4');
    await expectKept(galley, article, { frames: [98] });
    await galley.press('2');
    await expectKept(galley, article, { frames: [2] });
    await expectHeard(galley);
    expect(screen.getAllByRole('checkbox', { checked: true })).toEqual([box('Economy')]);
  });
});
