import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { foldText, foldWords } from '../../shared/text/folding.ts';
import { classes } from './classes.ts';
import rowStyles from './rows.module.css';
import popover from './popover.module.css';
import field from './Field.module.css';
import styles from './NameField.module.css';
import select from './Select.module.css';

export type NamedEntry = { id: string; name: string };

export type NameFieldProps = {
  label: string;
  /** The label is for screen readers only. */
  hideLabel?: boolean;
  /** What the button says that opens the list. */
  openLabel: string;
  entries: readonly NamedEntry[];
  /** The id of the chosen entry; '' for none. */
  selected: string;
  onSelect: (id: string) => void;
  className?: string | undefined;
};

/** How many names are listed; typing finds the others. */
const listed = 50;

/** Chooses one of many by name; an emptied field chooses none. */
export function NameField({
  label,
  hideLabel = false,
  openLabel,
  entries,
  selected,
  onSelect,
  className,
}: NameFieldProps) {
  const chosen = entries.find(({ id }) => id === selected)?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const words = foldWords(typed ?? '');
  const found = entries.filter(({ name }) => words.every((word) => foldText(name).includes(word)));
  return (
    <ComboBox
      {...(hideLabel ? { 'aria-label': label } : {})}
      items={found.slice(0, listed)}
      inputValue={typed ?? chosen}
      value={selected === '' ? null : selected}
      menuTrigger="focus"
      onInputChange={(text) => {
        setTyped(text === chosen ? null : text);
        if (text === '') onSelect('');
      }}
      onChange={(key) => {
        if (key !== null) onSelect(String(key));
        setTyped(null);
      }}
      onBlur={() => setTyped(null)}
      className={classes(field.field, className)}
    >
      {!hideLabel && <Label className={field.label}>{label}</Label>}
      <div className={styles.line}>
        <Input className={field.box} dir="auto" />
        <Button aria-label={openLabel} className={styles.open}>
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <Popover offset={4} className={classes(popover.popover, select.popover)}>
        <ListBox<NamedEntry> className={popover.list}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name} className={classes(rowStyles.row, rowStyles.entry, select.item)}>
              <bdi>{name}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
