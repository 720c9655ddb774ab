import { markedRuns } from '../../parts/codeFinder/rankCodes.ts';
import styles from './PaletteDialog.module.css';

/** A name with the letters that matched set bold. */
export function Marked({ text, marks }: { text: string; marks: readonly number[] }) {
  return markedRuns(text, marks).map((run, index) =>
    run.isMarked ? (
      <mark key={index} className={styles.mark}>
        {run.text}
      </mark>
    ) : (
      run.text
    ),
  );
}
