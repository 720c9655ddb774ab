import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Segment } from '../../../../shared/api/segments.ts';
import type { Code, Coder, Id } from '../../../../shared/model/records.ts';
import { ContextMenu } from '../../../components/ContextMenu.tsx';
import { segmentsStrings as say } from '../../../strings/segments.ts';
import { SegmentRow } from './SegmentRow.tsx';
import { moveCursor } from './listCursor.ts';
import type { SegmentWindows } from './useSegmentWindows.ts';
import styles from './SegmentList.module.css';

export type SegmentListProps = {
  segments: SegmentWindows;
  total: number;
  codes: readonly Code[];
  coders: readonly Coder[];
  activeAnnotation: Id | null;
  showsDocument: boolean;
  onOpen: (segment: Segment) => void;
  onRemove?: ((annotation: Id) => void) | undefined;
};

const rowHeight = 27;

/** The rows of the list, of which only those in sight are drawn and read. One tab stop; arrow keys move the cursor. */
export function SegmentList(props: SegmentListProps) {
  const { segments, total, codes, coders, activeAnnotation, showsDocument, onOpen, onRemove } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [place, setCursor] = useState(0);
  const [followed, setFollowed] = useState<Id | null>(null);
  const [menu, setMenu] = useState<{ segment: Segment; at: { x: number; y: number } } | null>(null);
  const codeOf = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const coderOf = useMemo(() => new Map(coders.map((coder) => [coder.id, coder.name])), [coders]);
  const cursor = Math.max(0, Math.min(place, total - 1));

  // The cursor follows what becomes active in the text, as soon as that row has been read.
  if (activeAnnotation !== followed) {
    const at = activeAnnotation === null ? null : segments.indexOf(activeAnnotation);
    if (at !== null) setCursor(at);
    if (at !== null || activeAnnotation === null) setFollowed(activeAnnotation);
  }

  // eslint-disable-next-line react-hooks/incompatible-library -- the list is drawn anew on every scroll, as it must be
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // The row under the cursor stays drawn, so that a screen reader can always name it.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return total === 0 || drawn.includes(cursor) ? drawn : [...drawn, cursor].sort((a, b) => a - b);
    },
  });
  const { startIndex, endIndex } = list.range ?? { startIndex: 0, endIndex: 0 };
  const { want } = segments;
  useEffect(() => want(startIndex, endIndex), [want, startIndex, endIndex]);
  useEffect(() => list.scrollToIndex(cursor, { align: 'auto' }), [list, cursor]);

  const open = (at: number): void => {
    const segment = segments.row(at);
    if (segment === undefined) return;
    setCursor(at);
    onOpen(segment);
  };

  const openMenu = (at: number, point: { x: number; y: number }): void => {
    const segment = segments.row(at);
    if (segment === undefined) return;
    setCursor(at);
    setMenu({ segment, at: point });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveCursor(event.key, cursor, total, Math.floor((box.current?.clientHeight ?? 0) / rowHeight));
    if (next !== null) setCursor(next);
    else if (event.key === 'Enter') open(cursor);
    else if (event.key === 'Delete') {
      const segment = segments.row(cursor);
      if (segment !== undefined) onRemove?.(segment.id);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const row = document.getElementById(`${id}-${cursor}`)?.getBoundingClientRect();
      if (row !== undefined) openMenu(cursor, { x: row.left + 24, y: row.bottom });
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
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={styles.hidden}>
          <span role="columnheader">{say.columns.code}</span>
          <span role="columnheader">{say.columns.quote}</span>
          <span role="columnheader">{say.columns.coder}</span>
          {showsDocument && <span role="columnheader">{say.columns.document}</span>}
          <span role="columnheader">{say.columns.span}</span>
        </div>
        <div role="rowgroup" className={styles.rows} style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start }) => {
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
                style={{ transform: `translateY(${start}px)` }}
                onOpen={() => open(index)}
                onMenu={(event) => {
                  event.preventDefault();
                  openMenu(index, { x: event.clientX, y: event.clientY });
                }}
              />
            );
          })}
        </div>
      </div>
      <ContextMenu
        label={say.title}
        at={menu?.at ?? null}
        entries={() => [
          { id: 'open', label: say.open, keys: 'Enter', run: () => menu !== null && onOpen(menu.segment) },
          ...(onRemove === undefined
            ? []
            : [
                null,
                {
                  id: 'remove',
                  label: say.remove,
                  keys: 'Delete',
                  isDanger: true,
                  run: () => menu !== null && onRemove(menu.segment.id),
                },
              ]),
        ]}
        onClose={() => setMenu(null)}
      />
    </>
  );
}
