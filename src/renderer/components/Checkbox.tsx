import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components';
import { classes } from './classes.ts';
import tick from './tick.module.css';
import styles from './Checkbox.module.css';

export type CheckboxProps = {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  children: ReactNode;
  /** One sentence under the label. */
  note?: string;
  isDisabled?: boolean;
};

export function Checkbox({ children, note, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className={styles.field}>
      <CheckboxButton className={styles.checkbox}>
        <span aria-hidden="true" className={classes(tick.box, styles.box)}>
          <Check />
        </span>
        {children}
      </CheckboxButton>
      {note !== undefined && (
        <Text slot="description" className={styles.note}>
          {note}
        </Text>
      )}
    </CheckboxField>
  );
}
