import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { goBlind, noticeOf, pick, shown, variableOf } from '../testDesk.ts';

const openNew = (galley: TestWindow, code: Id | null = null) => galley.open({ kind: 'variable', variable: null, code });

const names = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('variables.list', {})).map(({ name }) => name);

/** A nominal variable about articles with two choices. */
async function topic({ client }: TestWindow): Promise<Id> {
  const choices = ['ports', 'mills'].map((label, at) => ({ value: at + 1, label }));
  const made = await client.call('variables.create', { scope: 'document', name: 'topic', level: 'nominal', choices });
  return made.id;
}

const field = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name });
const buttons = (name: RegExp): (string | null)[] =>
  screen.queryAllByRole('button', { name }).map((button) => button.getAttribute('aria-label'));

describe('a new variable', () => {
  it('is made of what was typed, with the focus in its name at first, and undone by one step', async ({ galley }) => {
    await openNew(galley);
    expect(screen.getByRole('dialog', { name: 'New variable' })).toHaveProperty(
      'textContent',
      expect.stringContaining('About the article'),
    );
    await waitFor(() => expect(document.activeElement).toBe(field('Name')));
    await galley.press('tone');
    await galley.fill('Question', 'كيف يبدو النص؟');
    expect(field('Question').getAttribute('dir')).toBe('auto');
    await galley.fill('Help', 'By ear.');
    await galley.tabTo(screen.getByRole('checkbox', { name: 'Required' }));
    await galley.press(' ');
    await pick(galley, 'Level', 'Text');
    await galley.fill('If left open', 'none');
    await galley.press('{Enter}');
    await galley.closed();
    expect(await variableOf(galley, 'tone')).toMatchObject({
      scope: 'document',
      code: null,
      label: 'كيف يبدو النص؟',
      help: 'By ear.',
      level: 'text',
      required: true,
      fallback: 'none',
      showIf: null,
    });
    await galley.client.call('history.undo', {});
    expect(await names(galley)).toEqual([]);
  });

  it('of a code is asked for its passages', async ({ galley }) => {
    const code = await galley.newCode('Claims');
    await openNew(galley, code);
    screen.getByText('About passages of “Claims”');
    await galley.press('sure{Enter}');
    await galley.closed();
    expect(await variableOf(galley, 'sure')).toMatchObject({ scope: 'passage', code, level: 'nominal' });
  });

  it('is not made on Escape', async ({ galley }) => {
    await openNew(galley);
    await galley.press('tone{Escape}');
    await galley.closed();
    expect(await names(galley)).toEqual([]);
  });

  it('needs a name; what is missing is said beside the buttons, and can be mended', async ({ galley }) => {
    const dialog = await openNew(galley);
    await galley.press('{Enter}');
    await waitFor(() => expect(within(dialog).getByRole('alert').textContent).toBe('A name is needed'));
    await galley.press('tone{Enter}');
    await galley.closed();
    expect(await names(galley)).toEqual(['tone']);
  });

  it('whose name is taken stays open with what was typed', async ({ galley }) => {
    await topic(galley);
    await openNew(galley);
    await galley.press('topic{Enter}');
    expect(await noticeOf('alert')).toBe('There is a variable “topic” already. Give this one another name.');
    expect(field('Name').value).toBe('topic');
    await galley.press(' 2{Enter}');
    await galley.closed();
    expect(await names(galley)).toEqual(['topic', 'topic 2']);
  });
});

