import { screen, waitFor } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { Tabs } from './Tabs.tsx';
import { Held } from './testControl.tsx';

function showTabs(galley: TestWindow) {
  const selected = vi.fn<(id: string) => void>();
  const entries = [
    { id: 'codes', label: 'Codes', note: 12, content: <p>all codes</p> },
    { id: 'form', label: 'Form', content: <input aria-label="answer" /> },
    { id: 'notes', label: 'Notes', note: null, content: <p>all notes</p> },
  ];
  galley.show(
    <Held initial="codes" onChange={selected}>
      {(id, onSelect) => (
        <Tabs label="Side" entries={entries} selected={id} onSelect={onSelect} aside={<button>more</button>} />
      )}
    </Held>,
  );
  return selected;
}

const tab = (name: string | RegExp): HTMLElement => screen.getByRole('tab', { name });

describe('tabs', () => {
  it('show the page of the one that is open, which is called after it', ({ galley }) => {
    showTabs(galley);
    expect(screen.getByRole('tablist', { name: 'Side' })).toBeTruthy();
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['Codes12', 'Form', 'Notes']);
    expect(tab(/Codes/u).getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('tabpanel', { name: /Codes/u }).textContent).toBe('all codes');
    expect(screen.queryByText('all notes')).toBeNull();
  });

  it('are one stop of Tab, and opened by the arrow keys, Home and End, round the ends', async ({ galley }) => {
    const selected = showTabs(galley);
    await galley.press('{Tab}');
    await waitFor(() => expect(document.activeElement).toBe(tab(/Codes/u)));
    await galley.press('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}{Home}{End}');
    expect(selected.mock.calls.flat()).toEqual(['form', 'notes', 'codes', 'notes', 'codes', 'notes']);
    expect(screen.getByRole('tabpanel').textContent).toBe('all notes');
    await galley.press('{Tab}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'more' })));
  });

  it('lead by Tab into what stands on the page', async ({ galley }) => {
    showTabs(galley);
    await galley.tabTo(tab(/Codes/u));
    await galley.press('{ArrowRight}{Tab}{Tab}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'answer' })));
  });
});
