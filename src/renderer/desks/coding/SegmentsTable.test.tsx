import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { mostAtOnce } from '../../../shared/api/annotations.ts';
import type { Id } from '../../../shared/model/records.ts';
import { client, setClient } from '../../state/client.ts';
import { useSegmentFilter } from '../../state/segmentFilter.ts';
import { it } from '../../testing/inWindow.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { SegmentsTab } from './SegmentsTab.tsx';
import { codedIn, harbour } from './testReading.tsx';

const list = (): HTMLElement => screen.getByRole('grid', { name: 'Segments' });

const words = (row: HTMLElement): string => within(row).getAllByRole('gridcell')[1]?.textContent ?? '';

const quotes = (): string[] => within(list()).getAllByRole('row').slice(1).map(words);

const selected = (): string[] => within(list()).queryAllByRole('row', { selected: true }).map(words);

/** What keys act on: the words of a row, or a head. */
function cursor(): string {
  const place = document.getElementById(list().getAttribute('aria-activedescendant') ?? '');
  return place?.getAttribute('role') === 'row' ? words(place) : (place?.textContent ?? '');
}

/** The heads, each with the way in which it sorts. */
const heads = (): string[] =>
  within(list())
    .getAllByRole('columnheader')
    .map((head) => `${head.textContent} ${head.getAttribute('aria-sort') ?? '–'}`);

const spoken = (): (string | null)[] => screen.getAllByRole('status').map(({ textContent }) => textContent);

type Project = { one: Id; war: Id; crew: Id; calm: Id };

/** An article with codings by Ada, who acts, and by Ben; another with one of hers. */
async function shown(galley: TestWindow): Promise<Project> {
  const calm = await galley.newCode('Calm');
  const war = await galley.newCode('War');
  const crew = await galley.newCode('Crew', war);
  const two = await galley.newArticle('two', 'حرب in the harbour.\n');
  const one = await galley.newArticle('one', harbour);
  await galley.actAs('Ben');
  await galley.newCoding(one, 'hurt', crew);
  await galley.actAs('Ada');
  for (const passage of ['War is peace.', 'over']) await galley.newCoding(one, passage, war);
  await galley.newCoding(one, 'The crews', crew);
  await galley.newCoding(two, 'حرب', calm);
  await galley.openArticle(one);
  galley.show(
    <section data-region="drawer">
      <SegmentsTab />
    </section>,
  );
  await screen.findByText('4 in this article');
  await waitFor(() => expect(quotes()).toHaveLength(4));
  return { one, war, crew, calm };
}

async function wholeProject(): Promise<void> {
  useSegmentFilter.setState({ scope: 'project' });
  await screen.findByText('5 in this project');
  await waitFor(() => expect(quotes()).toHaveLength(5));
}

async function asQuotes(...wanted: string[]): Promise<void> {
  await waitFor(() => expect(quotes()).toEqual(wanted));
}

const inText = ['War is peace.', 'over', 'The crews', 'hurt'];

