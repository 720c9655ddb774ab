import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';

import type { TestWindow } from '../../../testing/testWindow.tsx';
import { codeOf, noticeOf, pick, shown, steps } from '../testDesk.ts';
import { CodeForm } from './CodeForm.tsx';

/** The form of a code as the window knows it. */
function Form({ code }: { code: Id | null }) {
  const known = useRecords((state) => (code === null ? undefined : state.codes.get(code)));
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  return <CodeForm code={known} readOnly={readOnly} />;
}

/** Shows the form of a new code. */
async function showForm(galley: TestWindow, name = 'Claims', parent?: Id): Promise<Id> {
  const code = await galley.newCode(name, parent);
  galley.show(<Form code={code} />);
  await screen.findByRole('form', { name: 'Code' });
  return code;
}

const field = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name });
const button = (name: RegExp | string): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name });

describe('without a code', () => {
  it('says how one is chosen or made', ({ galley }) => {
    galley.show(<Form code={null} />);
    screen.getByText('Choose a code');
    screen.getByText(/Press N in the tree to make a code\./u);
    expect(screen.queryByRole('form')).toBeNull();
  });
});

describe('the name', () => {
  it('is saved by Enter, and what undo gives back is shown', async ({ galley }) => {
    const code = await showForm(galley);
    await galley.fill('Name', 'ادعاءات');
    await galley.press('{Enter}');
    await waitFor(async () => expect((await codeOf(galley, code)).name).toBe('ادعاءات'));
    expect(field('Name').dir).toBe('auto');
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(field('Name').value).toBe('Claims'));
  });

  it('is saved when the field is left, once and without blanks around it', async ({ galley }) => {
    const code = await showForm(galley);
    const before = await steps(galley);
    await galley.fill('Name', '  Assertions ');
    await galley.press('{Enter}{Tab}');
    await waitFor(async () => expect((await codeOf(galley, code)).name).toBe('Assertions'));
    await waitFor(() => expect(field('Name').value).toBe('Assertions'));
    expect(await steps(galley)).toBe(before + 1);
  });

  it('is put back by Escape, and by leaving the field empty', async ({ galley }) => {
    const code = await showForm(galley);
    await galley.fill('Name', 'Other');
    await galley.press('{Escape}');
    expect(field('Name').value).toBe('Claims');
    await galley.fill('Name', '');
    await galley.press('{Tab}');
    await waitFor(() => expect(field('Name').value).toBe('Claims'));
    expect((await codeOf(galley, code)).name).toBe('Claims');
  });

  it('is not that of a code beside it, and holds no “ / ”; what is wrong is said at the field', async ({ galley }) => {
    const top = await galley.newCode('Top');
    await galley.newCode('Beside', top);
    await galley.newCode('Elsewhere');
    const code = await showForm(galley, 'Claims', top);
    screen.getByText('Top', { selector: 'bdi' });
    await galley.fill('Name', 'Beside');
    await galley.press('{Enter}');
    screen.getByText('A code here already has this name');
    expect(field('Name').getAttribute('aria-invalid')).toBe('true');
    await galley.fill('Name', 'a / b');
    await galley.press('{Enter}');
    screen.getByText('A name cannot contain “ / ”');
    expect((await codeOf(galley, code)).name).toBe('Claims');
    await galley.fill('Name', 'Elsewhere');
    await galley.press('{Enter}');
    await waitFor(async () => expect((await codeOf(galley, code)).name).toBe('Elsewhere'));
  });

  it('that only looks like another one is refused by the program, and the old one comes back', async ({ galley }) => {
    await galley.newCode('Café');
    const code = await showForm(galley);
    await galley.fill('Name', 'Cafe\u0301');
    await galley.press('{Enter}');
    expect(await noticeOf('alert')).toBe('There is a code “Café” already. Give this one another name.');
    await waitFor(() => expect(field('Name').value).toBe('Claims'));
    expect((await codeOf(galley, code)).name).toBe('Claims');
  });
});

