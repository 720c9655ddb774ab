import { useState } from 'react';
import { formStrings } from '#words/window/form.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { setAside } from '../actions/form.ts';

/** Asks why the article is set aside. */
export function SetAsideDialog({ reason, onClose }: { reason: string; onClose: () => void }) {
  const [text, setText] = useState(reason);
  const canSave = text.trim() !== '';
  return (
    <FormDialog
      onClose={onClose}
      title={formStrings.setAsideTitle}
      lead={formStrings.setAsideLead}
      submitLabel={formStrings.setAsideButton}
      canSubmit={canSave}
      onSubmit={() => {
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
    </FormDialog>
  );
}
