import { useState } from 'react';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { useRecords } from '../../../../state/records.ts';
import { readingStrings as say } from '../../../../strings/reading.ts';
import { strings } from '../../../../strings/strings.ts';
import { goToOffset } from '../../actions/reading.ts';

/** Asks for a place in the text, in characters as data files count them (Unicode code points). */
export function GoToOffsetDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const most = useRecords((state) => state.open?.document.characters ?? 0);
  const canGo = /^\d{1,9}$/u.test(typed.trim()) && Number(typed) <= most;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.offsetTitle}
      closeLabel={strings.common.close}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" type="submit" form="go-to-offset" isDisabled={!canGo}>
            {say.go}
          </Button>
        </>
      }
    >
      <form
        id="go-to-offset"
        onSubmit={(event) => {
          event.preventDefault();
          if (!canGo) return;
          onClose();
          // The dialog gives the focus back to where it was when it goes; the text takes it after that.
          setTimeout(() => goToOffset(Number(typed)), 50);
        }}
      >
        <TextField label={say.offset} note={say.offsetNote(most)} value={typed} onChange={setTyped} autoFocus />
      </form>
    </Dialog>
  );
}
