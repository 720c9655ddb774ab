import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  useFilter,
} from 'react-aria-components';
import { SearchField } from './SearchField.tsx';
import { classes } from './classes.ts';
import tick from './tick.module.css';
import rowStyles from './rows.module.css';
import popover from './popover.module.css';
import styles from './MultiSelect.module.css';
import select from './Select.module.css';

/** `id` is never ''. `note`: a word beside the label, such as a count. */
export type MultiSelectEntry = { id: string; label: string; note?: string };

export type MultiSelectProps = {
  /** The accessible name, which is not drawn. */
  label: string;
  entries: readonly MultiSelectEntry[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** What the button says, and the first entry, while nothing is chosen. */
  anyLabel: string;
  /** What the button says of several. */
  severalLabel: (labels: readonly string[]) => string;
  searchLabel: string;
  clearLabel: string;
  /** What is said where no entry fits what was searched for. */
  noneLabel: string;
  isDisabled?: boolean;
  /** Its entries are still being asked for: it opens once they have come, so that no letter goes to a list without them. */
  isPending?: boolean;
  autoFocus?: boolean;
  /** As wide as its place. */
  isWide?: boolean;
  className?: string | undefined;
};

/** The entry that stands for no choice. */
const any = '';

/** Lists longer than this are searched rather than looked through. */
const longList = 10;

/** Chooses any number of a list that opens below a button: arrows move, Enter or a click ticks, typing finds. */
export function MultiSelect(props: MultiSelectProps) {
  const { label, entries, chosen, onChange, anyLabel, className } = props;
  const { isDisabled = false, isPending = false, autoFocus = false, isWide = false } = props;
  const [isOpen, setIsOpen] = useState(false);
  const isShown = isOpen && !isPending;
  return (
    <Select
      aria-label={label}
      selectionMode="multiple"
      value={chosen.length === 0 ? [any] : [...chosen]}
      onChange={(keys) => {
        const next = keys.map(String);
        // The entry for no choice takes all others back, and gives way to the first of them.
        onChange(chosen.length > 0 && next.includes(any) ? [] : next.filter((id) => id !== any));
      }}
      isDisabled={isDisabled}
      isOpen={isShown}
      onOpenChange={setIsOpen}
      autoFocus={autoFocus}
      className={classes(select.select, select.field, isWide && select.wide, className)}
    >
      <Button className={select.button}>
        <SelectValue className={select.value}>
          <span>
            <bdi>{chosen.length === 0 ? anyLabel : wordsOf(props)}</bdi>
          </span>
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover offset={4} className={classes(popover.popover, select.popover, styles.popover)}>
        {entries.length > longList ? (
          <SearchedList {...props} isOpen={isShown} />
        ) : (
          <EntryList {...props} isOpen={isShown} />
        )}
      </Popover>
    </Select>
  );
}

function wordsOf({ entries, chosen, severalLabel }: MultiSelectProps): string {
  const labels = entries.filter(({ id }) => chosen.includes(id)).map(({ label }) => label);
  return labels.length === 1 ? (labels[0] ?? '') : severalLabel(labels);
}

type ListProps = MultiSelectProps & { isOpen: boolean };

function SearchedList(props: ListProps) {
  const { searchLabel, clearLabel } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  const [sought, setSought] = useState('');
  return (
    <Autocomplete filter={contains} inputValue={sought} onInputChange={setSought}>
      <div className={styles.search}>
        <SearchField
          label={searchLabel}
          clearLabel={clearLabel}
          placeholder={searchLabel}
          value={sought}
          onChange={setSought}
          hasList
          autoFocus
        />
      </div>
      <EntryList {...props} />
    </Autocomplete>
  );
}

function EntryList({ entries, chosen, anyLabel, noneLabel, isOpen }: ListProps) {
  // The library makes all of a list that is shut, too: of 500 codes for a button that says “any”.
  const made = isOpen ? entries : entries.filter(({ id }) => chosen.includes(id));
  return (
    <ListBox
      className={classes(popover.list, styles.list)}
      items={[{ id: any, label: anyLabel }, ...made]}
      escapeKeyBehavior="none"
      renderEmptyState={() => <p className={styles.none}>{noneLabel}</p>}
    >
      {({ id, label, note }: MultiSelectEntry) => (
        <ListBoxItem
          id={id}
          textValue={label}
          className={classes(rowStyles.row, rowStyles.entry, select.item, styles.item)}
        >
          <span aria-hidden="true" className={classes(tick.box, styles.box)}>
            <Check />
          </span>
          <bdi className={styles.label}>{label}</bdi>
          {note !== undefined && <span className={styles.note}>{note}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
