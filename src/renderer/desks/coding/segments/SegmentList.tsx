import { useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { segmentsStrings as say } from '#words/window/segments.ts';
import type { Segment } from '../../../../shared/api/segments.ts';
import type { Code, Coder, Id } from '../../../../shared/model/records.ts';
import { SegmentMenu } from './SegmentMenu.tsx';
import type { OpenedMenu } from './SegmentMenu.tsx';
import { SegmentRow } from './SegmentRow.tsx';
import type { SegmentActs } from './segmentActs.ts';
import { moveCursor } from './listCursor.ts';
import { rowHeight, useRowsInSight } from './useRowsInSight.ts';
import { useSegmentCursor } from './useSegmentCursor.ts';
import type { SegmentWindows } from './useSegmentWindows.ts';
import { classes } from '../../../components/classes.ts';
import rowStyles from '../../../components/rows.module.css';
import spoken from '../../../components/spoken.module.css';
import styles from './SegmentList.module.css';

export type SegmentListProps = {
  segments: SegmentWindows;
  total: number;
  codes: readonly Code[];
  coders: readonly Coder[];
  activeAnnotation: Id | null;
  showsDocument: boolean;
  acts: SegmentActs;
};

/** The rows of the list, of which only those in sight are drawn and read. One tab stop; arrow keys move the cursor. */
export function SegmentList(props: SegmentListProps) {
  const { segments, total, codes, coders, activeAnnotation, showsDocument, acts } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [menu, setMenu] = useState<OpenedMenu | null>(null);
  const codeOf = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const coderOf = useMemo(() => new Map(coders.map((coder) => [coder.id, coder.name])), [coders]);
  const [cursor, setCursor] = useSegmentCursor(segments, total, activeAnnotation);
  const { items, height } = useRowsInSight(box, total, cursor, segments.want);

  const openRow = (at: number, segment: Segment): void => {
    setCursor(at);
    acts.open(segment);
  };
  const openMenu = (at: number, segment: Segment, point: OpenedMenu['at']): void => {
    setCursor(at);
    setMenu({ segment, at: point });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveCursor(event.key, cursor, total, Math.floor((box.current?.clientHeight ?? 0) / rowHeight));
    const segment = segments.row(cursor);
    if (next !== null) setCursor(next);
    else if (event.key === 'Enter') {
      if (segment !== undefined) openRow(cursor, segment);
    } else if (event.key === 'Delete') {
      if (segment !== undefined && acts.canChange()) acts.remove(segment.id);
    } else if (event.key === 'F2') {
      const row = document.getElementById(`${id}-${cursor}`)?.getBoundingClientRect();
      if (row !== undefined && segment !== undefined && acts.canChange()) acts.change(segment, row);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const row = document.getElementById(`${id}-${cursor}`)?.getBoundingClientRect();
      if (row !== undefined && segment !== undefined) openMenu(cursor, segment, { x: row.left + 24, y: row.bottom });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        ref={box}
        role="grid"
        tabIndex={0}
        aria-label={say.title}
        aria-rowcount={total + 1}
        aria-activedescendant={`${id}-${cursor}`}
        className={classes(rowStyles.scroller, styles.list)}
        onKeyDown={onKeyDown}
      >
        <Heads showsDocument={showsDocument} />
        <div role="rowgroup" className={rowStyles.all} style={{ height }}>
          {items.map(({ index, start }) => {
            const segment = segments.row(index);
            return (
              <SegmentRow
                key={index}
                id={`${id}-${index}`}
                at={index}
                segment={segment}
                code={segment && codeOf.get(segment.code)}
                coder={segment && coderOf.get(segment.coder)}
                showsDocument={showsDocument}
                isCursor={index === cursor}
                isActive={segment !== undefined && segment.id === activeAnnotation}
                top={start}
                onOpen={openRow}
                onMenu={openMenu}
              />
            );
          })}
        </div>
      </div>
      <SegmentMenu menu={menu} acts={acts} onClose={() => setMenu(null)} />
    </>
  );
}

/** What the columns are called, for screen readers. */
function Heads({ showsDocument }: { showsDocument: boolean }) {
  return (
    <div role="row" aria-rowindex={1} className={spoken.spoken}>
      <span role="columnheader">{say.columns.code}</span>
      <span role="columnheader">{say.columns.quote}</span>
      <span role="columnheader">{say.columns.coder}</span>
      {showsDocument && <span role="columnheader">{say.columns.document}</span>}
      <span role="columnheader">{say.columns.span}</span>
    </div>
  );
}
