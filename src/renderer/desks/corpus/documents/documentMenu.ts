import { strings } from '#words/window/frame.ts';
import type { DocumentRow } from '../../../../shared/api/documents.ts';
import { canChange } from '../../../actions/conditions.ts';
import { menuAct } from '../../../actions/menus.ts';
import { showDocument } from '../../../actions/showDocument.ts';
import type { MenuEntry } from '../../../components/Menu.tsx';
import { useDocumentSelection } from '../../../state/documentSelection.ts';
import { openDialog } from '../../../state/ui.ts';

export function renameRow(row: DocumentRow): void {
  if (canChange()) openDialog({ kind: 'renameDocument', document: row.id, name: row.name });
}

/** Asks before a row's document goes, or, where it is one of several that are selected, all of them. */
export function removeRow(row: DocumentRow): void {
  if (!canChange()) return;
  const { ids } = useDocumentSelection.getState();
  openDialog({ kind: 'removeDocuments', documents: ids.has(row.id) ? [...ids] : [row.id], name: row.name });
}

/** The menu of a row: of its document, or of all that are selected where it is one of them. */
export function documentMenu(row: DocumentRow): readonly MenuEntry[] {
  const isFixed = !canChange();
  const { ids } = useDocumentSelection.getState();
  if (ids.size > 1 && ids.has(row.id)) {
    return [menuAct('documents.setStatus'), menuAct('documents.assign'), null, menuAct('documents.remove')];
  }
  return [
    { id: 'open', label: strings.documents.open, keys: 'Enter', run: () => void showDocument(row.id) },
    { id: 'rename', label: strings.documents.rename, keys: 'F2', isDisabled: isFixed, run: () => renameRow(row) },
    null,
    {
      id: 'remove',
      label: strings.documents.remove,
      keys: 'Delete',
      isDanger: true,
      isDisabled: isFixed,
      run: () => removeRow(row),
    },
  ];
}
