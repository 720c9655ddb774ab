import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../shared/model/records.ts';
import { client, setClient } from '../../state/client.ts';
import { useRecords } from '../../state/records.ts';
import { useUi } from '../../state/ui.ts';
import { it } from '../../testing/inWindow.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { SegmentsTab } from './SegmentsTab.tsx';
import { codedIn, harbour, makeBlind } from './testReading.tsx';

const list = (): HTMLElement => screen.getByRole('grid', { name: 'Segments' });
const count = (): string | undefined => screen.getAllByRole('status')[0]?.textContent;

/** The rows that are drawn: what their cells say, joined by strokes. */
const rows = (): string[] =>
  within(list())
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map(({ textContent }) => textContent)
        .join(' | '),
    );

/** The row that keys act on. */
function cursor(): string {
  const row = document.getElementById(list().getAttribute('aria-activedescendant') ?? '');
  return row ? (within(row).getAllByRole('gridcell')[1]?.textContent ?? '') : '';
}

type Project = { one: Id; two: Id; war: Id; crew: Id };

/** Two articles: “one” with three codings by Ada and one by Ben, “two” with one by Ada, who acts. */
async function project(galley: TestWindow): Promise<Project> {
  const war = await galley.newCode('War');
  const crew = await galley.newCode('Crew', war);
  const one = await galley.newArticle('one', harbour);
  const two = await galley.newArticle('two', 'حرب in the harbour.\n');
  await galley.actAs('Ben');
  await galley.newCoding(one, 'peace', war);
  await galley.actAs('Ada');
  for (const words of ['War is over.', 'hurt']) await galley.newCoding(one, words, war);
  await galley.newCoding(one, 'The crews', crew);
  await galley.newCoding(two, 'حرب', war);
  return { one, two, war, crew };
}

async function shown(galley: TestWindow): Promise<Project> {
  const made = await project(galley);
  await galley.openArticle(made.one);
  galley.show(<SegmentsTab />);
  await screen.findByText('4 in this article');
  await waitFor(() => expect(rows()).toHaveLength(4));
  return made;
}