describe('the heads of the segments list', () => {
  it('are reached from the first row, and sort by Enter: up, down, and as in the text again', async ({ galley }) => {
    await shown(galley);
    await galley.tabTo(list());
    await galley.press('{ArrowDown}{ArrowUp}{ArrowUp}');
    expect(cursor()).toBe('Code');
    expect(heads()).toEqual(['Code none', 'Quotation –', 'Coder none', 'Characters none']);
    await galley.press('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(cursor()).toBe('Characters');
    await galley.press('{Enter}');
    await asQuotes('over', 'hurt', 'The crews', 'War is peace.');
    expect(heads()).toEqual(['Code none', 'Quotation –', 'Coder none', 'Characters ascending']);
    await galley.press(' ');
    await asQuotes('War is peace.', 'The crews', 'over', 'hurt');
    expect(heads().at(-1)).toBe('Characters descending');
    await galley.press('{Enter}');
    await asQuotes(...inText);
    expect(heads().at(-1)).toBe('Characters none');
    expect(document.activeElement).toBe(list());
    await galley.press('{Home}');
    expect(cursor()).toBe('Code');
    await galley.press('{ArrowDown}');
    expect(cursor()).toBe('War is peace.');
  });

  it('sort by code, by coder and, in a project, by article; in an article that means nothing', async ({ galley }) => {
    await shown(galley);
    await wholeProject();
    const press = async (name: string): Promise<void> =>
      galley.user.click(within(list()).getByRole('columnheader', { name }));
    await press('Code');
    await asQuotes('حرب', 'War is peace.', 'over', 'The crews', 'hurt');
    await press('Coder');
    await waitFor(() => expect(quotes().at(-1)).toBe('hurt'));
    await press('Document');
    await waitFor(() => expect(quotes()[0]).toBe('حرب'));
    await press('Document');
    await asQuotes(...inText, 'حرب');
    expect(document.activeElement).toBe(list());
    useSegmentFilter.setState({ scope: 'document' });
    await asQuotes(...inText);
    expect(heads()).toEqual(['Code none', 'Quotation –', 'Coder none', 'Characters none']);
  });
});

describe('several rows of the segments list', () => {
  it('are selected by Shift and arrows, by Space, and all by Ctrl+A; that is said, and Escape ends it', async ({
    galley,
  }) => {
    await shown(galley);
    await galley.tabTo(list());
    await galley.press('{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(selected()).toEqual(['over', 'The crews', 'hurt']);
    expect(spoken()).toContain('3 selected');
    await galley.press('{Shift>}{Home}{/Shift}');
    expect(selected()).toEqual(['War is peace.', 'over']);
    await galley.press('{ArrowDown}{ArrowDown}{ArrowDown} ');
    expect(selected()).toEqual(['War is peace.', 'over', 'hurt']);
    await galley.press('{ArrowUp}{ArrowUp}{Control>} {/Control}');
    expect(selected()).toEqual(['War is peace.', 'hurt']);
    await galley.press('{Control>}a{/Control}');
    await waitFor(() => expect(selected()).toEqual(inText));
    await galley.press('{Escape}');
    expect(selected()).toEqual([]);
    expect(spoken()).not.toContain('4 selected');
    expect(document.activeElement).toBe(list());
  });

  it('are selected by the mouse with Ctrl and Shift, and a click alone opens and selects no more', async ({
    galley,
  }) => {
    await shown(galley);
    const { user } = galley;
    const row = (text: string): HTMLElement => within(list()).getByText(text);
    await user.click(row('War is peace.'));
    await waitFor(() => expect(selected()).toEqual(['War is peace.']));
    await user.keyboard('{Control>}');
    await user.click(row('hurt'));
    await user.keyboard('{/Control}');
    expect(selected()).toEqual(['War is peace.', 'hurt']);
    await user.keyboard('{Shift>}');
    await user.click(row('over'));
    await user.keyboard('{/Shift}');
    expect(selected()).toEqual(['over', 'The crews', 'hurt']);
    await user.click(row('over'));
    await waitFor(() => expect(selected()).toEqual(['over']));
    expect(spoken()).toContain('4 in this article');
  });

  it('stay selected in another order, and no longer in another list', async ({ galley }) => {
    await shown(galley);
    await wholeProject();
    await galley.tabTo(list());
    await galley.press('{Shift>}{ArrowDown}{/Shift}');
    const before = selected();
    expect(before).toHaveLength(2);
    await galley.press('{Home}{ArrowUp}{Enter}{Enter}');
    await asQuotes('The crews', 'hurt', 'War is peace.', 'over', 'حرب');
    expect(selected().sort()).toEqual(before.sort());
    useSegmentFilter.setState({ scope: 'document' });
    await screen.findByText('4 in this article');
    expect(selected()).toEqual([]);
  });

  it('get another code in one act by F2, which says what became of all, and undo brings back', async ({ galley }) => {
    const { one, crew } = await shown(galley);
    await galley.newCoding(one, 'over', crew);
    await waitFor(() => expect(quotes()).toHaveLength(5));
    await galley.tabTo(list());
    // All four of Ada's.
    await galley.press('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}{F2}');
    const picker = await screen.findByRole('dialog', { name: 'Choose another code' });
    expect(picker.textContent).toContain('another code for 4 codings');
    await galley.press('crew{Enter}');
    await screen.findByText(
      /^1 coding has the code “Crew” now\. 2 had it already\. 1 stays as it is, because whoever coded has the same words with “Crew”\. Ctrl\+Z \(undo\) brings back what was\.$/u,
    );
    expect((await codedIn(galley, one)).toSorted()).toEqual(
      ['Crew: War is peace.', 'War: over', 'Crew: over', 'Crew: The crews', 'Crew: hurt'].toSorted(),
    );
    expect(spoken()).not.toContain('4 selected');
    await waitFor(() => expect(document.activeElement).toBe(list()));
    await galley.press('{Control>}z{/Control}');
    await waitFor(async () => expect(await codedIn(galley, one)).toContain('War: War is peace.'));
  });

  it('get another code from the bar, whose picker gives the focus back to the list when it is left', async ({
    galley,
  }) => {
    const { one } = await shown(galley);
    await galley.tabTo(list());
    await galley.press('{Shift>}{ArrowDown}{/Shift}');
    await galley.pressButton('Change code…', screen.getByRole('toolbar', { name: 'Selected codings' }));
    await screen.findByRole('dialog', { name: 'Choose another code' });
    await galley.press('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(list()));
    expect(selected()).toEqual(['War is peace.', 'over']);
    await galley.pressButton('Change code…');
    await galley.press('calm{Enter}');
    await screen.findByText(/^2 codings have the code “Calm” now\. Ctrl/u);
    await waitFor(() => expect(document.activeElement).toBe(list()));
    expect(await codedIn(galley, one)).toContain('Calm: over');
  });

  it('are removed in one act by the menu, after a question where they are of others', async ({ galley }) => {
    const { one } = await shown(galley);
    await galley.tabTo(list());
    await galley.press('{End}{Shift>}{ArrowUp}{F10}{/Shift}');
    await screen.findByRole('menu', { name: 'Segments' });
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Change the code of 2 codings…'),
      expect.stringContaining('Remove 2 codings'),
    ]);
    await galley.press('{End}{Enter}');
    const question = await screen.findByRole('alertdialog', { name: 'Change the work of Ben?' });
    await galley.pressButton('Cancel', question);
    await galley.closed();
    expect(await codedIn(galley, one)).toHaveLength(4);
    expect(selected()).toEqual(['The crews', 'hurt']);
    await waitFor(() => expect(document.activeElement).toBe(list()));
    await galley.press('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}{Shift>}{ArrowUp}{/Shift}');
    expect(selected()).toEqual(['War is peace.', 'over']);
    await galley.press('{Delete}');
    await screen.findByText('2 codings are removed. Ctrl+Z (undo) brings them back.');
    await asQuotes('The crews', 'hurt');
    await galley.press('{Control>}z{/Control}');
    await asQuotes(...inText);
  });

  it('may be all there are, and the focus stays in the drawer when they are removed', async ({ galley }) => {
    await shown(galley);
    await galley.tabTo(list());
    await galley.press('{Control>}a{/Control}');
    await waitFor(() => expect(selected()).toEqual(inText));
    await galley.press('{Delete}');
    const question = await screen.findByRole('alertdialog', { name: 'Change the work of Ben?' });
    await galley.pressButton('Change it', question);
    await screen.findByText('Nothing is coded here yet');
    await waitFor(() => expect(document.activeElement?.closest('[data-region]')).not.toBeNull());
  });

  it('are no longer selected when they are gone', async ({ galley }) => {
    const { one } = await shown(galley);
    await galley.tabTo(list());
    await galley.press('{Shift>}{ArrowDown}{/Shift}');
    const { rows } = await galley.client.call('segments.list', { document: one, offset: 0, limit: 1 });
    await galley.client.call('annotations.remove', { annotations: [rows[0]?.id ?? ''] });
    await waitFor(() => expect(spoken()).toContain('1 selected'));
  });

  it('are all that the list holds, as far as an act takes them, and that is told', async ({ galley }) => {
    await shown(galley);
    const sound = client();
    const many = async () => ({ ...(await sound.call('segments.ids', {})), total: mostAtOnce + 7 });
    const pretended = (method: string) => (method === 'segments.ids' ? many() : undefined);
    setClient({
      ...sound,
      call: (...asked) => (pretended(asked[0]) as Promise<never> | undefined) ?? sound.call(...asked),
    });
    await galley.tabTo(list());
    await galley.press('{Control>}a{/Control}');
    await screen.findByText(/^5 of 50,007 codings are selected: an act takes no more at once\./u);
    setClient(sound);
  });
});
