import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import type { Id } from '../../../../shared/model/records.ts';
import { useUi } from '../../../state/ui.ts';
import { expectHeard } from '../form/testForm.tsx';
import { ReaderPanel } from '../reader/ReaderPanel.tsx';
import { MemoPanel } from './MemoPanel.tsx';

const choose = (activeAnnotation: Id | null): void => act(() => useUi.setState({ activeAnnotation }));
const rows = (): string[] =>
  within(screen.getByRole('list', { name: 'Links' }))
    .getAllByRole('listitem')
    .map((row) => {
      const arrow = within(row).getByRole('img').getAttribute('aria-label') ?? '';
      return `${arrow} ${row.textContent}`;
    });
const relations = async ({ client }: TestWindow, document: Id): Promise<string[]> =>
  (await client.call('documents.open', { document })).links.map(({ relation }) => relation);

/** Three codings of Ada's in one article; `link` relates two of them. */
async function threeCodings(galley: TestWindow) {
  const claim = await galley.newCode('Claim');
  const reason = await galley.newCode('Reason', claim);
  const article = await galley.newArticle('one', 'The port is shut.\nDockers want\nmore pay. The mayor waits.\n');
  const [shut, pay, mayor] = [
    await galley.newCoding(article, 'The port is shut', claim),
    await galley.newCoding(article, 'Dockers want\nmore pay', reason),
    await galley.newCoding(article, 'The mayor waits', claim),
  ];
  const link = async (source: Id, relation: string, target: Id): Promise<Id> =>
    (await galley.client.call('links.create', { source, target, relation })).id;
  const show = async (coding: Id): Promise<void> => {
    await galley.openArticle(article);
    galley.show(
      <>
        <ReaderPanel />
        <MemoPanel />
      </>,
    );
    choose(coding);
  };
  return { article, shut, pay, mayor, link, show };
}

describe('the links of the chosen coding', () => {
  it('stand in the order of the text, with their way, the other code and its words in one line', async ({ galley }) => {
    const { shut, pay, mayor, link, show } = await threeCodings(galley);
    await link(mayor, 'يعارض', shut);
    await link(shut, 'because of', pay);
    await link(pay, 'annoys', mayor);
    await show(shut);
    expect(rows()).toEqual([
      'From this coding: because ofReasonDockers want more pay',
      'To this coding: يعارضClaimThe mayor waits',
    ]);
    expect(screen.getByRole('button', { name: 'Remove link: because of Claim / Reason' })).toBeTruthy();
    choose(pay);
    expect(rows()).toEqual([
      'To this coding: because ofClaimThe port is shut',
      'From this coding: annoysClaimThe mayor waits',
    ]);
  });

  it('lead to the other coding, which is the chosen one then', async ({ galley }) => {
    const { shut, pay, link, show } = await threeCodings(galley);
    await link(shut, 'because of', pay);
    await show(shut);
    await galley.pressButton(/because of.*Dockers/u);
    expect(useUi.getState().activeAnnotation).toBe(pay);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Article text' })));
    await screen.findByRole('heading', { level: 3, name: 'Claim / Reason' });
  });

  it('are removed one by one, and are there again after undo', async ({ galley }) => {
    const { article, shut, pay, mayor, link, show } = await threeCodings(galley);
    await link(shut, 'because of', pay);
    await link(shut, 'before', mayor);
    await show(shut);
    await galley.pressButton('Remove link: before Claim');
    await waitFor(async () => expect(await relations(galley, article)).toEqual(['because of']));
    await waitFor(() => expect(rows()).toHaveLength(1));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect((await relations(galley, article)).sort()).toEqual(['because of', 'before']);
  });

  it('are not there at first; a button asks for the first one', async ({ galley }) => {
    const { shut, show } = await threeCodings(galley);
    await show(shut);
    expect(screen.queryByRole('list', { name: 'Links' })).toBeNull();
    await galley.pressButton('Link…');
    await screen.findByRole('dialog', { name: 'Link the coding' });
    await galley.press('{Escape}');
    await galley.closed();
    await galley.press('{Alt>}l{/Alt}');
    await screen.findByRole('dialog', { name: 'Link the coding' });
  });

  it('ask whether it is meant before another coder’s goes', async ({ galley }) => {
    const { article, shut, pay, link, show } = await threeCodings(galley);
    await link(shut, 'because of', pay);
    await galley.actAs('Ben');
    await show(shut);
    await galley.pressButton('Remove link: because of Claim / Reason');
    expect((await screen.findByRole('alertdialog')).textContent).toContain('Ada');
    await galley.press('{Escape}');
    await galley.closed();
    await expectHeard(galley);
    expect(await relations(galley, article)).toEqual(['because of']);
  });

  it('of a project that can be read only are shown but not changed, and none is not spoken of', async ({ galley }) => {
    const { shut, pay, mayor, link, show } = await threeCodings(galley);
    await link(shut, 'because of', pay);
    await show(shut);
    await openReadOnly(galley);
    choose(shut);
    await waitFor(() => {
      expect(rows()).toHaveLength(1);
      expect(screen.queryByRole('button', { name: /^Remove link/u })).toBeNull();
    });
    expect(screen.queryByRole('button', { name: 'Link…' })).toBeNull();
    choose(mayor);
    expect(screen.queryByRole('region', { name: 'Links' })).toBeNull();
  });
});

describe('in a blind round', () => {
  it('a coder sees neither the links of others nor their codings to link with', async ({ galley }) => {
    const { article, pay, link, show } = await threeCodings(galley);
    await galley.actAs('Ben');
    const own = await galley.newCoding(article, 'The mayor', await galley.newCode('Actor'));
    await link(own, 'answers', pay);
    const coders = (await galley.client.call('coders.list', {})).map(({ id }) => id);
    const round = { name: 'Blind', kind: 'reliability' as const, mode: 'blind' as const, documents: [article], coders };
    await show(own);
    await waitFor(() => expect(rows()).toHaveLength(1));
    await galley.client.call('rounds.create', round);
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Links' })).toBeNull());
    expect(screen.queryByText('answers')).toBeNull();
    await galley.press('{Alt>}l{/Alt}');
    await screen.findByText('There is no other coding in this text to link with.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
