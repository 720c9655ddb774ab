import { useState } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { send } from '../../../actions/ask.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { Select } from '../../../components/Select.tsx';
import { TextField } from '../../../components/TextField.tsx';
import styles from '../../../parts/dialogFields.module.css';

/** Makes a set of codes that exclude each other, and puts a code into it. */
export function NewSetDialog({ code, onClose }: { code: Id; onClose: () => void }) {
  const [name, setName] = useState('');
  const [rule, setRule] = useState<'warn' | 'refuse'>('warn');
  const canSave = name.trim() !== '';
  const create = async (): Promise<void> => {
    const set = await send('exclusiveSets.create', { name, rule });
    if (!set) return;
    onClose();
    await send('codes.update', { code, exclusiveSet: set.id });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={say.newSetTitle}
      lead={say.newSetLead}
      submitLabel={say.create}
      canSubmit={canSave}
      onSubmit={() => void create()}
    >
      <TextField label={say.setName} value={name} onChange={setName} maxLength={300} dir="auto" autoFocus />
      <div className={styles.field}>
        <span className={styles.label}>{say.rule}</span>
        <Select
          label={say.rule}
          isField
          entries={[
            { id: 'warn', label: say.warn },
            { id: 'refuse', label: say.refuse },
          ]}
          selected={rule}
          onSelect={(id) => setRule(id === 'refuse' ? 'refuse' : 'warn')}
        />
      </div>
    </FormDialog>
  );
}
