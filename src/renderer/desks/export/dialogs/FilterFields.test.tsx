import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { selectDocuments } from '../../../state/documentSelection.ts';
import { filterDocuments, noDocumentFilter } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import * as desk from '../testExport.ts';
import { cells, choose, exported, field, newFacts, newStudy, openExport, run, sized, tick } from '../testExport.ts';

/** Opens the dialog on a table of codings, of which the study has four. */
async function openCodings(galley: TestWindow): Promise<void> {
  await openExport(galley);
  await choose(galley, 'A row for each', 'Coding');
}

/** Opens the dialog on a table of articles. */
async function openArticles(galley: TestWindow): Promise<void> {
  await openExport(galley);
  await choose(galley, 'A row for each', 'Document');
}

const articles = async (galley: TestWindow): Promise<unknown[]> =>
  (await cells(galley, 'documents.csv', 'document')).flat().toSorted();

const line = (name: string): HTMLElement =>
  within(screen.getByRole('list', { name: 'Article facts' })).getByRole('group', { name });

describe('whose work is exported', () => {
  it('is that of the coders who are ticked', async ({ galley }) => {
    await newStudy(galley);
    await openCodings(galley);
    expect(await desk.offers(galley, 'Coder')).toEqual(['All coders', 'Ada', 'Ben']);
    await tick(galley, 'Coder', 'Ben');
    expect(field('Coder').textContent).toBe('Ben');
    await sized(/^codings: 1 row,/u);
    await tick(galley, 'Coder', 'Ada');
    expect(field('Coder').textContent).toBe('2: Ada, Ben');
    await sized(/^codings: 4 rows/u);
    await tick(galley, 'Coder', 'All coders');
    expect(field('Coder').textContent).toBe('All coders');
    await tick(galley, 'Coder', 'Ada');
    await sized(/^codings: 3 rows/u);
    await exported(galley);
    expect((await cells(galley, 'codings.csv', 'coder')).flat()).toEqual(['Ada', 'Ada', 'Ada']);
  });

  it('is that of the codes that are ticked and of those below them', async ({ galley }) => {
    await newStudy(galley);
    await openCodings(galley);
    const offered = await desk.offers(galley, 'Code');
    expect(offered[0]).toBe('All codes');
    expect(offered.toSorted()).toEqual(['All codes', 'Frames', 'Frames / Conflict', 'حرب'].toSorted());
    await tick(galley, 'Code', 'Frames');
    await sized(/^codings: 3 rows/u);
    await tick(galley, 'Code', 'Frames', 'حرب');
    await sized(/^codings: 1 row,/u);
    await exported(galley);
    expect(await cells(galley, 'codings.csv', 'code', 'quote')).toEqual([['حرب', 'Minister Roe agrees.']]);
  });

  it('is that of coders who are so far with an article', async ({ galley }) => {
    await newStudy(galley);
    await openCodings(galley);
    expect(await desk.offers(galley, 'Status')).toEqual(['Any status', 'To do', 'Working', 'Done', 'Set aside']);
    // Ada is done with “port”, where she has two codings.
    await tick(galley, 'Status', 'Done');
    await sized(/^codings: 2 rows/u);
    await tick(galley, 'Status', 'Working');
    expect(field('Status').textContent).toBe('2: Working, Done');
    await sized(/^codings: 4 rows/u);
    await tick(galley, 'Status', 'Done');
    await exported(galley);
    expect((await cells(galley, 'codings.csv', 'coder', 'document')).toSorted()).toEqual([
      ['Ada', 'خبر'],
      ['Ben', 'port'],
    ]);
  });

  it('is that which a round gave out', async ({ galley }) => {
    const { port, news, ada, ben } = await newStudy(galley);
    for (const [name, coder, article] of [
      ['Pilot', ben, port],
      ['Main', ada, news],
    ] as const) {
      const given = { documents: [article], coders: [coder] };
      await galley.client.call('rounds.create', { name, kind: 'main', mode: 'open', ...given });
    }
    await waitFor(() => expect(useRecords.getState().rounds).toHaveLength(2));
    await openCodings(galley);
    expect(new Set(await desk.offers(galley, 'Round'))).toEqual(new Set(['Any round', 'Pilot', 'Main']));
    await tick(galley, 'Round', 'Pilot');
    await sized(/^codings: 1 row,/u);
    await tick(galley, 'Round', 'Main');
    await sized(/^codings: 2 rows/u);
    await exported(galley);
    expect((await cells(galley, 'codings.csv', 'quote')).flat().toSorted()).toEqual(['Critics object.', 'مرحبا']);
  });

  it('is looked for by a part of the name where there are many', async ({ galley }) => {
    await newStudy(galley);
    for (const at of Array.from({ length: 10 }, (_, index) => index)) await galley.newCode(`Motif ${at}`);
    await waitFor(() => expect(useRecords.getState().codes.size).toBe(13));
    await openCodings(galley);
    await galley.tabTo(field('Code'));
    await galley.press('{Enter}');
    const search = await screen.findByRole('combobox', { name: 'Find' });
    await waitFor(() => expect(document.activeElement).toBe(search));
    await galley.press('nowhere');
    await screen.findByText('Nothing of that name.');
    await galley.user.clear(search);
    await galley.press('حر');
    await waitFor(() => expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['حرب']));
    // The first Escape empties the search, the second one closes the list.
    await galley.press('{ArrowDown}{Enter}{Escape}{Escape}');
    await waitFor(() => expect(field('Code').textContent).toBe('حرب'));
    await sized(/^codings: 1 row,/u);
  });

  it('of nobody is no row', async ({ galley }) => {
    await newStudy(galley);
    await openCodings(galley);
    await tick(galley, 'Status', 'Set aside');
    await within(desk.preview()).findByText('No rows pass this choice.');
    expect(run().disabled).toBe(false);
    await exported(galley);
    expect(await desk.written(galley, 'codings.csv')).toEqual([]);
  });
});

