import { useRef, useState } from 'react';
import type { ClipboardEvent } from 'react';
import { codesStrings as say } from '#words/window/codes.ts';
import { checkCodeName } from './codeName.ts';
import styles from './CodeNameField.module.css';

export type CodeNameFieldProps = {
  initial: string;
  taken: ReadonlySet<string>;
  /** Called once: with a sound name, or with null when the field was left or cancelled. */
  onDone: (name: string | null, byKey: boolean) => void;
  /** Called once instead when several lines were pasted that can all be names; absent: they are pasted as one. */
  onLines?: (names: readonly string[]) => void;
};

/** A code's name, edited in its row. Enter takes it, Escape leaves it, going elsewhere takes it when it is sound. */
export function CodeNameField({ initial, taken, onDone, onLines }: CodeNameFieldProps) {
  const [fault, setFault] = useState<string | null>(null);
  const [typed, setTyped] = useState(initial);
  const isDone = useRef(false);
  const check = checkCodeName(typed, taken);

  const finish = (name: string | null, byKey: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(name === initial ? null : name, byKey);
  };

  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    // What stands in the field already belongs to the first and the last line, as it would in a longer field.
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const pasted = event.clipboardData.getData('text/plain');
    const lines = linesOf(value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? value.length));
    if (onLines === undefined || lines.length < 2 || isDone.current) return;
    event.preventDefault();
    if (lines.length > mostLines) {
      setFault(say.tooManyLines(lines.length, mostLines));
      return;
    }
    const at = lines.findIndex((line) => checkCodeName(line, noNames).problem !== null);
    const problem = checkCodeName(lines[at] ?? '', noNames).problem;
    if (problem !== null) {
      setFault(say.lineAtFault(at + 1, problem));
      return;
    }
    isDone.current = true;
    onLines(lines);
  };

  return (
    <span className={styles.field}>
      <input
        className={styles.input}
        dir="auto"
        aria-label={say.codeName}
        aria-invalid={(fault ?? check.problem) !== null}
        autoFocus
        value={typed}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setFault(null);
          setTyped(event.currentTarget.value);
        }}
        onPaste={paste}
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
        {fault ?? check.problem}
      </span>
    </span>
  );
}

/** Codes that one act makes. */
const mostLines = 1000;

const noNames: ReadonlySet<string> = new Set();

/** The lines of a text that say something, each once. */
function linesOf(text: string): string[] {
  return [...new Set(text.split(/\r\n|[\n\r]/u).map((line) => line.trim()))].filter((line) => line !== '');
}
