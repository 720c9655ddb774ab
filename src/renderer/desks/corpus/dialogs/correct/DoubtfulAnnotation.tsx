import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { correctStrings as say } from '#words/window/correct.ts';
import type { Annotation } from '../../../../../shared/model/records.ts';
import { Button } from '../../../../components/Button.tsx';
import { Swatch } from '../../../../components/Swatch.tsx';
import { shortQuote } from '../../../../parts/codeFinder/shortQuote.ts';
import { codePath, useRecords } from '../../../../state/records.ts';
import type { Comparison } from '../../actions/correct.ts';
import { PlaceField } from './PlaceField.tsx';
import type { Place } from './PlaceField.tsx';
import styles from './correct.module.css';

export type Reanchored = Comparison['annotations'][number];
/** Stays at the proposed place, goes, or stands where the coder has put it. */
export type Decision = 'keep' | 'remove' | Place;

/** Characters of the corrected text round a proposed place: a look-alike elsewhere is told by its surroundings. */
const around = 50;

type DoubtfulAnnotationProps = {
  row: Reanchored;
  coding: Annotation | undefined;
  content: string;
  /** Where the coding stood, as far as the corrected text still has it. */
  near: number;
  decision: Decision | undefined;
  onDecide: (decision: Decision) => void;
};

/** One coding whose place is not certain: its words before, the proposed or chosen place in its surroundings, and a key for each choice. */
export function DoubtfulAnnotation({ row, coding, content, near, decision, onDecide }: DoubtfulAnnotationProps) {
  const codes = useRecords((state) => state.codes);
  const coder = useRecords((state) => state.coders.get(coding?.coder ?? '')?.name ?? '');
  const code = codes.get(coding?.code ?? '');
  const item = useRef<HTMLLIElement>(null);
  const [isPlacing, setPlacing] = useState(false);
  const chosen = typeof decision === 'object' ? decision : null;
  const { place } = row;
  const shown = chosen ?? place;
  const leave = (to: Element | null | undefined): void => {
    setPlacing(false);
    if (to instanceof HTMLElement) to.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const step = key === 'arrowdown' ? 1 : key === 'arrowup' ? -1 : 0;
    if (key === 'k' && place) onDecide('keep');
    else if (key === 'r') onDecide('remove');
    else if (key === 'p') setPlacing(true);
    else if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'p') return;
    const beside = step === -1 ? event.currentTarget.previousElementSibling : event.currentTarget.nextElementSibling;
    if (beside instanceof HTMLElement) beside.focus();
  };
  return (
    // The row takes keys of its own; everything it does stands on buttons too.
    <li ref={item} tabIndex={0} className={styles.doubtful} onKeyDown={onKeyDown}>
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
          <Button aria-pressed={chosen !== null} aria-expanded={isPlacing} onPress={() => setPlacing(!isPlacing)}>
            {say.placeElsewhere}
          </Button>
          <Button aria-pressed={decision === 'remove'} onPress={() => onDecide('remove')}>
            {place ? say.remove : say.accept}
          </Button>
        </span>
      </div>
      <dl className={styles.places}>
        <dt>{say.before}</dt>
        <dd dir="auto">{shortQuote(row.quote, 200)}</dd>
        <dt>{chosen ? say.chosen : say.after}</dt>
        {shown ? (
          <dd dir="auto">
            <span className={styles.faint}>…{content.slice(Math.max(0, shown.start - around), shown.start)}</span>
            <mark>{content.slice(shown.start, shown.end)}</mark>
            <span className={styles.faint}>{content.slice(shown.end, shown.end + around)}…</span>
          </dd>
        ) : (
          <dd className={styles.lost}>{say.lost}</dd>
        )}
      </dl>
      {isPlacing && (
        <PlaceField
          content={content}
          first={shown ?? { start: near, end: near }}
          onPlace={(span) => {
            onDecide(span);
            leave(item.current?.nextElementSibling ?? item.current);
          }}
          onCancel={() => leave(item.current)}
        />
      )}
    </li>
  );
}
