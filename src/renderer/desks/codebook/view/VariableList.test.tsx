import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import type { Scope, Variable } from '../../../../shared/model/variables.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';

import type { TestWindow } from '../../../testing/testWindow.tsx';
import { variableOf } from '../testDesk.ts';
import { VariableList } from './VariableList.tsx';

function List({ of }: { of: Id | null }) {
  const code = useRecords((state) => (of === null ? undefined : state.codes.get(of)));
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  return <VariableList code={code} readOnly={readOnly} />;
}

/** Makes variables of these names about articles, or about a code’s passages. */
async function make({ client }: TestWindow, names: readonly string[], code: Id | null = null): Promise<void> {
  const scope: Scope = code === null ? 'document' : 'passage';
  for (const name of names) await client.call('variables.create', { scope, code, name, level: 'text' });
}

async function show(galley: TestWindow, of: Id | null = null): Promise<void> {
  galley.show(<List of={of} />);
  await screen.findByRole('region', { name: 'Variables' });
}

const rows = (group: string): (string | null)[] =>
  within(screen.getByRole('list', { name: group }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

const order = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('variables.list', {})).map(({ name }: Variable) => name);

/** Opens the menu of a variable and takes an entry by its first letters. */
async function choose(galley: TestWindow, name: string, entry: string): Promise<void> {
  await galley.pressButton(`More about ${name}`);
  await screen.findByRole('menu', { name: `More about ${name}` });
  await galley.press(`${entry}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
}

describe('the variables', () => {
  it('are those of articles, and those of the chosen code alone, with their kinds', async ({ galley }) => {
    const [code, other] = [await galley.newCode('حرب'), await galley.newCode('Other')];
    await make(galley, ['tone']);
    await make(galley, ['sure'], code);
    await make(galley, ['not here'], other);
    const article = await galley.newArticle('one', 'Words.\n');
    await galley.client.call('documents.setFact', { document: article, variable: 'site', value: 'Leeds' });
    await show(galley, code);
    expect(rows('About the article')).toEqual(['toneText']);
    expect(rows('About passages of “حرب”')).toEqual(['sureText']);
  });

  it('that are none yet are said to be none, and made from here for article and code', async ({ galley }) => {
    const code = await galley.newCode('Claims');
    await show(galley, code);
    expect(screen.getAllByText('None yet.')).toHaveLength(2);
    for (const [label, about] of [
      ['New article variable', 'About the article'],
      ['New variable of the code', 'About passages of “Claims”'],
    ] as const) {
      await galley.pressButton(label);
      const dialog = await screen.findByRole('dialog', { name: 'New variable' });
      within(dialog).getByText(about);
      await galley.press('{Escape}');
      await galley.closed();
      await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: label })));
    }
  });

  it('open by Enter to be changed, and have the focus again after it', async ({ galley }) => {
    await make(galley, ['tone']);
    await show(galley);
    await galley.pressButton('tone');
    await screen.findByRole('dialog', { name: 'Variable “tone”' });
    await galley.fill('Name', 'نبرة');
    await galley.press('{Enter}');
    await galley.closed();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'نبرة' })));
    expect((await variableOf(galley, 'نبرة')).level).toBe('text');
  });

  it('change places by their menu, and not beyond the ends', async ({ galley }) => {
    await make(galley, ['a', 'b', 'c']);
    await show(galley);
    await choose(galley, 'a', 'Move d');
    await waitFor(() => expect(rows('About the article')).toEqual(['bText', 'aText', 'cText']));
    expect(await order(galley)).toEqual(['b', 'a', 'c']);
    await choose(galley, 'c', 'Move u');
    await waitFor(() => expect(rows('About the article')).toEqual(['bText', 'cText', 'aText']));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(rows('About the article')).toEqual(['bText', 'aText', 'cText']));
    const disabled = async (name: string): Promise<(string | null)[]> => {
      await galley.pressButton(`More about ${name}`);
      const entries = await screen.findAllByRole('menuitem');
      const found = entries.filter((entry) => entry.getAttribute('aria-disabled') === 'true');
      await galley.press('{Escape}');
      await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
      return found.map(({ textContent }) => textContent);
    };
    expect([await disabled('b'), await disabled('a'), await disabled('c')]).toEqual([['Move up'], [], ['Move down']]);
  });

  it('change places among their own, whatever stands between', async ({ galley }) => {
    const code = await galley.newCode('Claims');
    await make(galley, ['a']);
    await make(galley, ['x'], code);
    await make(galley, ['b']);
    await make(galley, ['y'], code);
    await show(galley, code);
    await choose(galley, 'y', 'Move u');
    await waitFor(() => expect(rows('About passages of “Claims”')).toEqual(['yText', 'xText']));
    expect(rows('About the article')).toEqual(['aText', 'bText']);
    await choose(galley, 'a', 'Move d');
    await waitFor(() => expect(rows('About the article')).toEqual(['bText', 'aText']));
    expect(rows('About passages of “Claims”')).toEqual(['yText', 'xText']);
  });

  it('are archived and brought back, and removed only after a question', async ({ galley }) => {
    await make(galley, ['tone']);
    await show(galley);
    await choose(galley, 'tone', 'Arch');
    await waitFor(() => expect(rows('About the article')).toEqual(['tonearchived']));
    expect((await variableOf(galley, 'tone')).archived).toBe(true);
    await choose(galley, 'tone', 'Bring');
    await waitFor(() => expect(rows('About the article')).toEqual(['toneText']));
    await choose(galley, 'tone', 'Rem');
    await screen.findByRole('alertdialog', { name: 'Remove “tone”?' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(await order(galley)).toEqual(['tone']);
  });

  it('are twelve at first where there are many, and all on request; fourteen are no many', async ({ galley }) => {
    const names = (from: number, to: number): string[] =>
      Array.from({ length: to - from }, (_, at) => `v${from + at + 1}`);
    await make(galley, names(0, 14));
    await show(galley);
    expect(rows('About the article')).toHaveLength(14);
    await make(galley, names(14, 15));
    await waitFor(() => expect(rows('About the article')).toHaveLength(12));
    await galley.pressButton('Show all 15');
    expect(rows('About the article')).toHaveLength(15);
    expect(screen.queryByRole('button', { name: /^Show all/u })).toBeNull();
  });

  it('lead to the lists of names where one asks for a name', async ({ galley }) => {
    await make(galley, ['tone']);
    await show(galley);
    expect(screen.queryByRole('button', { name: 'Lists of names…' })).toBeNull();
    await galley.client.call('variables.create', { scope: 'document', name: 'who', level: 'entity' });
    await galley.pressButton('Lists of names…');
    await screen.findByRole('dialog');
  });

  it('are only read in a project that is', async ({ galley }) => {
    await make(galley, ['tone']);
    await openReadOnly(galley);
    await show(galley);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['tone']);
    expect(screen.getByRole('button', { name: 'tone' })).toHaveProperty('disabled', true);
  });
});
