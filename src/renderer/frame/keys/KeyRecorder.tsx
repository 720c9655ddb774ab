import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { strings } from '#words/window/frame.ts';
import { onMac } from '#words/window/keyNames.ts';
import type { Action } from '../../../shared/actions.ts';
import { isModifier, keyOf, refusalOf } from './keyChange.ts';
import styles from './KeysDialog.module.css';

const words = strings.keys;

type KeyRecorderProps = {
  action: Action;
  label: string;
  onKey: (key: string) => void;
  onEnd: () => void;
  onLeave: () => void;
};

/** Waits for one key press. Escape ends it, Tab goes on to the next control; any other key is taken, or refused with a reason. */
export function KeyRecorder({ action, label, onKey, onEnd, onLeave }: KeyRecorderProps) {
  const [refused, setRefused] = useState('');
  const field = useRef<HTMLButtonElement>(null);
  const reason = useId();
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onEnd();
    else if (!isModifier(event.key)) {
      const key = keyOf(event, onMac);
      const why = key === null ? 'unusable' : refusalOf(key, action);
      if (key !== null && why === null) onKey(key);
      else setRefused(words.refused[why ?? 'unusable']);
    }
  };
  return (
    <span className={styles.recording}>
      {refused !== '' && (
        <span role="alert" id={reason} className={styles.refused}>
          {refused}
        </span>
      )}
      <button
        ref={field}
        type="button"
        aria-label={words.pressOf(label)}
        aria-describedby={refused === '' ? undefined : reason}
        className={styles.recorder}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      >
        {words.press}
      </button>
    </span>
  );
}
