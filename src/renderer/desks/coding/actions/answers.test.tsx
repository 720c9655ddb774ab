import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { AnswerKey } from '../../../../shared/model/variables.ts';
import { useRecords } from '../../../state/records.ts';
import { useDrafts } from '../state/drafts.ts';
import { keyOf } from '../state/form.ts';
import { ask, expectHeard, expectKept, openForm, question, tones } from '../form/testForm.tsx';
import { addEvidence, answer, createEntity, removeEvidence, saveDraft, saveDrafts, setAnswer } from './answers.ts';

const tone = { name: 'tone', level: 'ordinal', choices: tones } as const;
const isDrafted = (key: AnswerKey): boolean => useDrafts.getState().drafts.has(keyOf(key));

/** As in a window that has not heard yet who codes. */
function forgetWhoCodes(): void {
  act(() => useRecords.setState(({ status }) => ({ status: status && { ...status, coder: null } })));
}

describe('an answer', () => {
  it('asks who codes where that is not known, and is saved once that was said', async ({ galley }) => {
    const article = await openForm(galley, tone);
    forgetWhoCodes();
    await galley.tabTo(within(question('tone')).getByRole('radio', { name: 'Against' }));
    await galley.press('3');
    await screen.findByRole('dialog', { name: 'Who is coding?' });
    await galley.press('Ben{Enter}');
    await galley.closed();
    await expectKept(galley, article, { tone: 1 });
    expect((await galley.client.call('project.status', {})).coder?.name).toBe('Ben');
  });

  it('is not given, nor shown as given, when nobody says who codes', async ({ galley }) => {
    const article = await openForm(galley, tone, { name: 'remark', level: 'text' });
    forgetWhoCodes();
    await galley.tabTo(within(question('tone')).getByRole('radio', { name: 'Against' }));
    await galley.press('3');
    await screen.findByRole('dialog', { name: 'Who is coding?' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(within(question('tone')).queryByRole('radio', { checked: true })).toBeNull();
    const remark = screen.getByRole<HTMLInputElement>('textbox', { name: 'remark' });
    await galley.tabTo(remark);
    await galley.press('P');
    await screen.findByRole('dialog', { name: 'Who is coding?' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(remark.value).toBe('');
    await galley.actAs('Ada');
    await expectHeard(galley);
    await expectKept(galley, article, {});
  });

  it('is not taken in where the project is read only', async ({ galley }) => {
    const [asked] = await ask(galley, tone);
    const article = await openForm(galley);
    await openReadOnly(galley);
    const key = { document: article, annotation: null, variable: asked?.id ?? '' };
    setAnswer(key, { state: 'absent', value: null });
    expect(isDrafted(key)).toBe(false);
  });

  it('to a question that is gone is taken back with a notice', async ({ galley }) => {
    const [asked] = await ask(galley, tone);
    const article = await openForm(galley);
    const key: AnswerKey = { document: article, annotation: null, variable: asked?.id ?? '' };
    await galley.client.call('variables.remove', { variable: key.variable });
    act(() => setAnswer(key, { state: 'absent', value: null }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/variable.*no longer/u);
    await waitFor(() => expect(isDrafted(key)).toBe(false));
  });
});

describe('what was typed and is not saved yet', () => {
  it('is saved when the page goes', async ({ galley }) => {
    const article = await openForm(galley, { name: 'remark', level: 'text' });
    await galley.fill('remark', 'half a th');
    act(() => void window.dispatchEvent(new Event('pagehide')));
    await expectKept(galley, article, { remark: 'half a th' });
  });

  it('is saved for all questions at once, each for its own article; then there is nothing left to save', async ({
    galley,
  }) => {
    const [asked] = await ask(galley, { name: 'remark', level: 'text' });
    const articles = [await galley.newArticle('a', 'One.\n'), await galley.newArticle('b', 'Two.\n')];
    const keyIn = (document: string): AnswerKey => ({ document, annotation: null, variable: asked?.id ?? '' });
    for (const document of articles) {
      const content = { state: 'given', value: `of ${document}` } as const;
      answer({ key: keyIn(document), typed: content.value, content }, 'after-pause');
    }
    await saveDrafts();
    for (const document of articles) await expectKept(galley, document, { remark: `of ${document}` });
    const before = await galley.client.call('history.state', {});
    await saveDrafts();
    await saveDraft(keyIn(articles[0] ?? ''));
    expect(await galley.client.call('history.state', {})).toEqual(before);
  });
});

describe('a name that is added with an answer', () => {
  it('is the one that was added a moment ago, in whatever letters', async ({ galley }) => {
    const [asked] = await ask(galley, { name: 'actor', level: 'entity', entityList: 'Actors' });
    const article = await openForm(galley);
    const { id } = await galley.client.call('entities.create', { list: 'Actors', name: 'Zoë' });
    await galley.client.call('entities.create', { list: 'Places', name: 'Zoë' });
    await act(() =>
      createEntity({ document: article, annotation: null, variable: asked?.id ?? '' }, 'Actors', 'Zoe\u0308'),
    );
    await expectKept(galley, article, { actor: id });
    expect(await galley.client.call('entities.list', {})).toHaveLength(2);
  });

  it('is refused with the program’s words where it cannot be one', async ({ galley }) => {
    const [asked] = await ask(galley, { name: 'actor', level: 'entity', entityList: 'Actors' });
    const article = await openForm(galley);
    await act(() =>
      createEntity({ document: article, annotation: null, variable: asked?.id ?? '' }, 'Actors', 'x'.repeat(301)),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('300');
    await expectKept(galley, article, {});
    expect(await galley.client.call('entities.list', {})).toEqual([]);
  });
});

it('Evidence of an answer that is not there is not removed', async ({ galley }) => {
  const [asked] = await ask(galley, tone);
  const article = await openForm(galley);
  const before = await galley.client.call('history.state', {});
  const key = { document: article, annotation: null, variable: asked?.id ?? '' };
  await act(() => removeEvidence(key, 0));
  await act(() => addEvidence(key));
  await screen.findByText('Answer the question first, then point at the passage that shows it.');
  expect(await galley.client.call('history.state', {})).toEqual(before);
});
