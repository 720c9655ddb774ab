import { useRecords } from '../../state/records.ts';
import { articleDate, number } from '../../strings/format.ts';
import { strings } from '../../strings/strings.ts';
import styles from './ReaderPanel.module.css';

/** What stands in the text itself or is too long for one line is left to the Article tab. */
const elsewhere = new Set(['title', 'headline', 'url', 'excerpt', 'description']);

/** One line of article facts over the text; the name stands in for them where there are none. */
export function FactsBar() {
  const open = useRecords((state) => state.open);
  if (!open) return null;
  const { document, facts, annotations } = open;
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
      <span className={styles.count}>{strings.reader.codings(annotations.size)}</span>
    </div>
  );
}