describe('which articles', () => {
  it('are all, unless some are selected in the list or it is filtered', async ({ galley }) => {
    const { news } = await newStudy(galley);
    await openArticles(galley);
    expect(await desk.offers(galley, 'Articles')).toEqual(['All articles']);
    act(() => selectDocuments([news]));
    await choose(galley, 'Articles', '1 article selected in the list');
    await sized(/^documents: 1 row,/u);
    await exported(galley);
    expect(await articles(galley)).toEqual(['خبر']);
  });

  it('are those of the filtered list, kept one by one', async ({ galley }) => {
    await newStudy(galley);
    act(() => filterDocuments({ filter: 'port' }));
    await openArticles(galley);
    await choose(galley, 'Articles', 'Those the filtered list shows');
    await waitFor(() => expect(field('Articles').textContent).toBe('1 article that was chosen'));
    await sized(/^documents: 1 row,/u);
    act(() => filterDocuments(noDocumentFilter));
    await galley.newArticle('port again', 'Later.');
    expect(await desk.offers(galley, 'Articles')).toEqual(['All articles', '1 article that was chosen']);
    await exported(galley);
    expect(await articles(galley)).toEqual(['port']);
  });

  it('may be all again', async ({ galley }) => {
    const { port } = await newStudy(galley);
    act(() => selectDocuments([port]));
    await openArticles(galley);
    await choose(galley, 'Articles', '1 article selected in the list');
    await sized(/^documents: 1 row,/u);
    await choose(galley, 'Articles', 'All articles');
    await sized(/^documents: 2 rows/u);
  });
});

