import type { KeyboardEvent } from 'react';
import type { Annotation } from '../../../shared/model/records.ts';
import type { Comparison } from '../../actions/correct.ts';
import { Button } from '../../components/Button.tsx';
import { Swatch } from '../../components/Swatch.tsx';
import { codePath, useRecords } from '../../state/records.ts';
import { correctStrings as say } from '../../strings/correct.ts';
import { shortQuote } from '../codePicker/shortQuote.ts';
import styles from './correct.module.css';

export type Reanchored = Comparison['annotations'][number];
export type Decision = 'keep' | 'remove';

/** Characters of the corrected text round a proposed place: a look-alike elsewhere is told by its surroundings. */
const around = 50;

type DoubtfulCodingProps = {
  row: Reanchored;
  coding: Annotation | undefined;
  content: string;
  decision: Decision | undefined;
  onDecide: (decision: Decision) => void;
};

/** One coding whose place is not certain: its words before, the proposed place in its surroundings, and two keys. */
export function DoubtfulCoding({ row, coding, content, decision, onDecide }: DoubtfulCodingProps) {
  const codes = useRecords((state) => state.codes);
  const coder = useRecords((state) => state.coders.get(coding?.coder ?? '')?.name ?? '');
  const code = codes.get(coding?.code ?? '');
  const { place } = row;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const step = key === 'arrowdown' ? 1 : key === 'arrowup' ? -1 : 0;
    if (key === 'k' && place) onDecide('keep');
    else if (key === 'r') onDecide('remove');
    else if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const beside = step === -1 ? event.currentTarget.previousElementSibling : event.currentTarget.nextElementSibling;
    if (beside instanceof HTMLElement) beside.focus();
  };
  return (
    // The row takes keys of its own; everything it does stands on buttons too.
    <li tabIndex={0} className={styles.doubtful} data-decided={decision} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        {code && <Swatch hue={code.hue} pattern={code.pattern} />}
        <bdi>{coding && codePath(codes, coding.code)}</bdi>
        <span className={styles.faint}>{coder}</span>
        <span className={styles.acts}>
          {place && (
            <Button aria-pressed={decision === 'keep'} onPress={() => onDecide('keep')}>
              {say.keep}
            </Button>
          )}
          <Button aria-pressed={decision === 'remove'} onPress={() => onDecide('remove')}>
            {place ? say.remove : say.accept}
          </Button>
        </span>
      </div>
      <dl className={styles.places}>
        <dt>{say.before}</dt>
        <dd dir="auto">{shortQuote(row.quote, 200)}</dd>
        <dt>{say.after}</dt>
        {place ? (
          <dd dir="auto">
            <span className={styles.faint}>…{content.slice(Math.max(0, place.start - around), place.start)}</span>
            <mark>{place.quote}</mark>
            <span className={styles.faint}>{content.slice(place.end, place.end + around)}…</span>
          </dd>
        ) : (
          <dd className={styles.lost}>{say.lost}</dd>
        )}
      </dl>
    </li>
  );
}
