import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Tooltip } from './Tooltip.tsx';
import { classes } from './classes.ts';
import styles from './IconButton.module.css';

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** What the button does: its accessible name, and its tooltip. */
  label: string;
  /** The key that does the same, to show in the tooltip. */
  keys?: string | undefined;
  icon: ReactNode;
  /** A view or switch that is on. */
  isOn?: boolean;
  size?: 'small' | 'large';
  placement?: 'top' | 'bottom' | 'left' | 'right';
};

export function IconButton(props: IconButtonProps) {
  const { label, keys, icon, isOn = false, size = 'small', placement = 'bottom', ...rest } = props;
  return (
    <Tooltip text={label} keys={keys} placement={placement}>
      <AriaButton
        {...rest}
        aria-label={label}
        data-on={isOn || undefined}
        className={classes(styles.button, styles[size])}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
