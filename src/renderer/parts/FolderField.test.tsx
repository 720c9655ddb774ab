import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen, waitFor } from '@testing-library/react';
import { useCallback, useState } from 'react';
import { describe, expect } from 'vitest';
import type { FileRef } from '../../shared/api/files.ts';
import { useRecords } from '../state/records.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { FolderField } from './FolderField.tsx';
import type { FolderFieldProps } from './FolderField.tsx';

/** Makes the folder where projects are kept, with a folder in it. */
function keptProjects(galley: TestWindow): string {
  mkdirSync(join(galley.folder, 'projects', 'harbour'), { recursive: true });
  return join(galley.folder, 'projects');
}

/** A field, and under it the path of what it tells. */
function Field({ galley, ...props }: { galley: TestWindow } & Pick<FolderFieldProps, 'label' | 'first'>) {
  const [chosen, setChosen] = useState('');
  const take = useCallback((folder: FileRef) => setChosen(galley.app.grants.path(folder)), [galley]);
  return (
    <>
      <FolderField purpose="export-folder" onChange={take} {...props} />
      <output aria-label="Chosen">{chosen}</output>
    </>
  );
}

const chosen = (path: string): Promise<void> =>
  waitFor(() => expect(screen.getByRole('status', { name: 'Chosen' }).textContent).toBe(path));

describe('a folder in a dialog', () => {
  it('is where projects are kept, until another one is chosen', async ({ galley }) => {
    const projects = keptProjects(galley);
    galley.show(<Field galley={galley} />);
    await chosen(projects);
    screen.getByRole('group', { name: 'Folder' });
    await galley.pressButton('Change…');
    const harbour = await screen.findByRole('option', { name: /^harbour/u });
    await waitFor(() => expect(document.activeElement).toBe(harbour));
    await galley.press('{Enter}');
    await chosen(join(projects, 'harbour'));
    screen.getByTitle(join(projects, 'harbour'));
    // The folder is taken as one goes; the button shuts the list.
    const change = screen.getByRole('button', { name: 'Change…' });
    expect(change.getAttribute('aria-expanded')).toBe('true');
    await galley.pressButton('Change…');
    expect(screen.queryByRole('listbox')).toBeNull();
    await chosen(join(projects, 'harbour'));
  });

  it('begins with the place that it is given, also one that is not there yet', async ({ galley }) => {
    const wanted = join(galley.folder, 'exports', 'new');
    const first = () => Promise.resolve({ folder: galley.app.grants.grant(wanted), label: wanted });
    galley.show(<Field galley={galley} label="Where to" first={first} />);
    await chosen(wanted);
    screen.getByRole('group', { name: 'Where to' });
    await galley.pressButton('Change…');
    await screen.findByText('No folders in this folder.');
    // To look around does not choose another one.
    await chosen(wanted);
    await galley.press('{Backspace}{Backspace}');
    await chosen(galley.folder);
  });

  it('begins where projects are kept when nobody says where', async ({ galley }) => {
    const projects = keptProjects(galley);
    galley.show(<Field galley={galley} first={() => Promise.resolve(undefined)} />);
    await chosen(projects);
  });
});

describe('where the machine has dialogs of its own', () => {
  it('asks in one of these, and says what went wrong there', async ({ galley }) => {
    const projects = keptProjects(galley);
    galley.show(<Field galley={galley} />);
    await chosen(projects);
    const { status } = useRecords.getState();
    act(() => useRecords.setState({ status: status && { ...status, dialogs: 'native' } }));
    await galley.pressButton('Change…');
    // This program has none, and says so.
    await screen.findByRole('alert');
    expect(screen.queryByRole('listbox')).toBeNull();
    await chosen(projects);
  });
});
