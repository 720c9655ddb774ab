import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../../testing/inWindow.ts';
import { openReadOnly } from '../../../../testing/readOnly.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';

const dialog = (): HTMLElement => screen.getByRole('dialog', { name: 'Lists of names' });
const rows = (list = 'People'): string[] =>
  within(screen.getByRole('list', { name: `Names in ${list}` }))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent.replace('Change…Remove', ''));
const size = (): string => within(dialog()).getByRole('status').textContent;

/** A question that picks from a list. */
async function question(galley: TestWindow, entityList = 'People'): Promise<string> {
  const { id } = await galley.client.call('variables.create', {
    scope: 'document',
    name: `who in ${entityList}`,
    level: 'entity',
    entityList,
  });
  return id;
}

async function put(galley: TestWindow, name: string, attributes: Record<string, string> = {}, list = 'People') {
  return (await galley.client.call('entities.create', { list, name, attributes })).id;
}

const kept = async ({ client }: TestWindow): Promise<Record<string, Record<string, string>>> =>
  Object.fromEntries((await client.call('entities.list', {})).map(({ name, attributes }) => [name, attributes]));

async function opened(galley: TestWindow): Promise<void> {
  await galley.open({ kind: 'entities' });
}

describe('the lists of names', () => {
  it('say what to do where no question picks from a list', async ({ galley }) => {
    await opened(galley);
    expect(
      within(dialog()).getByText('No question picks from a list yet: give a variable the level “Name from a list”.'),
    ).toBeDefined();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('take names by Enter, one after the other, in the order of the alphabet', async ({ galley }) => {
    await question(galley);
    await opened(galley);
    expect(size()).toBe('This list has no names yet.');
    const add = screen.getByRole<HTMLButtonElement>('button', { name: 'Add' });
    expect(add.disabled).toBe(true);
    await galley.press('Zoe{Enter}');
    await waitFor(() => expect(size()).toBe('1 name'));
    await galley.press('ليلى{Enter}');
    await waitFor(() => expect(size()).toBe('2 names'));
    await galley.fill('Another name', 'Åsa');
    await galley.pressButton('Add');
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(rows().slice(0, 2)).toEqual(['Åsa', 'Zoe']);
    expect(Object.keys(await kept(galley)).toSorted()).toEqual(['Zoe', 'Åsa', 'ليلى'].toSorted());
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(size()).toBe('2 names'));
  });

  it('keep no empty name', async ({ galley }) => {
    await question(galley);
    await opened(galley);
    await galley.press('   {Enter}');
    expect(await kept(galley)).toEqual({});
    expect(size()).toBe('This list has no names yet.');
  });

  it('refuse a name that is there, and leave it in the field to be changed', async ({ galley }) => {
    await question(galley);
    await put(galley, 'Zoe');
    await opened(galley);
    await galley.press('Zoe{Enter}');
    await screen.findByText('The list “People” has an entry “Zoe” already.');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Another name' }).value).toBe('Zoe');
    expect(Object.keys(await kept(galley))).toEqual(['Zoe']);
  });

  it('remove a name, and undo brings it back', async ({ galley }) => {
    await question(galley);
    for (const name of ['Ada', 'Zoe']) await put(galley, name);
    await opened(galley);
    await galley.pressButton('Remove Ada');
    await waitFor(() => expect(rows()).toEqual(['Zoe']));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(rows()).toEqual(['Ada', 'Zoe']));
  });

  it('keep a name that an answer names, and say so', async ({ galley }) => {
    const variable = await question(galley);
    const zoe = await put(galley, 'Zoe');
    const article = await galley.newArticle('one', 'Zoe sails.\n');
    await galley.client.call('answers.set', { document: article, variable, value: zoe });
    await opened(galley);
    await galley.pressButton('Remove Zoe');
    await screen.findByText('1 answer names “Zoe”. Change it first.');
    expect(rows()).toEqual(['Zoe']);
  });

  it('part one list from the other, and show lists that are left from before', async ({ galley }) => {
    await question(galley);
    await put(galley, 'Zoe');
    await put(galley, 'York', {}, 'Cities');
    await opened(galley);
    expect(rows('Cities')).toEqual(['York']);
    await galley.pressButton(/List$/u, dialog());
    await screen.findByRole('listbox');
    await galley.press('People{Enter}');
    await waitFor(() => expect(rows()).toEqual(['Zoe']));
    await galley.fill('Another name', 'Ada');
    await galley.press('{Enter}');
    await waitFor(() => expect(rows()).toEqual(['Ada', 'Zoe']));
    const lists = (await galley.client.call('entities.list', {})).map(({ name, list }) => `${list}: ${name}`);
    expect(lists.toSorted()).toEqual(['Cities: York', 'People: Ada', 'People: Zoe']);
  });

  it('find names by their letters and by what is known of them, once there are more than eight', async ({ galley }) => {
    await question(galley);
    for (let at = 1; at <= 8; at += 1) await put(galley, `Person ${at}`);
    await opened(galley);
    await waitFor(() => expect(rows()).toHaveLength(8));
    expect(screen.queryByRole('textbox', { name: 'Filter names' })).toBeNull();
    await put(galley, 'Zoë', { party: 'Grüne' });
    await galley.fill('Filter names', 'GRÜNE');
    expect(rows()).toEqual(['Zoëparty: Grüne']);
    expect(size()).toBe('1 name');
    await galley.fill('Filter names', 'nobody');
    expect(size()).toBe('No name here has these words.');
    await galley.fill('Filter names', '');
    expect(size()).toBe('9 names');
  });

  it('draw two hundred names, and say how many more there are', async ({ galley }) => {
    await question(galley);
    await Promise.all(Array.from({ length: 202 }, (_, at) => put(galley, `Person ${at + 1}`)));
    await opened(galley);
    await waitFor(() => expect(rows()).toHaveLength(200));
    expect(size()).toBe('202 names');
    expect(screen.getByText('2 more names: filter to see them.')).toBeDefined();
    await galley.fill('Filter names', '20');
    expect(rows()).toEqual(['Person 120', 'Person 20', 'Person 200', 'Person 201', 'Person 202']);
  });

  it('are only read in a project that can only be read', async ({ galley }) => {
    await question(galley);
    await put(galley, 'Zoe');
    await openReadOnly(galley);
    await opened(galley);
    expect(rows()).toEqual(['Zoe']);
    expect(screen.queryByRole('textbox', { name: 'Another name' })).toBeNull();
    for (const name of ['Change Zoe', 'Remove Zoe'])
      expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  });
});

