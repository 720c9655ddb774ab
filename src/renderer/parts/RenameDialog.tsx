import { useState } from 'react';
import { strings } from '#words/window/frame.ts';
import { FormDialog } from '../components/FormDialog.tsx';
import { TextField } from '../components/TextField.tsx';

export type RenameDialogProps = {
  title: string;
  /** The name it has. */
  name: string;
  onSave: (name: string) => void;
  onClose: () => void;
};

/** Gives something another name. */
export function RenameDialog({ title, name: before, onSave, onClose }: RenameDialogProps) {
  const [name, setName] = useState(before);
  const canSave = name.trim() !== '' && name.trim() !== before;
  const save = (): void => {
    onClose();
    onSave(name.trim());
  };
  return (
    <FormDialog onClose={onClose} title={title} submitLabel={strings.common.save} canSubmit={canSave} onSubmit={save}>
      <TextField label={strings.documents.name} value={name} onChange={setName} dir="auto" maxLength={300} autoFocus />
    </FormDialog>
  );
}
