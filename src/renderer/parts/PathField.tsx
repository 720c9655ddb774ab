import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { strings } from '#words/window/frame.ts';
import { AppError } from '../../shared/errors.ts';
import { inBackground } from '../actions/ask.ts';
import { Button } from '../components/Button.tsx';
import { TextField } from '../components/TextField.tsx';
import { typedPath } from './typedPath.ts';
import styles from './FileBrowser.module.css';

export type PathFieldProps = {
  /** The path of the shown folder. */
  label: string;
  /** Goes where a path leads, or throws. */
  onGo: (typed: string) => Promise<void>;
  /** Another path than that of the shown folder is being typed: nothing that is marked is meant any more. */
  onTyping: () => void;
};

/** The path of the shown folder, to be typed or pasted over; Enter goes there. What is wrong with it stands below it. */
export function PathField({ label, onGo, onTyping }: PathFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const isOpen = typed !== null && typed !== label;
  const go = async (): Promise<void> => {
    try {
      await onGo(typed ?? label);
    } catch (reason) {
      if (!(reason instanceof AppError)) throw reason;
      setError(reason.message);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Backspace is for the field and not for the browser, Enter not for the dialog.
    if (event.key === 'Backspace') event.stopPropagation();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    inBackground(go);
  };
  return (
    <div className={styles.typed} onKeyDown={onKeyDown} {...(isOpen && { [typedPath]: true })}>
      <TextField
        label={strings.files.path}
        hideLabel
        value={typed ?? label}
        onChange={(value) => {
          setTyped(value);
          setError(undefined);
          if (value !== label) onTyping();
        }}
        // A form is not sent with a path that was not followed: it would go to the folder that is shown.
        error={error ?? (isOpen ? strings.files.followFirst : undefined)}
        placeholder={strings.files.pathPlaceholder}
        className={styles.pathField}
      />
      <Button onPress={() => inBackground(go)}>{strings.files.go}</Button>
    </div>
  );
}
