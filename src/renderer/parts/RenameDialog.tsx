import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { TextField } from '../components/TextField.tsx';
import { strings } from '../strings/strings.ts';

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
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
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
