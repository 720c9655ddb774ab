import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { ReaderPanel } from '../desks/coding/reader/ReaderPanel.tsx';
import { App } from '../frame/App.tsx';
import { useRecords } from '../state/records.ts';
import { useUi } from '../state/ui.ts';
import { it } from '../testing/inWindow.ts';
import { activeAnnotation, canChange, canCode, hasDocument, hasProject } from './conditions.ts';
import { openPassage } from './openPassage.ts';
import { reader, readerCommand } from './readerHandle.ts';
import { showDocument } from './showDocument.ts';

describe('showing an article', () => {
  it('opens it; one that has gone leaves what is open, with a notice', async ({ galley }) => {
    const one = await galley.newArticle('one', 'War is peace.\n');
    const two = await galley.newArticle('two', 'War is over.\n');
    galley.show(null);
    await showDocument(one);
    expect(useRecords.getState().open?.text).toBe('War is peace.\n');
    await galley.client.call('documents.remove', { documents: [two] });
    await showDocument(two);
    await screen.findByRole('alert');
    expect(useRecords.getState()).toMatchObject({ open: { document: { id: one } }, opening: null });
  });

  it('at a passage selects it, takes the focus there and chooses the coding', async ({ galley }) => {
    const war = await galley.newCode('War');
    const one = await galley.newArticle('one', 'War is peace.\n');
    const two = await galley.newArticle('two', 'No. War is over.\n');
    const coding = await galley.newCoding(two, 'War', war);
    await galley.openArticle(one);
    galley.show(<App />);
    await screen.findByRole('textbox', { name: 'Article text' });
    // “War” stands behind “No. ”, four units.
    await openPassage(two, { start: 4, end: 7, annotation: coding });
    await waitFor(() => expect(useUi.getState().selection).toEqual({ start: 4, end: 7 }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Article text' })));
    expect(activeAnnotation()).toMatchObject({ id: coding, code: war });
    expect(reader()).not.toBeNull();
    expect(canCode()).toBe(true);
  });
});

describe('what can be done', () => {
  it('follows what is open and what is selected', async ({ galley }) => {
    expect([hasProject(), canChange(), hasDocument(), canCode()]).toEqual([true, true, false, false]);
    expect(activeAnnotation()).toBeNull();
    await galley.openArticle(await galley.newArticle('one', 'War.\n'));
    expect([hasDocument(), canCode()]).toEqual([true, false]);
    const select = (): void => act(() => useUi.setState({ selection: { start: 0, end: 3 }, activeAnnotation: 'gone' }));
    select();
    expect(canCode()).toBe(false); // the text is not on screen
    galley.show(<ReaderPanel />);
    await screen.findByRole('textbox', { name: 'Article text' });
    select();
    expect(canCode()).toBe(true);
    expect(activeAnnotation()).toBeNull();
    await galley.client.call('project.close', {});
    await waitFor(() => expect(hasProject()).toBe(false));
    expect([canChange(), hasDocument(), canCode()]).toEqual([false, false, false]);
  });

  it('is nothing in a reader that is not there', ({ galley }) => {
    galley.show(null);
    expect(reader()).toBeNull();
    expect(readerCommand('selectSentence')).toBe(false);
  });
});