describe('choices', () => {
  it('are numbered on from the largest, each with the focus in its label', async ({ galley }) => {
    await openNew(galley);
    await galley.press('port');
    await galley.pressButton('Add choice');
    await waitFor(() => expect(document.activeElement).toBe(field('Label of choice 1')));
    await galley.press('مفتوح');
    await galley.fill('Number of choice 1', '8');
    await galley.pressButton('Add choice');
    await waitFor(() => expect(document.activeElement).toBe(field('Label of choice 2')));
    expect(field('Number of choice 2').value).toBe('9');
    await galley.press('{Enter}');
    await galley.closed();
    // One that has no label is called as its number is.
    expect((await variableOf(galley, 'port')).choices.map(({ value, label }) => [value, label])).toEqual([
      [8, 'مفتوح'],
      [9, '9'],
    ]);
  });

  it('are explained, and marked as missing', async ({ galley }) => {
    const variable = await topic(galley);
    await galley.open({ kind: 'variable', variable, code: null });
    await galley.tabTo(screen.getAllByRole('checkbox', { name: 'Missing' })[1] ?? document.body);
    await galley.press(' ');
    await galley.pressButton('Explain choice 2');
    await waitFor(() => expect(document.activeElement).toBe(field('Help for choice 2')));
    await galley.press('Of wool.');
    expect(screen.getByRole('button', { name: 'Explain choice 2' })).toHaveProperty('disabled', true);
    await galley.pressButton('Save');
    await galley.closed();
    expect((await variableOf(galley, 'topic')).choices).toEqual([
      { value: 1, label: 'ports', missing: false, help: '' },
      { value: 2, label: 'mills', missing: true, help: 'Of wool.' },
    ]);
  });

  it('go by their button, and the others keep what they say', async ({ galley }) => {
    const variable = await topic(galley);
    await galley.open({ kind: 'variable', variable, code: null });
    await galley.pressButton('Remove choice 1');
    expect(field('Label of choice 1').value).toBe('mills');
    expect(buttons(/^Remove choice/u)).toEqual(['Remove choice 1']);
    await galley.pressButton('Save');
    await galley.closed();
    expect((await variableOf(galley, 'topic')).choices.map(({ value, label }) => [value, label])).toEqual([
      [2, 'mills'],
    ]);
  });

  it('that are called alike, or bear one number, are refused in words', async ({ galley }) => {
    const variable = await topic(galley);
    await galley.open({ kind: 'variable', variable, code: null });
    await galley.fill('Label of choice 2', 'ports');
    await galley.press('{Enter}');
    expect(await noticeOf('alert')).toBe('“topic”: two of its values are called “ports”.');
    await galley.fill('Number of choice 2', '1');
    await galley.fill('Label of choice 2', 'mills');
    await galley.press('{Enter}');
    await screen.findByText('“topic”: the value 1 stands for two things.');
    expect((await variableOf(galley, 'topic')).choices.map(({ value }) => value)).toEqual([1, 2]);
  });

  it('of a number are its missing codes, from 99 on; a range that is the wrong way round is refused', async ({
    galley,
  }) => {
    await openNew(galley);
    await galley.press('age');
    await pick(galley, 'Level', 'Number, r');
    const group = screen.getByRole('group', { name: 'Missing codes' });
    await galley.pressButton('Add missing code');
    expect(field('Number of choice 1').value).toBe('99');
    expect(within(group).queryByRole('checkbox')).toBeNull();
    await galley.press('no age');
    await galley.fill('At least', '3,5');
    await galley.fill('At most', '2');
    await galley.press('{Enter}');
    expect(await noticeOf('alert')).toBe('“age”: its least value (3.5) is greater than its greatest (2).');
    await galley.fill('At most', 'ten');
    await galley.press('{Enter}');
    await screen.findByText('At most: not a number');
    await galley.fill('At most', '10');
    await galley.press('{Enter}');
    await galley.closed();
    expect(await variableOf(galley, 'age')).toMatchObject({
      level: 'ratio',
      minimum: 3.5,
      maximum: 10,
      choices: [{ value: 99, label: 'no age', missing: true }],
    });
  });
});

describe('what stands for no answer', () => {
  it('is one of the choices, or nothing', async ({ galley }) => {
    const variable = await topic(galley);
    await galley.open({ kind: 'variable', variable, code: null });
    expect(shown('If left open')).toBe('Nothing');
    await pick(galley, 'If left open', '2');
    expect(shown('If left open')).toBe('2 · mills');
    await galley.pressButton('Save');
    await galley.closed();
    expect((await variableOf(galley, 'topic')).fallback).toBe(2);
  });

  it('stays in sight when its choice goes, and is refused then', async ({ galley }) => {
    const variable = await topic(galley);
    await galley.client.call('variables.update', { variable, fallback: 2 });
    await galley.open({ kind: 'variable', variable, code: null });
    await galley.pressButton('Remove choice 2');
    expect(shown('If left open')).toBe('2');
    await galley.pressButton('Save');
    expect(await noticeOf('alert')).toContain('2 is none of its values (1 ports)');
    expect((await variableOf(galley, 'topic')).choices).toHaveLength(2);
  });

  it('is forgotten when another level is chosen', async ({ galley }) => {
    const variable = await topic(galley);
    await galley.client.call('variables.update', { variable, fallback: 2 });
    await galley.open({ kind: 'variable', variable, code: null });
    await pick(galley, 'Level', 'Several');
    expect(field('If left open').value).toBe('');
    screen.getByText(/The numbers of the choices, with commas/u);
    await galley.fill('If left open', '1; 2');
    await galley.press('{Enter}');
    await galley.closed();
    expect(await variableOf(galley, 'topic')).toMatchObject({ level: 'multiple', fallback: [1, 2] });
  });

  it('is a name of the list that the variable has', async ({ galley }) => {
    const { client } = galley;
    await client.call('entities.create', { list: 'Places', name: 'Zoo' });
    await client.call('entities.create', { list: 'People', name: 'Ada' });
    const zoe = await client.call('entities.create', { list: 'People', name: 'Zoë' });
    await openNew(galley);
    await galley.press('who');
    await pick(galley, 'Level', 'Name');
    screen.getByText(/The list has no names yet/u);
    await galley.fill('List of names', 'People');
    screen.getByText('Written when the article is marked done.');
    await galley.tabTo(screen.getByRole('combobox', { name: 'If left open' }));
    await galley.press('zo');
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['Zoë']);
    await galley.press('{ArrowDown}{Enter}');
    await galley.pressButton('Create');
    await galley.closed();
    expect(await variableOf(galley, 'who')).toMatchObject({ entityList: 'People', fallback: zoe.id });
  });
});

