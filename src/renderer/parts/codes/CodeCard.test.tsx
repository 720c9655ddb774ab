import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { codeRow, showCodes, shownRow } from './testCodes.tsx';

const card = (): string | null => document.querySelector('[data-code-card]')?.textContent ?? null;

/** Rests the pointer on a code's row for so long. */
function rest(name: string, milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  fireEvent.pointerOver(codeRow(name));
  act(() => void vi.advanceTimersByTime(milliseconds));
  vi.useRealTimers();
}

async function codebook(galley: TestWindow): Promise<void> {
  const above = await galley.newCode('Frames');
  const code = await galley.newCode('Conflict', above);
  await galley.client.call('codes.update', {
    code,
    definition: 'Sides that dispute.',
    include: 'Strikes.',
    exclude: 'Sport.',
  });
  showCodes(galley);
  await shownRow('Conflict');
}

describe('the card of a code', () => {
  it('shows definition and rules where the pointer rests, and goes with it, with a key and with a press', async ({
    galley,
  }) => {
    await codebook(galley);
    rest('Conflict', 599);
    expect(card()).toBeNull();
    rest('Conflict', 600);
    expect(card()).toBe('Frames / ConflictSides that dispute.Include Strikes.Exclude Sport.');
    fireEvent.pointerLeave(screen.getByRole('treegrid', { name: 'Codes' }));
    expect(card()).toBeNull();
    for (const end of [
      () => fireEvent.keyDown(document.body, { key: 'a' }),
      () => fireEvent.pointerDown(document.body),
    ]) {
      rest('Conflict', 600);
      expect(card()).not.toBeNull();
      end();
      expect(card()).toBeNull();
    }
  });

  it('is not there for a code that says nothing of itself', async ({ galley }) => {
    await codebook(galley);
    rest('Frames', 2000);
    expect(card()).toBeNull();
  });
});
