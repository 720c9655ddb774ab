import { useState } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { send } from '../../../actions/ask.ts';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { useAnswerNow } from '../../../parts/useAnswer.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { useCodebookFocus } from '../state/codebookFocus.ts';
import styles from '../../../parts/dialogFields.module.css';

/** How many codings are asked for at a time. */
const page = 1000;

/** The codings of this code itself, those of the codes below it left out. At most 5,000 are offered to be ticked. */
async function codingsOf(code: Id) {
  const found = [];
  for (let offset = 0; offset < 5 * page; offset += page) {
    const { total, rows } = await client().call('segments.list', { code, offset, limit: page });
    found.push(...rows.filter((row) => row.code === code));
    if (offset + page >= total) break;
  }
  return found;
}

/** Picks codings of a code, and gives them to a new one beside it. */
export function SplitDialog({ code, onClose }: { code: Id; onClose: () => void }) {
  const known = useRecords((state) => state.codes.get(code));
  const coders = useRecords((state) => state.coders);
  const rows = useAnswerNow(() => codingsOf(code));
  const [name, setName] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<Id>>(new Set());
  const chosen = (rows ?? []).filter(({ id }) => picked.has(id));
  const canSplit = name.trim() !== '' && chosen.length > 0;
  const toggle = (id: Id, isOn: boolean): void =>
    setPicked((now) => {
      const next = new Set(now);
      if (isOn) next.add(id);
      else next.delete(id);
      return next;
    });
  const split = async (): Promise<void> => {
    const into = { name, parent: known?.parent ?? null };
    const made = await send('codes.split', { code, annotations: chosen.map(({ id }) => id), into });
    if (!made) return;
    onClose();
    useCodebookFocus.setState({ code: made.id });
  };
  return (
    <FormDialog
      onClose={onClose}
      size="medium"
      title={say.splitTitle(known?.name ?? '')}
      lead={say.splitLead}
      submitLabel={say.splitButton(chosen.length)}
      canSubmit={canSplit}
      onSubmit={() => void split()}
    >
      <TextField label={say.splitName} value={name} onChange={setName} maxLength={300} dir="auto" autoFocus />
      {rows?.length === 0 && <p className={styles.none}>{say.splitNone}</p>}
      {rows !== undefined && rows.length > 0 && (
        <fieldset className={styles.fieldset}>
          <legend className={styles.label}>{say.splitList}</legend>
          <Checkbox
            isSelected={chosen.length === rows.length}
            onChange={(isOn) => setPicked(new Set(isOn ? rows.map(({ id }) => id) : []))}
          >
            {say.splitAll}
          </Checkbox>
          <div className={styles.segments}>
            {rows.map(({ id, quote, documentName, coder }) => (
              <Checkbox key={id} isSelected={picked.has(id)} onChange={(isOn) => toggle(id, isOn)}>
                <span>
                  <bdi className={styles.quote}>{quote}</bdi>{' '}
                  <span className={styles.where}>{say.splitWhere(documentName, coders.get(coder)?.name ?? '')}</span>
                </span>
              </Checkbox>
            ))}
          </div>
        </fieldset>
      )}
    </FormDialog>
  );
}
