import { correctStrings as say } from '#words/window/correct.ts';
import type { Comparison } from '../../actions/correct.ts';
import spoken from '../../../../components/spoken.module.css';
import styles from './correct.module.css';

/** Characters of unchanged text that stand round a change. */
const context = 90;
/** Pieces of the difference that are drawn. */
const drawn = 600;

/** The end of an unchanged stretch, its beginning, or both with a gap between them. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= context * 2 + 20) return text;
  const head = isFirst ? '' : text.slice(0, context);
  const tail = isLast ? '' : text.slice(-context);
  return `${head} … ${tail}`;
}

/** The two texts as one: what was taken out is struck through, what was put in is underlined, the rest is shortened. */
export function Difference({ changes }: { changes: Comparison['changes'] }) {
  const shown = changes.slice(0, drawn);
  const hidden = changes.slice(drawn).filter(({ kind }) => kind !== 'same').length;
  return (
    <section aria-label={say.difference} tabIndex={0} className={styles.difference} dir="auto">
      {shown.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{shortened(text, at === 0, at === changes.length - 1)}</span>;
        const Mark = kind === 'removed' ? 'del' : 'ins';
        return (
          <Mark key={at}>
            <span className={spoken.spoken}>{kind === 'removed' ? say.removed : say.added} </span>
            {text}
          </Mark>
        );
      })}
      {hidden > 0 && <p className={styles.note}>{say.moreChanges(hidden)}</p>}
    </section>
  );
}
