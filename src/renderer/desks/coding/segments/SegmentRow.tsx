import { StickyNote } from 'lucide-react';
import { memo } from 'react';
import { segmentsStrings as say } from '#words/window/segments.ts';
import type { Segment } from '../../../../shared/api/segments.ts';
import type { Code } from '../../../../shared/model/records.ts';
import { Swatch } from '../../../components/Swatch.tsx';
import { classes } from '../../../components/classes.ts';
import rowStyles from '../../../components/rows.module.css';
import styles from './SegmentRow.module.css';

export type SegmentRowProps = {
  id: string;
  /** Place in the list, 0 first. */
  at: number;
  /** Undefined while it is being read. */
  segment: Segment | undefined;
  code: Code | undefined;
  coder: string | undefined;
  showsDocument: boolean;
  isCursor: boolean;
  /** Whether it is the one that was shown in the text last. */
  isActive: boolean;
  isSelected: boolean;
  /** Pixels from the beginning of the list. */
  top: number;
};

/** One coding with its quotation. The list hears of clicks on it. */
export const SegmentRow = memo(function SegmentRow(props: SegmentRowProps) {
  const { id, at, segment, code, coder, showsDocument, isCursor, isActive, isSelected, top } = props;
  const common = {
    id,
    role: 'row',
    'aria-rowindex': at + 2,
    'data-at': at,
    className: classes(rowStyles.placed, rowStyles.lined, rowStyles.pointed, rowStyles.told, styles.row),
    style: { transform: `translateY(${top}px)` },
  };
  if (segment === undefined) {
    return (
      <div {...common} aria-busy="true" data-cursor={isCursor || undefined}>
        <span role="gridcell" className={styles.waiting} />
      </div>
    );
  }
  return (
    <div
      {...common}
      aria-selected={isSelected}
      aria-current={isActive || undefined}
      data-cursor={isCursor || undefined}
      data-project={showsDocument || undefined}
    >
      <span role="gridcell" className={styles.code}>
        {code !== undefined && <Swatch hue={code.hue} pattern={code.pattern} />}
        <bdi className={styles.cut}>{code?.name ?? say.unknown}</bdi>
      </span>
      <span role="gridcell" className={styles.quoteCell}>
        <span dir="auto" className={styles.quote}>
          {segment.quote.replace(/\s+/gu, ' ')}
        </span>
        {segment.memo !== '' && (
          <span
            role="img"
            aria-label={say.memo(segment.memo.slice(0, 200))}
            title={segment.memo}
            className={styles.memo}
          >
            <StickyNote aria-hidden="true" />
          </span>
        )}
      </span>
      <span role="gridcell" className={styles.coder}>
        <bdi>{coder ?? say.unknown}</bdi>
      </span>
      {showsDocument && (
        <span role="gridcell" className={styles.document} title={segment.documentName}>
          <bdi>{segment.documentName}</bdi>
        </span>
      )}
      <span role="gridcell" className={styles.span}>
        {say.span(segment.codePoints.start, segment.codePoints.end)}
      </span>
    </div>
  );
});