async function choose(galley: TestWindow, name: string, letters: string): Promise<void> {
  await galley.pressButton(new RegExp(`${name}$`, 'u'));
  await screen.findByRole('listbox');
  await galley.press(`${letters}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
}

describe('the list of segments', () => {
  it('has the codings of the article in the order of its text, with code, words, coder and place', async ({
    galley,
  }) => {
    await shown(galley);
    expect(rows()).toEqual([
      'War | peace | Ben | 7–12',
      'War | War is over. | Ada | 14–26',
      'Crew | The crews | Ada | 27–36',
      'War | hurt | Ada | 59–63',
    ]);
    expect(
      within(list())
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Code', 'Quotation', 'Coder', 'Characters']);
    expect(list().getAttribute('aria-rowcount')).toBe('5'); // the heads count
  });

  it('lists the agreed version and counts it apart', async ({ galley }) => {
    const { one, war } = await shown(galley);
    const place = { start: 7, end: 12 };
    const codings = [{ code: war, ...place }];
    await galley.client.call('disagreements.resolve', { place: { document: one, ...place }, codes: [war], codings });
    await screen.findByText('4 in this article, 1 agreed');
    await waitFor(() => expect(rows()).toHaveLength(5));
    await choose(galley, 'Only one coder', 'Agreed');
    await screen.findByText('1 agreed in this article');
    await waitFor(() => expect(rows()).toEqual(['War | peace | Agreed version | 7–12']));
  });

  it('has those of the whole project with the name of the article', async ({ galley }) => {
    await shown(galley);
    await choose(galley, 'Which segments', 'Whole');
    await screen.findByText('5 in this project');
    await waitFor(() => expect(rows().at(-1)).toBe('War | حرب | Ada | two | 0–3'));
    expect(within(list()).getByRole('columnheader', { name: 'Document' })).toBeDefined();
    await choose(galley, 'Which segments', 'This');
    await screen.findByText('4 in this article');
  });

  it('counts places in whole characters, and puts a quotation on one line', async ({ galley }) => {
    const code = await galley.newCode('War');
    const article = await galley.newArticle('one', '🚢🚢 sail\naway.\n');
    await galley.newCoding(article, 'sail\naway', code);
    await galley.openArticle(article);
    galley.show(<SegmentsTab />);
    await screen.findByText('1 in this article');
    // Two ships and a blank come before: 3 characters, though 5 units of UTF-16.
    await waitFor(() => expect(rows()).toEqual(['War | sail away | Ada | 3–12']));
  });

  it('marks a coding that has a memo, and says it', async ({ galley }) => {
    const { one, war } = await shown(galley);
    const coding = await galley.newCoding(one, 'Nobody', war);
    await galley.client.call('annotations.setMemo', { annotation: coding, memo: 'Really?' });
    expect(await screen.findByRole('img', { name: 'Memo: Really?' })).toBeDefined();
  });

  it('follows what is coded and taken back meanwhile', async ({ galley }) => {
    const { one, war } = await shown(galley);
    await galley.newCoding(one, 'Nobody', war);
    await screen.findByText('5 in this article');
    await waitFor(() => expect(rows()).toContain('War | Nobody | Ada | 48–54'));
    await galley.client.call('history.undo', {});
    await screen.findByText('4 in this article');
    await waitFor(() => expect(rows()).toHaveLength(4));
  });

  it('follows the article that is opened', async ({ galley }) => {
    const { two } = await shown(galley);
    await galley.openArticle(two);
    await screen.findByText('1 in this article');
    await waitFor(() => expect(rows()).toEqual(['War | حرب | Ada | 0–3']));
  });

  it('leaves out in a blind round what others coded', async ({ galley }) => {
    const { one } = await shown(galley);
    await makeBlind(galley, one);
    await screen.findByText('3 in this article');
    await waitFor(() => expect(rows().join()).not.toContain('Ben'));
    await choose(galley, 'Which segments', 'Whole');
    await screen.findByText('4 in this project');
  });
});

describe('keys in the list of segments', () => {
  it('move the cursor by rows and to the ends, and stop there', async ({ galley }) => {
    await shown(galley);
    await galley.tabTo(list());
    expect(cursor()).toBe('peace');
    const seen: string[] = [];
    for (const key of [
      'ArrowDown',
      'ArrowDown',
      'End',
      'ArrowDown',
      'ArrowUp',
      'Home',
      'PageUp',
      'PageDown',
      'PageUp',
    ]) {
      await galley.press(`{${key}}`);
      seen.push(cursor());
    }
    const [first, second, third, last] = ['peace', 'War is over.', 'The crews', 'hurt'];
    expect(seen).toEqual([second, third, last, last, third, first, first, last, first]);
    await waitFor(() => expect(document.activeElement).toBe(list()));
  });

  it('choose a coding by Enter, in another article too', async ({ galley }) => {
    const { two } = await shown(galley);
    await choose(galley, 'Which segments', 'Whole');
    await screen.findByText('5 in this project');
    await waitFor(() => expect(rows()).toHaveLength(5));
    await galley.tabTo(list());
    await galley.press('{End}{Enter}');
    await waitFor(() => expect(useRecords.getState().open?.document.id).toBe(two));
    await waitFor(() => {
      const { open } = useRecords.getState();
      expect(open?.annotations.get(useUi.getState().activeAnnotation ?? '')?.document).toBe(two);
    });
    await waitFor(() => expect(within(list()).getByRole('row', { selected: true }).textContent).toContain('حرب'));
  });

  it('follow the coding that is chosen in the text', async ({ galley }) => {
    const { one } = await shown(galley);
    const { rows: all } = await galley.client.call('segments.list', { document: one, offset: 2, limit: 1 });
    useUi.setState({ activeAnnotation: all[0]?.id ?? null });
    await waitFor(() => expect(cursor()).toBe('The crews'));
    await galley.tabTo(list());
    await galley.press('{ArrowDown}');
    expect(cursor()).toBe('hurt');
  });

  it('remove a coding by Delete, and undo brings it back', async ({ galley }) => {
    const { one } = await shown(galley);
    await galley.tabTo(list());
    await galley.press('{ArrowDown}{Delete}');
    await screen.findByText('3 in this article');
    expect(await codedIn(galley, one)).toEqual(['War: peace', 'Crew: The crews', 'War: hurt']);
    await waitFor(() => expect(cursor()).toBe('The crews'));
    await galley.press('{Control>}z{/Control}');
    await screen.findByText('4 in this article');
  });

  it('ask before the work of somebody else is removed', async ({ galley }) => {
    const { one } = await shown(galley);
    await galley.tabTo(list());
    await galley.press('{Delete}');
    const dialog = await screen.findByRole('alertdialog', { name: 'Change the work of Ben?' });
    await galley.pressButton('Cancel', dialog);
    await galley.closed();
    expect(await codedIn(galley, one)).toHaveLength(4);
  });

  it.for(['{ContextMenu}', '{Shift>}{F10}{/Shift}'])('open the menu of a coding by %s', async (key, { galley }) => {
    const { one } = await shown(galley);
    await galley.tabTo(list());
    await galley.press(`{End}${key}`);
    await screen.findByRole('menu', { name: 'Segments' });
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Show in the text'),
      expect.stringContaining('Change its code…'),
      'Memo…',
      'Link…',
      'Copy with its source',
      expect.stringContaining('Remove this coding'),
    ]);
    await galley.press('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(list()));
    expect(await codedIn(galley, one)).toHaveLength(4);
    await galley.press(key);
    await screen.findByRole('menu', { name: 'Segments' });
    await galley.press('{End}{Enter}');
    await screen.findByText('3 in this article');
    expect(await codedIn(galley, one)).not.toContain('War: hurt');
  });
});

describe('the filters of the list of segments', () => {
  it('ask for one code with those below it, found by its letters, and for all again', async ({ galley }) => {
    await shown(galley);
    await galley.pressButton(/^Only one code: All codes/u);
    await screen.findByRole('dialog', { name: 'Only one code' });
    await galley.press('crew{Enter}');
    await waitFor(() => expect(rows()).toEqual(['Crew | The crews | Ada | 27–36']));
    expect(count()).toBe('1 in this article');
    await galley.pressButton(/^Only one code: Crew/u);
    await screen.findByRole('dialog', { name: 'Only one code' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(rows()).toHaveLength(1);
    await galley.pressButton('Show all codes');
    await waitFor(() => expect(rows()).toHaveLength(4));
    expect(screen.queryByRole('button', { name: 'Show all codes' })).toBeNull();
  });

  it('hold a code’s whole branch', async ({ galley }) => {
    await shown(galley);
    await galley.pressButton(/^Only one code/u);
    await screen.findByRole('dialog', { name: 'Only one code' });
    await galley.press('war{Enter}');
    await screen.findByRole('button', { name: /^Only one code: War/u });
    await waitFor(() => expect(rows()).toHaveLength(4));
  });

  it('make no code', async ({ galley }) => {
    await shown(galley);
    await galley.pressButton(/^Only one code/u);
    await screen.findByRole('dialog', { name: 'Only one code' });
    await galley.press('zzz{Control>}{Enter}{/Control}{Enter}');
    expect(screen.getByText('No code matches.')).toBeDefined();
    expect((await galley.client.call('codes.list', {})).codes).toHaveLength(2);
  });

  it('ask for one coder', async ({ galley }) => {
    await shown(galley);
    await choose(galley, 'Only one coder', 'Ben');
    await waitFor(() => expect(rows()).toEqual(['War | peace | Ben | 7–12']));
    await choose(galley, 'Only one coder', 'All');
    await waitFor(() => expect(rows()).toHaveLength(4));
  });

  it('say when nothing passes, and show all again by a button', async ({ galley }) => {
    await shown(galley);
    await choose(galley, 'Only one coder', 'Ben');
    await waitFor(() => expect(rows()).toHaveLength(1));
    await galley.pressButton(/^Only one code: /u);
    await screen.findByRole('dialog', { name: 'Only one code' });
    await galley.press('crew{Enter}');
    await screen.findByText('No segment matches');
    expect(screen.getByText('No coding has this code by this coder here.')).toBeDefined();
    await galley.pressButton('Show all');
    await waitFor(() => expect(rows()).toHaveLength(4));
  });

  it('offer no coders where there is one', async ({ galley }) => {
    const article = await galley.newArticle('one', harbour);
    await galley.newCoding(article, 'War', await galley.newCode('War'));
    await galley.openArticle(article);
    galley.show(<SegmentsTab />);
    await screen.findByText('1 in this article');
    expect(screen.queryByRole('button', { name: /Only one coder$/u })).toBeNull();
  });
});

describe('a list of segments without rows', () => {
  it('says how to code, in an article and in a project without any', async ({ galley }) => {
    await galley.openArticle(await galley.newArticle('one', harbour));
    galley.show(<SegmentsTab />);
    await screen.findByText('Nothing is coded here yet');
    expect(screen.getByText('Select a passage, then press Enter or click a code.')).toBeDefined();
    await choose(galley, 'Which segments', 'Whole');
    await screen.findByText('Nothing is coded in this project yet');
    expect(count()).toBe('0 in this project');
  });

  it('has none of an article while no article is open', async ({ galley }) => {
    await project(galley);
    galley.show(<SegmentsTab />);
    await screen.findByText('0 in this article');
  });

  it('says what went wrong, and reads again by a button', async ({ galley }) => {
    await shown(galley);
    const sound = client();
    const broken = (method: string) =>
      method === 'segments.list' ? Promise.reject(new Error('The disk does not answer.')) : undefined;
    setClient({ ...sound, call: (...asked) => broken(asked[0]) ?? sound.call(...asked) });
    await choose(galley, 'Which segments', 'Whole');
    await screen.findByText('The list could not be read');
    expect(screen.getByText('The disk does not answer.')).toBeDefined();
    setClient(sound);
    await galley.pressButton('Try again');
    await screen.findByText('5 in this project');
    await waitFor(() => expect(rows()).toHaveLength(5));
  });
});

describe('a long list of segments', () => {
  it('reads what comes into sight, and draws little of it', async ({ galley }) => {
    const code = await galley.newCode('Word');
    const words = Array.from({ length: 450 }, (_, at) => `w${at + 1}`);
    const article = await galley.newArticle('long', `${words.join(' ')}\n`);
    let start = 0;
    const codings = words.map((word) => {
      const coding = { document: 'long', start, end: start + word.length, code: 'Word' };
      start += word.length + 1;
      return coding;
    });
    await galley.code(codings);
    expect(await galley.client.call('segments.list', { code, offset: 0, limit: 1 })).toMatchObject({ total: 450 });
    await galley.openArticle(article);
    galley.show(<SegmentsTab />);
    await screen.findByText('450 in this article');
    await galley.tabTo(list());
    expect(rows().length).toBeLessThan(60);
    await galley.press('{End}');
    const last = within(list()).getAllByRole('row').at(-1);
    expect(last?.getAttribute('aria-rowindex')).toBe('451');
    expect(last?.getAttribute('aria-busy')).toBe('true'); // it is not in sight yet, and not read
    fireEvent.scroll(list(), { target: { scrollTop: 450 * 27 - 600 } });
    await waitFor(() => expect(cursor()).toBe('w450'));
    await galley.press('{ArrowUp}');
    expect(cursor()).toBe('w449');
    await galley.press('{Home}');
    // 600 px in rows of 27 px, under the heads, are 21 whole rows; a page leaves one of them in sight.
    await galley.press('{PageDown}');
    await waitFor(() => expect(cursor()).toBe('w21'));
  });
});
