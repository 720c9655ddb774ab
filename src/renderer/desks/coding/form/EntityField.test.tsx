import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { expectHeard, expectKept, openForm } from './testForm.tsx';

const actor = { name: 'actor', label: 'Who acts?', level: 'entity', entityList: 'Actors' } as const;
const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('combobox', { name: 'Who acts?' });
const offered = (): (string | null)[] => screen.queryAllByRole('option').map(({ textContent }) => textContent);
/** The option that the next Enter takes. */
const pointedAt = (): string | null | undefined =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

/** The form with one question, its list and one of another name; answers with the article and the ids of the names. */
async function withNames(galley: TestWindow, ...names: string[]) {
  const ids: Record<string, string> = {};
  for (const name of names) {
    const made = await galley.client.call('entities.create', { list: 'Actors', name, attributes: {} });
    ids[name] = made.id;
  }
  await galley.client.call('entities.create', { list: 'Places', name: 'Dockland', attributes: {} });
  const article = await openForm(galley, actor);
  await galley.tabTo(field());
  return { article, ids };
}

const listed = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('entities.list', {})).filter(({ list }) => list === 'Actors').map(({ name }) => name);

describe('a question for a name', () => {
  it('finds one of its list by a few letters and takes it by Enter', async ({ galley }) => {
    const { article, ids } = await withNames(galley, 'Port authority', 'Dockers’ union', 'Mayor');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    await galley.press('dock');
    expect(screen.getByRole('listbox', { name: 'Names in Actors' })).toBeTruthy();
    expect(offered()).toEqual(['Dockers’ union', 'Add “dock” to Actors']);
    expect(pointedAt()).toBe('Dockers’ union');
    await galley.press('{Enter}');
    await expectKept(galley, article, { actor: ids['Dockers’ union'] ?? '' });
    expect([field().value, offered()]).toEqual(['Dockers’ union', []]);
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await galley.client.call('history.undo', {});
    await expectKept(galley, article, {});
    await waitFor(() => expect(field().value).toBe(''));
  });

  it('opens its list by an arrow key, in alphabetical order, and goes round it', async ({ galley }) => {
    const { article, ids } = await withNames(galley, 'Port', 'Église', 'Dockers');
    await galley.press('{ArrowDown}');
    expect(offered()).toEqual(['Dockers', 'Église', 'Port']);
    expect(pointedAt()).toBe('Dockers');
    await galley.press('{ArrowUp}');
    expect(pointedAt()).toBe('Port');
    await galley.press('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('Église');
    await galley.press('{Enter}');
    await expectKept(galley, article, { actor: ids['Église'] ?? '' });
  });

  it('offers twelve names of many at most, and finds the others by their letters', async ({ galley }) => {
    const names = Array.from({ length: 40 }, (_, at) => `Member ${String(at + 1).padStart(2, '0')}`);
    const { article, ids } = await withNames(galley, ...names);
    await galley.press('{ArrowDown}');
    expect(offered()).toEqual(names.slice(0, 12));
    await galley.press('member 37');
    expect(offered()).toEqual(['Member 37']);
    await galley.press('{Enter}');
    await expectKept(galley, article, { actor: ids['Member 37'] ?? '' });
  });

  it('adds a name that is not there, with the answer, as two steps to undo', async ({ galley }) => {
    const { article, ids } = await withNames(galley, 'Dockers');
    await galley.press('  نقابة العمال ');
    expect(offered()).toEqual(['Add “نقابة العمال” to Actors']);
    expect(ids['نقابة العمال']).toBeUndefined();
    await galley.press('{Enter}');
    await waitFor(async () => expect(await listed(galley)).toEqual(['Dockers', 'نقابة العمال']));
    await waitFor(() => expect(field().value).toBe('نقابة العمال'));
    expect(field().dir).toBe('auto');
    const made = (await galley.client.call('entities.list', {})).find(({ name }) => name === 'نقابة العمال');
    await expectKept(galley, article, { actor: made?.id ?? '' });
    await galley.client.call('history.undo', {});
    await expectKept(galley, article, {});
    expect(await listed(galley)).toEqual(['Dockers', 'نقابة العمال']);
    await galley.client.call('history.undo', {});
    await waitFor(async () => expect(await listed(galley)).toEqual(['Dockers']));
  });

  it('does not add a name that is there in other letters', async ({ galley }) => {
    const { article, ids } = await withNames(galley, 'Dockers');
    await galley.press('DOCKERS');
    expect(offered()).toEqual(['Dockers']);
    await galley.press('{Enter}');
    await expectKept(galley, article, { actor: ids['Dockers'] ?? '' });
    expect(await listed(galley)).toEqual(['Dockers']);
  });

  it('changes nothing on Escape or when it is left without a pick', async ({ galley }) => {
    const { article, ids } = await withNames(galley, 'Dockers', 'Port');
    await galley.press('Port{Enter}');
    await expectKept(galley, article, { actor: ids['Port'] ?? '' });
    await galley.press('ers');
    expect(field().value).toBe('Porters');
    await galley.press('{Escape}');
    expect([field().value, offered()]).toEqual(['Port', []]);
    await galley.press('s');
    await galley.user.tab();
    expect(field().value).toBe('Port');
    await expectHeard(galley);
    await expectKept(galley, article, { actor: ids['Port'] ?? '' });
    expect(await listed(galley)).toEqual(['Dockers', 'Port']);
  });

  it('is not yet coded again when it is emptied', async ({ galley }) => {
    const { article, ids } = await withNames(galley, 'Port');
    await galley.press('Port{Enter}');
    await expectKept(galley, article, { actor: ids['Port'] ?? '' });
    await galley.press('{Control>}a{/Control}{Backspace}');
    await expectKept(galley, article, {});
    expect(offered()).toEqual(['Port']);
    await galley.press('{Enter}');
    await expectHeard(galley);
    await expectKept(galley, article, {});
  });

  it('shows with a name what the list knows of it', async ({ galley }) => {
    const attributes = { party: 'SPD', role: 'Mayor' };
    await galley.client.call('entities.create', { list: 'Actors', name: 'Ada L.', attributes });
    await openForm(galley, actor);
    await galley.tabTo(field());
    await galley.press('ada');
    expect(within(screen.getByRole('listbox')).getByRole('option', { name: /Ada L\..*SPD · Mayor/u })).toBeTruthy();
  });

  it('shows a new name of somebody who was renamed, and a name that came from elsewhere is offered', async ({
    galley,
  }) => {
    const { article, ids } = await withNames(galley, 'Port');
    await galley.press('Port{Enter}');
    await expectKept(galley, article, { actor: ids['Port'] ?? '' });
    await galley.client.call('entities.update', { entity: ids['Port'] ?? '', name: 'Port of Bremen' });
    await waitFor(() => expect(field().value).toBe('Port of Bremen'));
    await galley.client.call('entities.create', { list: 'Actors', name: 'Airport', attributes: {} });
    await expectHeard(galley);
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(offered()).toEqual(['Airport', 'Port of Bremen']));
  });

  it('offers nothing where the project is read only', async ({ galley }) => {
    await withNames(galley, 'Port');
    await openReadOnly(galley);
    await waitFor(() => expect(field().readOnly).toBe(true));
    await galley.tabTo(field());
    await galley.press('{ArrowDown}po');
    expect([field().value, offered()]).toEqual(['', []]);
    expect(field().getAttribute('aria-expanded')).toBe('false');
  });
});
