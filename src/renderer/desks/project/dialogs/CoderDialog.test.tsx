import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';

const title = 'Who is coding?';
const nameField = 'Your name or initials';

const acting = async ({ client }: TestWindow): Promise<string | undefined> =>
  (await client.call('project.status', {})).coder?.name;
const known = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('coders.list', {})).map(({ name }) => name).sort();

/** Opens the dialog, with what is done once it is known who codes. */
async function ask(galley: TestWindow) {
  const goOn = vi.fn();
  const dialog = await galley.open({ kind: 'coder', then: goOn });
  return { dialog, goOn };
}

describe('asking who codes', () => {
  it('begins in the field, with the name of whoever codes now', async ({ galley }) => {
    const { dialog } = await ask(galley);
    const field = within(dialog).getByLabelText<HTMLInputElement>(nameField);
    expect(screen.getByRole('dialog', { name: title })).toBe(dialog);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.value).toBe('Ada');
  });

  it('makes somebody new the acting coder, without the spaces around the name, and goes on', async ({ galley }) => {
    const { goOn } = await ask(galley);
    await galley.fill(nameField, '  ليلى حداد  ');
    await galley.press('{Enter}');
    await galley.closed();
    expect(await acting(galley)).toBe('ليلى حداد');
    expect(goOn).toHaveBeenCalledOnce();
  });

  it('takes a name that is known for the same person, however it is written', async ({ galley }) => {
    const { id } = await galley.client.call('coders.add', { name: 'Zoë' });
    await ask(galley);
    await galley.fill(nameField, 'Zoe\u0308'); // e and a combining diaeresis
    await galley.press('{Enter}');
    await galley.closed();
    expect((await galley.client.call('project.status', {})).coder?.id).toBe(id);
    expect(await known(galley)).toEqual(['Zoë']);
  });

  it('offers the others of the project as buttons, and not whoever codes already', async ({ galley }) => {
    for (const name of ['Ben', 'Cleo', '大野']) await galley.client.call('coders.add', { name });
    await galley.actAs('Ben');
    const { goOn } = await ask(galley);
    const others = await screen.findByRole('group', { name: 'Coders in this project' });
    expect(
      within(others)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Cleo', '大野']);
    await galley.pressButton('大野', others);
    await galley.closed();
    expect(await acting(galley)).toBe('大野');
    expect(goOn).toHaveBeenCalledOnce();
  });

  it('shows no group of others where nobody else is known', async ({ galley }) => {
    await ask(galley);
    expect(screen.queryByRole('group', { name: 'Coders in this project' })).toBeNull();
  });

  it('takes no name that is empty or of spaces', async ({ galley }) => {
    const { dialog, goOn } = await ask(galley);
    const button = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Code as this person' });
    for (const name of ['', '   ']) {
      await galley.fill(nameField, name);
      expect(button.disabled).toBe(true);
      await galley.press('{Enter}');
      expect(screen.getByRole('dialog', { name: title })).toBe(dialog);
    }
    expect(await acting(galley)).toBe('Ada');
    expect(goOn).not.toHaveBeenCalled();
  });

  it('leaves all as it was on Escape and on Cancel, and what waited is not done', async ({ galley }) => {
    for (const leave of [() => galley.press('{Escape}'), () => galley.pressButton('Cancel')]) {
      const { goOn } = await ask(galley);
      await galley.fill(nameField, 'Ben');
      await leave();
      await galley.closed();
      expect(goOn).not.toHaveBeenCalled();
    }
    expect(await acting(galley)).toBe('Ada');
    expect(await known(galley)).toEqual([]);
  });

  it('stays open with what was typed, and says why, where the name is refused', async ({ galley }) => {
    const { goOn } = await ask(galley);
    await galley.fill(nameField, 'Ben\ud800'); // half a sign
    await galley.press('{Enter}');
    const notice = await screen.findByRole('alert', { hidden: true });
    expect(notice.textContent).toMatch(/name/iu);
    expect(screen.getByLabelText<HTMLInputElement>(nameField).value).toBe('Ben\ud800');
    expect(await acting(galley)).toBe('Ada');
    expect(goOn).not.toHaveBeenCalled();
  });
});
