import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { showCode } from '../../actions/view.ts';
import { useSegmentFilter } from '../../state/segmentFilter.ts';
import { useSettings } from '../../state/settings.ts';
import { useUi } from '../../state/ui.ts';
import { it } from '../../testing/inWindow.ts';
import { openReadOnly } from '../../testing/readOnly.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { CodesTab } from './CodesTab.tsx';
import { ReaderPanel } from './reader/ReaderPanel.tsx';
import { codedIn, harbour, pinnedCodes } from './testReading.tsx';

const tree = (): HTMLElement => screen.getByRole('treegrid', { name: 'Codes' });
const row = (name: string): HTMLElement => within(tree()).getByRole('row', { name: new RegExp(`^${name}`, 'u') });

const isMarked = (name: string): boolean => row(name).querySelector('[aria-current="true"]') !== null;

/** The reader with the codes beside it: “War” (1) and “Crew” (2). */
async function beside(galley: TestWindow) {
  const [war = '', crew = ''] = await pinnedCodes(galley, 'War', 'Crew');
  const article = await galley.newArticle('one', harbour);
  await galley.openArticle(article);
  galley.show(
    <>
      <ReaderPanel />
      <CodesTab />
    </>,
  );
  const text = await screen.findByRole('textbox', { name: 'Article text' });
  await screen.findByRole('treegrid', { name: 'Codes' });
  await galley.tabTo(text);
  return { war, crew, article, text };
}

/** Goes to the row of a code by keys. */
async function goTo(galley: TestWindow, name: string): Promise<void> {
  const isInTree = (): boolean => tree().contains(document.activeElement);
  for (let press = 0; press < 20 && !isInTree(); press += 1) await galley.user.tab();
  await galley.press('{Home}');
  for (let press = 0; press < 10 && document.activeElement !== row(name); press += 1) await galley.press('{ArrowDown}');
  await waitFor(() => expect(document.activeElement).toBe(row(name)));
}

