import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { RemoveDialog, shareNote } from './RemoveDialog.tsx';

/** The question, whose count comes when the button beside it is told to; and what was done. */
function Question({ note }: { note?: string | undefined }) {
  const [isOpen, setIsOpen] = useState(true);
  const [count, setCount] = useState<string | undefined>(undefined);
  const [done, setDone] = useState('nothing');
  return (
    <>
      <output aria-label="Done">{done}</output>
      <button hidden onClick={() => setCount('3 codings go with it.')}>
        Count
      </button>
      {isOpen && (
        <RemoveDialog
          title="Remove “الحرب”?"
          text={count}
          note={note}
          onClose={() => setIsOpen(false)}
          onRemove={() => setDone('removed')}
        />
      )}
    </>
  );
}

const counted = (): void => screen.getByText('Count').click();
const done = (): string | null => screen.getByLabelText('Done').textContent;

describe('asking before something is removed', () => {
  it('waits for what goes with it: until that is known nothing can be removed', async ({ galley }) => {
    galley.show(<Question />);
    const dialog = screen.getByRole('alertdialog', { name: 'Remove “الحرب”?' });
    const remove = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Remove' });
    within(dialog).getByText('…');
    expect(remove.disabled).toBe(true);
    counted();
    await within(dialog).findByText('3 codings go with it.');
    within(dialog).getByText('Undo brings everything back.');
    await galley.pressButton('Remove', dialog);
    await galley.closed();
    expect(done()).toBe('removed');
  });

  it('begins on Cancel, so that Enter alone removes nothing', async ({ galley }) => {
    galley.show(<Question />);
    counted();
    await screen.findByText('3 codings go with it.');
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    await waitFor(() => expect(document.activeElement).toBe(cancel));
    await galley.press('{Enter}');
    await galley.closed();
    expect(done()).toBe('nothing');
  });

  it('removes nothing on Escape or by the button that shuts it', async ({ galley }) => {
    galley.show(<Question key="first" />);
    await galley.press('{Escape}');
    await galley.closed();
    expect(done()).toBe('nothing');
  });

  it('says whose work goes with it', ({ galley }) => {
    const shares = [
      { coder: 'Bo', records: 2 },
      { coder: 'Çem', records: 1200 },
    ];
    galley.show(<Question note={shareNote({ shares })} />);
    screen.getByText('Of these by Bo: 2, Çem: 1,200.');
  });

  it('says nothing of others where all is one’s own, or not yet known', () => {
    expect(shareNote({ shares: [] })).toBeUndefined();
    expect(shareNote(undefined)).toBeUndefined();
  });
});
