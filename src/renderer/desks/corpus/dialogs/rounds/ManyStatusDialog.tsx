import { useState } from 'react';
import { formStrings } from '#words/window/form.ts';
import { roundStrings as say } from '#words/window/rounds.ts';
import type { Id } from '../../../../../shared/model/records.ts';
import { statusSchema } from '../../../../../shared/model/variables.ts';
import type { WorkStatus } from '../../../../../shared/model/variables.ts';
import { inBackground } from '../../../../actions/ask.ts';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { Select } from '../../../../components/Select.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { setManyStatus } from '../../actions/manyDocuments.ts';
import styles from '../../../../parts/dialogFields.module.css';

/** Sets the acting coder's status of many documents at once. */
export function ManyStatusDialog({ documents, onClose }: { documents: readonly Id[]; onClose: () => void }) {
  const [status, setStatus] = useState<WorkStatus>('to-do');
  const [reason, setReason] = useState('');
  const canSave = status !== 'set-aside' || reason.trim() !== '';
  return (
    <FormDialog
      onClose={onClose}
      title={say.statusTitle(documents.length)}
      submitLabel={say.save}
      canSubmit={canSave}
      onSubmit={() => {
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
    </FormDialog>
  );
}
