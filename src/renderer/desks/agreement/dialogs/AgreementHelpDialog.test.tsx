import { screen, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { runAction } from '../../../actions/registry.ts';
import { it } from '../../../testing/inWindow.ts';

describe('what the figures mean', () => {
  it('is told under headings, and shut by Escape', async ({ galley }) => {
    galley.show(null);
    expect(runAction('help.reliability')).toBe(true);
    const dialog = await screen.findByRole('dialog', { name: 'What the agreement figures mean' });
    const headings = within(dialog)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent);
    expect(headings).toEqual(expect.arrayContaining(['What is compared', 'Units', 'Figures']));
    // Krippendorff's thresholds, and why an undefined figure is not 1.
    expect(dialog.textContent).toContain('.800');
    expect(dialog.textContent).toContain('.667');
    await galley.press('{Escape}');
    await galley.closed();
  });

  it('can be asked for while no project is open', async ({ galley }) => {
    await galley.client.call('project.close', {});
    await galley.open({ kind: 'reliabilityHelp' });
    await galley.pressButton('Close');
    await galley.closed();
  });
});
