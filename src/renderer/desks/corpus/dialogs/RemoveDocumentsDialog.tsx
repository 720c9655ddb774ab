import { strings } from '#words/window/frame.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { inBackground } from '../../../actions/ask.ts';
import { RemoveDialog, shareNote } from '../../../parts/RemoveDialog.tsx';
import { useAnswerNow } from '../../../parts/useAnswer.ts';
import { client } from '../../../state/client.ts';
import { removeDocuments } from '../actions/documents.ts';

export type RemoveDocumentsDialogProps = { documents: readonly Id[]; name: string; onClose: () => void };

export function RemoveDocumentsDialog({ documents, name, onClose }: RemoveDocumentsDialogProps) {
  const removal = useAnswerNow(() => client().call('documents.removal', { documents: [...documents] }), onClose);
  const words = strings.documents;
  return (
    <RemoveDialog
      title={documents.length === 1 ? strings.codes.removeTitle(name) : words.removeTitle(documents.length)}
      text={removal && words.removeText(removal.annotations)}
      note={shareNote(removal)}
      onClose={onClose}
      onRemove={() => inBackground(() => removeDocuments(documents))}
    />
  );
}
