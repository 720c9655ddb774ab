import { useState } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import { strings } from '#words/window/frame.ts';
import { send } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { useAnswerNow } from '../../../parts/useAnswer.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { ChangeList } from './ChangeList.tsx';
import styles from '../../../parts/dialogFields.module.css';

/** Publishes the codebook under the next number, with a note, after showing what is new. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const last = useRecords((state) => state.versions[0]?.number ?? 0);
  const changes = useAnswerNow(() => client().call('versions.difference', { from: last, to: null }));
  const [note, setNote] = useState('');
  const publish = async (): Promise<void> => {
    if (await send('versions.publish', { note: note.trim() })) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="medium"
      title={say.publishTitle(last + 1)}
      lead={say.publishLead}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" isDisabled={changes?.length === 0} onPress={() => void publish()}>
            {say.publish}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label={say.note}
          placeholder={say.noteHint}
          rows={3}
          maxLength={20_000}
          dir="auto"
          value={note}
          onChange={setNote}
          autoFocus
        />
        <ChangeList changes={changes} />
      </div>
    </Dialog>
  );
}
