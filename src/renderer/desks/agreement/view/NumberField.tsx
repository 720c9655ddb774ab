import { useState } from 'react';
import { reliability as say } from '#words/window/reliability.ts';
import { TextField } from '../../../components/TextField.tsx';

export type NumberFieldProps = {
  label: string;
  note: string;
  value: number;
  /** The largest number that is taken; the smallest is 0. */
  most: number;
  onChange: (value: number) => void;
};

/** A whole number. What is no such number is kept in the field and said to be wrong; the value stays as it was. */
export function NumberField({ label, note, value, most, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value));
  const isRight = (text: string): boolean => /^\d+$/u.test(text.trim()) && Number(text) <= most;
  return (
    <TextField
      label={label}
      note={note}
      value={typed}
      error={isRight(typed) ? undefined : say.wholeNumber(0, most)}
      onChange={(text) => {
        setTyped(text);
        if (isRight(text)) onChange(Number(text));
      }}
    />
  );
}
