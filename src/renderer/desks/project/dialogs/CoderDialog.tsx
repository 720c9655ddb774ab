import { useState } from 'react';
import { strings } from '#words/window/frame.ts';
import { inBackground } from '../../../actions/ask.ts';
import { identify } from '../../../actions/project.ts';
import { Button } from '../../../components/Button.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { useRecords } from '../../../state/records.ts';
import styles from '../../../parts/dialogs.module.css';

/** Asks who codes: once, before the first coding, and from the coder's chip. */
export function CoderDialog({ then, onClose }: { then: (() => void) | null; onClose: () => void }) {
  const coder = useRecords((state) => state.status?.coder ?? null);
  const coders = useRecords((state) => state.coders);
  const [name, setName] = useState(coder?.name ?? '');
  const others = [...coders.values()].filter((known) => known.id !== coder?.id);
  const canSave = name.trim() !== '';
  const save = (chosen: string): void => inBackground(() => identify(chosen, then));
  return (
    <FormDialog
      onClose={onClose}
      title={strings.coder.title}
      lead={strings.coder.lead}
      submitLabel={strings.coder.confirm}
      canSubmit={canSave}
      onSubmit={() => save(name.trim())}
      below={
        others.length > 0 && (
          <div className={styles.known}>
            <h3 id="known-coders" className={styles.knownHead}>
              {strings.coder.known}
            </h3>
            <div role="group" aria-labelledby="known-coders" className={styles.chips}>
              {others.map((known) => (
                <Button key={known.id} onPress={() => save(known.name)}>
                  {known.name}
                </Button>
              ))}
            </div>
          </div>
        )
      }
    >
      <TextField label={strings.coder.name} value={name} onChange={setName} maxLength={300} autoFocus />
    </FormDialog>
  );
}
