import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { classes } from './classes.ts';
import rowStyles from './rows.module.css';
import styles from './ChoiceList.module.css';

export type ChoiceListProps<T extends { id: string }> = {
  /** The accessible name, which is not drawn. */
  label: string;
  items: readonly T[];
  /** What typed letters find of an item. */
  textOf: (item: T) => string;
  /** The id of the selected item; null: none. */
  selected: string | null;
  /** Another item is selected: it got the focus, or was pressed. */
  onChange: (item: T) => void;
  /** An item was chosen, by Enter or a double click. */
  onChosen: (item: T) => void;
  /** The focus begins on the selected item, or else on the first; on the list where it has none. */
  autoFocus?: boolean;
  /** What stands in the list while it has no items. */
  none?: ReactNode;
  className?: string | undefined;
  rowClassName?: string | undefined;
  /** What is drawn of an item. */
  children: (item: T) => ReactNode;
};

/**
 * A list in a dialog from which one is chosen. The item with the focus is the selected one, however the focus came to it, so that
 * Enter and the buttons of the dialog mean the same. Escape is the dialog’s.
 */
export function ChoiceList<T extends { id: string }>(props: ChoiceListProps<T>) {
  const { label, items, textOf, selected, onChange, onChosen } = props;
  const { autoFocus = false, none, className, rowClassName, children } = props;
  const isEmpty = items.length === 0;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The library's autoFocus takes the focus back as long as the list is empty, so that no key would lead out of it.
    if (autoFocus && isEmpty) list.current?.focus();
    // Only where the focus begins.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <ListBox
      ref={list}
      aria-label={label}
      items={items}
      dependencies={[children, textOf, onChange, rowClassName]}
      selectionMode="single"
      selectionBehavior="replace"
      // Else Escape would take back the selection, and not reach the dialog.
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const item = items.find(({ id }) => keys !== 'all' && keys.has(id));
        if (item) onChange(item);
      }}
      onAction={(key) => {
        const item = items.find(({ id }) => id === key);
        if (item) onChosen(item);
      }}
      autoFocus={autoFocus && !isEmpty ? 'first' : false}
      // The library takes every list for empty at first.
      {...(isEmpty && { renderEmptyState: () => none })}
      className={classes(styles.list, className)}
    >
      {(item) => (
        <ListBoxItem
          id={item.id}
          textValue={textOf(item)}
          // Typed letters move the focus and leave the selection.
          onFocus={({ target }) => {
            if (target.getAttribute('aria-selected') !== 'true') onChange(item);
          }}
          className={classes(rowStyles.choice, rowClassName)}
        >
          {children(item)}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
