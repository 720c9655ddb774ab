import type { ActionId } from '../../../../shared/actions.ts';
import { inBackground } from '../../../actions/ask.ts';
import type { Binding } from '../../../actions/binding.ts';
import { canChange, hasDocument, hasProject } from '../../../actions/conditions.ts';
import { askForFiles, askForFolder } from '../../../actions/filePicker.ts';
import { useRecords } from '../../../state/records.ts';
import { openDialog } from '../../../state/ui.ts';
import { startCorrection } from './correct.ts';
import {
  askForRound,
  askForStatus,
  askToRemove,
  hasChosen,
  openDocumentFilter,
  selectAllDocuments,
} from './manyDocuments.ts';

function renameOpenDocument(): void {
  const { open } = useRecords.getState();
  if (open) openDialog({ kind: 'renameDocument', document: open.document.id, name: open.document.name });
}

/** Bringing documents in, choosing them, filtering them, and acting on many. */
export const documentBindings = {
  'import.files': { run: () => askForFiles(), enabled: () => !hasProject() || canChange() },
  'import.folder': { run: () => askForFolder(), enabled: () => !hasProject() || canChange() },
  'documents.selectAll': { run: () => inBackground(selectAllDocuments), enabled: hasProject },
  'documents.filter': { run: openDocumentFilter, enabled: hasProject },
  'documents.rename': { run: renameOpenDocument, enabled: () => canChange() && hasDocument() },
  'documents.remove': { run: askToRemove, enabled: hasChosen },
  'documents.assign': { run: askForRound, enabled: hasChosen },
  'documents.setStatus': { run: askForStatus, enabled: hasChosen },
  'text.correct': { run: startCorrection, enabled: () => canChange() && hasDocument() },
  'rounds.manage': {
    run: () => openDialog({ kind: 'rounds' }),
    enabled: () => useRecords.getState().status?.project != null,
  },
} satisfies Partial<Record<ActionId, Binding>>;
