import styles from './PassageInContext.module.css';

/**
 * Line ends and runs of blanks as one blank, for a row of a list. The last one does not break, because a blank at the
 * end of a right-to-left box is drawn at its far end (Unicode bidirectional algorithm, rule L1).
 */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/ $/u, '\u00a0');
}

/** A passage on one line with what stands round it, as in a concordance: all of them begin in one column. */
export function PassageInContext({ before, quote, after }: { before: string; quote: string; after: string }) {
  return (
    <span className={styles.context} dir="auto">
      <span className={styles.before}>
        <bdi>{oneLine(before)}</bdi>
      </span>
      <span className={styles.after}>
        <mark>{oneLine(quote)}</mark>
        {oneLine(after)}
      </span>
    </span>
  );
}