describe('the rules', () => {
  it('are saved when their field is left, each in its place, and one step each', async ({ galley }) => {
    const code = await showForm(galley);
    const before = await steps(galley);
    await galley.fill('Definition', 'ما يقال');
    await galley.fill('Include', 'Said by name.');
    await galley.fill('Exclude', 'Rumours.');
    await galley.press('{Tab}');
    await waitFor(async () =>
      expect(await codeOf(galley, code)).toMatchObject({
        ...{ definition: 'ما يقال', include: 'Said by name.', exclude: 'Rumours.' },
      }),
    );
    expect(await steps(galley)).toBe(before + 3);
    expect(field('Definition').dir).toBe('auto');
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(field('Exclude').value).toBe(''));
    expect(field('Include').value).toBe('Said by name.');
  });

  it('that are being typed are not lost when others change the code', async ({ galley }) => {
    const code = await showForm(galley);
    await galley.fill('Definition', 'Half a thought');
    await galley.client.call('codes.update', { code, include: 'From elsewhere' });
    await waitFor(() => expect(field('Include').value).toBe('From elsewhere'));
    expect(field('Definition').value).toBe('Half a thought');
    await galley.press('{Tab}');
    await waitFor(async () => expect((await codeOf(galley, code)).definition).toBe('Half a thought'));
    expect((await codeOf(galley, code)).include).toBe('From elsewhere');
  });
});

