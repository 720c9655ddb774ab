import { useEffect, useRef, useState } from 'react';
import type { DocumentRow } from '../../../../shared/api/documents.ts';
import { showDocument } from '../../../actions/showDocument.ts';
import { selectDocuments, toggleDocument } from '../../../state/documentSelection.ts';
import { documentList } from '../../../state/queries.ts';
import { selectRange } from '../actions/manyDocuments.ts';

/** Moving with the arrow keys opens a document when the cursor has rested on it for so many milliseconds. */
const restTime = 140;

export type DocumentCursor = {
  /** The row that keys act on, from 0; null: none yet. */
  index: number | null;
  /** Goes to a row, which is opened when the cursor rests there. */
  moveTo(index: number): void;
  open(index: number, row: DocumentRow): void;
  /** Selects from the row where the cursor was put last to this one. */
  extendTo(index: number): void;
  /** Adds a row to the selected ones, or takes it out. */
  toggle(index: number, row: DocumentRow): void;
};

/** The cursor of the document list. It follows the document in the reader when that is opened from elsewhere. */
export function useDocumentCursor(
  total: number,
  rows: ReadonlyMap<number, DocumentRow>,
  openId: string | null,
): DocumentCursor {
  const [index, setIndex] = useState<number | null>(null);
  const [anchor, setAnchor] = useState(0);
  const [followed, setFollowed] = useState<string | null>(null);
  // What the cursor opened itself: it may be elsewhere by the time that this is shown, and is not fetched back.
  const [own, setOwn] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const put = (next: number): void => {
    clearTimeout(timer.current);
    setIndex(next);
    setAnchor(next);
  };
  if (openId !== followed) {
    const found = [...rows].find(([, row]) => row.id === openId);
    if (found || openId === null) {
      setFollowed(openId);
      if (openId === null || openId !== own) {
        setOwn(null);
        setIndex(found?.[0] ?? null);
        setAnchor(found?.[0] ?? 0);
      }
    }
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = (row: DocumentRow): void => {
    setOwn(row.id);
    void showDocument(row.id);
  };
  const within = (wanted: number): number => Math.min(total - 1, Math.max(0, wanted));
  return {
    index: index === null ? null : Math.min(index, total - 1),
    moveTo: (wanted) => {
      const next = within(wanted);
      put(next);
      selectDocuments([]);
      timer.current = setTimeout(() => {
        const row = documentList.store.getState().rows.get(next);
        if (row) show(row);
      }, restTime);
    },
    open: (at, row) => {
      put(at);
      selectDocuments([]);
      show(row);
    },
    extendTo: (wanted) => {
      const next = within(wanted);
      clearTimeout(timer.current);
      setIndex(next);
      void selectRange(Math.min(anchor, next), Math.max(anchor, next));
    },
    toggle: (at, row) => {
      put(at);
      toggleDocument(row.id, openId);
    },
  };
}
