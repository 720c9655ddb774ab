import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { useRecords } from '../../../../state/records.ts';
import { it } from '../../../../testing/inWindow.ts';
import { useTextDraft } from '../../state/textDraft.ts';
import { hold, isDisabled, noticed, steps } from '../../testCorpus.ts';
import { after, articleWith, before, copy, kept, reviewed, rewrite } from './testCorrect.ts';

const compare = (): HTMLElement => screen.getByRole('button', { name: /^Compar/u });

describe('the copy of a text', () => {
  it('is the present text, has the focus, and cannot be compared before it was changed', async ({ galley }) => {
    const article = await articleWith(galley);
    await galley.open({ kind: 'correctText', document: article });
    expect(screen.getByRole('dialog', { name: 'Correct the text of “port”' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(copy()));
    expect(copy().value).toBe(before);
    expect(screen.getByRole('status').textContent).toBe('This is the present text: nothing has been changed yet.');
    expect(isDisabled(compare())).toBe(true);
    expect(screen.queryByRole('button', { name: 'Begin again with the present text' })).toBeNull();
    await galley.press('X');
    expect(screen.getByRole('status').textContent).toBe('');
    expect(isDisabled(compare())).toBe(false);
  });

  it('cannot be empty', async ({ galley }) => {
    const article = await articleWith(galley);
    await galley.open({ kind: 'correctText', document: article });
    await galley.user.clear(copy());
    expect(screen.getByRole('status').textContent).toBe('A text cannot be empty.');
    expect(isDisabled(compare())).toBe(true);
  });

  it('begins again with the present text', async ({ galley }) => {
    const article = await articleWith(galley);
    await galley.open({ kind: 'correctText', document: article });
    await rewrite(galley, after);
    await galley.pressButton('Begin again with the present text');
    expect(copy().value).toBe(before);
    expect(isDisabled(compare())).toBe(true);
  });

  it('runs from the right in a text that does', async ({ galley }) => {
    const hebrew = await galley.newArticle('נמל', 'הנמל נפתח מחדש ביום שני. איש לא נפגע בתאונה.\n');
    await galley.openArticle(hebrew);
    await galley.open({ kind: 'correctText', document: hebrew });
    expect(copy().dir).toBe('rtl');
    expect(screen.getByRole('dialog', { name: 'Correct the text of “נמל”' })).toBeTruthy();
  });

  it.for(['{Escape}', 'Cancel'])(
    'stays when the dialog is shut by %s, and nothing is done',
    async (way, { galley }) => {
      const article = await articleWith(galley);
      const count = await steps(galley);
      await galley.open({ kind: 'correctText', document: article });
      await rewrite(galley, after);
      await galley.fill('Reason', 'after the page');
      if (way === 'Cancel') await galley.pressButton(way);
      else await galley.press(way);
      await galley.closed();
      expect(await steps(galley)).toBe(count);
      expect((await kept(galley, article)).text).toBe(before);
      await galley.open({ kind: 'correctText', document: article });
      expect(copy().value).toBe(after);
      expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('after the page');
    },
  );

  it('is of one article: another one begins with its own text', async ({ galley }) => {
    const article = await articleWith(galley);
    await galley.open({ kind: 'correctText', document: article });
    await rewrite(galley, after);
    await galley.press('{Escape}');
    const other = await galley.newArticle('other', 'War is over.\n');
    await galley.openArticle(other);
    await galley.open({ kind: 'correctText', document: other });
    expect(copy().value).toBe('War is over.\n');
    // what was begun stays until something is typed here
    expect(useTextDraft.getState().draft).toMatchObject({ document: article, content: after });
  });

  it('goes with its project', async ({ galley }) => {
    const article = await articleWith(galley);
    await galley.open({ kind: 'correctText', document: article });
    await rewrite(galley, after);
    await galley.press('{Escape}');
    await galley.client.call('project.close', {});
    await waitFor(() => expect(useRecords.getState().status?.project).toBeNull());
    expect(useTextDraft.getState().draft).toBeNull();
  });

  it('shuts and says so when the article has gone meanwhile', async ({ galley }) => {
    const article = await articleWith(galley);
    await galley.open({ kind: 'correctText', document: article });
    await galley.client.call('documents.remove', { documents: [article] });
    await noticed('“port” has been removed meanwhile.');
    await galley.closed();
  });
});

describe('comparing', () => {
  it('cannot be asked for twice while it lasts', async ({ galley }) => {
    const article = await articleWith(galley);
    await galley.open({ kind: 'correctText', document: article });
    await rewrite(galley, after);
    const answer = hold(galley, 'texts.compare');
    await galley.pressButton('Compare');
    expect(compare().textContent).toBe('Comparing…');
    expect(isDisabled(compare())).toBe(true);
    answer();
    await screen.findByRole('region', { name: 'Difference' });
  });

  it('leads back to the copy, where all is as it was typed', async ({ galley }) => {
    const article = await articleWith(galley);
    await reviewed(galley, article);
    await galley.pressButton('Back to the text');
    expect(copy().value).toBe(after);
    expect(isDisabled(compare())).toBe(false);
  });

  it('says why it failed, and the copy stays', async ({ galley }) => {
    const article = await articleWith(galley);
    await galley.open({ kind: 'correctText', document: article });
    await rewrite(galley, after);
    await galley.actAs('Ben');
    const [ada, ben] = await Promise.all(
      ['Ada', 'Ben'].map(async (name) => (await galley.client.call('coders.add', { name })).id),
    );
    await galley.client.call('rounds.create', {
      name: 'Blind',
      kind: 'main',
      mode: 'blind',
      documents: [article],
      coders: [ada ?? '', ben ?? ''],
    });
    await galley.pressButton('Compare');
    await noticed(/^You code “port” blind\. Its correction would show the codings of others/u);
    expect(copy().value).toBe(after);
    expect(screen.queryByRole('region', { name: 'Difference' })).toBeNull();
  });
});
