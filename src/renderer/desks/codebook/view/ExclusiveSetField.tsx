import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Code } from '../../../../shared/model/records.ts';
import { send } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import { Select } from '../../../components/Select.tsx';
import { useRecords } from '../../../state/records.ts';
import { openDialog } from '../../../state/ui.ts';
import styles from './CodeForm.module.css';

/** Choices of the list that are no set. */
const none = 'none';
const make = 'make';

/** The set of codes that exclude each other which the code belongs to, and what happens when two of them meet. */
export function ExclusiveSetField({ code, readOnly }: { code: Code; readOnly: boolean }) {
  const sets = useRecords((state) => state.exclusiveSets);
  const set = code.exclusiveSet === null ? undefined : sets.get(code.exclusiveSet);
  const entries = [
    { id: none, label: say.noSet },
    ...Array.from(sets.values(), ({ id, name }) => ({ id, label: name })),
    { id: make, label: say.newSet },
  ];
  return (
    <div className={styles.field}>
      <span className={styles.label}>{say.set}</span>
      <div className={styles.line}>
        <Select
          label={say.set}
          isField
          entries={entries}
          selected={set?.id ?? none}
          isDisabled={readOnly}
          onSelect={(id) => {
            if (id === make) openDialog({ kind: 'newSet', code: code.id });
            else void send('codes.update', { code: code.id, exclusiveSet: id === none ? null : id });
          }}
        />
        {set && (
          <>
            <Select
              label={say.setRule(set.name)}
              isField
              entries={[
                { id: 'warn', label: say.warn },
                { id: 'refuse', label: say.refuse },
              ]}
              selected={set.rule}
              isDisabled={readOnly}
              onSelect={(rule) =>
                void send('exclusiveSets.update', { set: set.id, rule: rule === 'refuse' ? 'refuse' : 'warn' })
              }
            />
            {!readOnly && (
              <Button variant="quietDanger" onPress={() => void send('exclusiveSets.remove', { set: set.id })}>
                {say.removeSet(set.name)}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
