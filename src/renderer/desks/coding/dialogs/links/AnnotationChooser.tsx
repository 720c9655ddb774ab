import { useMemo, useState } from 'react';
import { strings } from '#words/window/frame.ts';
import { linkStrings as say } from '#words/window/links.ts';
import type { Annotation, Id } from '../../../../../shared/model/records.ts';
import { foldText, foldWords } from '../../../../../shared/text/folding.ts';
import { ChoiceList } from '../../../../components/ChoiceList.tsx';
import { SearchField } from '../../../../components/SearchField.tsx';
import { Swatch } from '../../../../components/Swatch.tsx';
import { shortQuote } from '../../../../parts/codeFinder/shortQuote.ts';
import { codePath, useRecords } from '../../../../state/records.ts';
import styles from './links.module.css';

type AnnotationChooserProps = {
  label: string;
  /** In the order in which they are to be listed. */
  codings: readonly Annotation[];
  text: string;
  selected: Id | null;
  onSelect: (coding: Id) => void;
  /** Enter or a double click on a coding. */
  onTake: (coding: Id) => void;
};

/** How many codings are listed: typing a word more finds the rest. */
const listed = 100;

/** A list of codings with a field that filters it by the words of code, coder and passage. */
export function AnnotationChooser({ label, codings, text, selected, onSelect, onTake }: AnnotationChooserProps) {
  const codes = useRecords((state) => state.codes);
  const coders = useRecords((state) => state.coders);
  const [filter, setFilter] = useState('');
  const all = useMemo(
    () =>
      codings.map((coding) => {
        const path = codePath(codes, coding.code);
        const coder = coders.get(coding.coder)?.name ?? '';
        const quote = text.slice(coding.start, coding.end);
        return { id: coding.id, code: codes.get(coding.code), path, coder, quote, words: `${path} ${coder} ${quote}` };
      }),
    [codings, codes, coders, text],
  );
  const wanted = foldWords(filter);
  const found = all.filter(({ words }) => wanted.every((word) => foldText(words).includes(word)));
  const rows = found.slice(0, listed);
  const hidden = found.length - rows.length;
  return (
    <div data-chooser className={styles.chooser}>
      <SearchField
        label={say.filter}
        clearLabel={strings.common.clear}
        placeholder={say.filter}
        value={filter}
        onChange={setFilter}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          event.currentTarget.closest('[data-chooser]')?.querySelector<HTMLElement>('[role=option]')?.focus();
        }}
      />
      <ChoiceList
        label={label}
        items={rows}
        textOf={({ path, quote }) => `${path} ${quote}`}
        selected={selected}
        onChange={({ id }) => onSelect(id)}
        onChosen={({ id }) => onTake(id)}
        none={<p className={styles.none}>{say.none}</p>}
        className={styles.options}
        rowClassName={styles.option}
      >
        {({ code, path, coder, quote }) => (
          <>
            <span className={styles.head}>
              {code && <Swatch hue={code.hue} pattern={code.pattern} />}
              <bdi>{path}</bdi>
              <span className={styles.faint}>{say.by(coder)}</span>
            </span>
            <bdi className={styles.quote}>{shortQuote(quote, 120)}</bdi>
          </>
        )}
      </ChoiceList>
      {hidden > 0 && <p className={styles.faint}>{say.more(hidden)}</p>}
    </div>
  );
}
