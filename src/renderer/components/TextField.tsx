import type { KeyboardEvent, Ref } from 'react';
import { Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Field.module.css';

export type TextFieldProps = {
  label: string;
  /** The label is for screen readers only. */
  hideLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  note?: string | undefined;
  /** What is wrong with the value, or nothing. */
  error?: string | undefined;
  placeholder?: string;
  /** More than one line: how many to show at least; the field grows with its text. */
  rows?: number;
  maxLength?: number;
  autoFocus?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  /** `row`: the label beside the field, which has no border until it is used. */
  layout?: 'stack' | 'row';
  /** `auto` for text that others wrote, so that Arabic runs its own way. */
  dir?: 'auto';
  className?: string | undefined;
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
};

export function TextField(props: TextFieldProps) {
  const { label, hideLabel = false, note, error, placeholder, rows, dir, className, ref, onKeyDown, ...others } = props;
  const { layout = 'stack', ...rest } = others;
  const box = { className: classes(styles.box), placeholder, dir, onKeyDown, ref };
  return (
    <AriaTextField
      {...rest}
      {...(hideLabel ? { 'aria-label': label } : {})}
      isInvalid={error !== undefined}
      className={classes(styles.field, styles[layout], className)}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      {rows === undefined ? (
        <Input {...box} />
      ) : (
        <TextArea {...box} rows={rows} style={{ minHeight: `calc(${rows} * 1.5em + 14px)` }} />
      )}
      {note !== undefined && error === undefined && (
        <Text slot="description" className={styles.note}>
          {note}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className={styles.error}>
          {error}
        </Text>
      )}
    </AriaTextField>
  );
}
