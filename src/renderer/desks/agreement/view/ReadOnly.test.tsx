import { join } from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { createTestApp } from '../../../../main/app/testApp.ts';
import { isEnabled } from '../../../actions/registry.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { adaAndBen, measure, openCell, openRow } from '../testAgreement.tsx';

/** Lets another program hold the project while the window opens it anew, which then only reads. `then` is what is tested. */
async function readingOnly(galley: TestWindow, then: () => Promise<void>): Promise<void> {
  const file = join(galley.folder, 'Test.galley');
  await galley.client.call('project.close', {});
  const other = createTestApp();
  try {
    await other.client.call('project.open', { file: other.app.grants.grant(file) });
    await galley.client.call('project.open', { file: galley.app.grants.grant(file) });
    await waitFor(() => expect(useRecords.getState().status?.project?.readOnly).toBe(true));
    await then();
  } finally {
    await other.end();
  }
}

describe('a project that another program changes', () => {
  it('is measured and looked into, and nothing is said or settled', async ({ galley }) => {
    const document = await adaAndBen(galley);
    const place = { document, start: 8, end: 13 };
    await galley.client.call('disagreements.discuss', { place, memo: 'Why?' });
    const before = await galley.client.call('disagreements.list', {});
    await readingOnly(galley, async () => {
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
});