describe('the codes beside the text', () => {
  it('give the selected passage a code by Enter, and the focus goes back to the text', async ({ galley }) => {
    const { article, text } = await beside(galley);
    await galley.press(' ');
    await goTo(galley, 'Crew');
    await galley.press('{Enter}');
    await waitFor(async () => expect(await codedIn(galley, article)).toEqual(['Crew: War is peace.']));
    await waitFor(() => expect(document.activeElement).toBe(text));
  });

  it('give it the code of a digit, whatever row has the focus', async ({ galley }) => {
    const { article } = await beside(galley);
    await galley.press(' ');
    await goTo(galley, 'Crew');
    await galley.press('1');
    await waitFor(async () => expect(await codedIn(galley, article)).toEqual(['War: War is peace.']));
  });

  it('give nothing while no passage is selected', async ({ galley }) => {
    const { article } = await beside(galley);
    await goTo(galley, 'Crew');
    await galley.press('{Enter}1');
    expect(await codedIn(galley, article)).toEqual([]);
  });

  it('count the codings as they come', async ({ galley }) => {
    const { article, crew } = await beside(galley);
    await galley.newCoding(article, 'crews', crew);
    await galley.newCoding(article, 'Nobody', crew);
    await waitFor(() => expect(row('Crew').textContent).toContain('2'));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(row('Crew').textContent).toContain('1'));
  });

  it('follow the coding that is chosen in the text', async ({ galley }) => {
    const { article, crew } = await beside(galley);
    await galley.newCoding(article, 'crews', crew);
    await waitFor(() => expect(screen.getByText('1 coding')).toBeDefined());
    await galley.press('{F8}');
    await waitFor(() => expect(isMarked('Crew')).toBe(true));
    expect(isMarked('War')).toBe(false);
  });

  it.for([
    { how: 'by keys', press: () => Promise.resolve() },
    // Presses that bring no focus: on the row that has it, and of a finger that scrolls.
    {
      how: 'and its row was pressed',
      press: ({ user }: TestWindow, name: string) => user.pointer({ target: row(name), keys: '[MouseLeft]' }),
    },
    {
      how: 'and a finger scrolled there',
      press: ({ user }: TestWindow, _: string, text: HTMLElement) => {
        act(() => text.focus());
        return user.pointer({ target: tree(), keys: '[TouchA>]' });
      },
    },
  ])(
    'take the focus at the code of the coding that is chosen, where they had it before $how',
    async ({ press }, { galley }) => {
      const { article, crew, war, text } = await beside(galley);
      await galley.newCoding(article, 'crews', crew);
      await galley.newCoding(article, 'Nobody', war);
      await waitFor(() => expect(screen.getByText('2 codings')).toBeDefined());
      const comeTo = async (name: string): Promise<void> => {
        await galley.press('{F8}');
        await waitFor(() => expect(isMarked(name)).toBe(true));
        for (let tab = 0; tab < 20 && !tree().contains(document.activeElement); tab += 1) await galley.user.tab();
        await waitFor(() => expect(document.activeElement).toBe(row(name)));
        expect(row(name).getAttribute('aria-selected')).toBe('true');
        await press(galley, name, text);
        act(() => text.focus());
      };
      await comeTo('Crew');
      await comeTo('War');
    },
  );

  it('show the segments of a code in the whole project', async ({ galley }) => {
    const { crew } = await beside(galley);
    await goTo(galley, 'Crew');
    await galley.press('s');
    expect(useSegmentFilter.getState()).toEqual({ scope: 'project', code: crew, coder: null });
    expect(useUi.getState().drawerTab).toBe('segments');
    await waitFor(() => expect(useSettings.getState().layout.drawerOpen).toBe(true));
  });

  it('open the dialogs of merging, splitting and removing for the code of the row', async ({ galley }) => {
    await beside(galley);
    await goTo(galley, 'Crew');
    for (const key of ['m', '{Shift>}s{/Shift}', '{Delete}']) {
      await galley.press(key);
      const dialog = await waitFor(() => screen.queryByRole('alertdialog') ?? screen.getByRole('dialog'));
      expect(dialog.textContent).toContain('Crew');
      await galley.press('{Escape}');
      await galley.closed();
      await waitFor(() => expect(document.activeElement).toBe(row('Crew')));
    }
    expect((await galley.client.call('codes.list', {})).codes).toHaveLength(2);
  });

  it('archive a code, and bring it back', async ({ galley }) => {
    const { crew } = await beside(galley);
    const isArchived = async () =>
      (await galley.client.call('codes.list', {})).codes.find(({ id }) => id === crew)?.archived;
    await goTo(galley, 'Crew');
    await galley.press('a');
    await waitFor(async () => expect(await isArchived()).toBe(true));
    await within(tree()).findByRole('row', { name: /^Crew, archived/u });
    await galley.press('a');
    await waitFor(async () => expect(await isArchived()).toBe(false));
  });

  it('rename a code, and move it', async ({ galley }) => {
    const { war, crew } = await beside(galley);
    await goTo(galley, 'Crew');
    await galley.press('{F2}');
    await galley.fill('Code name', 'طاقم');
    await galley.press('{Enter}');
    await within(tree()).findByRole('row', { name: /^طاقم/u });
    await goTo(galley, 'طاقم');
    await galley.press('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(async () => {
      const { codes } = await galley.client.call('codes.list', {});
      expect(codes.find(({ id }) => id === crew)).toMatchObject({ name: 'طاقم', parent: war });
    });
  });

  it('make a code', async ({ galley }) => {
    await beside(galley);
    await goTo(galley, 'Crew');
    await galley.press('n');
    await galley.fill('Code name', 'Economy');
    await galley.press('{Enter}');
    await within(tree()).findByRole('row', { name: /^Economy/u });
    expect((await galley.client.call('codes.list', {})).codes.map(({ name }) => name)).toEqual([
      'War',
      'Crew',
      'Economy',
    ]);
  });

  it('offer neither acts nor new codes in a project that can only be read', async ({ galley }) => {
    await pinnedCodes(galley, 'War', 'Crew');
    await openReadOnly(galley);
    galley.show(<CodesTab />);
    await screen.findByRole('treegrid', { name: 'Codes' });
    expect(screen.queryByRole('button', { name: 'New code' })).toBeNull();
    await goTo(galley, 'Crew');
    await galley.press('{F2}n{Delete}a');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect((await galley.client.call('codes.list', {})).codes.map(({ archived }) => archived)).toEqual([false, false]);
  });
});

describe('a code that is to be shown', () => {
  it('gets the focus, whatever hides it and wherever the focus was', async ({ galley }) => {
    const above = await galley.newCode('Frames');
    const conflict = await galley.newCode('Conflict', above);
    // A filter comes with sixteen codes.
    for (let at = 0; at < 14; at++) await galley.newCode(`Other ${at}`);
    const war = await galley.newCode('حرب');
    galley.show(
      <div data-region="side">
        <CodesTab />
      </div>,
    );
    await waitFor(() => row('حرب'));
    await goTo(galley, 'Frames');
    await galley.press('{ArrowLeft}');
    await waitFor(() => expect(within(tree()).queryByRole('row', { name: /^Conflict/u })).toBeNull());
    act(() => showCode(conflict));
    await waitFor(() => expect(document.activeElement).toBe(row('Conflict')));
    await galley.tabTo(screen.getByRole('searchbox'));
    await galley.press('other');
    await waitFor(() => expect(within(tree()).queryByRole('row', { name: /^حرب/u })).toBeNull());
    act(() => showCode(war));
    await waitFor(() => expect(document.activeElement).toBe(row('حرب')));
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
    // Once more, after the focus went elsewhere.
    await galley.press('{Home}');
    act(() => showCode(war));
    await waitFor(() => expect(document.activeElement).toBe(row('حرب')));
  });

  it('is forgotten by a panel that comes later', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War', 'Crew');
    useUi.setState({ shownCode: { code: war } });
    galley.show(<CodesTab />);
    await waitFor(() => row('War'));
    expect(document.activeElement).toBe(document.body);
  });
});
