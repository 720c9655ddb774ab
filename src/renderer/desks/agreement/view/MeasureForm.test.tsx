import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { selectDocuments } from '../../../state/documentSelection.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { useAgreement } from '../state/measuring.ts';
import {
  adaAndBen,
  answerInLines,
  form,
  markAs,
  newArticles,
  newQuestion,
  showView,
  tenArticles,
} from '../testAgreement.tsx';

const select = (label: string): HTMLElement =>
  within(form()).getByRole('button', { name: new RegExp(` ${label}$`, 'u') });

/** Opens a select by its key and lists what it offers. */
async function offered(galley: TestWindow, label: string): Promise<string[]> {
  await galley.tabTo(select(label));
  await galley.press('{Enter}');
  const options = await screen.findAllByRole('option');
  return options.map(({ textContent }) => textContent);
}

/** Goes to an entry of a select by its letters. */
async function choose(galley: TestWindow, label: string, entry: string): Promise<void> {
  await offered(galley, label);
  await galley.press(entry);
  await galley.press('{Enter}');
  await waitFor(() => expect(select(label).textContent).toContain(entry));
}

const chosen = () => useAgreement.getState().choice;

const pickList = (name: string): HTMLElement => within(form()).getByRole('listbox', { name });

describe('what is to be measured', () => {
  it('is all codes as passages, in all articles, at first', async ({ galley }) => {
    await showView(galley, { draws: 2000 });
    expect(select('Measure').textContent).toBe('Codes');
    expect(select('Unit').textContent).toBe('Passages as marked');
    expect(select('Which codes').textContent).toBe('All codes');
    expect(select('Articles').textContent).toBe('All that two coders have finished');
    expect(within(form()).getByRole<HTMLInputElement>('textbox', { name: 'Draws' }).value).toBe('2000');
    expect(within(form()).getByRole<HTMLInputElement>('textbox', { name: 'Seed' }).value).toBe('1');
  });

  it('says under each unit what it counts', async ({ galley }) => {
    await showView(galley);
    expect(await offered(galley, 'Unit')).toEqual([
      'Passages as marked',
      'Articles',
      'Paragraphs',
      'Sentences',
      'Characters',
    ]);
    await galley.press('{End}{Enter}');
    await within(form()).findByText('For each code: is the character marked? Inflated by text that nobody coded.');
    expect(chosen().unit).toBe('characters');
    await choose(galley, 'Unit', 'Paragraphs');
    expect(within(form()).getByText('For each code: does it occur in the paragraph?')).toBeTruthy();
  });

  it('stays as it was when a select is left by Escape', async ({ galley }) => {
    await showView(galley);
    await offered(galley, 'Unit');
    await galley.press('{ArrowDown}{Escape}');
    await waitFor(() => expect(screen.queryByRole('option')).toBeNull());
    expect(chosen().unit).toBe('span');
    await waitFor(() => expect(document.activeElement).toBe(select('Unit')));
  });

  it('has no unit to choose for variables, because it is the article', async ({ galley }) => {
    await showView(galley);
    await choose(galley, 'Measure', 'Article variables');
    expect(within(form()).queryByRole('button', { name: / Unit$/u })).toBeNull();
    expect(within(form()).getByText('The unit is the article: one answer of each coder.')).toBeTruthy();
    expect(select('Which variables').textContent).toBe('All variables');
  });

  it('offers to group by facts of articles once there are any', async ({ galley }) => {
    const [article = ''] = await newArticles(galley, ['a']);
    await showView(galley);
    expect(within(form()).queryByRole('button', { name: / Also by$/u })).toBeNull();
    await galley.client.call('documents.setFact', { document: article, variable: 'site', value: 'Herald' });
    await within(form()).findByRole('button', { name: / Also by$/u });
    expect(await offered(galley, 'Also by')).toContain('Outlet');
    await galley.press('Outlet{Enter}');
    const facts = await galley.client.call('variables.list', {});
    await waitFor(() => expect(chosen().by).toBe(facts.find(({ name }) => name === 'site')?.id));
    await choose(galley, 'Also by', 'No fact');
    expect(chosen().by).toBeNull();
  });

  it('opens its help', async ({ galley }) => {
    await showView(galley);
    await galley.pressButton('What the agreement figures mean', form());
    const help = await screen.findByRole('dialog', { name: 'What the agreement figures mean' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(help.isConnected).toBe(false);
  });
});

describe('the codes to choose from', () => {
  it('stand by their paths in order of numbers, and are ticked by Space', async ({ galley }) => {
    const frame = await galley.newCode('Frame');
    await galley.newCode('Rule 10', frame);
    const second = await galley.newCode('Rule 2', frame);
    const actor = await galley.newCode('Actor');
    await showView(galley);
    await choose(galley, 'Which codes', 'Only those chosen below');
    const list = pickList('Which codes');
    const labels = within(list).getAllByRole('option');
    expect(labels.map(({ textContent }) => textContent)).toEqual([
      'Actor',
      'Frame',
      'Frame / Rule 2',
      'Frame / Rule 10',
    ]);
    expect(within(form()).getByText('A code brings those below it.')).toBeTruthy();
    const [first] = labels;
    await galley.tabTo(first ?? list);
    await galley.press('{ArrowDown}{ArrowDown} ');
    expect(chosen().codes).toEqual([second]);
    await galley.press('{Home} ');
    expect(chosen().codes).toEqual([actor, second]);
    await galley.press(' ');
    expect(chosen().codes).toEqual([second]);
  });

  it('are found by their first letters', async ({ galley }) => {
    for (const name of ['Actor', 'Conflict', 'حرب']) await galley.newCode(name);
    await showView(galley);
    await choose(galley, 'Which codes', 'Only those chosen below');
    const options = within(pickList('Which codes')).getAllByRole('option');
    await galley.tabTo(options[0] ?? document.body);
    await galley.press('Conf');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Conflict'));
    await galley.press('{End}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('حرب'));
  });

  it('stay ticked on Escape', async ({ galley }) => {
    const actor = await galley.newCode('Actor');
    await showView(galley);
    await choose(galley, 'Which codes', 'Only those chosen below');
    await galley.tabTo(within(pickList('Which codes')).getByRole('option', { name: 'Actor' }));
    await galley.press(' {Escape}');
    expect(chosen().codes).toEqual([actor]);
  });

  it('leave nothing to measure while none is ticked', async ({ galley }) => {
    await galley.newCode('Actor');
    await showView(galley);
    const button = within(form()).getByRole<HTMLButtonElement>('button', { name: 'Measure' });
    expect(button.disabled).toBe(false);
    await choose(galley, 'Which codes', 'Only those chosen below');
    expect(button.disabled).toBe(true);
    await galley.press('{Alt>}m{/Alt}');
    expect(useAgreement.getState().running).toBeNull();
    await galley.tabTo(within(pickList('Which codes')).getByRole('option', { name: 'Actor' }));
    await galley.press(' ');
    expect(button.disabled).toBe(false);
  });

  it('are what is measured, with those below them', async ({ galley }) => {
    const frame = await galley.newCode('Frame');
    await galley.newCode('Blame', frame);
    await newArticles(galley, ['a']);
    for (const coder of ['Ada', 'Ben']) await markAs(galley, coder, ['a', 0, 4, 'Frame / Blame'], ['a', 5, 7, 'Other']);
    await showView(galley);
    await choose(galley, 'Which codes', 'Only those chosen below');
    await galley.tabTo(within(pickList('Which codes')).getAllByRole('option')[0] ?? document.body);
    await galley.press('{Home} ');
    await galley.pressButton('Measure', form());
    const codes = await screen.findByRole('table', { name: 'Each code against the rest, worst first' });
    expect(
      within(codes)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Frame / Blame']);
  });

  it('are variables in the order of the form, facts apart', async ({ galley }) => {
    const tone = await newQuestion(galley, 'tone', 'interval');
    await newQuestion(galley, 'actor', 'text');
    const code = await galley.newCode('A');
    await galley.client.call('variables.create', { scope: 'passage', code, name: 'strength', level: 'interval' });
    await showView(galley, { of: 'variables' });
    await choose(galley, 'Which variables', 'Only those chosen below');
    const options = within(pickList('Which variables')).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['tone', 'actor']);
    await galley.tabTo(options[0] ?? document.body);
    await galley.press(' ');
    expect(chosen().variables).toEqual([tone]);
    // Codes have a choice of their own.
    expect(chosen().codes).toBeNull();
  });
});

describe('the articles to choose from', () => {
  it('are those of a round, or those that are selected in the list', async ({ galley }) => {
    const [first = '', second = ''] = await newArticles(galley, ['a', 'b', 'c']);
    const { id } = await galley.client.call('rounds.create', {
      name: 'Pilot',
      kind: 'training',
      mode: 'open',
      documents: [first],
    });
    act(() => selectDocuments([first, second]));
    await showView(galley);
    expect(await offered(galley, 'Articles')).toEqual([
      'All that two coders have finished',
      '2 selected articles of the list',
      'Round “Pilot”',
    ]);
    await galley.press('2 sel{Enter}');
    await waitFor(() => expect(chosen().documents).toEqual([first, second]));
    await choose(galley, 'Articles', 'Round “Pilot”');
    expect([chosen().round, chosen().documents]).toEqual([id, null]);
    await choose(galley, 'Articles', 'All that two');
    expect(chosen().round).toBeNull();
  });

  it('stay the selected ones while the selection goes on changing', async ({ galley }) => {
    const [first = '', second = ''] = await newArticles(galley, ['a', 'b']);
    await markAs(galley, 'Ada', ['a', 0, 4, 'A'], ['b', 0, 4, 'A']);
    await markAs(galley, 'Ben', ['a', 0, 4, 'A'], ['b', 0, 4, 'A']);
    act(() => selectDocuments([first]));
    await showView(galley);
    await choose(galley, 'Articles', '1 selected article of the list');
    act(() => selectDocuments([first, second]));
    expect(select('Articles').textContent).toBe('1 selected article of the list');
    await galley.pressButton('Measure', form());
    await screen.findByRole('heading', { name: '1 article with two or more coders: Ada, Ben' });
  });
});

describe('what was chosen and is gone', () => {
  it('is a round: the form falls back to all articles, and so does measuring', async ({ galley }) => {
    const article = await adaAndBen(galley);
    const round = { name: 'Pilot', kind: 'training', mode: 'open' } as const;
    const { id } = await galley.client.call('rounds.create', { ...round, documents: [article] });
    await showView(galley, { round: id });
    expect(select('Articles').textContent).toBe('Round “Pilot”');
    await galley.client.call('rounds.remove', { round: id });
    await waitFor(() => expect(select('Articles').textContent).toBe('All that two coders have finished'));
    await galley.pressButton('Measure', form());
    await screen.findByRole('heading', { name: '1 article with two or more coders: Ada, Ben' });
  });

  it('is a fact: nothing is grouped any more', async ({ galley }) => {
    const document = await adaAndBen(galley);
    await galley.client.call('documents.setFact', { document, variable: 'site', value: 'Herald' });
    const facts = await galley.client.call('variables.list', {});
    await showView(galley, { by: facts.find(({ name }) => name === 'site')?.id ?? '' });
    expect(select('Also by').textContent).toBe('Outlet');
    // The fact came with its first value, and goes with it.
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(within(form()).queryByRole('button', { name: / Also by$/u })).toBeNull());
    await galley.pressButton('Measure', form());
    await screen.findByRole('region', { name: 'Results' });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('draws and seed', () => {
  it('are whole numbers; what is none is said to be wrong, and the number before it holds', async ({ galley }) => {
    await showView(galley);
    const wrong = 'A whole number from 0 to 100,000';
    for (const text of ['12.5', '-3', 'many', '100001', '']) {
      await galley.fill('Draws', '40', form());
      await galley.fill('Draws', text, form());
      const field = within(form()).getByRole<HTMLInputElement>('textbox', { name: 'Draws' });
      expect([field.value, field.getAttribute('aria-invalid')]).toEqual([text, 'true']);
      expect(within(form()).getByText(wrong)).toBeTruthy();
      // While typing, “12” and “10000” were numbers.
      expect(chosen().draws).toBe({ '12.5': 12, '100001': 10_000 }[text] ?? 40);
    }
    await galley.fill('Draws', '100000', form());
    expect(within(form()).queryByText(wrong)).toBeNull();
    expect(chosen().draws).toBe(100_000);
  });

  it('take a seed of up to 32 bits', async ({ galley }) => {
    await showView(galley);
    await galley.fill('Seed', '4294967295', form());
    expect(chosen().seed).toBe(4_294_967_295);
    await galley.fill('Seed', '4294967296', form());
    expect(within(form()).getByText('A whole number from 0 to 4,294,967,295')).toBeTruthy();
    expect(chosen().seed).toBe(429_496_729);
  });

  it('give the same limits again with the same seed', async ({ galley }) => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await newArticles(galley, names);
    await newQuestion(galley, 'tone', 'nominal', ['good', 'bad']);
    await answerInLines(galley, 'tone', names, { Ada: '111222', Ben: '112222' });
    await showView(galley, { of: 'variables', draws: 300, seed: 9 });
    const limits = async (): Promise<string> => {
      await galley.pressButton('Measure', form());
      await screen.findByText(/intervals from 300 samples of articles, seed/u);
      await waitFor(() => expect(useAgreement.getState().running).toBeNull());
      return (await screen.findByText(/^\.686 \[/u)).textContent;
    };
    const before = await limits();
    expect(await limits()).toBe(before);
    expect(before).toMatch(/^\.686 \[.*\]/u);
  });
});

describe('the button', () => {
  it('gives way to Cancel while it is measured, and the focus goes along and comes back', async ({ galley }) => {
    await tenArticles(galley);
    await showView(galley, { draws: 100_000 });
    await galley.pressButton('Measure', form());
    const cancel = await within(form()).findByRole('button', { name: 'Cancel' });
    await waitFor(() => expect(document.activeElement).toBe(cancel));
    expect(within(form()).getByRole('progressbar', { name: 'Measuring agreement' })).toBeTruthy();
    await galley.press('{Enter}');
    const measure = await within(form()).findByRole('button', { name: 'Measure' });
    await waitFor(() => expect(document.activeElement).toBe(measure));
    expect(useAgreement.getState().measured).toBeNull();
    // Giving up is no error.
    expect(screen.queryByRole('alert')).toBeNull();
    const tasks = await galley.client.call('tasks.list', {});
    expect(tasks.find(({ method }) => method === 'reliability.run')?.state).toBe('cancelled');
  });
});
