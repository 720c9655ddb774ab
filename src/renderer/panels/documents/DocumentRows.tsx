import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { DocumentRow } from '../../../shared/api/documents.ts';
import { canChange } from '../../actions/coding.ts';
import { showDocument } from '../../actions/documents.ts';
import { reader } from '../../actions/readerHandle.ts';
import { ContextMenu } from '../../components/ContextMenu.tsx';
import type { MenuEntry } from '../../components/Menu.tsx';
import { documentList } from '../../state/queries.ts';
import { useRecords } from '../../state/records.ts';
import { openDialog } from '../../state/ui.ts';
import { useList } from '../../state/useList.ts';
import { articleDate, number } from '../../strings/format.ts';
import { formStrings } from '../../strings/form.ts';
import { strings } from '../../strings/strings.ts';
import styles from './DocumentsPanel.module.css';

const rowHeight = 48;
/** Moving with the arrow keys opens a document when the cursor has rested on it for so many milliseconds. */
const restTime = 140;

const optionId = (index: number): string => `document-${index}`;

function rename(row: DocumentRow): void {
  if (canChange()) openDialog({ kind: 'renameDocument', document: row.id, name: row.name });
}

function remove(row: DocumentRow): void {
  if (canChange()) openDialog({ kind: 'removeDocuments', documents: [row.id], name: row.name });
}

/** The list. Counts in it may come a moment after the coding itself: the text is drawn first. */
export function DocumentRows({ total }: { total: number }) {
  const rows = useDeferredValue(useList(documentList, (state) => state.rows));
  return <Rows total={total} rows={rows} />;
}

/** One row in the page for each in view, the cursor told to assistive technology by reference. */
const Rows = memo(function Rows({ total, rows }: { total: number; rows: ReadonlyMap<number, DocumentRow> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const openId = useRecords((state) => state.opening ?? state.open?.document.id ?? null);
  const cursor = useCursor(total, rows, openId);
  const [menu, setMenu] = useState<{ x: number; y: number; row: DocumentRow } | null>(null);
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
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const at = cursor.index ?? 0;
    const row = cursor.index === null ? undefined : rows.get(cursor.index);
    const acts: Record<string, () => void> = {
      ArrowDown: () => cursor.moveTo(cursor.index === null ? 0 : at + 1),
      ArrowUp: () => cursor.moveTo(at - 1),
      PageDown: () => cursor.moveTo(at + page),
      PageUp: () => cursor.moveTo(at - page),
      Home: () => cursor.moveTo(0),
      End: () => cursor.moveTo(total - 1),
      Enter: () => row && void showDocument(row.id).then(() => reader()?.focus()),
      F2: () => row && rename(row),
      Delete: () => row && remove(row),
      ContextMenu: () => {
        const place = document.getElementById(optionId(at))?.getBoundingClientRect();
        if (place) openMenuAt(at, place.left + 24, place.bottom - 8);
      },
    };
    const act = event.shiftKey && event.key === 'F10' ? acts.ContextMenu : acts[event.key];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <div
        ref={scroller}
        role="listbox"
        aria-label={strings.documents.label}
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
                aria-selected={row !== undefined && row.id === openId}
                aria-setsize={total}
                aria-posinset={index + 1}
                data-cursor={cursor.index === index || undefined}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => row && cursor.open(index, row)}
                onContextMenu={(event) => {
                  event.preventDefault();
                  openMenuAt(index, event.clientX, event.clientY);
                }}
              >
                {row ? <Row row={row} /> : <span className={styles.waiting} />}
              </div>
            );
          })}
        </div>
      </div>
      <ContextMenu
        label={strings.documents.menu}
        at={menu}
        entries={() => (menu ? entriesFor(menu.row) : [])}
        onClose={() => setMenu(null)}
      />
    </>
  );
});

function Row({ row }: { row: DocumentRow }) {
  const known = [row.site, row.date === '' ? '' : articleDate(row.date, 'short')].filter((fact) => fact !== '');
  const facts = known.length > 0 ? known : [strings.documents.characters(row.characters)];
  return (
    <>
      <span className={styles.name} dir="auto" title={row.name}>
        {row.name}
      </span>
      <span className={styles.facts}>
        {row.status !== 'to-do' && (
          <span
            className={styles.mark}
            data-status={row.status}
            role="img"
            aria-label={formStrings.statuses[row.status]}
          />
        )}
        {facts.map((fact, index) => (
          <span key={fact}>
            {index > 0 && ' · '}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </span>
      <span
        className={styles.count}
        data-none={row.annotations === 0 || undefined}
        aria-label={row.annotations === 0 ? strings.documents.notCoded : strings.documents.codings(row.annotations)}
      >
        {number(row.annotations)}
      </span>
    </>
  );
}

function entriesFor(row: DocumentRow): MenuEntry[] {
  const isFixed = !canChange();
  return [
    { id: 'open', label: strings.documents.open, keys: 'Enter', run: () => void showDocument(row.id) },
    { id: 'rename', label: strings.documents.rename, keys: 'F2', isDisabled: isFixed, run: () => rename(row) },
    null,
    {
      id: 'remove',
      label: strings.documents.remove,
      keys: 'Delete',
      isDanger: true,
      isDisabled: isFixed,
      run: () => remove(row),
    },
  ];
}

type Cursor = {
  index: number | null;
  moveTo: (index: number) => void;
  open: (index: number, row: DocumentRow) => void;
};

/** The row that keys act on. It follows the document in the reader when that is opened from elsewhere. */
function useCursor(total: number, rows: ReadonlyMap<number, DocumentRow>, openId: string | null): Cursor {
  const [index, setIndex] = useState<number | null>(null);
  const [followed, setFollowed] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (openId !== followed) {
    const found = [...rows].find(([, row]) => row.id === openId);
    if (found || openId === null) {
      setFollowed(openId);
      setIndex(found?.[0] ?? null);
    }
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    index: index === null ? null : Math.min(index, total - 1),
    moveTo: (wanted) => {
      const next = Math.min(total - 1, Math.max(0, wanted));
      setIndex(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const row = documentList.store.getState().rows.get(next);
        if (row) void showDocument(row.id);
      }, restTime);
    },
    open: (at, row) => {
      clearTimeout(timer.current);
      setIndex(at);
      void showDocument(row.id);
    },
  };
}
