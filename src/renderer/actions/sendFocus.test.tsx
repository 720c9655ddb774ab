import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Dialog, Modal } from 'react-aria-components';
import { describe, expect } from 'vitest';
import { create } from 'zustand';
import { it } from '../testing/inWindow.ts';
import { sendFocus } from './sendFocus.ts';

const useShown = create<{ first: boolean; second: boolean; dialog: boolean }>(() => ({
  first: false,
  second: false,
  dialog: false,
}));

/** Two buttons that come later, a field that a key opens, and a dialog. */
function Page() {
  const { first, second, dialog } = useShown();
  const [hasField, setField] = useState(false);
  return (
    <>
      <button onKeyDown={() => setField(true)}>Here</button>
      {hasField && <input aria-label="Field" autoFocus />}
      {first && <button>First</button>}
      {second && <button>Second</button>}
      <Modal isOpen={dialog}>
        <Dialog aria-label="Question">
          <button>Yes</button>
        </Dialog>
      </Modal>
    </>
  );
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

/** Puts the focus on a button, once there is one; counts how often it was asked. */
function send(name: string): () => number {
  let asked = 0;
  sendFocus(() => {
    asked += 1;
    const found = screen.queryByText(name); // by what it says: under a dialog, nothing has a role
    found?.focus();
    return found !== null;
  });
  return () => asked;
}

const frames = async (count: number): Promise<void> => {
  for (let left = count; left > 0; left--) await act(() => new Promise((drawn) => requestAnimationFrame(drawn)));
};

describe('the focus that is sent somewhere', () => {
  it.beforeEach(async ({ galley }) => {
    useShown.setState({ first: false, second: false, dialog: false });
    galley.show(<Page />);
    await galley.tabTo(button('Here'));
  });

  it('is there at once, also on what was just opened', () => {
    act(() => {
      useShown.setState({ first: true });
      send('First');
      expect(document.activeElement).toBe(button('First'));
    });
  });

  it('comes when there is something to have it', async () => {
    send('First');
    await frames(2);
    expect(document.activeElement).toBe(button('Here'));
    act(() => useShown.setState({ first: true }));
    await waitFor(() => expect(document.activeElement).toBe(button('First')));
  });

  it('is no longer waited for after its time', async () => {
    const asked = send('First');
    await frames(40);
    const before = asked();
    act(() => useShown.setState({ first: true }));
    await frames(3);
    expect(asked()).toBe(before);
    expect(document.activeElement).toBe(button('Here'));
  });

  it('goes where it was sent last', async () => {
    send('First');
    send('Second');
    act(() => useShown.setState({ second: true }));
    await waitFor(() => expect(document.activeElement).toBe(button('Second')));
    act(() => useShown.setState({ first: true }));
    await frames(3);
    expect(document.activeElement).toBe(button('Second'));
  });

  it('stays in a field that a key has opened meanwhile', async ({ galley }) => {
    send('First');
    await galley.press('n');
    const field = screen.getByRole('textbox', { name: 'Field' });
    expect(document.activeElement).toBe(field);
    act(() => useShown.setState({ first: true }));
    await frames(3);
    expect(document.activeElement).toBe(field);
  });

  it('stays where Tab has taken it meanwhile', async ({ galley }) => {
    act(() => useShown.setState({ second: true }));
    send('First');
    await galley.press('{Tab}');
    act(() => useShown.setState({ first: true }));
    await frames(3);
    expect(document.activeElement).toBe(button('Second'));
  });

  it('waits for a dialog that closes, and is not given back to what had it before', async () => {
    act(() => useShown.setState({ first: true, dialog: true }));
    await waitFor(() => expect(document.activeElement?.closest('[role=dialog]')).not.toBeNull());
    send('First');
    expect(document.activeElement).not.toBe(screen.getByText('First'));
    act(() => useShown.setState({ dialog: false }));
    await waitFor(() => expect(document.activeElement).toBe(button('First')));
    await frames(3);
    expect(document.activeElement).toBe(button('First'));
  });
});
