import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { MenuList } from './Menu.tsx';
import type { MenuEntry } from './Menu.tsx';
import { classes } from './classes.ts';
import popover from './popover.module.css';
import styles from './Menu.module.css';

export type ContextMenuProps = {
  label: string;
  /** Where it opens, in CSS pixels of the window; null: shut. */
  at: { x: number; y: number } | null;
  entries: () => readonly MenuEntry[];
  onClose: () => void;
};

/** A menu at the pointer, or at the focused row when the menu key was pressed. */
export function ContextMenu({ label, at, entries, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        aria-hidden="true"
        className={styles.anchor}
        style={at === null ? undefined : { left: at.x, top: at.y }}
      />
      <Popover
        isOpen={at !== null}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        aria-label={label}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        className={classes(popover.popover, styles.popover)}
      >
        <MenuList
          label={label}
          entries={() =>
            entries().map((entry) => {
              if (entry === null) return null;
              const run = (): void => {
                onClose();
                entry.run();
              };
              return { ...entry, run };
            })
          }
        />
      </Popover>
    </>
  );
}
