import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import type { Id } from '../../../../shared/model/records.ts';
import { useUi } from '../../../state/ui.ts';
import { FormPanel } from './FormPanel.tsx';
import { ask, choice, expectHeard, expectKept, openForm, question, tones } from './testForm.tsx';

const passage = (): HTMLElement => screen.getByRole('region', { name: 'About this passage' });
const choose = (activeAnnotation: Id | null): void => act(() => useUi.setState({ activeAnnotation }));
const yesNo = [choice(1, 'Yes'), choice(2, 'No')];

/** An article with a coding of Ada's whose code asks for its stance, and a question about the article. */
async function withPassage(galley: TestWindow) {
  const news = await galley.newCode('News');
  const claim = await galley.newCode('Claim', news);
  await ask(galley, { name: 'stance', level: 'nominal', code: claim, choices: yesNo });
  const article = await openForm(galley, { name: 'remark', level: 'text' });
  const coding = await galley.newCoding(article, 'Dockers want more pay', claim);
  await expectHeard(galley);
  return { article, claim, coding };
}

describe('the form', () => {
  it('says that no article is open', ({ galley }) => {
    galley.show(<FormPanel />);
    const form = screen.getByRole('region', { name: 'Article form' });
    expect(form.textContent).toBe('No article is openChoose one from the list to answer the questions about it.');
    expect(within(form).queryByRole('button')).toBeNull();
  });

  it('says where questions come from while there are none, and still lets an article be done', async ({ galley }) => {
    const article = await openForm(galley);
    await screen.findByText('There are no questions yet');
    expect(screen.queryByText(/answered$/u)).toBeNull();
    await galley.pressButton('Done, next article');
    await waitFor(async () => {
      const { progress } = await galley.client.call('documents.open', { document: article });
      expect(progress.map(({ status }) => status)).toEqual(['done']);
    });
  });

  it('asks in the order of the codebook, under headings, without what is archived or of other scopes', async ({
    galley,
  }) => {
    const claim = await galley.newCode('Claim');
    const [, tone] = await ask(
      galley,
      { name: 'Frame / Morality', level: 'text' },
      { name: 'tone', level: 'text' },
      { name: 'Frame / Conflict', level: 'text' },
      { name: 'old', level: 'text', archived: true },
      { name: 'section', level: 'text', scope: 'fact' },
      { name: 'stance', level: 'text', code: claim },
    );
    await openForm(galley, { name: 'Frame / الاقتصاد', label: 'Is money spoken of?', level: 'text' });
    const labels = (): (string | null)[] =>
      screen.getAllByRole('textbox').map((field) => field.getAttribute('aria-label'));
    expect(labels()).toEqual(['Morality', 'tone', 'Conflict', 'Is money spoken of?']);
    const frames = screen.getAllByRole('group', { name: 'Frame' });
    expect(frames.map((group) => within(group).getAllByRole('textbox').length)).toEqual([1, 2]);
    await galley.client.call('variables.move', { variable: tone?.id ?? '', before: null });
    await waitFor(() => expect(labels()).toEqual(['Morality', 'Conflict', 'Is money spoken of?', 'tone']));
    expect(screen.getAllByRole('group', { name: 'Frame' })).toHaveLength(1);
  });

  it('asks only where a rule holds, and keeps what was answered for when it holds again', async ({ galley }) => {
    const [local] = await ask(galley, { name: 'local', level: 'nominal', choices: yesNo });
    const showIf = { match: 'all' as const, tests: [{ variable: local?.id ?? '', is: 'equal' as const, value: 1 }] };
    const article = await openForm(galley, { name: 'where', level: 'text', showIf });
    await screen.findByText('0 of 1 answered');
    await galley.tabTo(within(question('local')).getByRole('radio', { name: 'Yes' }));
    await galley.press('1');
    await screen.findByText('1 of 2 answered');
    await galley.fill('where', 'Bremen');
    await galley.press('{Enter}');
    await expectKept(galley, article, { local: 1, where: 'Bremen' });
    await galley.tabTo(within(question('local')).getByRole('radio', { name: 'Yes' }));
    await galley.press('2');
    await screen.findByText('1 of 1 answered');
    expect(screen.queryByRole('textbox')).toBeNull();
    await expectKept(galley, article, { local: 2, where: 'Bremen' });
    await galley.press('1');
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'where' })).value).toBe('Bremen');
  });

  it('gives a coder another’s answers neither to see nor to change', async ({ galley }) => {
    const article = await openForm(galley, { name: 'tone', level: 'ordinal', choices: tones });
    await galley.tabTo(screen.getByRole('radio', { name: 'Against' }));
    await galley.press('1');
    await expectKept(galley, article, { tone: -1 });
    await galley.actAs('Ben');
    await screen.findByText('0 of 1 answered');
    await waitFor(() => expect(within(question('tone')).queryByRole('radio', { checked: true })).toBeNull());
    await galley.tabTo(screen.getByRole('radio', { name: 'Against' }));
    await galley.press('3');
    await expectKept(galley, article, { tone: 1 });
    await galley.actAs('Ada');
    await within(question('tone')).findByRole('radio', { name: 'Against', checked: true });
    await expectKept(galley, article, { tone: -1 });
  });
});

