import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect } from 'vitest';
import { renameProject } from '../actions/project.ts';
import { useRecords } from '../state/records.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { RenameDialog } from './RenameDialog.tsx';

/** The dialog for the project's name. */
function Renaming() {
  const name = useRecords((state) => state.status?.project?.name ?? '');
  const [isOpen, setIsOpen] = useState(true);
  if (!isOpen) return <h1>{name}</h1>;
  return (
    <RenameDialog
      title="Rename the project"
      name={name}
      onSave={(next) => void renameProject(next)}
      onClose={() => setIsOpen(false)}
    />
  );
}

const nameOf = async ({ client }: TestWindow): Promise<string | undefined> =>
  (await client.call('project.status', {})).project?.name;
const save = (): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });

describe('giving another name', () => {
  it('begins in the field with the name it has; Enter saves, without blanks around it', async ({ galley }) => {
    galley.show(<Renaming />);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.value).toBe('Test');
    await galley.fill('Name', '  إضراب الميناء  ');
    await galley.press('{Enter}');
    await screen.findByRole('heading', { name: 'إضراب الميناء' });
    expect(await nameOf(galley)).toBe('إضراب الميناء');
  });

  it('saves no name that is empty, blank or the same, neither by button nor by Enter', async ({ galley }) => {
    galley.show(<Renaming />);
    for (const name of ['', '   ', ' Test ']) {
      await galley.fill('Name', name);
      expect(save().disabled).toBe(true);
      await galley.press('{Enter}');
      screen.getByRole('dialog', { name: 'Rename the project' });
    }
    await galley.fill('Name', 'Tests');
    expect(save().disabled).toBe(false);
    expect(await nameOf(galley)).toBe('Test');
  });

  it('keeps at most 300 characters', ({ galley }) => {
    galley.show(<Renaming />);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
    expect(field.maxLength).toBe(300);
  });

  it('leaves the name on Escape and on Cancel', async ({ galley }) => {
    galley.show(<Renaming />);
    await galley.fill('Name', 'Other');
    await galley.pressButton('Cancel');
    await screen.findByRole('heading', { name: 'Test' });
    expect(await nameOf(galley)).toBe('Test');
  });
});
