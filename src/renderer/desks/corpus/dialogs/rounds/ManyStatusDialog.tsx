import { useState } from 'react';
import type { Id } from '../../../../../shared/model/records.ts';
import { statusSchema } from '../../../../../shared/model/variables.ts';
import type { WorkStatus } from '../../../../../shared/model/variables.ts';
import { inBackground } from '../../../../actions/ask.ts';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import { Select } from '../../../../components/Select.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { formStrings } from '../../../../strings/form.ts';
import { roundStrings as say } from '../../../../strings/rounds.ts';
import { strings } from '../../../../strings/strings.ts';
import { setManyStatus } from '../../actions/manyDocuments.ts';
import styles from '../../../../parts/dialogFields.module.css';

/** Sets the acting coder's status of many documents at once. */
export function ManyStatusDialog({ documents, onClose }: { documents: readonly Id[]; onClose: () => void }) {
  const [status, setStatus] = useState<WorkStatus>('to-do');
  const [reason, setReason] = useState('');
  const canSave = status !== 'set-aside' || reason.trim() !== '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.statusTitle(documents.length)}
      closeLabel={strings.common.close}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" type="submit" form="many-status" isDisabled={!canSave}>
            {say.save}
          </Button>
        </>
      }
    >
      <form
        id="many-status"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!canSave) return;
          onClose();
          inBackground(() => setManyStatus(documents, status, reason.trim()));
        }}
      >
        <div className={styles.field}>
          <span className={styles.label}>{say.status}</span>
          <Select
            isField
            label={say.status}
            entries={statusSchema.options.map((id) => ({ id, label: formStrings.statuses[id] }))}
            selected={status}
            onSelect={(id) => setStatus(statusSchema.parse(id))}
          />
        </div>
        {status === 'set-aside' && (
          <TextField
            label={say.reason}
            placeholder={formStrings.reasonPlaceholder}
            value={reason}
            onChange={setReason}
            maxLength={2000}
            dir="auto"
            autoFocus
          />
        )}
      </form>
    </Dialog>
  );
}
