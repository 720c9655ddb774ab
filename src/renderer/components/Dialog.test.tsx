import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FormDialog } from './FormDialog.tsx';
import { TextField } from './TextField.tsx';
import { descriptionOf } from './testControl.tsx';

describe('a dialog', () => {
  function Asking({ onClose }: { onClose: () => void }) {
    const [isOpen, setIsOpen] = useState(false);
    const close = (): void => {
      setIsOpen(false);
      onClose();
    };
    return (
      <>
        <Button onPress={() => setIsOpen(true)}>Ask</Button>
        <Dialog
          isOpen={isOpen}
          onClose={close}
          title="Remove “War”?"
          lead="Two codings go with it."
          footer={<Button onPress={close}>Keep</Button>}
          role="alertdialog"
        >
          <p>Nothing else is changed.</p>
        </Dialog>
      </>
    );
  }

  async function ask(galley: TestWindow) {
    const closed = vi.fn<() => void>();
    galley.show(<Asking onClose={closed} />);
    await galley.pressButton('Ask');
    return { closed, dialog: await screen.findByRole('alertdialog', { name: 'Remove “War”?' }) };
  }

  it('has its title for a name and as a heading, and takes the focus', async ({ galley }) => {
    const { dialog } = await ask(galley);
    expect(screen.getByRole('heading', { name: 'Remove “War”?' })).toBeTruthy();
    expect(dialog.textContent).toContain('Two codings go with it.');
    expect(dialog.contains(document.activeElement)).toBe(true);
    // What stands behind it cannot be reached.
    expect(screen.queryByRole('button', { name: 'Ask' })).toBeNull();
  });

  it('keeps Tab inside', async ({ galley }) => {
    const { dialog } = await ask(galley);
    const passed = new Set<Element | null>();
    for (let presses = 0; presses < 5; presses++) {
      await galley.press('{Tab}');
      passed.add(document.activeElement);
      expect(dialog.contains(document.activeElement)).toBe(true);
    }
    expect(passed).toEqual(
      new Set([screen.getByRole('button', { name: 'Close' }), screen.getByRole('button', { name: 'Keep' })]),
    );
  });

  it.for(['Escape', 'Close', 'Keep'])('is shut by %s, once, and gives the focus back', async (way, { galley }) => {
    const { closed } = await ask(galley);
    if (way === 'Escape') await galley.press('{Escape}');
    else await galley.pressButton(way);
    await galley.closed();
    expect(closed).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ask' })));
  });
});

describe('a dialog that is a form', () => {
  function Naming({ onSubmit, onClose }: { onSubmit: (name: string) => void; onClose: () => void }) {
    const [name, setName] = useState('');
    const [isOpen, setIsOpen] = useState(true);
    const close = (): void => {
      setIsOpen(false);
      onClose();
    };
    if (!isOpen) return null;
    return (
      <FormDialog
        title="New code"
        onClose={close}
        submitLabel="Make"
        canSubmit={name.trim() !== ''}
        onSubmit={() => {
          onSubmit(name);
          close();
        }}
        otherActs={<Button onPress={() => setName('War')}>Suggest</Button>}
        remark={<span>Ctrl+Enter makes two.</span>}
        below={<p>Codes have a hue of their own.</p>}
      >
        <TextField label="Name" value={name} onChange={setName} autoFocus />
      </FormDialog>
    );
  }

  function showForm(galley: TestWindow) {
    const told = { submit: vi.fn<(name: string) => void>(), close: vi.fn<() => void>() };
    galley.show(<Naming onSubmit={told.submit} onClose={told.close} />);
    return told;
  }

  it('begins in its field and is sent by Enter', async ({ galley }) => {
    const { submit } = showForm(galley);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' })));
    await galley.press('Peace{Enter}');
    await galley.closed();
    expect(submit.mock.calls).toEqual([['Peace']]);
  });

  it('is sent by its main button, which stands last and says what it does', async ({ galley }) => {
    const { submit } = showForm(galley);
    await galley.press('Peace');
    const labels = screen.getAllByRole('button').map(({ textContent }) => textContent);
    expect(labels.slice(-3)).toEqual(['Cancel', 'Suggest', 'Make']);
    await galley.pressButton('Make');
    await galley.closed();
    expect(submit.mock.calls).toEqual([['Peace']]);
  });

  it('cannot be sent as long as something is missing', async ({ galley }) => {
    const { submit } = showForm(galley);
    const main = screen.getByRole<HTMLButtonElement>('button', { name: 'Make' });
    expect(main.disabled).toBe(true);
    await galley.press('  {Enter}');
    expect(submit).not.toHaveBeenCalled();
    expect(screen.getByRole('dialog', { name: 'New code' })).toBeTruthy();
    await galley.press('x');
    expect(main.disabled).toBe(false);
  });

  it('has other acts, which do not send it', async ({ galley }) => {
    const { submit } = showForm(galley);
    await galley.pressButton('Suggest');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('War');
    expect(submit).not.toHaveBeenCalled();
  });

  it('is left by Cancel and by Escape with nothing sent', async ({ galley }) => {
    const first = showForm(galley);
    await galley.press('Peace');
    await galley.pressButton('Cancel');
    await galley.closed();
    const second = showForm(galley);
    await galley.press('Peace{Escape}');
    await galley.closed();
    for (const { submit, close } of [first, second]) {
      expect(submit).not.toHaveBeenCalled();
      expect(close).toHaveBeenCalledTimes(1);
    }
  });

  it('says what its closing button does, with its key', async ({ galley }) => {
    showForm(galley);
    const close = screen.getByRole('button', { name: 'Close' });
    await galley.tabTo(close);
    // It stands outside the dialog, where a screen reader does not go; the button leads to it.
    await screen.findByRole('tooltip', { hidden: true });
    expect(descriptionOf(close)).toBe('CloseEsc');
  });
});
