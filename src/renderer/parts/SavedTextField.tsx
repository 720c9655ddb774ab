import { useEffect, useRef, useState } from 'react';
import { TextField } from '../components/TextField.tsx';

/** A pause in typing after which a memo is saved, in milliseconds: long enough that a thought is one undo step. */
const pause = 2500;

export type SavedTextFieldProps = {
  label: string;
  placeholder: string;
  /** The text as it is on the disk. */
  saved: string;
  isReadOnly: boolean;
  /** Answers whether the text may be forgotten here: what could not be saved stays, to be saved later. */
  save: (value: string) => Promise<boolean>;
  /** Lines to show. */
  rows?: number;
  maxLength?: number;
};

/** A text that saves itself when it is left, and after a pause in typing. What is undone elsewhere shows here at once. */
export function SavedTextField(props: SavedTextFieldProps) {
  const { label, placeholder, saved, isReadOnly, save, rows = 7, maxLength = 100_000 } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, saved, save });
  useEffect(() => {
    latest.current = { draft, saved, save };
  });
  const store = (): void => {
    const { draft: text, saved: known, save: write } = latest.current;
    if (text !== null && text !== known)
      void write(text).then((isSaved) => {
        if (isSaved) setDraft((now) => (now === text ? null : now));
      });
    else setDraft(null);
  };
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(store, pause);
    return () => clearTimeout(timer);
  }, [draft]);
  // Another coding was chosen, or the panel went: what was typed is saved with the coding it was typed for.
  useEffect(
    () => () => {
      const { draft: text, saved: known, save: write } = latest.current;
      if (text !== null && text !== known) void write(text);
    },
    [],
  );
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      rows={rows}
      dir="auto"
      maxLength={maxLength}
      value={draft ?? saved}
      onChange={setDraft}
      onBlur={store}
      isReadOnly={isReadOnly}
    />
  );
}
