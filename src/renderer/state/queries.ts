import { create } from 'zustand';
import type { DocumentRow } from '../../shared/api/documents.ts';
import type { HistoryEntry } from '../../shared/api/session.ts';
import { client } from './client.ts';
import { createWindowedList } from './windowedList.ts';

/** The words of the documents panel's filter field. */
export const useDocumentFilter = create<{ filter: string }>()(() => ({ filter: '' }));

/** The documents that pass the filter; `extra.all` counts all there are. */
export const documentList = createWindowedList<DocumentRow, { all: number }>(async (offset, limit) => {
  const { filter } = useDocumentFilter.getState();
  const { total, all, rows } = await client().call('documents.list', { filter, offset, limit });
  return { total, rows, extra: { all } };
});

/** The log, newest first. */
export const historyList = createWindowedList<HistoryEntry, null>(async (offset, limit) => {
  const { total, entries } = await client().call('history.list', { offset, limit });
  return { total, rows: entries, extra: null };
});

/** Filters the document list by words in name, outlet or date. */
export function filterDocuments(filter: string): void {
  if (filter === useDocumentFilter.getState().filter) return;
  useDocumentFilter.setState({ filter });
  documentList.reset();
}
