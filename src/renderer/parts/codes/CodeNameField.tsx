import { useRef, useState } from 'react';
import { codesStrings as say } from '#words/window/codes.ts';
import { checkCodeName } from './codeName.ts';
import styles from './CodeNameField.module.css';

export type CodeNameFieldProps = {
  initial: string;
  taken: ReadonlySet<string>;
  /** Called once: with a sound name, or with null when the field was left or cancelled. */
  onDone: (name: string | null, byKey: boolean) => void;
};

/** A code's name, edited in its row. Enter takes it, Escape leaves it, going elsewhere takes it when it is sound. */
export function CodeNameField({ initial, taken, onDone }: CodeNameFieldProps) {
  const [typed, setTyped] = useState(initial);
  const isDone = useRef(false);
  const check = checkCodeName(typed, taken);

  const finish = (name: string | null, byKey: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(name === initial ? null : name, byKey);
  };

  return (
    <span className={styles.field}>
      <input
        className={styles.input}
        dir="auto"
        aria-label={say.codeName}
        aria-invalid={check.problem !== null}
        autoFocus
        value={typed}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => finish(check.name, false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') finish(null, true);
          else if (event.key === 'Enter' && check.problem === null) finish(check.name, true);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span role="status" className={styles.problem}>
        {check.problem}
      </span>
    </span>
  );
}