describe('the look', () => {
  it('is chosen by arrows among plain and striped hues, and named on its button', async ({ galley }) => {
    const code = await showForm(galley);
    await galley.client.call('codes.update', { code, hue: 1, pattern: 'plain' });
    await galley.pressButton(await named(/^Colour and pattern: Red$/u));
    await screen.findByRole('listbox', { name: 'Colour of Claims' });
    expect(screen.getAllByRole('option')).toHaveLength(24);
    await galley.press('{End}{Enter}');
    await waitFor(async () => expect(await codeOf(galley, code)).toMatchObject({ hue: 12, pattern: 'striped' }));
    await screen.findByRole('button', { name: 'Colour and pattern: Rose, striped' });
  });

  it('is left by Escape, with the focus on its button again', async ({ galley }) => {
    const code = await showForm(galley);
    const before = await codeOf(galley, code);
    await galley.pressButton(/^Colour and pattern/u);
    await screen.findByRole('listbox', { name: 'Colour of Claims' });
    await galley.press('{ArrowRight}{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button(/^Colour and pattern/u)));
    expect(await codeOf(galley, code)).toEqual(before);
  });

  it('has a digit, which is taken from the code that had it and given up by Delete', async ({ galley }) => {
    const holder = await galley.newCode('Holder');
    await galley.client.call('codes.update', { code: holder, key: '4' });
    const code = await showForm(galley);
    await galley.pressButton('Digit: No digit');
    await screen.findByRole('option', { name: /4, now Holder|4\s*Holder/u });
    await galley.press('4');
    await screen.findByRole('button', { name: 'Digit: 4' });
    expect((await codeOf(galley, code)).key).toBe('4');
    expect((await codeOf(galley, holder)).key).toBeNull();
    await galley.pressButton('Digit: 4');
    await screen.findByRole('listbox');
    await galley.press('{Delete}');
    await screen.findByRole('button', { name: 'Digit: No digit' });
    expect((await codeOf(galley, code)).key).toBeNull();
  });
});

describe('the buttons', () => {
  it('archive the code, which then has no digit, and bring it back', async ({ galley }) => {
    const code = await showForm(galley);
    await galley.client.call('codes.update', { code, key: '7' });
    await galley.pressButton('Archive');
    await screen.findByText('Archived: it keeps its codings and is no longer offered.');
    expect(await codeOf(galley, code)).toMatchObject({ archived: true, key: null });
    expect(button('Digit: No digit').disabled).toBe(true);
    await galley.pressButton('Bring back');
    await waitFor(async () => expect((await codeOf(galley, code)).archived).toBe(false));
    await waitFor(() => expect(screen.queryByText(/^Archived:/u)).toBeNull());
  });

  it('open the dialogs of the code, and have the focus again when those are left', async ({ galley }) => {
    await showForm(galley);
    for (const [name, title] of [
      ['Merge…', 'Merge “Claims”'],
      ['Split…', 'Split “Claims”'],
      ['Remove…', 'Remove “Claims”?'],
    ] as const) {
      await galley.pressButton(name);
      await screen.findByRole(name === 'Remove…' ? 'alertdialog' : 'dialog', { name: title });
      await galley.press('{Escape}');
      await galley.closed();
      await waitFor(() => expect(document.activeElement).toBe(button(name)));
    }
  });
});

describe('the exclusive set', () => {
  it('is chosen, told to refuse, and dissolved, each by one step', async ({ galley }) => {
    const { call } = galley.client;
    const set = (await call('exclusiveSets.create', { name: 'جهة', rule: 'warn' })).id;
    const other = await galley.newCode('Other');
    await call('codes.update', { code: other, exclusiveSet: set });
    const code = await showForm(galley);
    expect(shown('Exclusive set')).toBe('None');
    expect(screen.queryByRole('button', { name: / Rule of /u })).toBeNull();
    await pick(galley, 'Exclusive set', 'جه');
    await waitFor(() => expect(shown('Rule of جهة')).toBe('Warn'));
    expect((await codeOf(galley, code)).exclusiveSet).toBe(set);
    await pick(galley, 'Rule of جهة', 'Ref');
    await waitFor(async () => expect(await call('exclusiveSets.list', {})).toMatchObject([{ rule: 'refuse' }]));
    await galley.pressButton('Dissolve “جهة”');
    await waitFor(() => expect(shown('Exclusive set')).toBe('None'));
    expect(await call('exclusiveSets.list', {})).toEqual([]);
    expect((await codeOf(galley, other)).exclusiveSet).toBeNull();
    await call('history.undo', {});
    await waitFor(() => expect(shown('Exclusive set')).toBe('جهة'));
    expect((await codeOf(galley, other)).exclusiveSet).toBe(set);
  });

  it('is left by choosing none, and the set stays', async ({ galley }) => {
    const set = (await galley.client.call('exclusiveSets.create', { name: 'Side', rule: 'warn' })).id;
    const code = await showForm(galley);
    await galley.client.call('codes.update', { code, exclusiveSet: set });
    await waitFor(() => expect(shown('Exclusive set')).toBe('Side'));
    await pick(galley, 'Exclusive set', 'None');
    await waitFor(async () => expect((await codeOf(galley, code)).exclusiveSet).toBeNull());
    expect(await galley.client.call('exclusiveSets.list', {})).toHaveLength(1);
  });

  it('is made by the last entry of the list', async ({ galley }) => {
    await showForm(galley);
    await pick(galley, 'Exclusive set', 'New');
    await screen.findByRole('dialog', { name: 'New set of codes that exclude each other' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(shown('Exclusive set')).toBe('None');
  });
});

describe('a project that is only read', () => {
  it('shows the rules and changes none', async ({ galley }) => {
    const code = await galley.newCode('Claims');
    await galley.client.call('codes.update', { code, definition: 'What is said.' });
    await galley.client.call('examples.create', { code, quote: 'It is so.' });
    await openReadOnly(galley);
    galley.show(<Form code={code} />);
    const form = within(await screen.findByRole('form', { name: 'Code' }));
    for (const name of ['Name', 'Definition', 'Include', 'Exclude']) expect(field(name).readOnly).toBe(true);
    expect(field('Definition').value).toBe('What is said.');
    const buttons = form.getAllByRole<HTMLButtonElement>('button');
    expect(buttons.filter(({ disabled }) => !disabled)).toEqual([]);
    expect(form.queryByRole('button', { name: /Merge|Split|Archive|Remove|Add example/u })).toBeNull();
  });
});

/** The name of a button, once it is there. */
async function named(name: RegExp): Promise<RegExp> {
  await screen.findByRole('button', { name });
  return name;
}
