import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { segmentsStrings as say } from '#words/window/segments.ts';
import type { SegmentSort } from '../../../../shared/api/segments.ts';
import type { Code, Coder, Id } from '../../../../shared/model/records.ts';
import { SegmentHeads, headId, shownHeads } from './SegmentHeads.tsx';
import { SegmentMenu } from './SegmentMenu.tsx';
import type { OpenedMenu } from './SegmentMenu.tsx';
import { SegmentRow } from './SegmentRow.tsx';
import type { SegmentActs, SegmentSelection, Sorted } from './segmentActs.ts';
import { rowHands } from './rowHands.ts';
import { segmentKeys } from './segmentKeys.ts';
import { rowHeight, useRowsInSight } from './useRowsInSight.ts';
import { useSegmentCursor } from './useSegmentCursor.ts';
import type { SegmentWindows } from './useSegmentWindows.ts';
import { classes } from '../../../components/classes.ts';
import rowStyles from '../../../components/rows.module.css';
import styles from './SegmentList.module.css';

export type SegmentListProps = {
  segments: SegmentWindows;
  total: number;
  codes: readonly Code[];
  coders: readonly Coder[];
  activeAnnotation: Id | null;
  showsDocument: boolean;
  sorted: Sorted;
  selection: SegmentSelection;
  acts: SegmentActs;
};

/**
 * The rows of the list, of which only those in sight are drawn and read, under their heads. One tab stop; arrow keys move the cursor, from
 * the first row into the heads.
 */
export function SegmentList(props: SegmentListProps) {
  const { segments, total, codes, coders, activeAnnotation, showsDocument, sorted, selection, acts } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [menu, setMenu] = useState<OpenedMenu | null>(null);
  const [head, setHead] = useState<SegmentSort | null>(null);
  const codeOf = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const coderOf = useMemo(() => new Map(coders.map((coder) => [coder.id, coder.name])), [coders]);
  const cursor = useSegmentCursor(segments, total, activeAnnotation);
  const { items, height } = useRowsInSight(box, total, cursor.at, segments.want);
  const hands = rowHands({ segments, selection, acts, activeAnnotation, cursor, setHead, setMenu });
  const sort = (by: SegmentSort): void => {
    setHead(by);
    cursor.moveTo(0);
    document.getElementById(id)?.scrollTo({ top: 0 });
    acts.sort(by);
  };
  useLeaving(box, acts.leave);
  const onKeyDown = segmentKeys({
    cursor,
    total,
    page: () => Math.floor((document.getElementById(id)?.clientHeight ?? 0) / rowHeight) - 1,
    segment: segments.row(cursor.at),
    box: () => document.getElementById(`${id}-${cursor.at}`)?.getBoundingClientRect(),
    head,
    setHead,
    heads: () => shownHeads(id),
    sort,
    acts,
    selection,
    hands,
  });

  return (
    <>
      <div
        ref={box}
        id={id}
        role="grid"
        tabIndex={0}
        aria-label={say.title}
        aria-rowcount={total + 1}
        aria-multiselectable="true"
        aria-activedescendant={head === null ? `${id}-${cursor.at}` : headId(id, head)}
        className={classes(rowStyles.scroller, styles.list)}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => event.shiftKey && keepText(event)}
        onClick={(event) => onRow(event, (at) => hands.click(at, event))}
        onContextMenu={(event) => onRow(event, (at) => hands.menuAt(at, { x: event.clientX, y: event.clientY }))}
      >
        <SegmentHeads id={id} showsDocument={showsDocument} sorted={sorted} cursor={head} onPress={sort} />
        <div role="rowgroup" className={classes(rowStyles.all, styles.rows)} style={{ height }}>
          {items.map(({ index, start }) => {
            const segment = segments.row(index);
            const isActive = segment !== undefined && segment.id === activeAnnotation;
            return (
              <SegmentRow
                key={index}
                id={`${id}-${index}`}
                at={index}
                segment={segment}
                code={segment && codeOf.get(segment.code)}
                coder={segment && coderOf.get(segment.coder)}
                showsDocument={showsDocument}
                isCursor={head === null && index === cursor.at}
                isActive={isActive}
                isSelected={selection.ids.size > 0 ? segment !== undefined && selection.ids.has(segment.id) : isActive}
                top={start}
              />
            );
          })}
        </div>
      </div>
      <SegmentMenu menu={menu} acts={acts} onClose={() => setMenu(null)} />
    </>
  );
}

/** Says when the list goes while it has the focus. */
function useLeaving(box: RefObject<HTMLElement | null>, leave: () => void): void {
  useLayoutEffect(() => {
    const list = box.current;
    return () => {
      if (list?.contains(document.activeElement) === true) leave();
    };
  }, [box, leave]);
}

/** Shift and a click select rows, not the text between them; the list has the focus all the same. */
function keepText(event: MouseEvent<HTMLElement>): void {
  event.preventDefault();
  event.currentTarget.focus({ preventScroll: true });
}

/** Does something with the row, told by its place, that the pointer is on. */
function onRow(event: MouseEvent, act: (at: number) => void): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null;
  if (row === null) return;
  event.preventDefault();
  act(Number(row.dataset['at']));
}
