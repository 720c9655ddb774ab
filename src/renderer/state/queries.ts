import { create } from 'zustand';
import type { DocumentRow } from '../../shared/api/documents.ts';
import type { HistoryEntry } from '../../shared/api/session.ts';
import type { WorkStatus } from '../../shared/model/variables.ts';
import { client } from './client.ts';
import { createWindowedList } from './windowedList.ts';

export type DocumentFilter = {
  /** The words of the documents panel's filter field. */
  filter: string;
  /** The acting coder's status; null: any. */
  status: WorkStatus | null;
};

export const useDocumentFilter = create<DocumentFilter>()(() => ({ filter: '', status: null }));

/** The documents that pass the filter; `extra.all` counts all there are. */
export const documentList = createWindowedList<DocumentRow, { all: number }>(async (offset, limit) => {
  const { filter, status } = useDocumentFilter.getState();
  const wanted = { filter, ...(status !== null && { status }), offset, limit };
  const { total, all, rows } = await client().call('documents.list', wanted);
  return { total, rows, extra: { all } };
});

/** The log, newest first. */
export const historyList = createWindowedList<HistoryEntry, null>(async (offset, limit) => {
  const { total, entries } = await client().call('history.list', { offset, limit });
  return { total, rows: entries, extra: null };
});

/** Filters the document list by words in name, outlet or date, and by how far the acting coder is. */
export function filterDocuments(change: Partial<DocumentFilter>): void {
  const before = useDocumentFilter.getState();
  const after = { ...before, ...change };
  if (after.filter === before.filter && after.status === before.status) return;
  useDocumentFilter.setState(after);
  documentList.reset();
}
