import { useState } from 'react';
import { inBackground } from '../../../actions/ask.ts';
import { renameProject } from '../../../actions/project.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { TextField } from '../../../components/TextField.tsx';
import type { OpenDialog } from '../../../state/ui.ts';
import { strings } from '../../../strings/strings.ts';
import { renameDocument } from '../../corpus/actions/documents.ts';

export type RenameDialogProps = {
  dialog: Extract<OpenDialog, { kind: 'renameProject' | 'renameDocument' }>;
  onClose: () => void;
};

/** Gives a document or the project another name. */
export function RenameDialog({ dialog, onClose }: RenameDialogProps) {
  const [name, setName] = useState(dialog.name);
  const canSave = name.trim() !== '' && name.trim() !== dialog.name;
  const save = (): void => {
    onClose();
    const text = name.trim();
    inBackground(() => (dialog.kind === 'renameProject' ? renameProject(text) : renameDocument(dialog.document, text)));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={dialog.kind === 'renameProject' ? strings.header.renameTitle : strings.documents.renameTitle}
      closeLabel={strings.common.close}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" type="submit" form="rename" isDisabled={!canSave}>
            {strings.common.save}
          </Button>
        </>
      }
    >
      <form
        id="rename"
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) save();
        }}
      >
        <TextField
          label={strings.documents.name}
          value={name}
          onChange={setName}
          dir="auto"
          maxLength={300}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
