import { useRecords } from '../../state/records.ts';
import { articleDate, number } from '../../strings/format.ts';
import { strings } from '../../strings/strings.ts';
import { blindRound, shownAnnotations, useReaderFilter } from '../../state/readerFilter.ts';
import { deskStrings } from '../../strings/desk.ts';
import { FilterMenu } from './FilterMenu.tsx';
import styles from './ReaderPanel.module.css';

/** What stands in the text itself or is too long for one line is left to the Article tab. */
const elsewhere = new Set(['title', 'headline', 'url', 'excerpt', 'description']);

/** One line of article facts over the text; the name stands in for them where there are none. */
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

/** How many codings are shown, of how many; in a blind round it says so and keeps the number of the others' to itself. */
function Count() {
  const records = useRecords((state) => state);
  const filter = useReaderFilter((state) => state);
  const { open, rounds, status } = records;
  if (!open) return null;
  const blind = blindRound(open, rounds, status?.coder?.id);
  const shown = shownAnnotations(records, filter).size;
  const all = open.annotations.size;
  return (
    <>
      {blind && (
        <span role="note" className={styles.blind} title={deskStrings.blindText}>
          {deskStrings.blind(blind.name)}
        </span>
      )}
      <span className={styles.count}>
        {blind || shown === all ? strings.reader.codings(shown) : deskStrings.shownOf(shown, all)}
      </span>
    </>
  );
}
