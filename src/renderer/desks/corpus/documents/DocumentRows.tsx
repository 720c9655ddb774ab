import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { strings } from '#words/window/frame.ts';
import type { DocumentRow as RowOfList } from '../../../../shared/api/documents.ts';
import { bringIntoView } from '../../../components/bringIntoView.ts';
import { ContextMenu } from '../../../components/ContextMenu.tsx';
import { classes } from '../../../components/classes.ts';
import { useDocumentSelection } from '../../../state/documentSelection.ts';
import { documentList } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import { useList } from '../../../state/useList.ts';
import { DocumentRow } from './DocumentRow.tsx';
import { documentKeys } from './documentKeys.ts';
import { documentMenu } from './documentMenu.ts';
import { useDocumentCursor } from './useDocumentCursor.ts';
import rowStyles from '../../../components/rows.module.css';
import styles from './DocumentsPanel.module.css';

const rowHeight = 48;

const optionId = (index: number): string => `document-${index}`;

/** The list. Counts in it may come a moment after the coding itself: the text is drawn first. */
export function DocumentRows({ total }: { total: number }) {
  const rows = useDeferredValue(useList(documentList, (state) => state.rows));
  return <Rows total={total} rows={rows} />;
}

/** One row in the page for each in view, the cursor told to assistive technology by reference. */
const Rows = memo(function Rows({ total, rows }: { total: number; rows: ReadonlyMap<number, RowOfList> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const openId = useRecords((state) => state.open?.document.id ?? null);
  const selected = useDocumentSelection((state) => state.ids);
  const cursor = useDocumentCursor(total, rows, openId);
  const [menu, setMenu] = useState<{ x: number; y: number; row: RowOfList } | null>(null);
  const { items, height, page } = useRowsInView(scroller, total, cursor.index);

  const openMenuAt = (row: RowOfList | undefined, x: number, y: number): void => {
    if (row) setMenu({ x, y, row });
  };
  const onKeyDown = documentKeys({
    cursor,
    total,
    page,
    row: cursor.index === null ? undefined : rows.get(cursor.index),
    openMenu: () => {
      const at = cursor.index ?? 0;
      const place = document.getElementById(optionId(at))?.getBoundingClientRect();
      if (place) openMenuAt(rows.get(at), place.left + 24, place.bottom - 8);
    },
  });
  const onClick = (event: MouseEvent, index: number, row: RowOfList | undefined): void => {
    if (event.shiftKey) cursor.extendTo(index);
    else if (!row) return;
    else if (event.ctrlKey || event.metaKey) cursor.toggle(index, row);
    else cursor.open(index, row);
  };

  return (
    <>
      <div
        ref={scroller}
        role="listbox"
        aria-label={strings.documents.label}
        aria-multiselectable="true"
        tabIndex={0}
        data-main-focus
        aria-activedescendant={cursor.index === null ? undefined : optionId(cursor.index)}
        onKeyDown={onKeyDown}
        className={classes(rowStyles.scroller, styles.list)}
      >
        <div role="presentation" className={rowStyles.all} style={{ height }}>
          {items.map(({ index, start }) => {
            const row = rows.get(index);
            return (
              <Option
                key={index}
                index={index}
                total={total}
                row={row}
                isOpen={row !== undefined && row.id === openId}
                isSelected={row !== undefined && (selected.size > 0 ? selected.has(row.id) : row.id === openId)}
                isCursor={cursor.index === index}
                top={start}
                onClick={onClick}
                onMenu={openMenuAt}
              />
            );
          })}
        </div>
      </div>
      <ContextMenu
        label={strings.documents.menu}
        at={menu}
        entries={() => (menu ? documentMenu(menu.row) : [])}
        onClose={() => setMenu(null)}
      />
    </>
  );
});

/** The rows to draw, read ahead of being seen, and the height of all. The cursor comes into view when it moves. */
function useRowsInView(scroller: RefObject<HTMLElement | null>, total: number, cursor: number | null) {
  // The virtualizer's functions are called while rendering on purpose: they read its own state of the scroll position.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => documentList.ensure(first, last), [first, last]);
  useEffect(() => {
    if (cursor !== null) bringIntoView(virtual, cursor, rowHeight);
  }, [cursor, virtual]);
  /** How many rows a page is. */
  const page = (): number => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
  return { items, height: virtual.getTotalSize(), page };
}

type OptionProps = {
  index: number;
  total: number;
  /** Undefined while it is being read. */
  row: RowOfList | undefined;
  isOpen: boolean;
  isSelected: boolean;
  isCursor: boolean;
  top: number;
  onClick: (event: MouseEvent, index: number, row: RowOfList | undefined) => void;
  onMenu: (row: RowOfList | undefined, x: number, y: number) => void;
};

/** One place of the list, with its document as soon as that has been read. */
const Option = memo(function Option(props: OptionProps) {
  const { index, total, row, isOpen, isSelected, isCursor, top, onClick, onMenu } = props;
  return (
    <div
      id={optionId(index)}
      role="option"
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-cursor={isCursor || undefined}
      className={classes(rowStyles.placed, rowStyles.pointed, rowStyles.told, styles.row)}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={(event) => onClick(event, index, row)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(row, event.clientX, event.clientY);
      }}
    >
      {row ? <DocumentRow row={row} /> : <span className={styles.waiting} />}
    </div>
  );
});
