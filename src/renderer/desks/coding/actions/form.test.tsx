import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import type { Id } from '../../../../shared/model/records.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { isEnabled } from '../../../actions/registry.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { ask, choice, expectHeard, expectKept, openForm, openFormAndText } from '../form/testForm.tsx';
import { FormPanel } from '../form/FormPanel.tsx';
import { currentStatus, goToNextArticle, stepQuestion } from './form.ts';

const field = (name: string): HTMLElement => screen.getByRole('textbox', { name });
const hasFocus = (name: string): Promise<void> => waitFor(() => expect(document.activeElement).toBe(field(name)));
const texts = (...names: string[]) => names.map((name) => ({ name, level: 'text' as const }));

/** Answers a question of the form by keys. */
async function say(galley: TestWindow, name: string, words: string): Promise<void> {
  await galley.fill(name, words);
  await galley.press('{Shift>}{Enter}{/Shift}');
  await galley.user.tab();
  await expectHeard(galley);
}

describe('the way to the form', () => {
  it('leads to the first question without an answer, then back to the one that was left', async ({ galley }) => {
    const article = await openFormAndText(galley, ...texts('first', 'second', 'third'));
    await say(galley, 'first', 'x');
    await expectKept(galley, article, { first: 'x\n' });
    // By Tab one would come past other questions.
    act(() => reader()?.focus());
    await galley.press('{Alt>}5{/Alt}');
    await hasFocus('second');
    expect(useUi.getState().sideTab).toBe('form');
    await galley.tabTo(field('third'));
    act(() => reader()?.focus());
    await galley.press('{Alt>}5{/Alt}');
    await hasFocus('third');
  });

  it('leads to the choice that is made, not to the first one', async ({ galley }) => {
    const yesNo = [choice(1, 'Yes'), choice(2, 'No')];
    const article = await openFormAndText(galley, { name: 'local', level: 'nominal', choices: yesNo });
    await galley.tabTo(screen.getByRole('radio', { name: 'Yes' }));
    await galley.press('2');
    await expectKept(galley, article, { local: 2 });
    await galley.tabTo(field('Article text'));
    await galley.press('{Alt>}5{/Alt}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'No' })));
  });

  it('of a passage that a key before it coded leads to that passage’s questions', async ({ galley }) => {
    const claim = await galley.newCode('Claim');
    await galley.client.call('codes.update', { code: claim, key: '1' });
    await ask(galley, { name: 'stance', level: 'text', code: claim });
    const article = await openFormAndText(galley, ...texts('remark'));
    await galley.tabTo(field('Article text'));
    await galley.press(' 1{Alt>}5{/Alt}');
    await hasFocus('stance');
    await galley.press('for{Enter}');
    await expectKept(galley, article, { stance: 'for' });
    const { annotations, answers } = await galley.client.call('documents.open', { document: article });
    expect(answers.map(({ annotation }) => annotation)).toEqual(annotations.rows.map(([id]) => id));
  });

  it('leads to the status where nothing is asked', async ({ galley }) => {
    await openForm(galley);
    await galley.press('{Alt>}5{/Alt}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'To do' })));
  });
});

describe('the next question without an answer', () => {
  it('is looked for round the end, and it is said when there is none', async ({ galley }) => {
    const article = await openForm(galley, ...texts('first', 'second', 'third'));
    await say(galley, 'second', 'x');
    await galley.press('{Alt>}n{/Alt}');
    await hasFocus('first');
    await galley.press('{Alt>}n{/Alt}');
    await hasFocus('third');
    await galley.press('{Alt>}n{/Alt}');
    await hasFocus('first');
    await say(galley, 'first', 'x');
    await say(galley, 'third', 'x');
    await expectKept(galley, article, { first: 'x\n', second: 'x\n', third: 'x\n' });
    await galley.press('{Alt>}n{/Alt}');
    await screen.findByText('Every question has an answer.');
  });

  it('goes on from the same question of the article before', async ({ galley }) => {
    await openForm(galley, ...texts('first', 'second', 'third'));
    const other = await galley.newArticle('bravo', 'Another.\n');
    await galley.tabTo(field('second'));
    await galley.openArticle(other);
    await waitFor(() => expect(document.activeElement).toBe(document.body));
    await galley.press('{Alt>}n{/Alt}');
    await hasFocus('third');
  });
});

describe('a step to another question', () => {
  it('ends at the first and the last, and at one that is no longer asked', async ({ galley }) => {
    const article = await openForm(galley, ...texts('first', 'second'));
    const [first, second] = [...useRecords.getState().variables.values()].map(({ id }) => id);
    const key = (variable: Id | undefined) => ({ document: article, annotation: null, variable: variable ?? '' });
    act(() => expect(stepQuestion(key(first), 1)).toBe(true));
    await waitFor(() => expect(document.activeElement).toBe(field('second')));
    expect(stepQuestion(key(second), 1)).toBe(false);
    expect(stepQuestion(key(first), -1)).toBe(false);
    expect(stepQuestion(key('gone'), 1)).toBe(false);
    await waitFor(() => expect(document.activeElement).toBe(field('second')));
  });
});

describe('what can be done', () => {
  it('depends on what is open, where the focus is and how far the coder is', async ({ galley }) => {
    galley.show(<FormPanel />);
    expect(
      (['view.form', 'form.next', 'form.nextUnanswered', 'form.point', 'form.finish'] as const).map(isEnabled),
    ).toEqual([true, true, false, false, false]);
    await ask(galley, ...texts('remark'));
    await galley.openArticle(await galley.newArticle('alpha', 'Text.\n'));
    const statuses = ['form.toDo', 'form.working', 'form.done', 'form.setAside'] as const;
    const answers = ['form.absent', 'form.notApplicable', 'form.clear'] as const;
    expect(statuses.map(isEnabled)).toEqual([false, true, true, true]);
    expect(answers.map(isEnabled)).toEqual([false, false, false]);
    await waitFor(() => expect(field('remark')).toBeTruthy());
    await galley.tabTo(field('remark'));
    expect(answers.map(isEnabled)).toEqual([true, true, true]);
    await galley.press('{Alt>}{Shift>}D{/Shift}{/Alt}');
    await waitFor(() => expect(currentStatus()).toBe('done'));
    expect(statuses.map(isEnabled)).toEqual([true, true, false, true]);
    await openReadOnly(galley);
    await waitFor(() => expect(field('remark').hasAttribute('readonly')).toBe(true));
    await galley.tabTo(field('remark'));
    expect([...statuses, ...answers, 'form.finish' as const, 'form.point' as const].some(isEnabled)).toBe(false);
    expect((['view.form', 'form.next', 'form.nextUnanswered'] as const).every(isEnabled)).toBe(true);
  });
});

describe('the next article', () => {
  it('is none in a project without articles', async ({ galley }) => {
    galley.show(null);
    await act(() => goToNextArticle());
    expect(within(screen.getByRole('region', { name: 'Notices' })).getByRole('status').textContent).toBe(
      'Nothing is left to do: every article is done or set aside.',
    );
  });

  it('comes after what was typed is saved, and the focus is in its text', async ({ galley }) => {
    const article = await openFormAndText(galley, ...texts('remark'));
    const other = await galley.newArticle('bravo', 'Another.\n');
    await galley.fill('remark', 'of alpha');
    await galley.press('{Alt>}t{/Alt}');
    await waitFor(() => expect(useRecords.getState().open?.document.id).toBe(other));
    await expectKept(galley, article, { remark: 'of alpha' });
    await expectKept(galley, other, {});
    await hasFocus('Article text');
  });

  it('does not come while answers are missing', async ({ galley }) => {
    const article = await openForm(galley, { name: 'topic', level: 'text', required: true });
    await galley.newArticle('bravo', 'Another.\n');
    await galley.press('{Alt>}d{/Alt}');
    await screen.findByText('1 answer is missing');
    expect(useRecords.getState().open?.document.id).toBe(article);
    expect(currentStatus()).toBe('to-do');
  });
});
