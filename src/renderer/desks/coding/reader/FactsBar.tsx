import { memo, useMemo } from 'react';
import { articleDate, number } from '#words/format.ts';
import { strings } from '#words/window/frame.ts';
import { readingStrings } from '#words/window/reading.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { blindRound, useReaderFilter, visibility } from '../../../state/readerFilter.ts';
import { useRecords } from '../../../state/records.ts';
import type { OpenDocument, Records } from '../../../state/records.ts';
import { FilterMenu } from './FilterMenu.tsx';
import styles from './ReaderPanel.module.css';

/** What stands in the text itself or is too long for one line is left to the Article tab. */
const elsewhere = new Set(['title', 'headline', 'url', 'excerpt', 'description']);

/** One line over the text: the article's name, and the facts that there is room for. */
export function FactsBar() {
  const open = useRecords((state) => state.open);
  if (!open) return null;
  const { document, facts } = open;
  const shown = facts.filter(({ variable, value }) => value !== '' && !elsewhere.has(variable.toLowerCase()));
  const entries = [
    ...shown.map(({ variable, label, value }) => ({
      label,
      value: variable === 'date' ? articleDate(value, 'long') : value,
    })),
    { label: strings.article.characters, value: number(document.characters) },
  ];
  return (
    <div className={styles.facts}>
      <span className={styles.name} dir="auto" title={document.name}>
        {document.name}
      </span>
      <dl className={styles.list} aria-label={strings.reader.facts}>
        {entries.map(({ label, value }) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd title={value} dir="auto">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <Count />
      <FilterMenu />
    </div>
  );
}

const agreedOf = ({ coders }: Records): Id | undefined =>
  [...coders.values()].find(({ kind }) => kind === 'agreed')?.id;

/**
 * How many codings are shown, of how many; in a blind round it says so and keeps the number of the others' to itself. Those of the
 * agreed version say again what people have said: they count only where they alone are asked for.
 */
function Count() {
  const open = useRecords((state) => state.open);
  return open && <CountOf annotations={open.annotations} assignments={open.assignments} />;
}

/** Drawn anew only when codings, assignments, rounds, the coder or the filter change, not with every answer. */
const CountOf = memo(function CountOf({ annotations, assignments }: Pick<OpenDocument, 'annotations' | 'assignments'>) {
  const rounds = useRecords((state) => state.rounds);
  const coder = useRecords((state) => state.status?.coder?.id);
  const filter = useReaderFilter((state) => state);
  const agreed = useRecords(agreedOf);
  const left = filter.coder === agreed ? undefined : agreed;
  const blind = useMemo(() => blindRound({ assignments }, rounds, coder), [assignments, rounds, coder]);
  const [shown, all] = useMemo(() => {
    const status = { coder: coder === undefined ? null : { id: coder } };
    const test = visibility({ open: { assignments }, rounds, status }, filter);
    if (!test && left === undefined) return [annotations.size, annotations.size];
    let [count, most] = [0, 0];
    for (const coding of annotations.values()) {
      if (coding.coder === left) continue;
      most++;
      if (!test || test(coding)) count++;
    }
    return [count, most];
  }, [annotations, assignments, rounds, coder, filter, left]);
  return (
    <>
      {blind && (
        <span role="note" className={styles.blind} title={readingStrings.blindText}>
          {readingStrings.blind([blind.name])}
        </span>
      )}
      <span className={styles.count}>
        {blind || shown === all ? strings.reader.codings(shown) : readingStrings.shownOf(shown, all)}
      </span>
    </>
  );
});
