import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import type { DocumentRow as RowOfList } from '../../../../shared/api/documents.ts';
import { ContextMenu } from '../../../components/ContextMenu.tsx';
import { useDocumentSelection } from '../../../state/documentSelection.ts';
import { documentList } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import { useList } from '../../../state/useList.ts';
import { strings } from '../../../strings/strings.ts';
import { DocumentRow } from './DocumentRow.tsx';
import { documentKeys } from './documentKeys.ts';
import { documentMenu } from './documentMenu.ts';
import { useDocumentCursor } from './useDocumentCursor.ts';
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
    if (cursor.index !== null) virtual.scrollToIndex(cursor.index, { align: 'auto' });
  }, [cursor.index, virtual]);

  const openMenuAt = (index: number, x: number, y: number): void => {
    const row = rows.get(index);
    if (row) setMenu({ x, y, row });
  };
  const onKeyDown = documentKeys({
    cursor,
    total,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1),
    row: cursor.index === null ? undefined : rows.get(cursor.index),
    openMenu: () => {
      const at = cursor.index ?? 0;
      const place = document.getElementById(optionId(at))?.getBoundingClientRect();
      if (place) openMenuAt(at, place.left + 24, place.bottom - 8);
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
        className={styles.list}
      >
        <div role="presentation" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows.get(index);
            return (
              <div
                key={index}
                id={optionId(index)}
                role="option"
                aria-selected={row !== undefined && (selected.size > 0 ? selected.has(row.id) : row.id === openId)}
                aria-current={(row !== undefined && row.id === openId) || undefined}
                aria-setsize={total}
                aria-posinset={index + 1}
                data-cursor={cursor.index === index || undefined}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
                onMouseDown={(event) => event.shiftKey && event.preventDefault()}
                onClick={(event) => onClick(event, index, row)}
                onContextMenu={(event) => {
                  event.preventDefault();
                  openMenuAt(index, event.clientX, event.clientY);
                }}
              >
                {row ? <DocumentRow row={row} /> : <span className={styles.waiting} />}
              </div>
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
