import { strings } from '#words/window/frame.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { inBackground } from '../../../actions/ask.ts';
import { RenameDialog } from '../../../parts/RenameDialog.tsx';
import { renameDocument } from '../actions/documents.ts';

type RenameDocumentDialogProps = { document: Id; name: string; onClose: () => void };

/** Gives a document another name. */
export function RenameDocumentDialog({ document, name, onClose }: RenameDocumentDialogProps) {
  const save = (text: string): void => inBackground(() => renameDocument(document, text));
  return <RenameDialog title={strings.documents.renameTitle} name={name} onSave={save} onClose={onClose} />;
}
