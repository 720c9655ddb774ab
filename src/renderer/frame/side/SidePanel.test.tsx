import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import { useUi } from '../../state/ui.ts';
import { SidePanel } from './SidePanel.tsx';

describe('the panel beside the text', () => {
  it('has a tab for each part of the coder’s hand, and one is shown', async ({ galley }) => {
    await galley.newCode('War');
    galley.show(<SidePanel />);
    const tabs = within(screen.getByRole('tablist', { name: 'Side panel' }));
    for (const name of ['Codes', 'Memo', 'Article', 'Form']) tabs.getByRole('tab', { name });
    await screen.findByRole('row', { name: /War/u });
    await galley.tabTo(tabs.getByRole('tab', { name: 'Codes', selected: true }));
    while (useUi.getState().sideTab !== 'memo') await galley.press('{ArrowRight}');
    screen.getByText('No coding is chosen');
    expect(screen.queryByRole('row', { name: /War/u })).toBeNull();
    while (useUi.getState().sideTab !== 'article') await galley.press('{ArrowRight}');
    await screen.findByText('No article is open');
    await galley.press('{Home}');
    await waitFor(() => expect(document.activeElement).toBe(tabs.getAllByRole('tab')[0]));
  });
});
