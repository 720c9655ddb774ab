import { useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { formStrings } from '../../../strings/form.ts';
import { strings } from '../../../strings/strings.ts';
import { setAside } from '../actions/form.ts';

/** Asks why the article is set aside. */
export function SetAsideDialog({ reason, onClose }: { reason: string; onClose: () => void }) {
  const [text, setText] = useState(reason);
  const canSave = text.trim() !== '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={formStrings.setAsideTitle}
      lead={formStrings.setAsideLead}
      closeLabel={strings.common.close}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" type="submit" form="set-aside" isDisabled={!canSave}>
            {formStrings.setAsideButton}
          </Button>
        </>
      }
    >
      <form
        id="set-aside"
        onSubmit={(event) => {
          event.preventDefault();
          if (!canSave) return;
          onClose();
          setAside(text.trim());
        }}
      >
        <TextField
          label={formStrings.reason}
          placeholder={formStrings.reasonPlaceholder}
          value={text}
          onChange={setText}
          dir="auto"
          maxLength={2000}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
