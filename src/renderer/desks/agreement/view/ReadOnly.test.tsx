import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { isEnabled } from '../../../actions/registry.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import { adaAndBen, measure, openCell, openRow } from '../testAgreement.tsx';

describe('a project that another program changes', () => {
  it('is measured and looked into, and nothing is said or settled', async ({ galley }) => {
    const document = await adaAndBen(galley);
    const place = { document, start: 8, end: 13 };
    await galley.client.call('disagreements.discuss', { place, memo: 'Why?' });
    const before = await galley.client.call('disagreements.list', {});
    await openReadOnly(galley);
    act(() => useUi.setState({ view: 'reliability' }));
    await measure(galley);
    const panel = await screen.findByRole('region', { name: 'Agreed version' });
    expect(within(panel).queryByRole('button')).toBeNull();
    await openRow(galley, 'Same places and codes?');
    const places = await openCell(galley, 'Ada: A. Ben: B. 1 place');
    const item = await within(places).findByRole('listitem', { name: 'a' });
    const names = within(item)
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
    expect(names).toEqual(['Open in the text']);
    expect(within(item).getByRole<HTMLTextAreaElement>('textbox').readOnly).toBe(true);
    await waitFor(() => expect(globalThis.document.activeElement).toBe(item));
    await galley.press('us120');
    expect(await galley.client.call('disagreements.list', {})).toEqual(before);
    expect(isEnabled('reliability.openPassage')).toBe(true);
    for (const action of ['reliability.slip', 'reliability.takeFirst', 'reliability.startAgreed'] as const)
      expect(isEnabled(action), action).toBe(false);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
