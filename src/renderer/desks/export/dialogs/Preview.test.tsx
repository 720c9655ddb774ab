import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Client } from '../../../../shared/api/client.ts';
import { setClient } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { choose, newStudy, openExport, preview, shownTable, sized, tick } from '../testExport.ts';

const busy = (): string | null => preview().getAttribute('aria-busy');

/** Previews that are asked for from now on wait until `release`; `cancelled` has the tasks that are given up. */
function holdPreviews({ client }: TestWindow): { release: () => void; asked: string[]; cancelled: string[] } {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked: string[] = [];
  const cancelled: string[] = [];
  const waiting: Pick<Client, 'call' | 'run'> = {
    call: async (method, input) => {
      if (method === 'tasks.cancel') cancelled.push(JSON.stringify(input));
      return client.call(method, input);
    },
    run: async (method, input, progress) => {
      const answer = await client.run(method, input, (task) => {
        if (method === 'exports.preview') asked.push(JSON.stringify({ task: task.id }));
        progress?.(task);
      });
      if (method === 'exports.preview') await held;
      return answer;
    },
  };
  setClient({ ...client, ...waiting });
  return { release, asked, cancelled };
}

describe('the preview', () => {
  it('says that it counts, and has a table once the program has answered', async ({ galley }) => {
    await newStudy(galley);
    const { release } = holdPreviews(galley);
    await galley.open({ kind: 'export' });
    expect(busy()).toBe('true');
    within(preview()).getByRole('progressbar', { name: 'Counting rows…' });
    expect(screen.queryByRole('table')).toBeNull();
    // What is there already is not told as none.
    expect(screen.queryByText('No rows pass this choice.')).toBeNull();
    release();
    await sized(/^codings: 4 rows/u);
    expect(busy()).toBe('false');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('keeps the rows of the choice before until the new ones are there', async ({ galley }) => {
    await newStudy(galley);
    await openExport(galley);
    const before = shownTable();
    const { release } = holdPreviews(galley);
    await choose(galley, 'A row for each', 'Paragraph');
    within(preview()).getByRole('progressbar', { name: 'Updating the preview…' });
    expect(busy()).toBe('true');
    expect(shownTable()).toEqual(before);
    release();
    // “port” has two paragraphs.
    await sized(/^paragraphs: 3 rows/u);
    expect(shownTable().head).toContain('paragraph');
  });

  it('gives up what is no longer wanted, and shows what was chosen last', async ({ galley }) => {
    await newStudy(galley);
    await openExport(galley);
    const { release, asked, cancelled } = holdPreviews(galley);
    await choose(galley, 'A row for each', 'Paragraph');
    await waitFor(() => expect(asked.length).toBeGreaterThan(0));
    const [first] = asked;
    await choose(galley, 'A row for each', 'Document');
    await waitFor(() => expect(cancelled).toContain(first));
    release();
    await sized(/^documents: 2 rows/u);
  });

  it('gives up counting when the dialog is closed', async ({ galley }) => {
    await newStudy(galley);
    const { release, asked, cancelled } = holdPreviews(galley);
    await galley.open({ kind: 'export' });
    await waitFor(() => expect(asked.length).toBeGreaterThan(0));
    await galley.press('{Escape}');
    await galley.closed();
    await waitFor(() => expect(cancelled).toContain(asked.at(-1)));
    release();
  });

  it('shows the first sixty of many columns, and says how many there are', async ({ galley }) => {
    const article = await galley.newArticle('a', 'Some words.');
    const codes: string[] = [];
    for (const at of Array.from({ length: 65 }, (_, index) => index)) codes.push(await galley.newCode(`Motif ${at}`));
    await galley.newCoding(article, 'Some', codes[0] ?? '');
    await waitFor(() => expect(useRecords.getState().codes.size).toBe(65));
    await openExport(galley);
    await choose(galley, 'A row for each', 'Document');
    await sized(/^documents: 1 row, \d+ columns, the first 60 are shown$/u);
    const status = within(preview()).getByRole('status');
    const all = Number(/(\d+) columns/u.exec(status.textContent)?.[1]);
    expect(shownTable().head).toHaveLength(60);
    await choose(galley, 'Codes as', 'No columns');
    await waitFor(() => expect(within(preview()).getByRole('status').textContent).not.toMatch(/shown|Updating/u));
    // The 65 columns of the codes are gone.
    await sized(`documents: 1 row, ${all - 65} columns`);
  });

  it('has an empty table told in words, which goes when rows come', async ({ galley }) => {
    await newStudy(galley);
    await openExport(galley);
    await choose(galley, 'A row for each', 'Statement (a coding with answers)');
    await within(preview()).findByText('No rows pass this choice.');
    // No code has questions of its own.
    await sized(/^statements: 0 rows/u);
    await choose(galley, 'A row for each', 'Coding');
    await sized(/^codings: 4 rows/u);
    expect(screen.queryByText('No rows pass this choice.')).toBeNull();
    await tick(galley, 'Coder', 'Ben');
    await sized(/^codings: 1 row,/u);
    const { head, rows } = shownTable();
    expect(rows.map((row) => row[head.indexOf('quote')])).toEqual(['Critics object.']);
  });
});