describe('the questions about a passage', () => {
  it('come first while a coding is chosen whose code has any, with its words and its code', async ({ galley }) => {
    const { article, coding } = await withPassage(galley);
    expect(screen.queryByRole('region', { name: 'About this passage' })).toBeNull();
    choose(coding);
    const groups = (): (string | null)[] =>
      screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    await waitFor(() => expect(groups()).toEqual(['About this passage', 'About this article']));
    expect(within(passage()).getByText('News / Claim')).toBeTruthy();
    expect(within(passage()).getByText('Dockers want more pay')).toBeTruthy();
    await galley.tabTo(within(passage()).getByRole('radio', { name: 'Yes' }));
    await galley.press('2');
    await expectKept(galley, article, { stance: 2 });
    const { answers } = await galley.client.call('documents.open', { document: article });
    expect(answers.map(({ annotation }) => annotation)).toEqual([coding]);
    await screen.findByText('1 of 2 answered');
    choose(null);
    await screen.findByText('0 of 1 answered');
  });

  it('hand the focus on to those of the next passage that is chosen', async ({ galley }) => {
    const { article, claim, coding } = await withPassage(galley);
    const next = await galley.newCoding(article, 'The harbour', claim);
    await expectHeard(galley);
    choose(coding);
    const first = await screen.findByRole('region', { name: 'About this passage' });
    await galley.tabTo(within(first).getByRole('radio', { name: 'Yes' }));
    await galley.press('1');
    await expectKept(galley, article, { stance: 1 });
    choose(next);
    expect(within(passage()).getByText('The harbour')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(within(passage()).getByRole('radio', { name: 'Yes' })));
    expect(within(passage()).queryByRole('radio', { checked: true })).toBeNull();
  });

  it('are its coder’s: to another coder it is said whose they are', async ({ galley }) => {
    const { coding } = await withPassage(galley);
    choose(coding);
    await galley.actAs('Ben');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'About this passage' })).toBeNull());
    choose(coding);
    await screen.findByText('The chosen coding is by Ada; its questions are theirs to answer.');
    expect(screen.queryByRole('region', { name: 'About this passage' })).toBeNull();
  });

  it('go with the coding', async ({ galley }) => {
    const { coding } = await withPassage(galley);
    choose(coding);
    await galley.client.call('annotations.remove', { annotations: [coding] });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'About this passage' })).toBeNull());
    await galley.client.call('history.undo', {});
    await expectHeard(galley);
    choose(coding);
    await waitFor(() => expect(passage()).toBeTruthy());
  });
});

describe('what keeps an article from being done', () => {
  const missing = (): (string | null)[] =>
    within(screen.getByRole('region', { name: /missing$/u }))
      .getAllByRole('button')
      .map(({ textContent }) => textContent);

  it('is listed, leads to its questions, and gets shorter with each answer', async ({ galley }) => {
    const { article, claim, coding } = await withPassage(galley);
    await ask(
      galley,
      { name: 'topic', label: 'What is it about?', level: 'text', required: true },
      { name: 'motive', level: 'text', code: claim, required: true },
    );
    await screen.findByText('0 of 2 answered');
    await galley.pressButton('Done, next article');
    expect((await screen.findByRole('alert')).textContent).toBe('2 answers are missing');
    expect(missing().sort()).toEqual(['What is it about?', 'motive (a passage)']);
    await waitFor(() => expect(document.activeElement?.closest('li')).not.toBeNull());
    await galley.pressButton('motive (a passage)');
    expect(useUi.getState().activeAnnotation).toBe(coding);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'motive' })));
    await galley.press('pay{Enter}');
    await waitFor(() => expect(missing()).toEqual(['What is it about?']));
    expect(screen.getByRole('alert').textContent).toBe('1 answer is missing');
    await galley.pressButton('What is it about?');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'What is it about?' })),
    );
    await galley.press('strikes{Enter}');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await expectKept(galley, article, { motive: 'pay', topic: 'strikes' });
    await galley.pressButton('Done, next article');
    await screen.findByText('Nothing is left to do: every article is done or set aside.');
  });

  it('does not list what a removed coding lacked', async ({ galley }) => {
    const { claim, coding } = await withPassage(galley);
    await ask(galley, { name: 'motive', level: 'text', code: claim, required: true });
    await galley.pressButton('Done, next article');
    await screen.findByRole('alert');
    await galley.client.call('annotations.remove', { annotations: [coding] });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('is of one article: another does not show it', async ({ galley }) => {
    const article = await openForm(galley, { name: 'topic', level: 'text', required: true });
    const other = await galley.newArticle('bravo', 'Another text.\n');
    await galley.pressButton('Done, next article');
    await screen.findByRole('alert');
    await galley.openArticle(other);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await galley.openArticle(article);
    expect((await screen.findByRole('alert')).textContent).toBe('1 answer is missing');
  });

  it('is nothing that a fallback answers, which is written then', async ({ galley }) => {
    const article = await openForm(galley, {
      name: 'local',
      level: 'nominal',
      choices: yesNo,
      required: true,
      fallback: 2,
    });
    await galley.pressButton('Done, next article');
    await expectKept(galley, article, { local: 2 });
    await within(question('local')).findByRole('radio', { name: 'No', checked: true });
    await galley.client.call('history.undo', {});
    await expectKept(galley, article, {});
    await screen.findByText('0 of 1 answered');
  });
});

it('A project that can be read only shows its form with nothing to press but the way on', async ({ galley }) => {
  await openForm(galley, { name: 'remark', level: 'text' });
  await openReadOnly(galley);
  await screen.findByText('This project is open for reading only, so nothing can be answered here.');
  const enabled = screen.getAllByRole<HTMLButtonElement>('button').filter(({ disabled }) => !disabled);
  expect(enabled.map((button) => button.getAttribute('aria-label'))).toEqual(['Order of articles', 'Next article']);
  for (const status of within(screen.getByRole('radiogroup', { name: 'Work on this article' })).getAllByRole('radio'))
    expect((status as HTMLButtonElement).disabled).toBe(true); // toggle buttons
});
