import { create } from 'zustand';
import type { DocumentRow } from '../../shared/api/documents.ts';
import type { HistoryEntry } from '../../shared/api/history.ts';
import type { Id } from '../../shared/model/records.ts';
import type { AnswerValue, WorkStatus } from '../../shared/model/variables.ts';
import { client } from './client.ts';
import { selectDocuments } from './documentSelection.ts';
import { createWindowedList } from './windowedList.ts';

export type DocumentFilter = {
  /** The words of the documents panel's filter field. */
  filter: string;
  /** The acting coder's status; null: any. */
  status: WorkStatus | null;
  /** Answers of the acting coder and article facts, each of which must be so; a null value: none. */
  where: readonly { variable: Id; value: AnswerValue | null }[];
  /** Only documents that this round gives to somebody; null: all. */
  round: Id | null;
};

export const noDocumentFilter: DocumentFilter = { filter: '', status: null, where: [], round: null };

export const useDocumentFilter = create<DocumentFilter>()(() => noDocumentFilter);

/** The filter as the program takes it. */
function wantedDocuments() {
  const { filter, status, where, round } = useDocumentFilter.getState();
  return {
    filter,
    ...(status !== null && { status }),
    ...(where.length > 0 && { where: where.map(({ variable, value }) => ({ variable, value })) }),
    ...(round !== null && { round }),
  };
}

/** Ids of the documents that pass the filter, from one row to another (inclusive, from 0). */
export async function documentIds(first = 0, last = 199_999): Promise<Id[]> {
  return await client().call('documents.ids', { ...wantedDocuments(), offset: first, limit: last - first + 1 });
}

/** The documents that pass the filter; `extra.all` counts all there are. */
export const documentList = createWindowedList<DocumentRow, { all: number }>(async (offset, limit) => {
  const { total, all, rows } = await client().call('documents.list', { ...wantedDocuments(), offset, limit });
  return { total, rows, extra: { all } };
});

/** The log, newest first. */
export const historyList = createWindowedList<HistoryEntry, null>(async (offset, limit) => {
  const { total, entries } = await client().call('history.list', { offset, limit });
  return { total, rows: entries, extra: null };
});

/** Filters the document list by words in name, outlet or date, by the acting coder's work, by facts and by round. */
export function filterDocuments(change: Partial<DocumentFilter>): void {
  const before = useDocumentFilter.getState();
  const after = { ...before, ...change };
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  useDocumentFilter.setState(after);
  selectDocuments([]);
  documentList.reset();
}
