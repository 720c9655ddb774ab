import { graphemeEnd } from '../../shared/text/graphemes.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { classes } from './classes.ts';
import styles from './CutText.module.css';

export type CutTextProps = {
  children: string;
  /** `ltr` for paths, which begin at the left whatever their folders are called. */
  dir?: 'auto' | 'ltr';
  className?: string | undefined;
};

/** A name or path that people gave, on one line, whose middle goes where there is too little room. The whole of it is its tooltip. */
export function CutText({ children, dir = 'auto', className }: CutTextProps) {
  const [start, end] = cutText(children);
  return (
    <span translate="no" dir={dir} title={children} className={classes(styles.text, className)}>
      <span className={styles.start}>{start}</span>
      {end !== '' && <span className={styles.end}>{end}</span>}
    </span>
  );
}

/** How many UTF-16 units of an end stay at least, and at most. */
const ends = { least: 8, most: 22 };

/**
 * Where a text is cut: the end begins after a sign that parts words, because letters that are joined cannot be parted. A text that is
 * short, or one long word of joined letters, is left whole.
 */
export function cutText(text: string): [start: string, end: string] {
  if (text.length < 2 * ends.least) return [text, ''];
  const from = Math.max(ends.least, text.length - ends.most);
  const last = text.slice(from, text.length - ends.least);
  const parting = /[\s/\\_.,;:–—-](?=[^\s])/u.exec(last);
  if (parting !== null) return splitAt(text, from + parting.index);
  const at = graphemeEnd(text, utf16(text.length - ends.least - 2));
  return /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]/u.test(text.slice(at - 1, at + 2))
    ? [text, '']
    : splitAt(text, at);
}

function splitAt(text: string, at: number): [string, string] {
  return [text.slice(0, at), text.slice(at)];
}
