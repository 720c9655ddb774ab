import type { KeyboardEvent } from 'react';
import type { DocumentRow } from '../../../../shared/api/documents.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { runAction } from '../../../actions/registry.ts';
import { showDocument } from '../../../actions/showDocument.ts';
import { selectDocuments, useDocumentSelection } from '../../../state/documentSelection.ts';
import { removeRow, renameRow } from './documentMenu.ts';
import type { DocumentCursor } from './useDocumentCursor.ts';

export type DocumentKeys = {
  cursor: DocumentCursor;
  total: number;
  /** Rows in a page. */
  page: () => number;
  /** The row under the cursor. */
  row: DocumentRow | undefined;
  openMenu: () => void;
};

/** Where a key takes the cursor; undefined: it is no key of movement. */
function target(key: string, { cursor, total, page }: DocumentKeys): number | undefined {
  const at = cursor.index ?? 0;
  const targets: Record<string, number> = {
    ArrowDown: cursor.index === null ? 0 : at + 1,
    ArrowUp: at - 1,
    PageDown: at + page(),
    PageUp: at - page(),
    Home: 0,
    End: total - 1,
  };
  return targets[key];
}

/** The keys of the list: as in any list box of which several may be selected. */
export function documentKeys(keys: DocumentKeys): (event: KeyboardEvent) => void {
  const { cursor, row, openMenu } = keys;
  const acts: Record<string, () => void> = {
    Enter: () => row && void showDocument(row.id).then(() => reader()?.focus()),
    F2: () => row && renameRow(row),
    Delete: () => row && removeRow(row),
    ContextMenu: openMenu,
    ' ': () => row && cursor.index !== null && cursor.toggle(cursor.index, row),
  };
  return (event) => {
    const isMod = event.ctrlKey || event.metaKey;
    const next = target(event.key, keys);
    let act: (() => void) | undefined;
    if (event.altKey) return;
    if (isMod) act = event.key.toLowerCase() === 'a' ? () => void runAction('documents.selectAll') : undefined;
    else if (event.shiftKey && event.key === 'F10') act = openMenu;
    else if (next !== undefined) act = () => (event.shiftKey ? cursor.extendTo(next) : cursor.moveTo(next));
    else if (event.key === 'Escape') {
      if (useDocumentSelection.getState().ids.size > 0) act = () => selectDocuments([]);
    } else act = acts[event.key];
    if (isMod && event.key === ' ') act = acts[' '];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
