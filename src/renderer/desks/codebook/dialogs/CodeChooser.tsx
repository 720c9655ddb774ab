import { useMemo, useState } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import { strings } from '#words/window/frame.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { foldText, foldWords } from '../../../../shared/text/folding.ts';
import { ChoiceList } from '../../../components/ChoiceList.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { Swatch } from '../../../components/Swatch.tsx';
import { classes } from '../../../components/classes.ts';
import { codePath, useRecords } from '../../../state/records.ts';
import rowStyles from '../../../components/rows.module.css';
import styles from '../../../parts/dialogFields.module.css';

type CodeChooserProps = {
  label: string;
  /** Whether a code can be chosen. */
  offers: (code: Id) => boolean;
  selected: Id | null;
  onSelect: (code: Id | null) => void;
  /** Enter or a double click on a code: it is chosen, and that was all there was to say. */
  onTake: (code: Id) => void;
};

/** How many codes are listed: typing a word more finds the rest. */
const listed = 200;

/**
 * A list of codes by path with a field that filters it; every word typed must occur. Enter or Down in the field goes to the
 * first code, Enter on a code takes it.
 */
export function CodeChooser({ label, offers, selected, onSelect, onTake }: CodeChooserProps) {
  const codes = useRecords((state) => state.codes);
  const [filter, setFilter] = useState('');
  const all = useMemo(
    () =>
      Array.from(codes.values(), (code) => ({ id: code.id, code, path: codePath(codes, code.id) })).toSorted((a, b) =>
        a.path.localeCompare(b.path, undefined, { numeric: true }),
      ),
    [codes],
  );
  const words = foldWords(filter);
  const rows = all
    .filter(({ id, path }) => offers(id) && words.every((word) => foldText(path).includes(word)))
    .slice(0, listed);
  return (
    <div data-chooser className={styles.chooser}>
      <SearchField
        label={say.filterCodes}
        clearLabel={strings.common.clear}
        placeholder={say.filterCodes}
        value={filter}
        onChange={setFilter}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onSelect(rows[0]?.id ?? null);
          event.currentTarget.closest('[data-chooser]')?.querySelector<HTMLElement>('[role=option]')?.focus();
        }}
      />
      <ChoiceList
        label={label}
        items={rows}
        textOf={({ path }) => path}
        selected={selected}
        onChange={({ id }) => onSelect(id)}
        onChosen={({ id }) => onTake(id)}
        none={<p className={styles.none}>{say.noCode}</p>}
        className={styles.options}
        rowClassName={classes(rowStyles.row, styles.option)}
      >
        {({ code, path }) => (
          <>
            <Swatch hue={code.hue} pattern={code.pattern} />
            <bdi>{path}</bdi>
            {code.archived && <span className={styles.where}>{say.isArchived}</span>}
          </>
        )}
      </ChoiceList>
    </div>
  );
}
