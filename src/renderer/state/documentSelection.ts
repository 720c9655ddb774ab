import { create } from 'zustand';
import type { Id } from '../../shared/model/records.ts';

export type DocumentSelection = {
  /** Documents that acts on many are for. Empty: only the open one is chosen. */
  ids: ReadonlySet<Id>;
};

export const useDocumentSelection = create<DocumentSelection>()(() => ({ ids: new Set<Id>() }));

/** Chooses these documents and no others. */
export function selectDocuments(ids: Iterable<Id>): void {
  const next = new Set(ids);
  if (next.size > 0 || useDocumentSelection.getState().ids.size > 0) useDocumentSelection.setState({ ids: next });
}

/** Adds a document to those that are chosen, or takes it out. `open`: the one that is chosen while none is. */
export function toggleDocument(document: Id, open: Id | null): void {
  const { ids } = useDocumentSelection.getState();
  const next = new Set(ids.size === 0 && open !== null ? [open] : ids);
  if (!next.delete(document)) next.add(document);
  selectDocuments(next);
}
