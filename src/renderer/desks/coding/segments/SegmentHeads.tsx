import { ArrowDown, ArrowUp } from 'lucide-react';
import { segmentsStrings as say } from '#words/window/segments.ts';
import type { SegmentSort } from '../../../../shared/api/segments.ts';
import { classes } from '../../../components/classes.ts';
import type { Sorted } from './segmentActs.ts';
import rowStyles from './SegmentRow.module.css';
import styles from './SegmentHeads.module.css';

type SegmentHeadsProps = {
  /** What the ids of the heads begin with. */
  id: string;
  showsDocument: boolean;
  sorted: Sorted;
  /** The head that keys act on. */
  cursor: SegmentSort | null;
  onPress: (by: SegmentSort) => void;
};

/** What the columns are called. A press sorts by one, again the other way round, and a third time as in the texts. */
export function SegmentHeads({ id, showsDocument, sorted, cursor, onPress }: SegmentHeadsProps) {
  const head = (by: SegmentSort, label: string, className?: string) => (
    <Head
      id={headId(id, by)}
      by={by}
      label={label}
      className={className}
      direction={sorted?.by === by ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
      isCursor={cursor === by}
      onPress={onPress}
    />
  );
  return (
    <div
      role="row"
      aria-rowindex={1}
      data-project={showsDocument || undefined}
      className={classes(rowStyles.row, styles.heads)}
    >
      {head('code', say.columns.code)}
      <span role="columnheader" className={styles.plain}>
        {say.columns.quote}
      </span>
      {head('coder', say.columns.coder, styles.narrow)}
      {showsDocument && head('document', say.columns.document, styles.narrow)}
      {head('length', say.columns.span)}
    </div>
  );
}

const all: readonly SegmentSort[] = ['code', 'coder', 'document', 'length'];

/** The heads that are in sight: in a narrow drawer some are not. */
export function shownHeads(id: string): SegmentSort[] {
  return all.filter((by) => {
    const head = document.getElementById(headId(id, by));
    return head !== null && getComputedStyle(head).display !== 'none';
  });
}

export const headId = (id: string, by: SegmentSort): string => `${id}-by-${by}`;

type HeadProps = {
  id: string;
  by: SegmentSort;
  label: string;
  className: string | undefined;
  direction: 'ascending' | 'descending' | 'none';
  isCursor: boolean;
  onPress: (by: SegmentSort) => void;
};

function Head({ id, by, label, className, direction, isCursor, onPress }: HeadProps) {
  return (
    <span
      id={id}
      role="columnheader"
      aria-sort={direction}
      title={say.sortBy[by]}
      data-cursor={isCursor || undefined}
      className={classes(styles.head, className)}
      onClick={() => onPress(by)}
    >
      <span className={styles.label}>{label}</span>
      {direction === 'ascending' && <ArrowUp aria-hidden="true" />}
      {direction === 'descending' && <ArrowDown aria-hidden="true" />}
    </span>
  );
}