describe('changing a name', () => {
  async function changing(galley: TestWindow, name: string): Promise<HTMLElement> {
    await opened(galley);
    await galley.pressButton(`Change ${name}`);
    return screen.findByRole('dialog', { name: `Change “${name}”` });
  }

  const save = (): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
  const value = (label: string): string => screen.getByRole<HTMLInputElement>('textbox', { name: label }).value;

  it('renames it in the list, and undo takes that back', async ({ galley }) => {
    await question(galley);
    await put(galley, 'Zoe');
    await changing(galley, 'Zoe');
    expect(screen.getByText('In the list People. Answers that name it follow.')).toBeDefined();
    await galley.fill('Name', 'Zoë Berg');
    await galley.press('{Enter}');
    await screen.findByRole('dialog', { name: 'Lists of names' });
    expect(rows()).toEqual(['Zoë Berg']);
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(rows()).toEqual(['Zoe']));
  });

  it('writes down what is known, a line each, and leaves out lines without a value', async ({ galley }) => {
    await question(galley);
    await put(galley, 'Zoe');
    const form = await changing(galley, 'Zoe');
    await galley.pressButton('Add a line', form);
    await galley.fill('What 1', 'party');
    await galley.fill('Value 1', ' حزب ');
    await galley.pressButton('Add a line', form);
    await galley.fill('What 2', 'role');
    await galley.pressButton('Save', form);
    await screen.findByRole('dialog', { name: 'Lists of names' });
    expect(await kept(galley)).toEqual({ Zoe: { party: 'حزب' } });
    expect(rows()).toEqual(['Zoeparty: حزب']);
  });

  it('asks for what is known of others in the list', async ({ galley }) => {
    await question(galley);
    await put(galley, 'Ada', { party: 'Greens', country: 'UK' });
    await put(galley, 'Zoe', { role: 'mayor' });
    const form = await changing(galley, 'Zoe');
    expect([1, 2, 3].map((line) => `${value(`What ${line}`)}: ${value(`Value ${line}`)}`)).toEqual([
      'role: mayor',
      'party: ',
      'country: ',
    ]);
    await galley.fill('Value 3', 'France');
    await galley.pressButton('Remove line 1', form);
    await galley.pressButton('Save', form);
    await screen.findByRole('dialog', { name: 'Lists of names' });
    expect((await kept(galley))['Zoe']).toEqual({ country: 'France' });
  });

  it('says what is wrong with a line, and saves nothing meanwhile', async ({ galley }) => {
    await question(galley);
    await put(galley, 'Zoe', { party: 'Greens' });
    const form = await changing(galley, 'Zoe');
    await galley.pressButton('Add a line', form);
    expect(save().disabled).toBe(false); // an empty line is none
    await galley.fill('Value 2', 'mayor');
    expect(screen.getByText('Say what this is.')).toBeDefined();
    expect(save().disabled).toBe(true);
    await galley.fill('What 2', 'party');
    expect(screen.getByText('“party” stands there twice.')).toBeDefined();
    await galley.press('{Enter}');
    expect(await kept(galley)).toEqual({ Zoe: { party: 'Greens' } });
    await galley.fill('What 2', 'role');
    await galley.press('{Enter}');
    await screen.findByRole('dialog', { name: 'Lists of names' });
    expect(await kept(galley)).toEqual({ Zoe: { party: 'Greens', role: 'mayor' } });
  });

  it('needs a name, and one of its own', async ({ galley }) => {
    await question(galley);
    for (const name of ['Ada', 'Zoe']) await put(galley, name);
    await changing(galley, 'Zoe');
    await galley.fill('Name', '  ');
    expect(save().disabled).toBe(true);
    await galley.fill('Name', 'Ada');
    await galley.press('{Enter}');
    await screen.findByText('The list “People” has an entry “Ada” already.');
    expect(screen.getByRole('dialog', { name: 'Change “Zoe”' })).toBeDefined();
    expect(Object.keys(await kept(galley)).toSorted()).toEqual(['Ada', 'Zoe']);
  });

  it('goes back to the list on Escape, with all as it was', async ({ galley }) => {
    await question(galley);
    await put(galley, 'Zoe');
    await changing(galley, 'Zoe');
    await galley.fill('Name', 'Another');
    await galley.press('{Escape}');
    await screen.findByRole('dialog', { name: 'Lists of names' });
    expect(rows()).toEqual(['Zoe']);
    await galley.press('{Escape}');
    await galley.closed();
  });

  it('goes back to the list when somebody removes the name meanwhile', async ({ galley }) => {
    await question(galley);
    const zoe = await put(galley, 'Zoe');
    await changing(galley, 'Zoe');
    await galley.client.call('entities.remove', { entity: zoe });
    await screen.findByRole('dialog', { name: 'Lists of names' });
    expect(size()).toBe('This list has no names yet.');
  });
});
