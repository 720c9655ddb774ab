import { disagreements as say } from '#words/window/disagreements.ts';
import type { DisputedUnit, Side } from '../../../../shared/api/reliability.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { Swatch } from '../../../components/Swatch.tsx';
import { codePath, useRecords } from '../../../state/records.ts';
import { stretchesOf } from './passageMarks.ts';
import type { Stretch } from './passageMarks.ts';
import styles from './PlaceItem.module.css';

export type PlaceSideProps = { unit: DisputedUnit; side: Side; isAgreed: boolean };

/** What one coder has at a place: the words as he or she marked them, or the answer. */
export function PlaceSide({ unit, side, isAgreed }: PlaceSideProps) {
  const { coder, codings, answer } = side;
  return (
    <section
      aria-label={isAgreed ? say.agreed : coder.name}
      data-agreed={isAgreed || undefined}
      className={styles.side}
    >
      <p className={styles.coder}>
        <span className={styles.name}>{isAgreed ? say.agreed : coder.name}</span>
        {unit.span !== null && codings.length === 0 && <span className={styles.nothing}>{say.nothingMarked}</span>}
        {[...new Set(codings.map(({ code }) => code))].map((code) => (
          <CodeChip key={code} code={code} />
        ))}
      </p>
      {unit.span === null ? (
        <p className={answer === null ? styles.nothing : styles.answer}>{answer?.words ?? say.noAnswer}</p>
      ) : (
        <p dir="auto" className={styles.words}>
          {stretchesOf(unit, codings).map((stretch, at) => (
            <Words key={at} stretch={stretch} />
          ))}
        </p>
      )}
      {codings
        .filter(({ memo }) => memo !== '')
        .map(({ annotation, memo }) => (
          <p key={annotation} dir="auto" className={styles.coderMemo}>
            {memo}
          </p>
        ))}
    </section>
  );
}

function CodeChip({ code }: { code: Id }) {
  const codes = useRecords((state) => state.codes);
  const known = codes.get(code);
  return (
    <span className={styles.chip}>
      {known && <Swatch hue={known.hue} pattern={known.pattern} />}
      <bdi>{codePath(codes, code)}</bdi>
    </span>
  );
}

function Words({ stretch: { text, codes, isPlace } }: { stretch: Stretch }) {
  const hue = useRecords((state) => (codes[0] === undefined ? undefined : state.codes.get(codes[0])?.hue));
  const className = isPlace ? styles.place : styles.around;
  if (codes.length === 0) return <span className={className}>{text}</span>;
  const look = hue === undefined ? {} : { background: `var(--tint-${hue})`, borderBottomColor: `var(--hue-${hue})` };
  return (
    <mark className={`${className ?? ''} ${styles.marked ?? ''}`} style={look}>
      {text}
    </mark>
  );
}
