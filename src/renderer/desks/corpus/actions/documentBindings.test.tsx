import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { ActionId } from '../../../../shared/actions.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { isEnabled, runAction } from '../../../actions/registry.ts';
import { App } from '../../../frame/App.tsx';
import { selectDocuments, useDocumentSelection } from '../../../state/documentSelection.ts';
import { filterDocuments } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { knownActor, newArticles, noticed } from '../testCorpus.ts';
import { selectAllDocuments, selectRange } from './manyDocuments.ts';
import { documentBindings } from './documentBindings.ts';

const ids = Object.keys(documentBindings) as ActionId[]; // the table's own names

const enabled = (): ActionId[] => ids.filter(isEnabled);

const looking: ActionId[] = ['documents.selectAll', 'documents.filter', 'rounds.manage'];
const importing: ActionId[] = ['import.files', 'import.folder'];
const choosing: ActionId[] = ['documents.remove', 'documents.assign', 'documents.setStatus'];

/** Names of the selected documents, in the order of the list. */
async function selected({ client }: TestWindow): Promise<string[]> {
  const { rows } = await client.call('documents.list', { offset: 0, limit: 100 });
  const chosen = useDocumentSelection.getState().ids;
  return rows.filter(({ id }) => chosen.has(id)).map(({ name }) => name);
}

async function closeProject({ client }: TestWindow): Promise<void> {
  await client.call('project.close', {});
  await waitFor(() => expect(useRecords.getState().status?.project).toBeNull());
}

/** Does an action and says which dialog that opened, and for which documents. */
function asks(action: ActionId): { kind: string; documents: readonly Id[] | null } | null {
  runAction(action);
  const { dialog } = useUi.getState();
  return dialog && { kind: dialog.kind, documents: 'documents' in dialog ? dialog.documents : null };
}

describe('what can be done with documents', () => {
  it('is to import only, while no project is open', async ({ galley }) => {
    await closeProject(galley);
    expect(enabled()).toEqual(importing);
  });

  it('is no act on documents while none is open or selected', async ({ galley }) => {
    const [one = ''] = await newArticles(galley, 'one');
    expect(enabled().toSorted()).toEqual([...importing, ...looking].toSorted());
    selectDocuments([one]);
    expect(enabled().toSorted()).toEqual([...importing, ...looking, ...choosing].toSorted());
    selectDocuments([]);
    await galley.openArticle(one);
    expect(enabled().toSorted()).toEqual([...ids].toSorted());
  });

  it('is to look, in a project that takes no changes', async ({ galley }) => {
    const [one = ''] = await newArticles(galley, 'one');
    await openReadOnly(galley);
    await galley.openArticle(one);
    expect(enabled().toSorted()).toEqual([...looking].toSorted());
  });
});

describe('acts on documents', () => {
  it.for([
    ['documents.remove', 'removeDocuments'],
    ['documents.assign', 'assign'],
    ['documents.setStatus', 'manyStatus'],
  ] as const)('are for the selected ones, or the open one while none is: %s', async ([action, kind], { galley }) => {
    const [one = '', two = '', three = ''] = await newArticles(galley, 'one', 'two', 'three');
    await galley.openArticle(one);
    expect(asks(action)).toEqual({ kind, documents: [one] });
    selectDocuments([two, three]);
    expect(asks(action)).toEqual({ kind, documents: [two, three] });
  });

  it('ask who codes before a status is set, where nobody has said so', async ({ galley }) => {
    const [one = ''] = await newArticles(galley, 'one');
    await galley.openArticle(one);
    const { status } = useRecords.getState();
    useRecords.setState({ status: status && { ...status, coder: null } });
    expect(asks('documents.setStatus')).toEqual({ kind: 'coder', documents: null });
  });
});

describe('rounds', () => {
  it('are managed where no document is open', async ({ galley }) => {
    await newArticles(galley, 'one');
    expect(asks('rounds.manage')).toEqual({ kind: 'rounds', documents: null });
  });
});

describe('correcting a text', () => {
  it('begins with the copy of the open one', async ({ galley }) => {
    const [one = ''] = await newArticles(galley, 'one');
    await galley.openArticle(one);
    runAction('text.correct');
    expect(useUi.getState().dialog).toEqual({ kind: 'correctText', document: one });
  });

  it('is not begun while one codes that article blind; another article may be corrected', async ({ galley }) => {
    const [one = '', two = ''] = await newArticles(galley, 'one', 'two');
    const ada = await knownActor(galley);
    const fields = { name: 'Blind', kind: 'main', mode: 'blind' } as const;
    await galley.client.call('rounds.create', { ...fields, documents: [one], coders: [ada] });
    await waitFor(() => expect(useRecords.getState().rounds).toHaveLength(1));
    await galley.openArticle(one);
    galley.show(null);
    runAction('text.correct');
    await noticed('In a blind round a text cannot be corrected: that would show the codings of others.');
    expect(useUi.getState().dialog).toBeNull();
    await galley.openArticle(two);
    runAction('text.correct');
    expect(useUi.getState().dialog).toEqual({ kind: 'correctText', document: two });
  });
});

describe('selecting documents', () => {
  it('takes all that the filter leaves', async ({ galley }) => {
    await newArticles(galley, 'one', 'two', 'ten');
    await selectAllDocuments();
    expect(await selected(galley)).toEqual(['one', 'two', 'ten']);
    filterDocuments({ filter: 't' });
    expect(await selected(galley)).toEqual([]);
    await selectAllDocuments();
    expect(await selected(galley)).toEqual(['two', 'ten']);
  });

  it('takes a range of the list, and a later range counts', async ({ galley }) => {
    await newArticles(galley, 'one', 'two', 'three', 'four');
    await Promise.all([selectRange(0, 3), selectRange(1, 2)]);
    expect(await selected(galley)).toEqual(['two', 'three']);
  });
});

describe('keys of the window', () => {
  it('open the filter of the list, which Escape shuts again', async ({ galley }) => {
    await newArticles(galley, 'one');
    galley.show(<App />);
    await screen.findByRole('option', { name: /^one/u });
    await galley.press('{Control>}{Shift>}l{/Shift}{/Control}');
    const filter = await screen.findByRole('dialog', { name: 'Filter documents' });
    await waitFor(() => expect(filter.contains(document.activeElement)).toBe(true));
    await galley.press('{Escape}');
    await galley.closed();
  });
});
