import { useState } from 'react';
import { roundStrings as say } from '#words/window/rounds.ts';
import type { Id } from '../../../../../shared/model/records.ts';
import { Button } from '../../../../components/Button.tsx';
import { Checkbox } from '../../../../components/Checkbox.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { useRecords } from '../../../../state/records.ts';
import { addCoder } from '../../actions/rounds.ts';
import styles from './rounds.module.css';

type CoderChoiceProps = { chosen: ReadonlySet<Id>; onChange: (chosen: ReadonlySet<Id>) => void };

/** Ticks coders of the project; one who has not coded yet is added by name. */
export function CoderChoice({ chosen, onChange }: CoderChoiceProps) {
  const coders = useRecords((state) => state.coders);
  const [name, setName] = useState('');
  const put = (id: Id, isIn: boolean): void => {
    const next = new Set(chosen);
    if (isIn) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  const add = async (): Promise<void> => {
    const id = await addCoder(name.trim());
    if (id === undefined) return;
    setName('');
    put(id, true);
  };
  return (
    <div role="group" aria-label={say.coders} className={styles.coders}>
      <span className={styles.label}>{say.coders}</span>
      {[...coders.values()]
        .filter(({ kind }) => kind === 'person')
        .map((coder) => (
          <Checkbox key={coder.id} isSelected={chosen.has(coder.id)} onChange={(isIn) => put(coder.id, isIn)}>
            {coder.name}
          </Checkbox>
        ))}
      <div className={styles.adding}>
        <TextField
          label={say.addCoder}
          hideLabel
          placeholder={say.addCoderPlaceholder}
          value={name}
          onChange={setName}
          maxLength={300}
          dir="auto"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (name.trim() !== '') void add();
          }}
        />
        <Button isDisabled={name.trim() === ''} onPress={() => void add()}>
          {say.add}
        </Button>
      </div>
    </div>
  );
}
