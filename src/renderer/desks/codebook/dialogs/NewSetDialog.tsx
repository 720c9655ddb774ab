import { useState } from 'react';
import type { Id } from '../../../../shared/model/records.ts';
import { send } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Select } from '../../../components/Select.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { codebookStrings as say } from '../../../strings/codebook.ts';
import { strings } from '../../../strings/strings.ts';
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
    <Dialog
      isOpen
      onClose={onClose}
      title={say.newSetTitle}
      lead={say.newSetLead}
      closeLabel={strings.common.close}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" type="submit" form="new-set" isDisabled={!canSave}>
            {say.create}
          </Button>
        </>
      }
    >
      <form
        id="new-set"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) void create();
        }}
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
      </form>
    </Dialog>
  );
}
