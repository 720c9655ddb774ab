import { Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './SearchField.module.css';

export type SearchFieldProps = {
  /** The accessible name. */
  label: string;
  /** What the clearing button is called. */
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  placeholder?: string;
  autoFocus?: boolean;
  /** It finds in a list that is open below it, whose entries the arrow keys go to while the field keeps the focus. */
  hasList?: boolean;
  /** The id of what describes it. */
  describedBy?: string;
  className?: string | undefined;
  ref?: Ref<HTMLInputElement>;
};

export function SearchField(props: SearchFieldProps) {
  const { label, clearLabel, placeholder, hasList = false, describedBy, className, ref, onKeyDown, ...rest } = props;
  return (
    <AriaSearchField
      {...rest}
      aria-label={label}
      aria-describedby={describedBy}
      className={classes(styles.field, className)}
    >
      <Search aria-hidden="true" className={styles.icon} />
      <Input
        ref={ref}
        className={styles.input}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
        {...(hasList && { role: 'combobox', 'aria-expanded': true })}
      />
      <Button aria-label={clearLabel} className={styles.clear}>
        <X aria-hidden="true" />
      </Button>
    </AriaSearchField>
  );
}
