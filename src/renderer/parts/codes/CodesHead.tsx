import { Plus } from 'lucide-react';
import type { RefObject } from 'react';
import { codesStrings as say } from '#words/window/codes.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import styles from './CodesPanel.module.css';

/** With how many codes a filter is worth its place. */
const filterFrom = 16;

type CodesHeadProps = {
  /** How many codes there are. */
  count: number;
  filter: string;
  /** How many codes match the filter; null: nothing is filtered. */
  matches: number | null;
  readOnly: boolean;
  onFilter: (filter: string) => void;
  /** Leaves the filter for the rows. */
  onEnterRows: () => boolean;
  onNew: () => void;
  filterBox: RefObject<HTMLInputElement | null>;
};

/** The head of the codes panel: its title, or the filter in a large codebook, and a new code. */
export function CodesHead(props: CodesHeadProps) {
  const { count, filter, matches, readOnly, onFilter, onEnterRows, onNew, filterBox } = props;
  return (
    <header className={styles.head}>
      {count < filterFrom ? (
        <h2 className={styles.title}>{say.title}</h2>
      ) : (
        <SearchField
          ref={filterBox}
          label={say.filter}
          clearLabel={say.clearFilter}
          placeholder={say.filter}
          value={filter}
          onChange={onFilter}
          onKeyDown={(event) => {
            if ((event.key === 'ArrowDown' || event.key === 'Enter') && onEnterRows()) event.preventDefault();
          }}
          className={styles.filter}
        />
      )}
      <span role="status" className={styles.matches}>
        {matches === null ? null : say.matches(matches, count)}
      </span>
      {!readOnly && <IconButton label={say.newCode} keys="N" icon={<Plus aria-hidden="true" />} onPress={onNew} />}
    </header>
  );
}
