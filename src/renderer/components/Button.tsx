import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Button.module.css';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** `primary`: the main act of a dialog; `danger`: takes something away; `quiet…`: a link-like act inside a panel. */
  variant?: 'plain' | 'primary' | 'danger' | 'quiet' | 'quietDanger';
  icon?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
};

export function Button({ variant = 'plain', icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes(styles.button, styles[variant], className)}>
      {icon}
      {children}
    </AriaButton>
  );
}