describe('a rule of when it is asked', () => {
  it('is made of conditions that begin with what is asked there', async ({ galley }) => {
    const asked = await topic(galley);
    const age = (await galley.client.call('variables.create', { scope: 'document', name: 'age', level: 'ratio' })).id;
    await openNew(galley);
    await galley.press('why');
    expect(screen.queryByRole('button', { name: / How many must hold$/u })).toBeNull();
    await galley.pressButton('Add condition');
    expect([shown('Variable of condition 1'), shown('Test of condition 1'), shown('Value of condition 1')]).toEqual([
      'topic',
      'is',
      '1 · ports',
    ]);
    await pick(galley, 'Value of condition 1', '2');
    await galley.pressButton('Add condition');
    await pick(galley, 'Variable of condition 2', 'age');
    await pick(galley, 'Test of condition 2', 'is at l');
    await galley.fill('Value of condition 2', '18');
    await pick(galley, 'How many must hold', 'One');
    await galley.pressButton('Create');
    await galley.closed();
    expect((await variableOf(galley, 'why')).showIf).toEqual({
      match: 'any',
      tests: [
        { variable: asked, is: 'equal', value: 2 },
        { variable: age, is: 'at-least', value: 18 },
      ],
    });
  });

  it('that only wants an answer shows no value, and goes with its last condition', async ({ galley }) => {
    const asked = await topic(galley);
    const { id } = await galley.client.call('variables.create', {
      ...{ scope: 'document', name: 'why', level: 'text' },
      showIf: { match: 'all', tests: [{ variable: asked, is: 'equal', value: 1 }] },
    });
    await galley.open({ kind: 'variable', variable: id, code: null });
    await pick(galley, 'Test of condition 1', 'is ans');
    expect(screen.queryByRole('button', { name: / Value of condition 1$/u })).toBeNull();
    await galley.pressButton('Save');
    await galley.closed();
    expect((await variableOf(galley, 'why')).showIf?.tests).toMatchObject([{ is: 'answered' }]);
    await galley.open({ kind: 'variable', variable: id, code: null });
    await galley.pressButton('Remove condition 1');
    await galley.pressButton('Save');
    await galley.closed();
    expect((await variableOf(galley, 'why')).showIf).toBeNull();
  });

  it('asks article facts and the same code’s passages, not those of another code', async ({ galley }) => {
    const { client } = galley;
    const [one, other] = [await galley.newCode('One'), await galley.newCode('Other')];
    const article = await galley.newArticle('one', 'Words.\n');
    await client.call('documents.setFact', { document: article, variable: 'site', value: 'Leeds' });
    for (const [name, code] of [
      ['mine', one],
      ['theirs', other],
    ] as const)
      await client.call('variables.create', { scope: 'passage', code, name, level: 'text' });
    await openNew(galley, one);
    await galley.pressButton('Add condition');
    await galley.pressButton(/ Variable of condition 1$/u);
    const offered = within(await screen.findByRole('listbox')).getAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toEqual(['site (article fact)', 'mine']);
  });

  it('that goes in a circle is refused', async ({ galley }) => {
    const asked = await topic(galley);
    await galley.client.call('variables.create', {
      ...{ scope: 'document', name: 'why', level: 'text' },
      showIf: { match: 'all', tests: [{ variable: asked, is: 'answered', value: 0 }] },
    });
    await galley.open({ kind: 'variable', variable: asked, code: null });
    await galley.pressButton('Add condition');
    await galley.pressButton('Save');
    expect(await noticeOf('alert')).toContain('its rule goes in a circle');
    expect((await variableOf(galley, 'topic')).showIf).toBeNull();
  });
});

describe('a variable that has answers', () => {
  /** An article of which Ada has said that its topic is mills. */
  async function answered(galley: TestWindow) {
    const variable = await topic(galley);
    const article = await galley.newArticle('one', 'The mills are shut.\n');
    await galley.client.call('answers.set', { document: article, variable, value: 2 });
    return { variable, article };
  }

  it('loses no choice that was answered', async ({ galley }) => {
    const { variable } = await answered(galley);
    await galley.open({ kind: 'variable', variable, code: null });
    await galley.pressButton('Remove choice 2');
    await galley.pressButton('Save');
    expect(await noticeOf('alert')).toContain('1 answer does not fit “topic” any more');
    expect((await variableOf(galley, 'topic')).choices).toHaveLength(2);
  });

  it('changes its words in a blind round, and not what may be answered', async ({ galley }) => {
    const { variable, article } = await answered(galley);
    await goBlind(galley, [article]);
    await galley.open({ kind: 'variable', variable, code: null });
    await galley.pressButton('Add choice');
    await galley.press('wells');
    await galley.press('{Enter}');
    expect(await noticeOf('alert')).toContain('what may be answered to a question is not changed');
    await galley.pressButton('Remove choice 3');
    await galley.fill('Question', 'What is it about?');
    await galley.press('{Enter}');
    await galley.closed();
    expect(await variableOf(galley, 'topic')).toMatchObject({ label: 'What is it about?', choices: [{}, {}] });
  });
});