describe('article facts that rows are chosen by', () => {
  it('are not offered where articles have none', async ({ galley }) => {
    await newStudy(galley);
    for (const { id } of useRecords.getState().variables.values())
      await galley.client.call('variables.remove', { variable: id });
    await waitFor(() => expect(useRecords.getState().variables.size).toBe(0));
    await openArticles(galley);
    expect(screen.queryByRole('button', { name: /Article facts$/u })).toBeNull();
  });

  it('have the values that articles have, with their number, and “not known”', async ({ galley }) => {
    const study = await newStudy(galley);
    await newFacts(galley, study);
    await openArticles(galley);
    await choose(galley, 'Article facts', 'Outlet');
    await waitFor(() => expect(document.activeElement).toBe(field('Outlet')));
    await tick(galley, 'Outlet', 'الجريدة1');
    await sized(/^documents: 1 row,/u);
    await exported(galley);
    expect(await cells(galley, 'documents.csv', 'document', 'site')).toEqual([['خبر', 'الجريدة']]);
    await galley.client.call('documents.setFact', { document: study.port, variable: 'site', value: null });
    await openArticles(galley);
    await choose(galley, 'Article facts', 'Outlet');
    await waitFor(() => expect(document.activeElement).toBe(field('Outlet')));
    await tick(galley, 'Outlet', 'Not known1');
    await exported(galley);
    expect(await articles(galley)).toEqual(['port']);
  });

  it('widen the choice within one and narrow it together', async ({ galley }) => {
    await newFacts(galley, await newStudy(galley));
    await openArticles(galley);
    await choose(galley, 'Article facts', 'Outlet');
    await tick(galley, 'Outlet', 'الجريدة1', 'Coast Wire1');
    await sized(/^documents: 2 rows/u);
    await choose(galley, 'Article facts', 'pages');
    await waitFor(() => expect(document.activeElement).toBe(within(line('pages')).getByLabelText('From')));
    // Of the other article the pages are not known.
    await galley.press('8');
    await sized(/^documents: 1 row,/u);
    await galley.fill('To', '8.5', line('pages'));
    await within(desk.preview()).findByText('No rows pass this choice.');
    // 9 is less than 10, though its first digit is more.
    await galley.fill('To', '10', line('pages'));
    await sized(/^documents: 1 row,/u);
    await exported(galley);
    expect(await articles(galley)).toEqual(['port']);
  });

  it('are offered once each, and are taken out by a button that leaves the focus at the choice', async ({ galley }) => {
    await newFacts(galley, await newStudy(galley));
    await openArticles(galley);
    const before = await desk.offers(galley, 'Article facts');
    expect(before).toEqual(expect.arrayContaining(['Choose by a fact…', 'Outlet', 'pages']));
    await choose(galley, 'Article facts', 'Outlet');
    expect(await desk.offers(galley, 'Article facts')).toEqual(before.filter((name) => name !== 'Outlet'));
    await tick(galley, 'Outlet', 'Coast Wire1');
    await sized(/^documents: 1 row,/u);
    await galley.pressButton('Remove Outlet from the filters');
    await sized(/^documents: 2 rows/u);
    expect(screen.queryByRole('list', { name: 'Article facts' })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(field('Article facts')));
    expect(await desk.offers(galley, 'Article facts')).toEqual(before);
  });

  it('hold up the export while an end of a range cannot be read', async ({ galley }) => {
    await newFacts(galley, await newStudy(galley));
    await openArticles(galley);
    await choose(galley, 'Article facts', 'Date');
    const from = (): HTMLElement => within(line('Date')).getByLabelText('From');
    expect(from().getAttribute('placeholder')).toBe('YYYY-MM-DD');
    await galley.fill('From', '2026-03', line('Date'));
    // Half a day is no fault while it is typed, but nothing is exported by it.
    expect(screen.queryByText('Write YYYY-MM-DD.')).toBeNull();
    expect(run().disabled).toBe(true);
    screen.getByText('Mend the article facts first.');
    await galley.press('{Tab}');
    await screen.findByText('Write YYYY-MM-DD.');
    expect(from().getAttribute('aria-invalid')).toBe('true');
    await galley.fill('From', '2026-03-02', line('Date'));
    await within(desk.preview()).findByText('No rows pass this choice.');
    expect(run().disabled).toBe(false);
    await galley.fill('From', '2026-03-01', line('Date'));
    await sized(/^documents: 1 row,/u);
    await choose(galley, 'Article facts', 'pages');
    await galley.fill('To', 'nine', line('pages'));
    await galley.press('{Shift>}{Tab}{/Shift}');
    await screen.findByText('Write a number.');
    // The usual two files take no filters, so that nothing is to be mended for them.
    await choose(galley, 'A row for each', 'Coding + document');
    expect(run().disabled).toBe(false);
    expect(screen.queryByRole('list', { name: 'Article facts' })).toBeNull();
  });

  it('of a saved export that are gone by now say so, and can be taken out', async ({ galley }) => {
    const study = await newStudy(galley);
    await newFacts(galley, study);
    const { client } = galley;
    const variable = [...useRecords.getState().variables.values()].find(({ name }) => name === 'pages')?.id ?? '';
    const filters = { where: [{ variable, from: '8', to: null }] };
    const table = { unit: 'document', coders: 'pooled', filters } as const;
    await client.call('recipes.save', { name: 'Long ones', formats: ['csv'], table });
    await client.call('variables.remove', { variable });
    await waitFor(() => expect(useRecords.getState().variables.has(variable)).toBe(false));
    await openExport(galley);
    await choose(galley, 'Saved exports', 'Long ones');
    expect(within(line('No longer there')).getByLabelText<HTMLInputElement>('From').value).toBe('8');
    await galley.pressButton('Remove No longer there from the filters');
    await sized(/^documents: 2 rows/u);
  });
});
