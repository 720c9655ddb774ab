import { useState } from 'react';
import { readingStrings as say } from '#words/window/reading.ts';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { useRecords } from '../../../../state/records.ts';
import { goToOffset } from '../../actions/reading.ts';

/** Asks for a place in the text, in characters as data files count them (Unicode code points). */
export function GoToOffsetDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const most = useRecords((state) => state.open?.document.characters ?? 0);
  const canGo = /^\d{1,9}$/u.test(typed.trim()) && Number(typed) <= most;
  return (
    <FormDialog
      onClose={onClose}
      title={say.offsetTitle}
      submitLabel={say.go}
      canSubmit={canGo}
      onSubmit={() => {
        onClose();
        // The dialog gives the focus back to where it was when it goes; the text takes it after that.
        setTimeout(() => goToOffset(Number(typed)), 50);
      }}
    >
      <TextField label={say.offset} note={say.offsetNote(most)} value={typed} onChange={setTyped} autoFocus />
    </FormDialog>
  );
}
